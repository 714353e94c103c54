import { setImmediate as nextTurn } from 'node:timers/promises'
import {
  deletePictures,
  lastRowOf,
  listNamedPictures,
  listPicturesBefore,
  pictureSources,
} from '#electron/store/queries/pictures.ts'
import type { ServiceContext } from './context.ts'

const DAY_MS = 86_400_000
/** A card may be written for long: its pictures are there from the moment they are pasted. */
const KEPT_DAYS = 7
const START_PAUSE_MS = 60_000
/** So many rows are read at once, for a few milliseconds. */
const ROWS_AT_ONCE = 4000

/** Clears away the pictures that nothing names any more. */
export interface PictureKeeper {
  /** Begins to look a while after the start, then each day. */
  follow(): void
  /** Looks now; gives how many were cleared away. */
  clear(): Promise<number>
  close(): Promise<void>
}

export function createPictureKeeper({ library, clock, onFailure }: ServiceContext): PictureKeeper {
  let timer: NodeJS.Timeout | null = null
  let running: Promise<unknown> = Promise.resolve()
  let isClosed = false

  /** What is named by a card, a note, or the undoing of either stays: all that could come back. */
  async function clear(): Promise<number> {
    const beforeMs = clock() - KEPT_DAYS * DAY_MS
    const idle = new Set(listPicturesBefore(library.read, beforeMs))
    const logEnd = lastRowOf(library.read, 'action_change')
    for (const source of pictureSources) {
      for (let from = 0; idle.size > 0 && from < lastRowOf(library.read, source); from += ROWS_AT_ONCE) {
        for (const name of listNamedPictures(library.read, source, from, from + ROWS_AT_ONCE)) idle.delete(name)
        await nextTurn()
        if (isClosed) return 0
      }
    }
    if (idle.size === 0) return 0
    // What was written meanwhile is in the log of changes.
    const logNow = lastRowOf(library.read, 'action_change')
    for (const name of listNamedPictures(library.read, 'action_change', logEnd, logNow)) idle.delete(name)
    return library.write((db) => deletePictures(db, [...idle], beforeMs))
  }

  const run = () => {
    running = clear().catch(onFailure)
    return running as Promise<number>
  }
  const later = (ms: number) => {
    timer = setTimeout(() => {
      void run()
      later(DAY_MS)
    }, ms)
    timer.unref()
  }
  return {
    follow: () => later(START_PAUSE_MS),
    clear,
    async close() {
      isClosed = true
      if (timer) clearTimeout(timer)
      await running
    },
  }
}
