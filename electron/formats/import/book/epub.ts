import type { ImportedDocument } from '#shared/domain/article.ts'
import { openZip, type ZipArchive, ZipError } from '../archive/open-zip.ts'
import { layOutBlocks } from '../document-text.ts'
import { decodePage } from '../html/decode-page.ts'
import type { DocumentsResult } from '../import-result.ts'
import { titleFromName } from '../title.ts'
import { parseWrittenDate } from '../written-date.ts'
import { readPackageDocument } from './package-document.ts'
import { readChapters } from './read-chapters.ts'

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
  const texts = archive.entries.filter(({ name }) => /\.(?:opf|xhtml|html?|xml|ncx)$/i.test(name))
  const broken = new Map<string, ZipError>()
  const files = new Map<string, string>()
  for (const { name } of texts) {
    const bytes = tryRead(archive, name)
    if (bytes instanceof ZipError) broken.set(name, bytes)
    else files.set(name, decodePage(bytes))
  }
  if (isProtected(files.get('META-INF/encryption.xml'))) return { kind: 'failed', code: 'ENCRYPTED' }
  const book = readPackageDocument(files)
  if (book === null) return { kind: 'failed', code: 'UNREADABLE' }
  const title = book.title ?? titleFromName(fileName)
  const failed = book.spine.flatMap(({ path, labels }) => {
    const error = broken.get(path)
    return error ? [{ name: labels[0]?.title ?? path, code: error.code }] : []
  })
  const publishedOn = book.date === null ? null : parseWrittenDate(book.date.slice(0, 10))
  const documents = readChapters(book.spine, files).map(
    (chapter, at): ImportedDocument => ({
      title: chapter.title ?? `${title}, ${at + 1}`,
      ...layOutBlocks(chapter.blocks),
      source: title,
      byline: book.byline,
      publishedOn,
      url: null,
      language: book.language,
    }),
  )
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
