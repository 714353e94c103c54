import type { EntityKind } from '#shared/domain/extraction.ts'
import type { ArticleId, CardId, EntityId, FigureId } from '#shared/domain/ids.ts'
import type { AmountChoice } from '#shared/domain/practice/choose-amounts.ts'
import type { EntityChoice } from '#shared/domain/practice/choose-entities.ts'
import type { ReadHandle } from '../handle.ts'
import { withSentences } from './entities.ts'
import { allShownAs, shownAs } from './shown-as.ts'

/** What practice is drawn from; all of the library without any. */
export interface PracticeScope {
  readonly articleId?: ArticleId | undefined
  readonly entityId?: EntityId | undefined
  readonly tag?: string | undefined
}

/** A card or suggestion that may be asked. */
export interface PracticeRow {
  readonly id: string
  readonly cardId: CardId | null
  readonly cardKind: 'basic' | 'cloze'
  /** Which gaps it hides; 1 of a basic card asks for the question. 0 for a card alone. */
  readonly part: number
  readonly front: string
  readonly back: string
  readonly articleId: ArticleId | null
  readonly articleTitle: string | null
  readonly start: number | null
  readonly end: number | null
  readonly quote: string
  readonly entityId: EntityId | null
  readonly figureId: FigureId | null
}

const cardColumns = `c.id, c.id AS cardId, c.kind AS cardKind, c.part, c.front, c.back, a.id AS articleId, a.title AS articleTitle,
  iif(a.id IS NULL, NULL, c.start) AS start, iif(a.id IS NULL, NULL, c."end") AS "end", c.quote,
  ${shownAs('c.entity_id')} AS entityId, c.figure_id AS figureId`
const cardFrom = 'LEFT JOIN article a ON a.id = c.article_id AND a.deleted_at_ms IS NULL'
const liveCard = 'c.deleted_at_ms IS NULL AND c.suspended = 0'

/** From so many cards on, some are drawn by chance rather than all looked at. */
const MANY_CARDS = 3000

/** Live cards that are not set aside, in no useful order, at most `limit`; of a large library a fair draw. */
export function listPracticeCards(
  db: ReadHandle,
  scope: PracticeScope,
  limit: number,
  random: () => number,
): PracticeRow[] {
  const { articleId, entityId, tag } = scope
  const only = [
    articleId && 'AND c.article_id = @articleId',
    entityId && `AND c.entity_id IN ${allShownAs('@entityId')}`,
    tag && 'AND c.id IN (SELECT ct.card_id FROM card_tag ct JOIN tag t ON t.id = ct.tag_id WHERE t.name = @tag)',
  ].filter(Boolean)
  const values = { ...(articleId && { articleId }), ...(entityId && { entityId }), ...(tag && { tag }) }
  const last = db.prepare('SELECT coalesce(max(rowid), 0) FROM card').pluck().get() as number
  if (only.length > 0 || last <= MANY_CARDS) {
    return db
      .prepare(`SELECT ${cardColumns} FROM card c ${cardFrom} WHERE ${liveCard} ${only.join(' ')} LIMIT ${MANY_CARDS}`)
      .all(values) as PracticeRow[]
  }
  const drawn = JSON.stringify(Array.from({ length: limit * 3 }, () => 1 + Math.floor(random() * last)))
  return db
    .prepare(
      `SELECT ${cardColumns} FROM card c ${cardFrom}
       WHERE c.rowid IN (SELECT value FROM json_each(@drawn)) AND ${liveCard} LIMIT @limit`,
    )
    .all({ drawn, limit }) as PracticeRow[]
}

/** A live card, set aside or not, or null. */
export function findPracticeCard(db: ReadHandle, id: CardId): PracticeRow | null {
  const sql = `SELECT ${cardColumns} FROM card c ${cardFrom} WHERE c.id = ? AND c.deleted_at_ms IS NULL`
  return (db.prepare(sql).get(id) as PracticeRow | undefined) ?? null
}

/** Open suggestions, the best first: what is asked where there are too few cards. */
export function listPracticeSuggestions(db: ReadHandle, scope: PracticeScope, limit: number): PracticeRow[] {
  const { articleId, entityId, tag } = scope
  if (tag) return []
  const only = [
    articleId && 'AND s.article_id = @articleId',
    entityId && `AND s.entity_id IN ${allShownAs('@entityId')}`,
  ].filter(Boolean)
  return db
    .prepare(
      `SELECT s.id, NULL AS cardId, s.card_kind AS cardKind, 0 AS part, s.front, s.back, a.id AS articleId, a.title AS articleTitle,
         s.start, s."end" AS "end", s.quote, ${shownAs('s.entity_id')} AS entityId, s.figure_id AS figureId
       FROM suggestion s CROSS JOIN article a ON a.id = s.article_id
       WHERE s.state = 'open' AND a.deleted_at_ms IS NULL ${only.join(' ')} ORDER BY s.rank DESC, s.id LIMIT @limit`,
    )
    .all({ ...(articleId && { articleId }), ...(entityId && { entityId }), limit }) as PracticeRow[]
}

interface EntityFlat {
  readonly id: EntityId
  readonly kind: EntityKind
  readonly detail: string | null
  readonly name: string
  readonly articleCount: number
}

const entityColumns = 'e.id, e.kind, e.detail, e.name, e.article_count AS articleCount'
const listed = 'e.article_count > 0 AND e.deleted_at_ms IS NULL'

/** Entities as choices, by id, with how they stand to the entity `besideId`. */
export function listEntityChoices(db: ReadHandle, ids: readonly EntityId[], besideId: EntityId | null): EntityChoice[] {
  const wanted = JSON.stringify(ids)
  const rows = db
    .prepare(`SELECT ${entityColumns} FROM entity e WHERE e.id IN (SELECT value FROM json_each(?))`)
    .all(wanted) as EntityFlat[]
  const values = (sql: string, ...more: unknown[]) =>
    Map.groupBy(db.prepare(sql).all(wanted, ...more) as { id: EntityId; value: string }[], ({ id }) => id)
  const [names, accepted, roles] = [values(namesSql), values(acceptedSql), values(rolesSql)]
  const seen = values(lastSeenSql)
  const shared = besideId === null ? new Map() : values(sharedSql, besideId)
  const confused = besideId === null ? new Map() : values(confusedSql, besideId, besideId)
  const first = (groups: Map<EntityId, { value: string }[]>, id: EntityId) => groups.get(id)?.[0]?.value ?? null
  return rows.map(({ name, ...row }) => ({
    ...row,
    names: [...new Set([name, ...[names, accepted].flatMap((group) => group.get(row.id)?.map((n) => n.value) ?? [])])],
    roles: roles.get(row.id)?.map((role) => role.value) ?? [],
    lastSeenMs: first(seen, row.id) === null ? null : Date.parse(first(seen, row.id) ?? ''),
    sharedArticles: Number(first(shared, row.id) ?? 0),
    confusedCount: Number(first(confused, row.id) ?? 0),
  }))
}

const inIds = 'IN (SELECT value FROM json_each(?))'
const namesSql = `SELECT entity_id AS id, name AS value FROM entity_name WHERE entity_id ${inIds} AND article_count > 0`
const acceptedSql = `SELECT e.canonical_id AS id, w.answer AS value FROM entity e CROSS JOIN accepted_answer w ON w.entity_id = e.id
  WHERE e.canonical_id ${inIds}`
const rolesSql = `SELECT entity_id AS id, role AS value FROM entity_title WHERE entity_id ${inIds} AND role_count > 0
  ORDER BY role_count DESC, role`
const lastSeenSql = `SELECT e.id, (SELECT a.published_on FROM mention m
    JOIN article a ON a.id = m.article_id AND a.deleted_at_ms IS NULL
    WHERE m.entity_id = e.id ORDER BY m.article_id DESC LIMIT 1) AS value FROM entity e WHERE e.id ${inIds}`
const sharedSql = `SELECT o.entity_id AS id, count(DISTINCT o.article_id) AS value FROM mention o
  WHERE o.entity_id ${inIds} AND o.article_id IN (SELECT article_id FROM mention WHERE entity_id = ? LIMIT 200)
  GROUP BY o.entity_id`
const confusedSql = `SELECT j.value AS id, count(*) AS value
  FROM json_each(?) j JOIN confusion c ON (c.entity_id = j.value AND c.other_id = ?)
    OR (c.other_id = j.value AND c.entity_id = ?)
  GROUP BY 1`

/**
 * Ids of entities of that kind that could be taken for `like`: those it was confused with, those of the same articles,
 * and those that are about as often in the news. Cost: index look-ups, whatever the size of the library.
 */
export function listLikeEntities(db: ReadHandle, like: EntityChoice): EntityId[] {
  const { id, kind, articleCount } = like
  const lists = [
    'SELECT other_id FROM confusion WHERE entity_id = @id UNION SELECT entity_id FROM confusion WHERE other_id = @id',
    `SELECT DISTINCT o.entity_id FROM (SELECT article_id FROM mention WHERE entity_id = @id ORDER BY article_id DESC
       LIMIT 40) m CROSS JOIN mention o ON o.article_id = m.article_id WHERE o.kind = @kind LIMIT 80`,
    `SELECT e.id FROM entity e WHERE ${listed} AND e.kind = @kind AND e.article_count >= @articleCount
     ORDER BY e.article_count, e.id LIMIT 60`,
    `SELECT e.id FROM entity e WHERE ${listed} AND e.kind = @kind AND e.article_count <= @articleCount
     ORDER BY e.article_count DESC, e.id DESC LIMIT 60`,
  ]
  const ids = lists.flatMap((sql) => {
    const query = db.prepare(sql).pluck()
    return query.all({
      ...(sql.includes('@id') && { id }),
      ...(sql.includes('@kind') && { kind }),
      ...(sql.includes('@articleCount') && { articleCount }),
    }) as EntityId[]
  })
  return [...new Set(ids)].filter((other) => other !== id)
}

/** Other names of that kind which share the last word of one of `folded`: what could be meant instead. */
export function listNamesLike(db: ReadHandle, id: EntityId, kind: EntityKind, folded: readonly string[]): string[] {
  const last = (name: string) =>
    name
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean)
      .at(-1) ?? ''
  const words = [...new Set(folded.map(last))].filter((word) => word.length > 1)
  const query = db
    .prepare(
      `SELECT DISTINCT n.name FROM entity_name n JOIN entity e ON e.id = n.entity_id
       WHERE instr(n.name_folded, @word) > 0 AND n.article_count > 0 AND n.entity_id <> @id AND e.kind = @kind
         AND e.deleted_at_ms IS NULL LIMIT 50`,
    )
    .pluck()
  return words.slice(0, 4).flatMap((word) => query.all({ word, id, kind }) as string[])
}

/** The entity of that kind known by just that folded name, other than `id`; null when there is none. */
export function findEntityCalled(db: ReadHandle, id: EntityId, kind: EntityKind, folded: string): EntityId | null {
  const found = db
    .prepare(
      `SELECT e.id FROM entity_name n JOIN entity e ON e.id = n.entity_id WHERE n.name_folded = ? AND n.article_count > 0
         AND e.kind = ? AND e.id <> ? AND e.deleted_at_ms IS NULL ORDER BY e.article_count DESC LIMIT 1`,
    )
    .pluck()
    .get(folded, kind, id)
  return (found as EntityId | undefined) ?? null
}

/** A figure with what it says of its number. */
export interface AmountRow extends AmountChoice {
  readonly id: FigureId
  readonly hedge: string | null
  readonly measures: string | null
  readonly subject: string | null
  readonly articleId: ArticleId
  readonly articleTitle: string
  readonly publishedOn: string | null
  readonly start: number
  readonly end: number
}

const figureColumns = `f.id, f.surface, f.low, f.high, f.hedge, f.unit, f.measures, f.subject, a.id AS articleId,
  a.title AS articleTitle, a.published_on AS publishedOn, f.start, f."end" AS "end"`

/** A stored figure, or null. */
export function findAmount(db: ReadHandle, id: FigureId): AmountRow | null {
  const sql = `SELECT ${figureColumns} FROM figure f JOIN article a ON a.id = f.article_id WHERE f.id = ?`
  return (db.prepare(sql).get(id) as AmountRow | undefined) ?? null
}

/** Figures in that unit from a sixth to six times of `size`, at most 200. */
export function listLikeAmounts(db: ReadHandle, unit: string | null, size: number): AmountRow[] {
  return db
    .prepare(
      `SELECT ${figureColumns} FROM figure f JOIN article a ON a.id = f.article_id AND a.deleted_at_ms IS NULL
       WHERE coalesce(f.high, f.low, -1e308) BETWEEN @from AND @to AND f.unit IS @unit AND f.confidence >= 0.5 LIMIT 200`,
    )
    .all({ unit, from: size / 6, to: size * 6 }) as AmountRow[]
}

/** The articles whose cards have a tag. */
const articlesTagged = `SELECT c.article_id FROM tag t JOIN card_tag ct ON ct.tag_id = t.id
  JOIN card c ON c.id = ct.card_id AND c.deleted_at_ms IS NULL WHERE t.name = @tag AND c.article_id IS NOT NULL`

/** Plain figures that say what they measure, with their sentence: to be put in order. */
export function listAmountsToOrder(db: ReadHandle, scope: PracticeScope, limit: number) {
  const { articleId, entityId, tag } = scope
  const only = [
    articleId && 'AND f.article_id = @articleId',
    tag && `AND f.article_id IN (${articlesTagged})`,
    entityId &&
      `AND f.article_id IN (SELECT article_id FROM mention WHERE entity_id = ${shownAs('@entityId')} LIMIT 300)`,
  ].filter(Boolean)
  const rows = db
    .prepare(
      `SELECT ${figureColumns}, f.sentence_start AS sentenceStart, f.sentence_end AS sentenceEnd FROM article a CROSS JOIN figure f ON f.article_id = a.id
       WHERE a.deleted_at_ms IS NULL AND f.low IS NOT NULL AND f.low = f.high AND f.low > 0 AND f.measures IS NOT NULL
         AND f.confidence >= 0.6 ${only.join(' ')} ORDER BY a.id DESC, f.start LIMIT @limit`,
    )
    .all({
      ...(articleId && { articleId }),
      ...(entityId && { entityId }),
      ...(tag && { tag }),
      limit,
    }) as (AmountRow & {
    sentenceStart: number
    sentenceEnd: number
  })[]
  return withSentences(db, rows)
}

/** Articles with a date, latest import first: to be put in order. */
export function listDatedArticles(db: ReadHandle, scope: PracticeScope, limit: number) {
  const { articleId, entityId, tag } = scope
  // One article alone has no order.
  if (articleId) return []
  return db
    .prepare(
      `SELECT a.id AS articleId, a.title, a.published_on AS publishedOn FROM article a
       WHERE a.deleted_at_ms IS NULL AND a.published_on IS NOT NULL
         ${entityId ? `AND a.id IN (SELECT article_id FROM mention WHERE entity_id = ${shownAs('@entityId')})` : ''}
         ${tag ? `AND a.id IN (${articlesTagged})` : ''}
       ORDER BY a.id DESC LIMIT @limit`,
    )
    .all({ ...(entityId && { entityId }), ...(tag && { tag }), limit }) as {
    articleId: ArticleId
    title: string
    publishedOn: string
  }[]
}
