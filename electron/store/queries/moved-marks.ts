import type { AnnotationId, ArticleId } from '#shared/domain/ids.ts'
import type { ReadHandle, WriteHandle } from '../handle.ts'
import { findAnnotation } from './annotations.ts'
import { cutPage, readCursor } from './paging.ts'

/** What a mark read before its text changed, and what stood around it. */
export interface MovedFrom {
  readonly quote: string
  readonly before: string
  readonly after: string
}

/** Keeps what a mark that has moved read before. */
export function noteMoved(db: WriteHandle, id: AnnotationId, from: MovedFrom): void {
  db.prepare(
    `INSERT INTO annotation_repair (annotation_id, before, after, places, quote) VALUES (@id, @before, @after, '[]', @quote)
     ON CONFLICT DO UPDATE SET before = @before, after = @after, places = '[]', quote = @quote`,
  ).run({ id, ...from })
}

/** Which moved marks to list. */
export interface MovedFilter {
  readonly articleId?: ArticleId | undefined
  readonly limit: number
  readonly cursor?: string | undefined
}

const moved = `FROM annotation n JOIN article a ON a.id = n.article_id LEFT JOIN annotation_repair r ON r.annotation_id = n.id
  WHERE n.anchor = 'moved' AND n.anchor_score < 1 AND n.deleted_at_ms IS NULL AND a.deleted_at_ms IS NULL`

/** Marks whose words changed with the text and that the person has not confirmed, article by article, the least like first. */
export function listMoved(db: ReadHandle, { articleId, limit, cursor }: MovedFilter) {
  const only = articleId ? 'AND n.article_id = @articleId' : ''
  const values = articleId ? { articleId } : {}
  const after = readCursor(cursor, 3)
  const rows = db
    .prepare(
      `SELECT n.id, n.article_id AS articleId, n.anchor_score AS score, coalesce(r.before, '') AS before,
         coalesce(r.after, '') AS after, coalesce(r.quote, n.quote) AS quote ${moved} ${only}
       ${after ? 'AND (n.article_id, n.anchor_score, n.id) > (@inArticle, @score, @id)' : ''}
       ORDER BY n.article_id, n.anchor_score, n.id LIMIT @limit`,
    )
    .all({
      ...values,
      ...(after && { inArticle: after[0], score: after[1], id: after[2] }),
      limit: limit + 1,
    }) as (MovedFrom & { id: AnnotationId; articleId: ArticleId; score: number })[]
  const page = cutPage(rows, limit, (row) => [row.articleId, row.score, row.id])
  const items = page.items.flatMap(({ id, quote, before, after }) => {
    const annotation = findAnnotation(db, id)
    return annotation ? [{ annotation, quote, before, after }] : []
  })
  const total = db.prepare(`SELECT count(*) ${moved} ${only}`).pluck().get(values) as number
  return { items, nextCursor: page.nextCursor, total }
}

/** Takes moved marks for rightly placed; gives how many there were. */
export function confirmMoved(db: WriteHandle, ids: readonly AnnotationId[], nowMs: number): number {
  const list = JSON.stringify(ids)
  const { changes } = db
    .prepare(
      `UPDATE annotation SET anchor = 'placed', anchor_score = 1, updated_at_ms = ?
       WHERE anchor = 'moved' AND deleted_at_ms IS NULL AND id IN (SELECT value FROM json_each(?))`,
    )
    .run(nowMs, list)
  db.prepare(
    `DELETE FROM annotation_repair WHERE quote IS NOT NULL AND annotation_id IN (SELECT value FROM json_each(?))`,
  ).run(list)
  return changes
}
