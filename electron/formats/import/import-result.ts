import type { ImportedDocument } from '#shared/domain/article.ts'
import type { CardSet, MarkedSource, SavedAddress } from '#shared/domain/imported.ts'
import type { DecodeFailure } from './decode-text.ts'

/**
 * Why a file gives no article. UNSUPPORTED: in a format that Dossier can't read. UNREADABLE: damaged or cut short.
 * ENCRYPTED: locked by a password or a shop. NO_TEXT: pictures of pages, without letters. SOUND: sound, which has no
 * place on a card. NO_CARD: notes of which no card can be made, without a question or an answer.
 */
export type ImportFileFailure =
  | DecodeFailure
  | 'UNSUPPORTED'
  | 'UNREADABLE'
  | 'ENCRYPTED'
  | 'NO_TEXT'
  | 'SOUND'
  | 'NO_CARD'

/** A file inside a file that gave no article. */
export interface FailedPart {
  readonly name: string
  readonly code: ImportFileFailure
}

/** A book whose chapters are the documents, in their order. */
export interface ImportedBook {
  readonly title: string
  readonly byline: string | null
}

/** What is in a file: articles, one or many of a book, a table or an archive; and what was made elsewhere. */
export interface ImportedFile {
  readonly kind: 'documents'
  readonly format: string
  readonly documents: readonly ImportedDocument[]
  /** What of an archive could not be read. */
  readonly failed?: readonly FailedPart[]
  readonly book?: ImportedBook
  readonly sources?: readonly MarkedSource[]
  readonly cardSets?: readonly CardSet[]
  readonly addresses?: readonly SavedAddress[]
}

/** What a file holds, or why it can't be read. */
export type DocumentsResult = ImportedFile | { readonly kind: 'failed'; readonly code: ImportFileFailure }

/**
 * A file that holds marks, cards or addresses and no article of its own; EMPTY when it holds none. A mark without words
 * and tags (a drawing, a page that was dog-eared) is none.
 */
export function importedParts(
  format: string,
  parts: Pick<ImportedFile, 'sources' | 'cardSets' | 'addresses'> & { readonly documents?: ImportedFile['documents'] },
): DocumentsResult {
  const { documents = [], cardSets = [], addresses = [] } = parts
  const sources = (parts.sources ?? [])
    .map((source) => ({ ...source, marks: source.marks.filter(saysSomething) }))
    .filter(({ marks }) => marks.length > 0)
  const count = documents.length + sources.length + cardSets.length + addresses.length
  if (count === 0) return { kind: 'failed', code: 'EMPTY' }
  return { kind: 'documents', format, documents, sources, cardSets, addresses }
}

function saysSomething({ quote, note, tags }: MarkedSource['marks'][number]): boolean {
  return quote !== '' || note !== '' || tags.length > 0
}
