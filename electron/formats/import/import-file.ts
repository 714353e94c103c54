import { MAX_IMPORT_BYTES } from '#shared/domain/article.ts'
import { isZip, openZip, type ZipArchive, type ZipEntry, ZipError } from './archive/open-zip.ts'
import { epubToDocuments } from './book/epub.ts'
import { isCardTable, textToCardTable } from './cards/card-table.ts'
import { decodeText } from './decode-text.ts'
import { decodePage } from './html/decode-page.ts'
import { isMhtml, mhtmlToDocuments } from './html/mhtml.ts'
import { webPageToDocument } from './html/web-page.ts'
import type { DocumentsResult, FailedPart, ImportedFile, ImportFileFailure } from './import-result.ts'
import { markdownToDocument } from './markdown.ts'
import { isKindleClippings, kindleToSources } from './marks/kindle-clippings.ts'
import { isOmnivoreArchive, omnivoreToDocuments } from './marks/omnivore.ts'
import { isSavedPages, savedPagesToAddresses } from './marks/saved-pages.ts'
import { isZoteroMarkdown, zoteroMarkdownToSources } from './marks/zotero-markdown.ts'
import { isPdf, pdfToDocuments } from './pdf/pdf.ts'
import { plainTextToDocument } from './plain-text.ts'
import { csvToDocuments, jsonToDocuments } from './tabular/tables.ts'
import { wordDocumentToDocuments } from './word-document.ts'

const HEAD_CHARS = 2000
/** A mark with its link comes first in a note of them, but it may be long. */
const LONG_HEAD_CHARS = 20_000
const MARKDOWN = new Set(['md', 'markdown', 'mdown', 'mkd'])
const WEB = new Set(['html', 'htm', 'xhtml', 'xht'])
const OTHER_DOCUMENTS = ['[Content_Types].xml', 'META-INF/manifest.xml', 'Index/Document.iwa', 'Index.zip']
const JSON_NAMES = new Set(['json', 'jsonl', 'ndjson', 'jsonld'])

/** What can't be read with pure means: a package of Anki is a database. */
export interface ForeignReaders {
  ankiPackage(archive: ZipArchive, name: string): DocumentsResult
}

/** One kind of text file. The first whose `accepts` agrees reads it. */
interface TextFormat {
  /** `extension`: lower case, without the dot. `head`: the first characters of the text, without leading white space. */
  accepts(extension: string, head: string, text: string): boolean
  read(name: string, text: string, bytes: Uint8Array): DocumentsResult | Promise<DocumentsResult>
}

const failed = (code: ImportFileFailure): DocumentsResult => ({ kind: 'failed', code })

const FORMATS: readonly TextFormat[] = [
  { accepts: (_extension, head) => head.startsWith('{\\rtf'), read: () => failed('UNSUPPORTED') },
  { accepts: (_extension, head) => isMhtml(head), read: (name, _text, bytes) => mhtmlToDocuments(bytes, name) },
  { accepts: (_extension, head) => isSavedPages(head), read: (_name, text) => savedPagesToAddresses(text) },
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
    accepts: (extension, _head, text) =>
      (MARKDOWN.has(extension) || extension === 'txt') && isZoteroMarkdown(text.slice(0, LONG_HEAD_CHARS)),
    read: (name, text) => zoteroMarkdownToSources(text, name),
  },
  {
    accepts: (extension) => MARKDOWN.has(extension),
    read: (name, text) => one('markdown', markdownToDocument(text, name)),
  },
  {
    accepts: (_extension, head, text) => isKindleClippings(head) || isKindleClippings(text.slice(0, LONG_HEAD_CHARS)),
    read: (_name, text) => kindleToSources(text),
  },
  { accepts: (_extension, head) => isCardTable(head), read: (name, text) => textToCardTable(name, text) },
  {
    accepts: (extension) => extension === 'csv' || extension === 'tsv',
    read: (name, text) => csvToDocuments(name, text),
  },
  {
    accepts: (extension, head) => JSON_NAMES.has(extension) || /^(?:\[\s*\{|\{)\s*"/.test(head),
    read: (_name, text) => jsonToDocuments(text),
  },
  { accepts: () => true, read: (name, text) => one('text', plainTextToDocument(text, { fileName: name })) },
]

/** What is in a file. The bytes decide on the format, and `name` where they do not. Never throws. */
export async function importFile(
  name: string,
  bytes: Uint8Array,
  readers: ForeignReaders | null = null,
): Promise<DocumentsResult> {
  if (isPdf(bytes)) return pdfToDocuments(bytes, name)
  if (isZip(bytes)) return importArchive(name, bytes, readers)
  return importText(name, bytes)
}

async function importText(name: string, bytes: Uint8Array): Promise<DocumentsResult> {
  const decoded = decodeText(bytes)
  if (decoded.kind === 'failed') return decoded
  const head = decoded.text.slice(0, HEAD_CHARS).trimStart()
  const format = FORMATS.find((candidate) => candidate.accepts(extensionOf(name), head, decoded.text))
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
async function importArchive(
  name: string,
  bytes: Uint8Array,
  readers: ForeignReaders | null,
): Promise<DocumentsResult> {
  const zip = openZip(bytes)
  if (zip.kind === 'failed') return zip
  const { archive } = zip
  const names = new Set(archive.entries.map((entry) => entry.name))
  try {
    if (names.has('META-INF/container.xml')) return epubToDocuments(bytes, name)
    if (names.has('word/document.xml')) return await wordDocumentToDocuments(bytes, name)
    if ([...names].some((entry) => /^collection\.anki2/.test(entry)))
      return readers?.ankiPackage(archive, name) ?? failed('UNSUPPORTED')
    // Other programs' documents (OpenDocument, Pages, PowerPoint) are archives of parts that say nothing alone.
    if (OTHER_DOCUMENTS.some((part) => names.has(part))) return failed('UNSUPPORTED')
    if (isOmnivoreArchive(archive)) return omnivoreToDocuments(archive)
    return await importEntries(archive)
  } catch (error) {
    if (error instanceof ZipError) return failed(error.code)
    throw error
  }
}

/** Folders of the archive are part of no name: a path in it leads nowhere. An archive inside is not opened. */
async function importEntries(archive: ZipArchive): Promise<DocumentsResult> {
  const all = { documents: [], sources: [], cardSets: [], addresses: [] } as Mutable
  const failures: FailedPart[] = []
  const wanted = archive.entries.filter(({ name }) => !/(?:^|\/)(?:__MACOSX\/|\.[^./])/.test(name))
  for (const entry of wanted) {
    const name = entry.name.split(/[/\\]/).at(-1) ?? entry.name
    const result = await importEntry(archive, entry, name)
    if (result.kind === 'failed') failures.push({ name, code: result.code })
    else {
      all.documents.push(...result.documents)
      all.sources.push(...(result.sources ?? []))
      all.cardSets.push(...(result.cardSets ?? []))
      all.addresses.push(...(result.addresses ?? []))
    }
  }
  const isEmpty = Object.values(all).every((list) => list.length === 0)
  if (isEmpty) return failed(failures[0]?.code ?? 'EMPTY')
  return { kind: 'documents', format: 'archive', ...all, failed: failures }
}

/** One that is damaged, locked or too large is named, and the others are read. */
async function importEntry(archive: ZipArchive, entry: ZipEntry, name: string): Promise<DocumentsResult> {
  try {
    if (entry.sizeBytes > MAX_IMPORT_BYTES) return failed('TOO_LARGE')
    const data = archive.read(entry, MAX_IMPORT_BYTES)
    const isArchive = isZip(data) && !/\.(?:epub|docx)$/i.test(name)
    return isArchive ? failed('UNSUPPORTED') : await importFile(name, data)
  } catch (error) {
    if (error instanceof ZipError) return failed(error.code)
    throw error
  }
}

type Lists = Required<Pick<ImportedFile, 'documents' | 'sources' | 'cardSets' | 'addresses'>>
type Mutable = { [Key in keyof Lists]: Lists[Key][number][] }
