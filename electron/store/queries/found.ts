import type { EntityKind, FoundEntity, FoundFigure } from '#shared/domain/extraction.ts'
import { daysOf } from '#shared/domain/figures/when.ts'
import type { ArticleId, EntityId, FigureId } from '#shared/domain/ids.ts'
import { foldText } from '#shared/text/fold.ts'
import type { ReadHandle, WriteHandle } from '../handle.ts'

/** Where the sentence around a find stands in the text. */
export interface SentenceRange {
  readonly sentenceStart: number
  readonly sentenceEnd: number
}

/** A mention ready to be stored. */
export interface NewMention extends SentenceRange {
  readonly articleId: ArticleId
  readonly start: number
  readonly end: number
  readonly entityId: EntityId
  readonly baseId: EntityId
  readonly kind: EntityKind
  readonly surface: string
  readonly confidence: number
  readonly foundBy: string
}

/** A figure ready to be stored. */
export interface NewFigure extends FoundFigure, SentenceRange {
  readonly id: FigureId
  readonly articleId: ArticleId
  readonly surface: string
  /** The last day it is said to hold for, numbered since 1970; null when nothing tells. */
  readonly asOfDay: number | null
}

/** A quotation ready to be stored. */
export interface NewQuotation extends SentenceRange {
  readonly articleId: ArticleId
  readonly start: number
  readonly end: number
  readonly entityId: EntityId | null
  readonly baseId: EntityId | null
}

/** Forgets what was found in an article. Entities stay: cards may point at them. End with `countFound`. */
export function clearFound(db: WriteHandle, articleId: ArticleId): void {
  // First of all: its trigger takes from the totals what is still there to be counted.
  db.prepare('DELETE FROM counted_article WHERE article_id = ?').run(articleId)
  for (const table of ['mention', 'quotation', 'figure', 'entity_alias', 'entity_role'])
    db.prepare(`DELETE FROM ${table} WHERE article_id = ?`).run(articleId)
}

/**
 * Forgets what was found in an article whose text is another now: it stands elsewhere, or nowhere, in that one. The
 * article counts for no entity until it has been searched again.
 */
export function forgetFound(db: WriteHandle, articleId: ArticleId): void {
  clearFound(db, articleId)
  db.prepare('DELETE FROM found WHERE article_id = ?').run(articleId)
  db.prepare('UPDATE article SET entity_count = 0, figure_count = 0 WHERE id = ?').run(articleId)
}

/** Adds what is stored now of an article's finds to the totals of the library; nothing while the article is deleted. */
export function countFound(db: WriteHandle, articleId: ArticleId): void {
  db.prepare(
    `UPDATE article SET entity_count = (SELECT count(DISTINCT base_id) FROM mention WHERE article_id = @articleId),
       figure_count = (SELECT count(*) FROM figure WHERE article_id = @articleId) WHERE id = @articleId`,
  ).run({ articleId })
  db.prepare(
    'INSERT INTO counted_article (article_id) SELECT id FROM article WHERE id = ? AND deleted_at_ms IS NULL',
  ).run(articleId)
}

/** An entity as one article gives it, under the id that follows from its name. */
export interface BaseEntity {
  readonly id: EntityId
  readonly kind: EntityKind
  readonly detail: string | null
  readonly name: string
  readonly nameKey: string
  readonly surname: string | null
  readonly isFull: boolean
  /** What its articles say of who has the name, as JSON; null where nothing is to be told. */
  readonly bearer: string | null
}

/** Stores an entity that a text gives, unless it is known; of names that differ in accents alone the first stays. */
export function putBaseEntity(db: WriteHandle, entity: BaseEntity, nowMs: number): void {
  db.prepare(
    `INSERT INTO entity (id, kind, detail, name, name_folded, canonical_id, found_kind, found_name, name_key, surname,
       is_full, bearer, created_at_ms, updated_at_ms)
     VALUES (@id, @kind, @detail, @name, @folded, @id, @kind, @name, @nameKey, @surname, @isFull, @bearer, @nowMs, @nowMs)
     ON CONFLICT (id) DO UPDATE SET found_name = min(found_name, excluded.found_name),
       bearer = coalesce(bearer, excluded.bearer),
       detail = coalesce(min(detail, excluded.detail), detail, excluded.detail)`,
  ).run({ ...entity, isFull: Number(entity.isFull), folded: foldText(entity.name), nowMs })
}

/** What a base entity stands for now: itself until something else is known. */
export function findCanonical(db: ReadHandle, id: EntityId): { id: EntityId; kind: EntityKind } {
  const row = db
    .prepare('SELECT c.id, c.kind FROM entity e JOIN entity c ON c.id = e.canonical_id WHERE e.id = ?')
    .get(id) as { id: EntityId; kind: EntityKind } | undefined
  if (!row) throw new Error('An entity that was just stored is not there.')
  return row
}

/** Keeps what was found of an article, as bytes, for when a correction changes. */
export function putFound(db: WriteHandle, articleId: ArticleId, result: Uint8Array): void {
  db.prepare('INSERT OR REPLACE INTO found (article_id, result) VALUES (?, ?)').run(articleId, result)
}

/** What `putFound` kept, or null. */
export function findFound(db: ReadHandle, articleId: ArticleId): Uint8Array | null {
  const bytes = db.prepare('SELECT result FROM found WHERE article_id = ?').pluck().get(articleId)
  return (bytes as Uint8Array | undefined) ?? null
}

/** The base entities that an article names now. */
export function listBaseIds(db: ReadHandle, articleId: ArticleId): EntityId[] {
  return db.prepare('SELECT DISTINCT base_id FROM mention WHERE article_id = ?').pluck().all(articleId) as EntityId[]
}

/** Those of these live articles whose people and figures were dated by another day than they have now. */
export function listOutdated(db: ReadHandle, articleIds: readonly ArticleId[]): ArticleId[] {
  const rows = db
    .prepare(
      `SELECT DISTINCT a.id, f.as_of AS asOf, f.as_of_day AS asOfDay, a.published_on AS publishedOn
       FROM json_each(?) j JOIN article a ON a.id = j.value AND a.deleted_at_ms IS NULL
       JOIN figure f ON f.article_id = a.id AND f.as_of IS NOT NULL`,
    )
    .all(JSON.stringify(articleIds)) as DatedRow[]
  const misdated = rows.filter((row) => (daysOf(row.asOf, row.publishedOn)?.to ?? null) !== row.asOfDay)
  return [...new Set([...misdated.map(({ id }) => id), ...listUndatedOutdated(db, articleIds)])]
}

interface DatedRow {
  readonly id: ArticleId
  readonly asOf: string
  readonly asOfDay: number | null
  readonly publishedOn: string | null
}

function listUndatedOutdated(db: ReadHandle, articleIds: readonly ArticleId[]): ArticleId[] {
  return db
    .prepare(
      `SELECT a.id FROM json_each(?) j JOIN article a ON a.id = j.value AND a.deleted_at_ms IS NULL
       WHERE EXISTS (SELECT 1 FROM mention m JOIN entity e ON e.id = m.base_id
         WHERE m.article_id = a.id AND e.found_kind = 'person' AND e.bearer IS NOT NULL
           AND m.found_by NOT IN ('split', 'person')
           AND e.bearer ->> '$.year' IS NOT CAST(substr(a.published_on, 1, 4) AS INTEGER))
         OR EXISTS (SELECT 1 FROM figure f WHERE f.article_id = a.id AND f.as_of IS NULL
           AND f.as_of_day IS NOT unixepoch(a.published_on) / 86400)`,
    )
    .pluck()
    .all(JSON.stringify(articleIds)) as ArticleId[]
}

/** Stores under which names, and as what, an article speaks of an entity. */
export function putNamesAndRoles(
  db: WriteHandle,
  id: EntityId,
  baseId: EntityId,
  articleId: ArticleId,
  entity: Pick<FoundEntity, 'name' | 'aliases' | 'roles'>,
): void {
  const alias = db.prepare(
    'INSERT OR IGNORE INTO entity_alias (entity_id, base_id, article_id, alias, alias_folded) VALUES (?, ?, ?, ?, ?)',
  )
  for (const name of new Set([entity.name, ...entity.aliases])) alias.run(id, baseId, articleId, name, foldText(name))
  const role = db.prepare(
    'INSERT OR IGNORE INTO entity_role (entity_id, base_id, article_id, start, "end", role) VALUES (?, ?, ?, ?, ?, ?)',
  )
  for (const r of entity.roles) role.run(id, baseId, articleId, r.start, r.end, r.role)
}

/** Stores mentions. */
export function insertMentions(db: WriteHandle, mentions: readonly NewMention[]): void {
  const insert = db.prepare(
    `INSERT OR IGNORE INTO mention (article_id, start, "end", entity_id, base_id, kind, surface, confidence,
       found_by, sentence_start, sentence_end)
     VALUES (@articleId, @start, @end, @entityId, @baseId, @kind, @surface, @confidence, @foundBy, @sentenceStart, @sentenceEnd)`,
  )
  for (const mention of mentions) insert.run(mention)
}

const MEASURES_KEY_CHARS = 80

/** What lists sort and filter by. What measures nothing comes last. */
function foldedColumns({ surface, measures, subject, saidBy }: NewFigure) {
  const measuresKey = measures === null ? '~' : foldText(measures).slice(0, MEASURES_KEY_CHARS)
  return { measuresKey, folded: foldText([surface, measures, subject, saidBy].filter(Boolean).join(' ')) }
}

/** Stores figures. */
export function insertFigures(db: WriteHandle, figures: readonly NewFigure[], nowMs: number): void {
  const insert = db.prepare(
    `INSERT INTO figure (id, article_id, start, "end", surface, low, high, hedge, unit, measures, subject, as_of,
       as_of_day, said_by, said_start, subject_start, subject_end, measures_key, folded, confidence, sentence_start, sentence_end, created_at_ms, updated_at_ms)
     VALUES (@id, @articleId, @start, @end, @surface, @low, @high, @hedge, @unit, @measures, @subject, @asOf,
       @asOfDay, @saidBy, @saidStart, @subjectStart, @subjectEnd, @measuresKey, @folded, @confidence, @sentenceStart, @sentenceEnd, @nowMs, @nowMs)`,
  )
  for (const { saidAt, subjectAt, ...figure } of figures) {
    const places = {
      saidStart: saidAt?.start ?? null,
      subjectStart: subjectAt?.start ?? null,
      subjectEnd: subjectAt?.end ?? null,
    }
    insert.run({ ...figure, ...places, ...foldedColumns(figure), nowMs })
  }
}

/** Stores quotations. */
export function insertQuotations(db: WriteHandle, quotations: readonly NewQuotation[]): void {
  const insert = db.prepare(
    `INSERT OR IGNORE INTO quotation (article_id, start, "end", entity_id, base_id, sentence_start, sentence_end)
     VALUES (@articleId, @start, @end, @entityId, @baseId, @sentenceStart, @sentenceEnd)`,
  )
  for (const quotation of quotations) insert.run(quotation)
}
