import { useCallback, useRef, useState } from 'react'
import { type ExportOrder, exportNotes } from '#renderer/client/export-notes.ts'
import { formatNumber } from '#renderer/ui/format.ts'
import { saveFile } from '#renderer/ui/save-file.ts'
import { type Pace, timeLeftMs, timeLeftWords } from '#renderer/ui/time-left.ts'
import { showToast } from '#renderer/ui/toast.tsx'

/** How an export goes. */
export interface ExportState {
  /** What is written so far; null while none runs. */
  readonly progress: Pace | null
  readonly error: unknown
  readonly start: (order: ExportOrder) => Promise<void>
  readonly stop: () => void
}

/** Writes what is asked for and hands it over as a download. */
export function useExport(): ExportState {
  const [progress, setProgress] = useState<ExportState['progress']>(null)
  const [error, setError] = useState<unknown>(null)
  const stopping = useRef<AbortController | null>(null)
  const start = useCallback(async (order: ExportOrder) => {
    const stop = new AbortController()
    stopping.current = stop
    setError(null)
    const startedAtMs = Date.now()
    setProgress({ done: 0, total: 0, startedAtMs })
    try {
      const file = await exportNotes({
        ...order,
        signal: stop.signal,
        onProgress: (done, total) => setProgress({ done, total, startedAtMs }),
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

/** How far an export is, in words, with the time left when it is long. */
export function exportWords(progress: Pace, nowMs: number): string {
  const { done, total } = progress
  if (total === 0) return 'Starting…'
  if (done === total) return 'Finishing…'
  const left = timeLeftMs(progress, nowMs)
  return `${formatNumber(done)} of ${formatNumber(total)}${left === null ? '' : `, ${timeLeftWords(left)}`}`
}
