import type { AnnotationId, ArticleId, CardId } from '#shared/domain/ids.ts'
import type { QuotePlace } from '#shared/text/find-quote.ts'
import type { ReadHandle, WriteHandle } from '../handle.ts'
import { type AnchorState, type AnnotationChange, findAnnotation } from './annotations.ts'
import { cutPage, readCursor } from './paging.ts'

/** A passage of an article's text that a mark or a card stands on, or once stood on when `start` is null. */
export interface StoredPassage {
  readonly id: AnnotationId | CardId
  readonly kind: 'annotation' | 'card'
  readonly start: number | null
  readonly end: number | null
  readonly quote: string
  readonly prefix: string
  readonly suffix: string
}

/** All passages of an article that have to follow its text: those of marks and of cards. */
export function listPassages(db: ReadHandle, articleId: ArticleId): StoredPassage[] {
  return db
    .prepare(
      `SELECT id, 'annotation' AS kind, start, "end", quote, prefix, suffix FROM annotation
       WHERE article_id = @articleId AND deleted_at_ms IS NULL AND quote <> '' AND anchor <> 'detached'
       UNION ALL
       SELECT id, 'card', start, "end", quote, '', '' FROM card
       WHERE article_id = @articleId AND deleted_at_ms IS NULL AND start IS NOT NULL AND quote <> ''`,
    )
    .all({ articleId }) as StoredPassage[]
}

/** Puts a mark where its passage surely is now. */
export function putAnchor(
  db: WriteHandle,
  id: AnnotationId,
  to: AnnotationChange,
  state: AnchorState,
  score: number,
  nowMs: number,
): void {
  db.prepare(
    `UPDATE annotation SET start = @start, "end" = @end, quote = @quote, prefix = @prefix, suffix = @suffix,
       anchor = @state, anchor_score = @score, updated_at_ms = @nowMs WHERE id = @id`,
  ).run({ ...to, id, state, score, nowMs })
  db.prepare('DELETE FROM annotation_repair WHERE annotation_id = ?').run(id)
}

/** What is known of a mark whose passage is not surely found: what stood around it, and where it may be. */
export interface Repair {
  readonly before: string
  readonly after: string
  readonly places: readonly QuotePlace[]
}

/** Takes a mark off the text, for the person to say where it belongs; its quote stays as it was. */
export function setAdrift(
  db: WriteHandle,
  id: AnnotationId,
  state: 'unsure' | 'lost',
  repair: Repair,
  nowMs: number,
): void {
  db.prepare(
    `UPDATE annotation SET start = NULL, "end" = NULL, anchor = ?, anchor_score = ?, updated_at_ms = ? WHERE id = ?`,
  ).run(state, repair.places[0]?.score ?? 0, nowMs, id)
  db.prepare(
    `INSERT INTO annotation_repair (annotation_id, before, after, places) VALUES (@id, @before, @after, @places)
     ON CONFLICT DO UPDATE SET places = @places, quote = NULL,
       before = iif(quote IS NULL, before, @before), after = iif(quote IS NULL, after, @after)`,
  ).run({ id, before: repair.before, after: repair.after, places: JSON.stringify(repair.places) })
}

/** Keeps marks as quotes without a place; gives how many there were. */
export function detachAnnotations(db: WriteHandle, ids: readonly AnnotationId[], nowMs: number): number {
  const list = JSON.stringify(ids)
  db.prepare('DELETE FROM annotation_repair WHERE annotation_id IN (SELECT value FROM json_each(?))').run(list)
  return db
    .prepare(
      `UPDATE annotation SET anchor = 'detached', anchor_score = 0, updated_at_ms = ?
       WHERE anchor IN ('unsure', 'lost') AND deleted_at_ms IS NULL AND id IN (SELECT value FROM json_each(?))`,
    )
    .run(nowMs, list).changes
}

/**
 * Lets the cards of a mark follow it: those without a place, and those that stood where it stood. What they were made
 * from is what it said then.
 */
export function moveCardsOf(
  db: WriteHandle,
  id: AnnotationId,
  from: { readonly start: number | null; readonly end: number | null },
  to: AnnotationChange,
  nowMs: number,
): void {
  db.prepare(
    `UPDATE card SET start = @start, "end" = @end, updated_at_ms = @nowMs
     WHERE annotation_id = @id AND deleted_at_ms IS NULL
       AND (start IS NULL OR (start < @fromEnd AND "end" > @fromStart))`,
  ).run({ start: to.start, end: to.end, fromStart: from.start, fromEnd: from.end, id, nowMs })
}

/** Puts a card's passage where it is now. The card keeps its quote: by that a change of its source is told. */
export function putCardPassage(
  db: WriteHandle,
  id: CardId,
  place: { start: number; end: number } | null,
  nowMs: number,
): void {
  db.prepare('UPDATE card SET start = ?, "end" = ?, updated_at_ms = ? WHERE id = ?').run(
    place?.start ?? null,
    place?.end ?? null,
    nowMs,
    id,
  )
}

/** Which marks without a place to list. */
export interface RepairFilter {
  readonly articleId?: ArticleId | undefined
  readonly minScore?: number | undefined
  readonly limit: number
  readonly cursor?: string | undefined
}

const adrift = `FROM annotation n JOIN article a ON a.id = n.article_id LEFT JOIN annotation_repair r ON r.annotation_id = n.id
  WHERE n.anchor IN ('unsure', 'lost') AND n.deleted_at_ms IS NULL AND a.deleted_at_ms IS NULL
    AND n.anchor_score >= @minScore`

/** Marks that wait for the person, article by article, the most likely first. */
export function listRepairs(db: ReadHandle, { articleId, minScore = 0, limit, cursor }: RepairFilter) {
  const only = articleId ? 'AND n.article_id = @articleId' : ''
  const values = { minScore, ...(articleId && { articleId }) }
  const after = readCursor(cursor, 3)
  const rows = db
    .prepare(
      `SELECT n.id, n.article_id AS articleId, -n.anchor_score AS rank, r.before, r.after, r.places ${adrift} ${only}
       ${after ? 'AND (n.article_id, -n.anchor_score, n.id) > (@inArticle, @rank, @id)' : ''}
       ORDER BY n.article_id, -n.anchor_score, n.id LIMIT @limit`,
    )
    .all({
      ...values,
      ...(after && { inArticle: after[0], rank: after[1], id: after[2] }),
      limit: limit + 1,
    }) as RepairRow[]
  const page = cutPage(rows, limit, (row) => [row.articleId, row.rank, row.id])
  const items = page.items.flatMap((row) => {
    const annotation = findAnnotation(db, row.id)
    return annotation ? [{ annotation, ...toRepair(row) }] : []
  })
  const total = db.prepare(`SELECT count(*) ${adrift} ${only}`).pluck().get(values) as number
  return { items, nextCursor: page.nextCursor, total }
}

interface RepairRow {
  readonly id: AnnotationId
  readonly articleId: ArticleId
  readonly rank: number
  readonly before: string | null
  readonly after: string | null
  readonly places: string | null
}

function toRepair({ before, after, places }: RepairRow): Repair {
  // Written by `setAdrift` alone.
  return { before: before ?? '', after: after ?? '', places: JSON.parse(places ?? '[]') as QuotePlace[] }
}
