import { basename, join } from 'node:path'
import type { ServiceContext } from './context.ts'
import { createFileShelf } from './file-shelf.ts'

/** Packs folders for windows that can't be given a folder; keeps the last zip alone. */
export function createFolderZip({ startWorker, clock, ending }: ServiceContext) {
  const shelf = createFileShelf(1, ending)
  return {
    /** The folder as a zip, or null when it is too large for one. */
    async make(folder: string): Promise<File | null> {
      const dir = await shelf.makeDir()
      const name = basename(folder)
      const file = join(dir, `${name}.zip`)
      const worker = startWorker()
      const made = await worker
        .run('zipFolder', { folder, name, file, nowMs: clock() })
        .catch(async (error: unknown) => {
          await shelf.drop(dir)
          throw error
        })
        .finally(() => worker.close())
      if (made === 'zipped')
        return shelf.find(await shelf.put(dir, file, { name: `${name}.zip`, mediaType: 'application/zip' }))
      await shelf.drop(dir)
      return null
    },
  }
}
