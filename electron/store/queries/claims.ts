import type { EntityKind } from '#shared/domain/extraction.ts'
import type { Claim } from '#shared/domain/figures/disagree.ts'
import { readMeasure } from '#shared/domain/figures/measure.ts'
import { amountOf } from '#shared/domain/figures/quantity.ts'
import { dayNumber, daysOf } from '#shared/domain/figures/when.ts'
import type { ArticleId, EntityId } from '#shared/domain/ids.ts'
import { foldText } from '#shared/text/fold.ts'
import type { ReadHandle } from '../handle.ts'
import { type AsOf, asOfSql, asOfValues } from './as-of.ts'

/** A figure that others measure the same as. */
export interface ClaimRow {
  readonly id: string
  readonly articleId: ArticleId
  readonly publishedOn: string | null
  readonly surface: string
  readonly low: number | null
  readonly high: number | null
  readonly hedge: string | null
  readonly unit: string | null
  readonly measures: string | null
  readonly subject: string | null
  readonly asOf: string | null
  readonly saidBy: string | null
  readonly saidStart: number | null
  readonly subjectStart: number | null
  readonly subjectEnd: number | null
  readonly group: string
  readonly sentenceStart: number
  readonly sentenceEnd: number
}

/** A claim whose speaker is known as an entity where one is. */
export interface StoredClaim extends Claim {
  readonly speakerId: EntityId | null
  /** Which entities its subjects are, by their keys in `subjects`. */
  readonly entities: ReadonlyMap<string, EntityId>
  /** Its measure with the kind of quantity, as the store has it. */
  readonly group: string
}

/** The figures of a live article that measure something; none of a deleted one. */
function listClaimRows(db: ReadHandle, articleId: ArticleId): ClaimRow[] {
  return db
    .prepare(
      `SELECT f.id, f.article_id AS articleId, a.published_on AS publishedOn, f.surface, f.low, f.high, f.hedge, f.unit,
         f.measures, f.subject, f.as_of AS asOf, f.said_by AS saidBy, f.said_start AS saidStart,
         f.subject_start AS subjectStart, f.subject_end AS subjectEnd, f.measure_group AS "group",
         f.sentence_start AS sentenceStart, f.sentence_end AS sentenceEnd
       FROM figure f CROSS JOIN article a ON a.id = f.article_id AND a.deleted_at_ms IS NULL
       WHERE f.article_id = ? AND f.measure_group <> '' ORDER BY f.start`,
    )
    .all(articleId) as ClaimRow[]
}

/** The live articles that count up to then. */
export function listArticlesAsOf(db: ReadHandle, asOf: AsOf): ArticleId[] {
  const sql = `SELECT a.id FROM article a WHERE a.deleted_at_ms IS NULL AND a.figure_count > 0${asOfSql(asOf)}`
  return db.prepare(sql).pluck().all(asOfValues(asOf)) as ArticleId[]
}

/** Whom an article names, by alias and by place. Read once for all figures of the article. */
interface ArticleNames {
  readonly byAlias: ReadonlyMap<string, NamedRow>
  readonly mentions: readonly (NamedRow & { readonly start: number })[]
  /** Names that the article does not have, to be filled. */
  readonly lookedFor: Set<string>
  /** Of groups and places, whether no other has the name. To be filled. */
  readonly alone: Map<EntityId, boolean>
}

/** The claims of an article, and the names in them that were looked for in the whole library. */
export function readClaims(db: ReadHandle, articleId: ArticleId): { claims: StoredClaim[]; lookedFor: Set<string> } {
  const rows = listClaimRows(db, articleId)
  if (rows.length === 0) return { claims: [], lookedFor: new Set() }
  const names = { ...namesIn(db, articleId), lookedFor: new Set<string>(), alone: new Map<EntityId, boolean>() }
  return { claims: rows.flatMap((row) => claimOf(db, names, row) ?? []), lookedFor: names.lookedFor }
}

function namesIn(db: ReadHandle, articleId: ArticleId): Pick<ArticleNames, 'byAlias' | 'mentions'> {
  const aliases = db
    .prepare(
      `SELECT l.alias_folded AS alias, ${entity} FROM entity_alias l JOIN entity e ON e.id = l.entity_id
       WHERE l.article_id = ? ORDER BY l.entity_id DESC`,
    )
    .all(articleId) as (NamedRow & { alias: string })[]
  const mentions = db
    .prepare(
      `SELECT m.start, ${entity} FROM mention m JOIN entity e ON e.id = m.entity_id
       WHERE m.article_id = ? ORDER BY m.start`,
    )
    .all(articleId) as ArticleNames['mentions']
  return { byAlias: new Map(aliases.map((row) => [bare(row.alias), row])), mentions }
}

/** The claim that a figure makes, or null when it states no number. */
function claimOf(db: ReadHandle, names: ArticleNames, row: ClaimRow): StoredClaim | null {
  const amount = amountOf(row)
  if (!amount) return null
  const speaker = row.saidBy === null ? null : (namedAt(db, names, row.saidStart) ?? findSubject(db, names, row.saidBy))
  const named = namedSubjects(row)
  const subject = subjectAt(db, names, row)
  const subjects =
    named.length > 0
      ? named.map((name) => subject ?? findSubject(db, names, name))
      : entitiesBeside(db, names, row).filter(({ key }) => key !== speaker?.key)
  return {
    id: row.id,
    articleId: row.articleId,
    key: row.group.slice(row.group.indexOf(':') + 1),
    group: row.group,
    amount,
    when: daysOf(row.asOf, row.publishedOn),
    publishedDay: dayNumber(row.publishedOn),
    subjects: new Set(subjects.map(({ key }) => key)),
    isSubjectNamed: named.length > 0,
    saidBy: speaker?.key ?? null,
    speakerId: speaker?.id ?? null,
    entities: new Map(subjects.flatMap(({ key, id }) => (id ? [[key, id]] : []))),
  }
}

function namedAt(db: ReadHandle, names: ArticleNames, at: number | null): Subject | null {
  const mention = at === null ? undefined : names.mentions.find(({ start }) => start === at)
  return mention ? toSubject(db, names, mention) : null
}

/** Whom the words for the subject name, where they name one. */
function subjectAt(db: ReadHandle, names: ArticleNames, { subjectStart, subjectEnd }: ClaimRow): Subject | null {
  if (subjectStart === null || subjectEnd === null) return null
  const [only, second] = names.mentions.filter(({ start }) => start >= subjectStart && start < subjectEnd)
  return only && !second ? toSubject(db, names, only) : null
}

function namedSubjects({ subject, measures }: ClaimRow): readonly string[] {
  if (subject !== null) return [subject]
  return readMeasure(measures, '', 0).names
}

interface Subject {
  /** Equal where the same is meant. */
  readonly key: string
  readonly id: EntityId | null
}

interface NamedRow {
  readonly id: EntityId
  readonly kind: EntityKind
  readonly name: string
}

/**
 * Two persons of one name are two, and so are two groups or two places. A group and a place of one name are one here:
 * what one article takes for a group another takes for a place.
 */
function toSubject(db: ReadHandle, names: ArticleNames, row: NamedRow): Subject {
  const { id, kind, name } = row
  if (kind === 'person') return { id, key: id }
  names.lookedFor.add(namesakesOf(name))
  const isAlone = names.alone.get(id) ?? !hasNamesake(db, row)
  names.alone.set(id, isAlone)
  return { id, key: isAlone ? bare(name) : id }
}

/** What is looked for by whom it matters to whether a group or place has its name alone. */
function namesakesOf(name: string): string {
  return `= ${bare(name)}`
}

function hasNamesake(db: ReadHandle, { id, kind, name }: NamedRow): boolean {
  const sql = `SELECT 1 FROM entity WHERE name_folded = ? AND kind = ? AND id <> ? AND canonical_id = id
    AND article_count > 0 AND deleted_at_ms IS NULL LIMIT 1`
  return db.prepare(sql).get(foldText(name), kind, id) !== undefined
}

const bare = (name: string) => foldText(name).replace(/^the /, '')
const entity = 'e.id, e.kind, e.name'

/** Who a name is: the entity that the article calls so, else the only one of the library, else the name itself. */
function findSubject(db: ReadHandle, names: ArticleNames, words: string): Subject {
  const name = bare(words)
  const here = names.byAlias.get(name)
  if (here) return toSubject(db, names, here)
  names.lookedFor.add(name).add(`the ${name}`)
  const anywhere = db
    .prepare(
      `SELECT DISTINCT ${entity} FROM entity_name n JOIN entity e ON e.id = n.entity_id AND e.deleted_at_ms IS NULL
       WHERE n.name_folded IN (@name, @withThe) AND n.article_count > 0 LIMIT 2`,
    )
    .all({ name, withThe: `the ${name}` }) as NamedRow[]
  return anywhere[0] && anywhere.length === 1 ? toSubject(db, names, anywhere[0]) : { key: name, id: null }
}

function entitiesBeside(db: ReadHandle, names: ArticleNames, { sentenceStart, sentenceEnd }: ClaimRow): Subject[] {
  return names.mentions
    .filter(({ start }) => start >= sentenceStart && start < sentenceEnd)
    .map((row) => toSubject(db, names, row))
}
