import { isZip, openZip } from './archive/open-zip.ts'
import { epubToDocuments } from './book/epub.ts'
import { decodeText } from './decode-text.ts'
import { decodePage } from './html/decode-page.ts'
import { isMhtml, mhtmlToDocuments } from './html/mhtml.ts'
import { webPageToDocument } from './html/web-page.ts'
import type { DocumentsResult, FailedPart, ImportFileFailure } from './import-result.ts'
import { markdownToDocument } from './markdown.ts'
import { isPdf, pdfToDocuments } from './pdf/pdf.ts'
import { plainTextToDocument } from './plain-text.ts'
import { csvToDocuments, jsonToDocuments } from './tabular/tables.ts'
import { wordDocumentToDocuments } from './word-document.ts'

const HEAD_CHARS = 2000
const MARKDOWN = new Set(['md', 'markdown', 'mdown', 'mkd'])
const WEB = new Set(['html', 'htm', 'xhtml', 'xht'])

/** One kind of text file. The first whose `accepts` agrees reads it. */
interface TextFormat {
  /** `extension`: lower case, without the dot. `head`: the first characters of the text, without leading white space. */
  accepts(extension: string, head: string): boolean
  read(name: string, text: string, bytes: Uint8Array): DocumentsResult | Promise<DocumentsResult>
}

const failed = (code: ImportFileFailure): DocumentsResult => ({ kind: 'failed', code })

const FORMATS: readonly TextFormat[] = [
  { accepts: (_extension, head) => head.startsWith('{\\rtf'), read: () => failed('UNSUPPORTED') },
  { accepts: (_extension, head) => isMhtml(head), read: (name, _text, bytes) => mhtmlToDocuments(bytes, name) },
  {
    accepts: (extension, head) => WEB.has(extension) || /^(?:<!doctype html|<html\b|<head\b)/i.test(head),
    read: (name, _text, bytes) => one('web-page', webPageToDocument(decodePage(bytes), name)),
  },
  {
    accepts: (_extension, head) => /^(?:<\?xml|<!doctype|<rss|<svg)/i.test(head),
    read: (name, text) =>
      /<html\b/i.test(text.slice(0, HEAD_CHARS))
        ? one('web-page', webPageToDocument(text, name))
        : failed('UNSUPPORTED'),
  },
  {
    accepts: (extension) => MARKDOWN.has(extension),
    read: (name, text) => one('markdown', markdownToDocument(text, name)),
  },
  { accepts: (extension) => extension === 'csv' || extension === 'tsv', read: (_name, text) => csvToDocuments(text) },
  {
    accepts: (extension) => extension === 'json' || extension === 'jsonl' || extension === 'ndjson',
    read: (_name, text) => jsonToDocuments(text),
  },
  { accepts: () => true, read: (name, text) => one('text', plainTextToDocument(text, { fileName: name })) },
]

/** The articles in a file. The bytes decide on the format, and `name` where they do not. Never throws. */
export async function importFile(name: string, bytes: Uint8Array): Promise<DocumentsResult> {
  if (isPdf(bytes)) return pdfToDocuments(bytes, name)
  if (isZip(bytes)) return importArchive(name, bytes)
  return importText(name, bytes)
}

async function importText(name: string, bytes: Uint8Array): Promise<DocumentsResult> {
  const decoded = decodeText(bytes)
  if (decoded.kind === 'failed') return decoded
  const head = decoded.text.slice(0, HEAD_CHARS).trimStart()
  const format = FORMATS.find((candidate) => candidate.accepts(extensionOf(name), head))
  return format ? format.read(name, decoded.text, bytes) : failed('UNSUPPORTED')
}

/** Lower case, without the dot. */
function extensionOf(name: string): string {
  return /\.([A-Za-z0-9]{1,12})$/.exec(name.slice(-20))?.[1]?.toLowerCase() ?? ''
}

function one(format: string, document: ReturnType<typeof plainTextToDocument>): DocumentsResult {
  return document.text === '' ? failed('EMPTY') : { kind: 'documents', format, documents: [document] }
}

/** A book and a Word file are archives too; what else is one is opened, and each of its files read. */
async function importArchive(name: string, bytes: Uint8Array): Promise<DocumentsResult> {
  const names = new Set<string>()
  const listing = openZip(bytes, (entry) => {
    if (names.size < 10_000) names.add(entry)
    return false
  })
  if (listing.kind === 'failed') return listing
  if (names.has('META-INF/container.xml')) return epubToDocuments(bytes, name)
  if (names.has('word/document.xml')) return wordDocumentToDocuments(bytes, name)
  if (names.has('[Content_Types].xml') || [...names].some((entry) => /^collection\.anki2/.test(entry)))
    return failed('UNSUPPORTED')
  return importEntries(bytes)
}

/** Folders of the archive are part of no name: a path in it leads nowhere. An archive inside is not opened. */
async function importEntries(bytes: Uint8Array): Promise<DocumentsResult> {
  const zip = openZip(bytes, (entry) => !/(?:^|\/)(?:__MACOSX\/|\.[^./])/.test(entry))
  if (zip.kind === 'failed') return zip
  const documents: Extract<DocumentsResult, { kind: 'documents' }>['documents'][number][] = []
  const failures: FailedPart[] = []
  for (const [path, data] of zip.files) {
    const name = path.split(/[/\\]/).at(-1) ?? path
    const isArchive = isZip(data) && !/\.(?:epub|docx)$/i.test(name)
    const result = isArchive ? failed('UNSUPPORTED') : await importFile(name, data)
    if (result.kind === 'documents') documents.push(...result.documents)
    else failures.push({ name, code: result.code })
  }
  if (documents.length === 0) return failed(failures[0]?.code ?? 'EMPTY')
  return { kind: 'documents', format: 'archive', documents, failed: failures }
}
