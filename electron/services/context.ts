import { implement, ORPCError } from '@orpc/server'
import type { Library } from '#electron/store/open.ts'
import { isSqliteError } from '#electron/store/sqlite-error.ts'
import type { TextWorker } from '#electron/workers/text-worker.ts'
import { contract } from '#shared/contract/contract.ts'
import type { ChangeFeed } from './changes.ts'
import type { Desktop } from './desktop.ts'
import { isDiskFull } from './disk-full.ts'
import type { Jobs } from './jobs.ts'

/** Prints the HTML page in one file as a PDF into another; gives up when `signal` aborts. */
export type PrintPdf = (page: string, pdf: string, signal: AbortSignal | undefined) => Promise<void>

/** What every service works with. Clock and paths are given, so that tests decide them. */
export interface ServiceContext {
  readonly library: Library
  /** Searches texts. */
  readonly worker: TextWorker
  /** Reads files, which can't be trusted: it may be ended at any time without harm to a search. */
  readonly reader: TextWorker
  /** A thread more, for what takes long; whoever asks for it closes it. */
  readonly startWorker: () => TextWorker
  readonly changes: ChangeFeed
  /** What is under way that another library may not be put under. */
  readonly jobs: Jobs
  readonly clock: () => number
  readonly host: 'electron' | 'loopback'
  readonly version: string
  /** Aborts with the core, once all its threads have ended. */
  readonly ending: AbortSignal
  /** Prints a page as a PDF, from file to file, by the browser that the host shows Dossier in; null where there is none. */
  readonly printPdf: PrintPdf | null
  /** The folder of the built renderer's style and type, which a PDF is set in; null where nothing was built. */
  readonly typeDir: string | null
  /** Lets the person choose a folder; null where no dialog of the system can be had. */
  readonly chooseFolder: (() => Promise<string | null>) | null
  /** Null in a browser. */
  readonly desktop: Desktop | null
  /** Lets the system open a file; true when it did. Null where the window is a browser's. */
  readonly openFile: ((path: string) => Promise<boolean>) | null
  /** Where the starter articles lie. */
  readonly starterDir: string
  /** So many milliseconds a new text's names are waited for before it is answered; else a few seconds. */
  readonly patienceMs?: number
  /** Hears of bugs and broken machines; never of private text. */
  readonly onFailure: (error: unknown) => void
}

/** The contract, to be implemented area by area. What can befall any file is said by one code each: a full disk, damage, a lock. */
export const os = implement(contract).use(async ({ next }) => {
  try {
    const result = await next()
    return isStream(result.output) ? { ...result, output: told(result.output) } : result
  } catch (error) {
    throw toTold(error)
  }
})

function isStream(output: unknown): output is AsyncGenerator<unknown> {
  return typeof output === 'object' && output !== null && Symbol.asyncIterator in output
}

/** A stream breaks off when its procedure has long been answered. */
async function* told(events: AsyncGenerator<unknown>): AsyncGenerator<unknown> {
  try {
    return yield* events
  } catch (error) {
    throw toTold(error)
  }
}

function toTold(error: unknown): unknown {
  if (isDiskFull(error)) return new ORPCError('DISK_FULL', { status: 507, cause: error })
  if (isSqliteError(error, 'SQLITE_CORRUPT')) return new ORPCError('LIBRARY_DAMAGED', { status: 500, cause: error })
  if (isSqliteError(error, 'SQLITE_READONLY')) return new ORPCError('LIBRARY_READ_ONLY', { status: 507, cause: error })
  if (isSqliteError(error, 'SQLITE_BUSY')) return new ORPCError('LIBRARY_BUSY', { status: 503, cause: error })
  return error
}
