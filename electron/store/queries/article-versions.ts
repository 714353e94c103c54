import type { ArticleId } from '#shared/domain/ids.ts'
import type { ReadHandle, WriteHandle } from '../handle.ts'
import { type NewArticle, titleKeyOf } from './articles.ts'

/** The live article that has that content, or has had it before its text was changed; null when there is none. */
export function findArticleByContent(db: ReadHandle, contentSha256: string): { id: ArticleId; title: string } | null {
  const row = db
    .prepare(
      `SELECT id, title FROM article WHERE content_sha256 = @hash AND deleted_at_ms IS NULL
       UNION ALL SELECT a.id, a.title FROM article_earlier_text e JOIN article a ON a.id = e.article_id
       WHERE e.content_sha256 = @hash AND a.deleted_at_ms IS NULL LIMIT 1`,
    )
    .get({ hash: contentSha256 })
  return (row as { id: ArticleId; title: string } | undefined) ?? null
}

/** Remembers the text that an article has now as one that it has had. */
export function noteEarlierText(db: WriteHandle, id: ArticleId): void {
  db.prepare(
    `INSERT OR IGNORE INTO article_earlier_text (article_id, content_sha256)
     SELECT id, content_sha256 FROM article WHERE id = ?`,
  ).run(id)
}

/**
 * The live article of which a document is another version: from the same address, or with the same title from the same
 * source, of the same day if both have one. Null when there is none, or more than one.
 */
export function findEarlierVersion(
  db: ReadHandle,
  { url, title, source, publishedOn }: Pick<NewArticle, 'url' | 'title' | 'source' | 'publishedOn'>,
): { id: ArticleId; title: string } | null {
  const rows = db
    .prepare(
      `SELECT id, title FROM article WHERE deleted_at_ms IS NULL AND title_key = @titleKey AND title = @title
         AND source = @source AND coalesce(published_on = @publishedOn, 1) AND coalesce(url = @url, 1)
       UNION SELECT id, title FROM article WHERE deleted_at_ms IS NULL AND url = @url LIMIT 2`,
    )
    .all({ titleKey: titleKeyOf(title), title, source, publishedOn, url })
  return rows.length === 1 ? (rows[0] as { id: ArticleId; title: string }) : null
}
