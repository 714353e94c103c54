import type { AnnotationId, ArticleId, CategoryId, EntityId } from '#shared/domain/ids.ts'
import { foldText } from '#shared/text/fold.ts'
import type { ReadHandle, WriteHandle } from '../handle.ts'
import { type LinkedEntity, linkedToEntity, listLinksOf } from './mark-links.ts'
import { countIn, cutPage, type Page, readCursor } from './paging.ts'
import { entriesWith } from './search.ts'
import { listTagsOf } from './tags.ts'

/** How surely a mark stands where it stands; the last three have no place. */
export type AnchorState = 'placed' | 'moved' | 'unsure' | 'lost' | 'detached'

/** A mark, or a note on the article when `start` and `end` are null. */
export interface AnnotationRow {
  readonly id: AnnotationId
  readonly articleId: ArticleId
  readonly articleTitle: string
  readonly start: number | null
  readonly end: number | null
  readonly quote: string
  readonly anchor: AnchorState
  readonly anchorScore: number
  readonly categoryId: CategoryId | null
  readonly note: string
  readonly tags: string[]
  readonly entities: LinkedEntity[]
  readonly createdAtMs: number
  readonly updatedAtMs: number
}

/** A new mark, with the words around it, by which it can be found again when the text changes. */
export interface NewAnnotation {
  readonly id: AnnotationId
  readonly articleId: ArticleId
  readonly start: number | null
  readonly end: number | null
  readonly quote: string
  readonly prefix: string
  readonly suffix: string
  readonly categoryId: CategoryId | null
  readonly note: string
}

const select = `
  SELECT n.id, n.article_id AS articleId, a.title AS articleTitle, n.start, n."end" AS "end", n.quote,
    n.anchor, n.anchor_score AS anchorScore, n.category_id AS categoryId, n.note, n.created_at_ms AS createdAtMs, n.updated_at_ms AS updatedAtMs
  FROM annotation n JOIN article a ON a.id = n.article_id`
const live = 'n.deleted_at_ms IS NULL AND a.deleted_at_ms IS NULL'

function withTagsAndLinks(db: ReadHandle, rows: Omit<AnnotationRow, 'tags' | 'entities'>[]): AnnotationRow[] {
  const ids = rows.map((row) => row.id)
  const tags = listTagsOf(db, 'annotation', ids)
  const links = listLinksOf(db, ids)
  return rows.map((row) => ({ ...row, tags: tags.get(row.id) ?? [], entities: links.get(row.id) ?? [] }))
}

/** Stores a mark; `updatedAtMs` when it was changed since it was made. */
export function insertAnnotation(
  db: WriteHandle,
  annotation: NewAnnotation,
  nowMs: number,
  updatedAtMs: number = nowMs,
): void {
  db.prepare(
    `INSERT INTO annotation (id, article_id, start, "end", quote, prefix, suffix, category_id, note, created_at_ms, updated_at_ms)
     VALUES (@id, @articleId, @start, @end, @quote, @prefix, @suffix, @categoryId, @note, @nowMs, @updatedAtMs)`,
  ).run({ ...annotation, nowMs, updatedAtMs })
}

/** Whether no mark has this id, nor had it before it was deleted. */
export function isFreeId(db: ReadHandle, id: string): id is AnnotationId {
  return db.prepare('SELECT 1 FROM annotation WHERE id = ?').get(id) === undefined
}

/** A live mark, or null. */
export function findAnnotation(db: ReadHandle, id: AnnotationId): AnnotationRow | null {
  const row = db.prepare(`${select} WHERE ${live} AND n.id = ?`).get(id) as AnnotationRow | undefined
  return row ? (withTagsAndLinks(db, [row])[0] ?? null) : null
}

/** What of a mark can change. */
export type AnnotationChange = Pick<NewAnnotation, 'start' | 'end' | 'quote' | 'prefix' | 'suffix'>

/** Gives a mark another category or note. */
export function updateAnnotation(
  db: WriteHandle,
  id: AnnotationId,
  { categoryId, note }: Pick<NewAnnotation, 'categoryId' | 'note'>,
  nowMs: number,
): void {
  db.prepare('UPDATE annotation SET category_id = ?, note = ?, updated_at_ms = ? WHERE id = ?').run(
    categoryId,
    note,
    nowMs,
    id,
  )
}

/** Moves a mark to another passage. */
export function moveAnnotation(db: WriteHandle, id: AnnotationId, to: AnnotationChange, nowMs: number): void {
  db.prepare(
    `UPDATE annotation SET start = @start, "end" = @end, quote = @quote, prefix = @prefix, suffix = @suffix,
       anchor = 'placed', anchor_score = 1, updated_at_ms = @nowMs WHERE id = @id`,
  ).run({ ...to, id, nowMs })
}

/** Makes the cards of some marks those of another. */
export function giveCards(db: WriteHandle, from: readonly AnnotationId[], to: AnnotationId, nowMs: number): void {
  db.prepare(
    `UPDATE card SET annotation_id = ?, updated_at_ms = ?
     WHERE deleted_at_ms IS NULL AND annotation_id IN (SELECT value FROM json_each(?))`,
  ).run(to, nowMs, JSON.stringify(from))
}

/** Deletes live marks, softly; gives how many there were. */
export function deleteAnnotations(db: WriteHandle, ids: readonly AnnotationId[], nowMs: number): number {
  return db
    .prepare(
      `UPDATE annotation SET deleted_at_ms = ?, updated_at_ms = ?
       WHERE deleted_at_ms IS NULL AND id IN (SELECT value FROM json_each(?))`,
    )
    .run(nowMs, nowMs, JSON.stringify(ids)).changes
}

/** Which marks to list. */
export interface AnnotationFilter {
  readonly articleId?: ArticleId | undefined
  readonly categoryId?: CategoryId | undefined
  readonly tag?: string | undefined
  readonly entityId?: EntityId | undefined
  readonly fromMs?: number | undefined
  readonly beforeMs?: number | undefined
  readonly query?: string | undefined
  readonly limit: number
  readonly cursor?: string | undefined
}

/** Marks of one article by place (notes on the whole article first), or of all newest first. */
export function listAnnotations(db: ReadHandle, filter: AnnotationFilter): Page<AnnotationRow> & { total: number } {
  const { articleId, categoryId, tag, entityId, fromMs, beforeMs } = filter
  const needle = foldText(filter.query ?? '')
  const where = [
    'n.deleted_at_ms IS NULL',
    articleId && 'AND n.article_id = @articleId',
    categoryId && 'AND n.category_id = @categoryId',
    needle !== '' && `AND n.id IN (${entriesWith('annotation')})`,
    tag !== undefined && `AND n.id IN (${annotationsTagged})`,
    entityId && `AND ${namesEntity}`,
    fromMs !== undefined && 'AND n.created_at_ms >= @fromMs',
    beforeMs !== undefined && 'AND n.created_at_ms < @beforeMs',
  ]
    .filter(Boolean)
    .join(' ')
  const values = {
    ...(articleId && { articleId }),
    ...(categoryId && { categoryId }),
    ...(needle !== '' && { needle }),
    ...(tag !== undefined && { tag }),
    ...(entityId && { entityId }),
    ...(fromMs !== undefined && { fromMs }),
    ...(beforeMs !== undefined && { beforeMs }),
  }
  const [key, direction, sign] = articleId ? ['coalesce(n.start, -1)', 'ASC', '>'] : ['n.created_at_ms', 'DESC', '<']
  const after = readCursor(filter.cursor, 2)
  const rows = db
    .prepare(
      `${select.replace('FROM annotation', `, ${key} AS sortKey FROM annotation`)}
       WHERE a.deleted_at_ms IS NULL AND ${where} ${after ? `AND (${key}, n.id) ${sign} (@sortKey, @id)` : ''}
       ORDER BY ${key} ${direction}, n.id ${direction} LIMIT @limit`,
    )
    .all({
      ...values,
      ...(after && { sortKey: after[0], id: after[1] }),
      limit: filter.limit + 1,
    }) as (AnnotationRow & { sortKey: number })[]
  const page = cutPage(rows, filter.limit, (row) => [row.sortKey, row.id])
  return {
    items: withTagsAndLinks(
      db,
      page.items.map(({ sortKey: _, ...row }) => row),
    ),
    nextCursor: page.nextCursor,
    total: countIn(db, 'annotation n', where, values),
  }
}

const annotationsTagged = `SELECT l.annotation_id FROM annotation_tag l JOIN tag t ON t.id = l.tag_id WHERE t.name = @tag`

const namesEntity = `(${linkedToEntity('n.id')} OR EXISTS (SELECT 1 FROM mention m WHERE m.entity_id = @entityId
  AND m.article_id = n.article_id AND m.start < n."end" AND m."end" > n.start))`

/** Live marks in these articles. */
export function listAnnotationIdsOf(db: ReadHandle, articleIds: readonly ArticleId[]): AnnotationId[] {
  return db
    .prepare(
      'SELECT id FROM annotation WHERE deleted_at_ms IS NULL AND article_id IN (SELECT value FROM json_each(?)) ORDER BY id',
    )
    .pluck()
    .all(JSON.stringify(articleIds)) as AnnotationId[]
}
