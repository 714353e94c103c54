import { useCallback, useRef, useState } from 'react'
import type { FolderProgress } from '#shared/contract/open-folder.ts'

interface Event {
  readonly type: string
}

/** A long task on a folder: how far it is, and how to end it. */
export interface FolderRun<Progress> {
  readonly progress: Progress | null
  readonly startedAtMs: number
  readonly error: unknown
  readonly isRunning: boolean
  /** Runs a task; `onEnd` hears each event that is no progress. Gives whether it came to its end. */
  readonly run: <One extends Event>(
    start: (signal: AbortSignal) => Promise<AsyncIterable<One>>,
    onEnd: (event: Exclude<One, { type: 'progress' }>) => void,
  ) => Promise<boolean>
  readonly stop: () => void
}

/** Follows one long task at a time. */
export function useFolderRun<Progress = FolderProgress>(): FolderRun<Progress> {
  const [progress, setProgress] = useState<Progress | null>(null)
  const [startedAtMs, setStarted] = useState(0)
  const [isRunning, setRunning] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const stopping = useRef<AbortController | null>(null)
  const run = useCallback<FolderRun<Progress>['run']>(async (start, onEnd) => {
    const stop = new AbortController()
    stopping.current = stop
    setError(null)
    setProgress(null)
    setStarted(Date.now())
    setRunning(true)
    let isWhole = false
    try {
      for await (const event of await start(stop.signal))
        if (event.type === 'progress') setProgress(event as unknown as Progress)
        // What is no progress is one of the others.
        else onEnd(event as Exclude<typeof event, { type: 'progress' }>)
      isWhole = !stop.signal.aborted
    } catch (failure) {
      if (!stop.signal.aborted) setError(failure)
    }
    setRunning(false)
    return isWhole
  }, [])
  return { progress, startedAtMs, error, isRunning, run, stop: () => stopping.current?.abort() }
}

const stages = {
  export: { writing: 'Writing', reading: 'Reading it again', comparing: 'Comparing' },
  look: { writing: 'Reading', reading: 'Reading', comparing: 'Comparing with the library' },
} as const

/** How far an export or a look into a folder is, in words. */
export function progressWords(progress: FolderProgress | null, task: keyof typeof stages): string {
  if (!progress) return 'Starting…'
  const share = progress.total > 0 ? `, ${Math.min(100, Math.round((progress.done / progress.total) * 100))} %` : ''
  return `${stages[task][progress.stage]}${share}`
}
