import type { ImportedDocument } from '#shared/domain/article.ts'
import type { DecodeFailure } from './decode-text.ts'

/**
 * Why a file gives no article. UNSUPPORTED: in a format that Dossier can't read. UNREADABLE: damaged or cut short.
 * ENCRYPTED: locked by a password or a shop. NO_TEXT: pictures of pages, without letters.
 */
export type ImportFileFailure = DecodeFailure | 'UNSUPPORTED' | 'UNREADABLE' | 'ENCRYPTED' | 'NO_TEXT'

/** A file inside a file that gave no article. */
export interface FailedPart {
  readonly name: string
  readonly code: ImportFileFailure
}

/** The articles in a file: one, or many of a book, a table or an archive. */
export type DocumentsResult =
  | {
      readonly kind: 'documents'
      readonly format: string
      readonly documents: readonly ImportedDocument[]
      /** What of an archive could not be read. */
      readonly failed?: readonly FailedPart[]
    }
  | { readonly kind: 'failed'; readonly code: ImportFileFailure }
