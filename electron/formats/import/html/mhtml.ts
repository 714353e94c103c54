import PostalMime from 'postal-mime'
import type { DocumentsResult } from '../import-result.ts'
import { webPageToDocument } from './web-page.ts'

/** Whether a text begins as a page saved in one file with its pictures (MHTML). */
export function isMhtml(head: string): boolean {
  return (
    /^(?:From|MIME-Version|Snapshot-Content-Location|Subject|Date|Content-Type):/im.test(head) &&
    /multipart\/related/i.test(head)
  )
}

/** The article of a page saved as MHTML. Its pictures are left. Never throws. Source: RFC 2557. */
export async function mhtmlToDocuments(bytes: Uint8Array, fileName: string): Promise<DocumentsResult> {
  try {
    const message = await PostalMime.parse(rootOnly(bytes), { maxNestingDepth: 10, maxHeadersSize: 256 * 1024 })
    if (!message.html) return { kind: 'failed', code: 'UNREADABLE' }
    const location = message.headers.find(({ key }) => key === 'snapshot-content-location')?.value ?? null
    const document = webPageToDocument(message.html, fileName)
    if (document.text === '') return { kind: 'failed', code: 'EMPTY' }
    const url = document.url ?? (location && /^https?:/.test(location) ? location : null)
    return { kind: 'documents', format: 'mhtml', documents: [{ ...document, url }] }
  } catch {
    return { kind: 'failed', code: 'UNREADABLE' } // no message that the parser could read to its end
  }
}

/** Which of its parts the page is: the first of HTML. The others are frames, whose words are mostly advertisements. */
function rootOnly(bytes: Uint8Array): Uint8Array {
  const message = Buffer.from(bytes).toString('latin1')
  const headEnd = message.search(/\r?\n\r?\n/)
  const head = message.slice(0, headEnd)
  const boundary = /\bboundary\s*=\s*(?:"([^"\r\n]{1,200})"|([^\s;]{1,200}))/i.exec(head)?.slice(1).find(Boolean)
  if (headEnd === -1 || boundary === undefined) return bytes
  const parts = message.slice(headEnd).split(`--${boundary}`)
  const root = parts
    .slice(1)
    .find((part) => /^content-type\s*:\s*(?:text\/html|application\/xhtml)/im.test(headOf(part)))
  return root === undefined ? bytes : Buffer.from(`${head}\r\n\r\n--${boundary}${root}--${boundary}--\r\n`, 'latin1')
}

function headOf(part: string): string {
  const text = part.replace(/^\s+/, '')
  return text.slice(0, Math.max(0, text.search(/\r?\n\r?\n/)))
}
