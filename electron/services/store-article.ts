import { createHash } from 'node:crypto'
import type { WriteHandle } from '#electron/store/handle.ts'
import { insertArticle } from '#electron/store/queries/articles.ts'
import { indexArticle } from '#electron/store/queries/search.ts'
import type { PreparedDocument } from '#electron/workers/prepare-document.ts'
import { type ArticleId, newId } from '#shared/domain/ids.ts'

/** Where an article comes from, besides its document. */
export interface Origin {
  readonly sha256: string | null
  readonly name: string | null
  readonly isStarter: boolean
}

/** SHA-256 (hex) of bytes or of a text in UTF-8. */
export function sha256(data: Uint8Array | string): string {
  return createHash('sha256').update(data).digest('hex')
}

/** Stores a document as an article with its place in the search index, for `showArticle` if hidden; gives its id. */
export function storeArticle(
  db: WriteHandle,
  document: PreparedDocument,
  origin: Origin,
  nowMs: number,
  as: 'shown' | 'hidden',
): ArticleId {
  const id = newId<ArticleId>(nowMs)
  const { title, source, byline, publishedOn, language, url, text, blocks, contentSha256, wordCount } = document
  insertArticle(
    db,
    {
      id,
      title,
      source,
      byline,
      publishedOn,
      language,
      url,
      contentSha256,
      originalSha256: origin.sha256,
      originalName: origin.name,
      text,
      wordCount,
      blocks,
      isStarter: origin.isStarter,
      deletedAtMs: as === 'hidden' ? nowMs : null,
    },
    nowMs,
  )
  indexArticle(db, id)
  return id
}
