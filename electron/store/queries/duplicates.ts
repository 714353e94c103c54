import type { AnnotationId, ArticleId, CardId } from '#shared/domain/ids.ts'
import type { ReadHandle, WriteHandle } from '../handle.ts'
import { cutPage, readCursor } from './paging.ts'

/** Two articles that may be one. */
export interface DuplicateRow {
  readonly firstId: ArticleId
  readonly secondId: ArticleId
  readonly likeness: number
  readonly isSameAddress: boolean
}

// Chapters of one book repeat each other and are no duplicates.
const pairs = `FROM near_article n
  JOIN article a ON a.id = n.first_id AND a.deleted_at_ms IS NULL
  JOIN article b ON b.id = n.second_id AND b.deleted_at_ms IS NULL
  WHERE (a.book_id IS NULL OR a.book_id IS NOT b.book_id)
    AND NOT EXISTS (SELECT 1 FROM kept_apart k WHERE k.first_id = n.first_id AND k.second_id = n.second_id)`

/** Pairs of live articles that may be one, the likest first. */
export function listDuplicates(
  db: ReadHandle,
  { limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined },
) {
  const after = readCursor(cursor, 3)
  const rows = db
    .prepare(
      `SELECT n.first_id AS firstId, n.second_id AS secondId, n.likeness, n.same_address AS isSameAddress ${pairs}
       ${after ? 'AND (-n.likeness, n.first_id, n.second_id) > (@likeness, @first, @second)' : ''}
       ORDER BY -n.likeness, n.first_id, n.second_id LIMIT @limit`,
    )
    .all({ limit: limit + 1, ...(after && { likeness: after[0], first: after[1], second: after[2] }) }) as (Omit<
    DuplicateRow,
    'isSameAddress'
  > & { isSameAddress: number })[]
  const page = cutPage(rows, limit, (row) => [-row.likeness, row.firstId, row.secondId])
  const total = db.prepare(`SELECT count(*) ${pairs}`).pluck().get() as number
  const items = page.items.map((row): DuplicateRow => ({ ...row, isSameAddress: row.isSameAddress === 1 }))
  return { items, nextCursor: page.nextCursor, total }
}

/** Notes that two articles are two. */
export function keepApart(db: WriteHandle, one: ArticleId, other: ArticleId, nowMs: number): void {
  const [first, second] = one < other ? [one, other] : [other, one]
  db.prepare('INSERT INTO kept_apart (first_id, second_id, created_at_ms) VALUES (?, ?, ?) ON CONFLICT DO NOTHING').run(
    first,
    second,
    nowMs,
  )
}

/** Makes the marks and cards of one article those of another; where they stand is said apart. Gives their ids. */
export function giveNotes(
  db: WriteHandle,
  from: ArticleId,
  to: ArticleId,
  nowMs: number,
): { readonly annotations: AnnotationId[]; readonly cards: CardId[] } {
  const move = (table: 'annotation' | 'card') =>
    db
      .prepare(
        `UPDATE ${table} SET article_id = ?, updated_at_ms = ? WHERE article_id = ? AND deleted_at_ms IS NULL RETURNING id`,
      )
      .pluck()
      .all(to, nowMs, from)
  // Ids of the tables that were asked.
  return { annotations: move('annotation') as AnnotationId[], cards: move('card') as CardId[] }
}
