import { createHash } from 'node:crypto'
import type { WriteHandle } from '#electron/store/handle.ts'
import { insertArticle } from '#electron/store/queries/articles.ts'
import { putPrint } from '#electron/store/queries/likeness.ts'
import { indexArticle } from '#electron/store/queries/search.ts'
import type { PreparedDocument } from '#electron/workers/prepare-document.ts'
import { type ArticleId, type BookId, newId } from '#shared/domain/ids.ts'
import { canonicalAddress } from '#shared/text/canonical-address.ts'

/** Where an article comes from, besides its document. */
export interface Origin {
  readonly sha256: string | null
  readonly name: string | null
  readonly isStarter: boolean
  /** Its place in a book. */
  readonly chapter?: { readonly bookId: BookId; readonly position: number } | undefined
  /** Whether it was made of marks from elsewhere. */
  readonly isGathered?: boolean
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
      bookId: origin.chapter?.bookId ?? null,
      bookPosition: origin.chapter?.position ?? null,
      isGathered: origin.isGathered ?? false,
      deletedAtMs: as === 'hidden' ? nowMs : null,
    },
    nowMs,
  )
  indexArticle(db, id)
  putPrint(db, id, { addressKey: canonicalAddress(url), print: document.print })
  return id
}
