import { getDocumentProxy } from 'unpdf'
import { layOutBlocks } from '../document-text.ts'
import type { DocumentsResult } from '../import-result.ts'
import { deriveTitle } from '../title.ts'
import { dropMargins } from './drop-margins.ts'
import { joinPageLines } from './join-page-lines.ts'
import { type PageLine, pageToLines } from './page-lines.ts'
import type { PageRun } from './page-run.ts'

const MAX_PAGES = 5000
/** Scanned pages may carry a stamp or a page number; that is no text layer. */
const MIN_CHARS_PER_PAGE = 12

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>

/** Whether bytes hold a PDF; some programs put a line before it. */
export function isPdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-')
}

/** The text of a PDF as one document: columns in order, running heads dropped, hyphens joined. Never throws. */
export async function pdfToDocuments(bytes: Uint8Array, fileName: string): Promise<DocumentsResult> {
  let pdf: Pdf | null = null
  try {
    // Nothing of the file is ever run, and no font of this computer is looked for.
    pdf = await getDocumentProxy(bytes.slice(), {
      useSystemFonts: false,
      stopAtErrors: false,
      verbosity: 0,
    })
    return await read(pdf, fileName)
  } catch (error) {
    const isLocked = error instanceof Error && error.name === 'PasswordException'
    return { kind: 'failed', code: isLocked ? 'ENCRYPTED' : 'UNREADABLE' }
  } finally {
    await pdf?.loadingTask.destroy()
  }
}

async function read(pdf: Pdf, fileName: string): Promise<DocumentsResult> {
  if (pdf.numPages > MAX_PAGES) return { kind: 'failed', code: 'TOO_LARGE' }
  const pages: PageLine[][] = []
  for (let number = 1; number <= pdf.numPages; number += 1) pages.push(pageToLines(await readRuns(pdf, number)))
  const chars = pages.flat().reduce((sum, { text }) => sum + text.length, 0)
  if (chars < Math.max(20, pdf.numPages * MIN_CHARS_PER_PAGE)) return { kind: 'failed', code: 'NO_TEXT' }
  const drafts = joinPageLines(dropMargins(pages))
  const info = await readInfo(pdf)
  const heading = drafts.slice(0, 4).find(({ kind, level }) => kind === 'heading' && (level ?? 3) <= 2)
  const title = heading?.text ?? info.title ?? deriveTitle(drafts[0]?.text ?? '', fileName)
  const body = drafts.length > 1 ? drafts.filter((draft) => draft !== heading) : drafts
  if (body.length === 0) return { kind: 'failed', code: 'NO_TEXT' }
  const document = { title, ...layOutBlocks(body), source: null, byline: info.byline, publishedOn: null, url: null }
  return { kind: 'documents', format: 'pdf', documents: [{ ...document, language: info.language }] }
}

async function readRuns(pdf: Pdf, number: number): Promise<PageRun[]> {
  const page = await pdf.getPage(number)
  const { items } = await page.getTextContent()
  page.cleanup()
  return items.flatMap((item) => {
    if (!('str' in item)) return []
    const [a = 0, b = 0, , d = 0, x = 0, y = 0] = item.transform as number[]
    // Words set upright along the margin (stamps, file numbers) are no part of the text.
    if (Math.abs(b) > Math.abs(a)) return []
    return [{ text: item.str, x, y, width: item.width, size: Math.abs(d) || item.height || Math.abs(a) }]
  })
}

async function readInfo(pdf: Pdf) {
  const { info } = (await pdf.getMetadata()) as unknown as {
    info: { Title?: unknown; Author?: unknown; Language?: unknown }
  } // typed as Object
  const words = (value: unknown) =>
    typeof value === 'string' && value.trim() !== ''
      ? value.replace(/\s+/g, ' ').trim().slice(0, 500).toWellFormed()
      : null
  const title = words(info.Title)
  const isName = title !== null && /\.(?:docx?|indd|pdf|tex|qxd)$|^(?:untitled|microsoft word)/i.test(title)
  return { title: isName ? null : title, byline: words(info.Author), language: words(info.Language) }
}
