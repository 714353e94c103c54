import type { ImportedDocument } from '#shared/domain/article.ts'
import { type DecodeFailure, decodeText } from './decode-text.ts'
import { markdownToDocument } from './markdown.ts'
import { plainTextToDocument } from './plain-text.ts'

/** Why a file gives no article. UNSUPPORTED: it is text, but in a format whose marks would be read as words. */
export type ImportFileFailure = DecodeFailure | 'UNSUPPORTED'

export type ImportResult =
  | { readonly kind: 'imported'; readonly format: string; readonly document: ImportedDocument }
  | { readonly kind: 'failed'; readonly code: ImportFileFailure }

/** One kind of text file. The first whose `accepts` agrees reads it. */
interface TextFormat {
  readonly id: string
  /** `extension`: lower case, without the dot. `head`: the first characters of the text, without leading white space. */
  accepts(extension: string, head: string): boolean
  /** The article, or null when the format is known but can't be read. */
  read(name: string, text: string): ImportedDocument | null
}

const HEAD_CHARS = 200

const FORMATS: readonly TextFormat[] = [
  {
    id: 'web-page',
    accepts: (_extension, head) => /^(?:<\?xml|<!doctype|<html|<head|<rss|<svg)/i.test(head),
    read: () => null,
  },
  { id: 'rich-text', accepts: (_extension, head) => head.startsWith('{\\rtf'), read: () => null },
  {
    id: 'markdown',
    accepts: (extension) => ['md', 'markdown', 'mdown', 'mkd'].includes(extension),
    read: (name, text) => markdownToDocument(text, name),
  },
  { id: 'text', accepts: () => true, read: (name, text) => plainTextToDocument(text, { fileName: name }) },
]

/** The article in a file. `name` decides on the format where the bytes do not. Never throws; linear in its size. */
export function importFile(name: string, bytes: Uint8Array): ImportResult {
  const decoded = decodeText(bytes)
  if (decoded.kind === 'failed') return decoded
  const extension = /\.([A-Za-z0-9]{1,12})$/.exec(name.slice(-20))?.[1]?.toLowerCase() ?? ''
  const head = decoded.text.slice(0, HEAD_CHARS).trimStart()
  const format = FORMATS.find((candidate) => candidate.accepts(extension, head))
  const document = format?.read(name, decoded.text) ?? null
  if (format === undefined || document === null) return { kind: 'failed', code: 'UNSUPPORTED' }
  return document.text === '' ? { kind: 'failed', code: 'EMPTY' } : { kind: 'imported', format: format.id, document }
}
