import type { EntityKind, FoundEntity, FoundFigure } from '#shared/domain/extraction.ts'
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
}

/** A quotation ready to be stored. */
export interface NewQuotation extends SentenceRange {
  readonly articleId: ArticleId
  readonly start: number
  readonly end: number
  readonly entityId: EntityId | null
}

/** Forgets what was found in an article. Entities stay: cards may point at them. End with `countFound`. */
export function clearFound(db: WriteHandle, articleId: ArticleId): void {
  // First of all: its trigger takes from the totals what is still there to be counted.
  db.prepare('DELETE FROM counted_article WHERE article_id = ?').run(articleId)
  for (const table of ['mention', 'quotation', 'figure', 'entity_alias', 'entity_role'])
    db.prepare(`DELETE FROM ${table} WHERE article_id = ?`).run(articleId)
}

/** Adds what is stored now of an article's finds to the totals of the library; nothing while the article is deleted. */
export function countFound(db: WriteHandle, articleId: ArticleId): void {
  db.prepare(
    `UPDATE article SET entity_count = (SELECT count(DISTINCT entity_id) FROM mention WHERE article_id = @articleId),
       figure_count = (SELECT count(*) FROM figure WHERE article_id = @articleId) WHERE id = @articleId`,
  ).run({ articleId })
  db.prepare(
    'INSERT INTO counted_article (article_id) SELECT id FROM article WHERE id = ? AND deleted_at_ms IS NULL',
  ).run(articleId)
}

/** The entities of that name and kind which this article mentions now. */
export function findEntityInArticle(db: ReadHandle, articleId: ArticleId, kind: EntityKind, name: string) {
  const id = db
    .prepare(
      `SELECT e.id FROM entity e WHERE e.kind = ? AND e.name_folded = ? AND e.deleted_at_ms IS NULL
         AND EXISTS (SELECT 1 FROM mention m WHERE m.entity_id = e.id AND m.article_id = ?) LIMIT 1`,
    )
    .pluck()
    .get(kind, foldText(name), articleId)
  return (id as EntityId | undefined) ?? null
}

/**
 * The one entity of that kind with that name, or with it as an alias; null when there is none or more than one: an
 * ambiguous name links to nothing by itself.
 */
export function findEntityByName(db: ReadHandle, kind: EntityKind, name: string): EntityId | null {
  const folded = foldText(name)
  const exact = db
    .prepare('SELECT id FROM entity WHERE name_folded = ? AND kind = ? AND deleted_at_ms IS NULL LIMIT 2')
    .pluck()
    .all(folded, kind) as EntityId[]
  if (exact.length > 0) return exact.length === 1 ? (exact[0] ?? null) : null
  const byAlias = db
    .prepare(
      `SELECT DISTINCT e.id FROM entity_name l JOIN entity e ON e.id = l.entity_id
       WHERE l.name_folded = ? AND e.kind = ? AND e.deleted_at_ms IS NULL
         AND EXISTS (SELECT 1 FROM entity_alias n WHERE n.alias_folded = l.name_folded AND n.entity_id = l.entity_id)
       LIMIT 2`,
    )
    .pluck()
    .all(folded, kind) as EntityId[]
  return byAlias.length === 1 ? (byAlias[0] ?? null) : null
}

/** Stores a new entity. */
export function insertEntity(db: WriteHandle, id: EntityId, entity: FoundEntity, nowMs: number): void {
  db.prepare(
    `INSERT INTO entity (id, kind, detail, name, name_folded, created_at_ms, updated_at_ms)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  ).run(id, entity.kind, entity.detail, entity.name, foldText(entity.name), nowMs, nowMs)
}

/** Stores under which names, and as what, an article speaks of an entity. */
export function putNamesAndRoles(db: WriteHandle, id: EntityId, articleId: ArticleId, entity: FoundEntity): void {
  const alias = db.prepare(
    'INSERT OR IGNORE INTO entity_alias (entity_id, article_id, alias, alias_folded) VALUES (?, ?, ?, ?)',
  )
  for (const name of new Set([entity.name, ...entity.aliases])) alias.run(id, articleId, name, foldText(name))
  const role = db.prepare(
    'INSERT OR IGNORE INTO entity_role (entity_id, article_id, start, "end", role) VALUES (?, ?, ?, ?, ?)',
  )
  for (const r of entity.roles) role.run(id, articleId, r.start, r.end, r.role)
}

/** Stores mentions. */
export function insertMentions(db: WriteHandle, mentions: readonly NewMention[]): void {
  const insert = db.prepare(
    `INSERT OR IGNORE INTO mention (article_id, start, "end", entity_id, kind, surface, confidence, found_by,
       sentence_start, sentence_end)
     VALUES (@articleId, @start, @end, @entityId, @kind, @surface, @confidence, @foundBy, @sentenceStart, @sentenceEnd)`,
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
       said_by, measures_key, folded, confidence, sentence_start, sentence_end, created_at_ms, updated_at_ms)
     VALUES (@id, @articleId, @start, @end, @surface, @low, @high, @hedge, @unit, @measures, @subject, @asOf,
       @saidBy, @measuresKey, @folded, @confidence, @sentenceStart, @sentenceEnd, @nowMs, @nowMs)`,
  )
  for (const figure of figures) insert.run({ ...figure, ...foldedColumns(figure), nowMs })
}

/** Stores quotations. */
export function insertQuotations(db: WriteHandle, quotations: readonly NewQuotation[]): void {
  const insert = db.prepare(
    `INSERT OR IGNORE INTO quotation (article_id, start, "end", entity_id, sentence_start, sentence_end)
     VALUES (@articleId, @start, @end, @entityId, @sentenceStart, @sentenceEnd)`,
  )
  for (const quotation of quotations) insert.run(quotation)
}
