import { openAsBlob } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { ServiceContext } from './context.ts'

/** So long a zip waits for a window to fetch it; it does at once. */
const KEPT_MS = 3_600_000

/** Packs folders for windows that can't be given a folder; keeps the last zip alone, in a file of its own. */
export function createFolderZip({ startWorker, clock }: ServiceContext) {
  let kept: string | null = null

  async function drop(dir: string): Promise<void> {
    if (kept === dir) kept = null
    await rm(dir, { recursive: true, force: true })
  }

  return {
    async make(folder: string): Promise<File | null> {
      if (kept !== null) await drop(kept)
      const dir = await mkdtemp(join(tmpdir(), 'dossier-zip-'))
      kept = dir
      setTimeout(() => void drop(dir), KEPT_MS).unref()
      const name = basename(folder)
      const file = join(dir, `${name}.zip`)
      const worker = startWorker()
      const made = await worker
        .run('zipFolder', { folder, name, file, nowMs: clock() })
        .catch(async (error: unknown) => {
          await drop(dir)
          throw error
        })
        .finally(() => worker.close())
      if (made === 'zipped') return new File([await openAsBlob(file)], `${name}.zip`, { type: 'application/zip' })
      await drop(dir)
      return null
    },
  }
}
