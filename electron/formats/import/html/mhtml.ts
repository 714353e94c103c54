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
    const message = await PostalMime.parse(bytes, { maxNestingDepth: 10, maxHeadersSize: 256 * 1024 })
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
