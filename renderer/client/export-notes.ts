import type { ExportFormat } from '#shared/contract/library.ts'
import type { ArticleId } from '#shared/domain/ids.ts'
import { client } from './api.ts'

/** What to export: some articles, or the whole library when `articleIds` is left out. */
export interface ExportOrder {
  readonly format?: ExportFormat
  readonly articleIds?: readonly ArticleId[]
  readonly onProgress?: (done: number, total: number) => void
  readonly signal?: AbortSignal
}

/** Notes and cards as one file, or a zip of several; Markdown unless said. Rejects with the procedures' declared errors. */
export async function exportNotes({ format = 'markdown', articleIds, onProgress, signal }: ExportOrder): Promise<File> {
  const input = { format, ...(articleIds ? { articleIds: [...articleIds] } : {}) }
  const options = signal ? { signal } : {}
  for await (const event of await client.export.run(input, options)) {
    if (event.type === 'progress') onProgress?.(event.done, event.total)
    else {
      const file = await client.export.file({ fileId: event.fileId }, options)
      return new File([file], event.name, { type: event.mediaType })
    }
  }
  throw new Error('The export ended without a file')
}
