import { useCallback, useRef, useState } from 'react'
import { exportNotes } from '#renderer/client/export-notes.ts'
import { saveFile } from '#renderer/ui/save-file.ts'
import { showToast } from '#renderer/ui/toast.tsx'
import type { ExportFormat } from '#shared/contract/library.ts'

/** How an export of the whole library goes. */
export interface ExportState {
  /** Articles written so far; null while none runs. */
  readonly progress: { readonly done: number; readonly total: number } | null
  readonly error: unknown
  readonly start: (format: ExportFormat) => Promise<void>
  readonly stop: () => void
}

/** Writes the notes and cards of the whole library and hands them over as a download. */
export function useExport(): ExportState {
  const [progress, setProgress] = useState<ExportState['progress']>(null)
  const [error, setError] = useState<unknown>(null)
  const stopping = useRef<AbortController | null>(null)
  const start = useCallback(async (format: ExportFormat) => {
    const stop = new AbortController()
    stopping.current = stop
    setError(null)
    setProgress({ done: 0, total: 0 })
    try {
      const file = await exportNotes({
        format,
        signal: stop.signal,
        onProgress: (done, total) => setProgress({ done, total }),
      })
      saveFile(file)
      showToast(`Exported as ${file.name}`)
    } catch (failure) {
      if (!stop.signal.aborted) setError(failure)
    }
    setProgress(null)
  }, [])
  return { progress, error, start, stop: () => stopping.current?.abort() }
}
