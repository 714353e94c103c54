import { parseHTML } from 'linkedom'
import type { ImportedDocument } from '#shared/domain/article.ts'
import { openZip, type ZipArchive, ZipError } from '../archive/open-zip.ts'
import { layOutBlocks } from '../document-text.ts'
import { tameHtml } from '../html/tame-html.ts'
import { walkBlocks } from '../html/walk-blocks.ts'
import type { DocumentsResult } from '../import-result.ts'
import { titleFromName } from '../title.ts'
import { parseWrittenDate } from '../written-date.ts'
import { readPackageDocument } from './package-document.ts'

/** Less than this, without a heading, is a cover, a half title or a blank page. */
const MIN_CHAPTER_CHARS = 200
const MAX_DEPTH = 600
/** Scrambled fonts are common in books that can be read by anyone; everything else that is encrypted can't be. */
const FONT_SCRAMBLING = /http:\/\/(?:www\.idpf\.org\/2008\/embedding|ns\.adobe\.com\/pdf\/enc#RC)/

/** The chapters of an EPUB, each a document whose source is the book. Never throws. Source: EPUB 3.3. */
export function epubToDocuments(bytes: Uint8Array, fileName: string): DocumentsResult {
  const zip = openZip(bytes)
  if (zip.kind === 'failed') return zip
  try {
    return readBook(zip.archive, fileName)
  } catch (error) {
    if (error instanceof ZipError) return { kind: 'failed', code: error.code }
    throw error
  }
}

function readBook(archive: ZipArchive, fileName: string): DocumentsResult {
  const decoder = new TextDecoder()
  const texts = archive.entries.filter(({ name }) => /\.(?:opf|xhtml|html?|xml|ncx)$/i.test(name))
  const broken = new Map<string, ZipError>()
  const files = new Map<string, string>()
  for (const { name } of texts) {
    const bytes = tryRead(archive, name)
    if (bytes instanceof ZipError) broken.set(name, bytes)
    else files.set(name, decoder.decode(bytes))
  }
  if (isProtected(files.get('META-INF/encryption.xml'))) return { kind: 'failed', code: 'ENCRYPTED' }
  const book = readPackageDocument(files)
  if (book === null) return { kind: 'failed', code: 'UNREADABLE' }
  const title = book.title ?? titleFromName(fileName)
  const documents: ImportedDocument[] = []
  const failed = book.spine.flatMap(({ path, title: label }) => {
    const error = broken.get(path)
    return error ? [{ name: label ?? path, code: error.code }] : []
  })
  for (const { path, title: label } of book.spine) {
    const blocks = readChapter(files.get(path) ?? '')
    const heading = blocks.find(({ kind }) => kind === 'heading')
    const chars = blocks.reduce((sum, { text }) => sum + text.length, 0)
    if (chars === 0 || (chars < MIN_CHAPTER_CHARS && !heading && !label)) continue
    const chapter = label ?? heading?.text ?? `${title}, ${documents.length + 1}`
    const body =
      blocks[0]?.kind === 'heading' && blocks[0].text === chapter && blocks.length > 1 ? blocks.slice(1) : blocks
    documents.push({
      title: chapter,
      ...layOutBlocks(body),
      source: title,
      byline: book.byline,
      publishedOn: book.date === null ? null : parseWrittenDate(book.date.slice(0, 10)),
      url: null,
      language: book.language,
    })
  }
  if (documents.length === 0) return { kind: 'failed', code: failed[0]?.code ?? 'EMPTY' }
  return { kind: 'documents', format: 'epub', documents, failed, book: { title, byline: book.byline } }
}

/** A chapter that is damaged is missing; the others can be read. What is too large ends the reading. */
function tryRead(archive: ZipArchive, name: string): Uint8Array | ZipError {
  try {
    return archive.read(name)
  } catch (error) {
    if (error instanceof ZipError && error.code !== 'TOO_LARGE') return error
    throw error
  }
}

function isProtected(encryption: string | undefined): boolean {
  const methods = encryption?.match(/EncryptionMethod[^>]*>/g) ?? []
  return methods.some((method) => !FONT_SCRAMBLING.test(method))
}

function readChapter(xhtml: string) {
  const tame = tameHtml(xhtml.replace(/^\s*<\?xml[^>]*\?>/, ''))
  if (tame.depth > MAX_DEPTH) return []
  const body = /<body\b/i.test(tame.html) ? tame.html : `<body>${tame.html}</body>`
  const { document } = parseHTML(/<html\b/i.test(body) ? body : `<html>${body}</html>`)
  return walkBlocks(document.body)
}
