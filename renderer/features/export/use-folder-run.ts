import { useCallback, useRef, useState } from 'react'
import type { FolderProgress } from '#shared/contract/open-folder.ts'

interface Event {
  readonly type: string
}

/** A long task on a folder: how far it is, and how to end it. */
export interface FolderRun {
  readonly progress: FolderProgress | null
  readonly error: unknown
  readonly isRunning: boolean
  /** Runs a task; `onEnd` hears each event that is no progress. */
  readonly run: <One extends Event>(
    start: (signal: AbortSignal) => Promise<AsyncIterable<One>>,
    onEnd: (event: Exclude<One, { type: 'progress' }>) => void,
  ) => Promise<void>
  readonly stop: () => void
}

/** Follows one long task at a time. */
export function useFolderRun(): FolderRun {
  const [progress, setProgress] = useState<FolderProgress | null>(null)
  const [isRunning, setRunning] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const stopping = useRef<AbortController | null>(null)
  const run = useCallback<FolderRun['run']>(async (start, onEnd) => {
    const stop = new AbortController()
    stopping.current = stop
    setError(null)
    setProgress(null)
    setRunning(true)
    try {
      for await (const event of await start(stop.signal))
        if (event.type === 'progress') setProgress(event as unknown as FolderProgress)
        // What is no progress is one of the others.
        else onEnd(event as Exclude<typeof event, { type: 'progress' }>)
    } catch (failure) {
      if (!stop.signal.aborted) setError(failure)
    }
    setRunning(false)
  }, [])
  return { progress, error, isRunning, run, stop: () => stopping.current?.abort() }
}

const stages = { writing: 'Writing', reading: 'Reading it again', comparing: 'Comparing' } as const

/** How far it is, in words. */
export function progressWords(progress: FolderProgress | null): string {
  if (!progress) return 'Starting…'
  const share = progress.total > 0 ? `, ${Math.min(100, Math.round((progress.done / progress.total) * 100))} %` : ''
  return `${stages[progress.stage]}${share}`
}
