import { listUnprinted, putPrint } from '#electron/store/queries/likeness.ts'
import { WorkerClosedError } from '#electron/workers/text-worker.ts'
import { canonicalAddress } from '#shared/text/canonical-address.ts'
import type { ServiceContext } from './context.ts'

/** So many texts at a time, with room between for the person. */
const SLICE = 25

/** Sees to it that every article has what it is compared by: those of an older library, and whose text undo put back. */
export interface Printer {
  /** Resolves when none is missing. */
  caughtUp(): Promise<void>
  close(): void
}

export function createPrinter({ library, worker, onFailure }: ServiceContext): Printer {
  let running: Promise<void> | null = null
  let isClosed = false
  const run = async () => {
    for (;;) {
      const missing = isClosed ? [] : listUnprinted(library.read, SLICE)
      if (missing.length === 0) return
      const prints = await worker.run(
        'printTexts',
        missing.map(({ text }) => text),
      )
      if (isClosed) return
      library.write((db) => {
        for (const [at, { id, url }] of missing.entries())
          putPrint(db, id, { addressKey: canonicalAddress(url), print: prints[at] ?? null })
      })
    }
  }
  return {
    caughtUp() {
      running ??= run()
        .catch((error: unknown) => {
          if (!(error instanceof WorkerClosedError)) onFailure(error)
        })
        .finally(() => {
          running = null
        })
      return running
    },
    close() {
      isClosed = true
    },
  }
}
