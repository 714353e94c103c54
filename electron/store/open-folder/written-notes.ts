import type { ArticleId } from '#shared/domain/ids.ts'
import type { ReadHandle } from '../handle.ts'

/** What the person wrote on the live marks of an article, to the letter, by the id of the mark. */
export function listWrittenNotes(db: ReadHandle, articleId: ArticleId): Map<string, string> {
  const rows = db
    .prepare('SELECT id, note FROM annotation WHERE article_id = ? AND deleted_at_ms IS NULL')
    .all(articleId) as { id: string; note: string }[]
  return new Map(rows.map(({ id, note }) => [id, note]))
}
