import { createHash } from 'node:crypto'
import { plainTextToDocument } from '#electron/formats/import/plain-text.ts'
import type { ImportedDocument } from '#shared/domain/article.ts'
import { printText, type TextPrint } from '#shared/text/text-print.ts'

/** A document with what is stored beside it and takes long to find in a long text. */
export interface PreparedDocument extends ImportedDocument {
  /** Tells whether two articles say the same: the words of title and text, without regard to white space. Hex. */
  readonly contentSha256: string
  readonly wordCount: number
  /** What it is compared by with others; null for a text too short for that. */
  readonly print: TextPrint | null
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
    print: printText(document.text),
  }
}

/** A text that was pasted, as a document; `title` is what the person calls it, null to find one in it. */
export function parseText(text: string, title: string | null): PreparedDocument {
  return prepareDocument(plainTextToDocument(text, title === null ? {} : { title }))
}
