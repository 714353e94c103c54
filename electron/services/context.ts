import { implement } from '@orpc/server'
import type { Library } from '#electron/store/open.ts'
import type { TextWorker } from '#electron/workers/text-worker.ts'
import { contract } from '#shared/contract/contract.ts'
import type { ChangeFeed } from './changes.ts'

/** What every service works with. Clock and paths are given, so that tests decide them. */
export interface ServiceContext {
  readonly library: Library
  readonly worker: TextWorker
  readonly changes: ChangeFeed
  readonly clock: () => number
  readonly host: 'electron' | 'loopback'
  readonly version: string
  /** Where the starter articles lie. */
  readonly starterDir: string
  /** Hears of bugs and broken machines; never of private text. */
  readonly onFailure: (error: unknown) => void
}

/** The contract, to be implemented area by area. */
export const os = implement(contract)
