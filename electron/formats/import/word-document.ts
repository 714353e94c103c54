import { strFromU8 } from 'fflate'
import { parseHTML } from 'linkedom'
import mammoth from 'mammoth'
import { openZip, type ZipArchive, ZipError, type ZipFailure } from './archive/open-zip.ts'
import { layOutBlocks } from './document-text.ts'
import { tameHtml } from './html/tame-html.ts'
import { walkBlocks } from './html/walk-blocks.ts'
import type { DocumentsResult } from './import-result.ts'
import { deriveTitle } from './title.ts'

/** A custom style for quotations is a quotation here too; pictures are left out. */
const STYLES = [
  "p[style-name='Title'] => h1.title:fresh",
  "p[style-name='Quote'] => blockquote:fresh",
  "p[style-name='Intense Quote'] => blockquote:fresh",
  "p[style-name='Block Text'] => blockquote:fresh",
  "p[style-name='Quotations'] => blockquote:fresh",
  "p[style-name='Caption'] => figcaption:fresh",
  "p[style-name='Image Caption'] => figcaption:fresh",
  "p[style-name='Table Caption'] => figcaption:fresh",
  "p[style-name='Figure'] => figcaption:fresh",
  "p[style-name='Table'] => figcaption:fresh",
]

/** The article in a DOCX file. Pictures and links to outside files are never read. Never throws. Source: ECMA-376. */
export async function wordDocumentToDocuments(bytes: Uint8Array, fileName: string): Promise<DocumentsResult> {
  // Opened here first for its bounds: what unpacks to too much never reaches the converter.
  const zip = openZip(bytes)
  if (zip.kind === 'failed') return zip
  const parts = readParts(zip.archive)
  if (typeof parts === 'string') return { kind: 'failed', code: parts }
  if (!parts.has('word/document.xml')) return { kind: 'failed', code: 'UNREADABLE' }
  const html = await convert(bytes)
  if (html === null) return { kind: 'failed', code: 'UNREADABLE' }
  const { document } = parseHTML(`<html><body>${tameHtml(html).html}</body></html>`)
  const drafts = walkBlocks(document.body)
  const core = parts.get('docProps/core.xml')
  const facts = readCore(core ? strFromU8(core) : '')
  const first = drafts[0]
  const isTitled = first?.kind === 'heading' && drafts.length > 1 && (first.level ?? 1) === 1
  const body = isTitled ? drafts.slice(1) : drafts
  if (body.length === 0) return { kind: 'failed', code: 'EMPTY' }
  const title = (isTitled ? first.text : facts.title) ?? deriveTitle(first?.text ?? '', fileName)
  return {
    kind: 'documents',
    format: 'docx',
    documents: [
      {
        title,
        ...layOutBlocks(body),
        source: null,
        byline: facts.byline,
        publishedOn: null,
        url: null,
        language: facts.language,
      },
    ],
  }
}

/** What the converter will unpack, counted as it comes out. */
function readParts(archive: ZipArchive): ReadonlyMap<string, Uint8Array> | ZipFailure {
  try {
    const wanted = archive.entries.filter(({ name }) => !/^word\/media\//.test(name))
    return new Map(wanted.map(({ name }) => [name, archive.read(name)]))
  } catch (error) {
    if (error instanceof ZipError) return error.code
    throw error
  }
}

async function convert(bytes: Uint8Array): Promise<string | null> {
  try {
    const options = {
      styleMap: STYLES,
      externalFileAccess: false,
      convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
    }
    return (await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, options)).value
  } catch {
    return null // a damaged document; the converter does not say how
  }
}

/** Source: ECMA-376 part 2, 11 (core properties). */
function readCore(xml: string) {
  const field = (name: string) => {
    const words = new RegExp(`<${name}\\b[^>]{0,200}>([^<]{1,1000})</${name}>`).exec(xml)?.[1]?.trim()
    return words ? (parseHTML(`<p>${words}</p>`).document.querySelector('p')?.textContent ?? null) : null
  }
  return { title: field('dc:title'), byline: field('dc:creator'), language: field('dc:language') }
}
