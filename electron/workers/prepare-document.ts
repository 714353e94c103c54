import { createHash } from 'node:crypto'
import { plainTextToDocument } from '#electron/formats/import/plain-text.ts'
import type { ImportedDocument } from '#shared/domain/article.ts'

/** A document with what is stored beside it and takes long to find in a long text. */
export interface PreparedDocument extends ImportedDocument {
  /** Tells whether two articles say the same: the words of title and text, without regard to white space. Hex. */
  readonly contentSha256: string
  readonly wordCount: number
}

/** Reads what is stored of a document as a whole. Cost: 100 ms for a million characters. */
export function prepareDocument(document: ImportedDocument): PreparedDocument {
  const words = `${document.title}\n${document.text}`
    .normalize('NFC')
    .replace(/\s{2,}|[^\S ]/g, ' ')
    .trim()
  return {
    ...document,
    contentSha256: createHash('sha256').update(words).digest('hex'),
    wordCount: document.text.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu)?.length ?? 0,
  }
}

/** A text that was pasted, as a document; `title` is what the person calls it, null to find one in it. */
export function parseText(text: string, title: string | null): PreparedDocument {
  return prepareDocument(plainTextToDocument(text, title === null ? {} : { title }))
}
