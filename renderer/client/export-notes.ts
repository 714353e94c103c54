import type { ExportFormat, ExportScope } from '#shared/contract/export.ts'
import { client } from './api.ts'

/** What to export: what the scope lets through, or the whole library. */
export interface ExportOrder extends Partial<ExportScope> {
  readonly format?: ExportFormat
  readonly wikiLinks?: boolean
  readonly onProgress?: (done: number, total: number) => void
  readonly signal?: AbortSignal
}

/** Notes and cards as one file, or a zip of several; Markdown unless said. Rejects with the procedures' declared errors. */
export async function exportNotes({ onProgress, signal, ...order }: ExportOrder): Promise<File> {
  const options = signal ? { signal } : {}
  for await (const event of await client.export.run(order, options)) {
    if (event.type === 'progress') onProgress?.(event.done, event.total)
    else {
      const file = await client.export.file({ fileId: event.fileId }, options)
      return new File([file], event.name, { type: event.mediaType })
    }
  }
  throw new Error('The export ended without a file')
}
