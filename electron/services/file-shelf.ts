import { randomUUID } from 'node:crypto'
import { openAsBlob, rmSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { makeTemporaryFolder } from '#electron/store/temporary-folders.ts'

/** So long a file waits for a window to fetch it; it does at once. */
const KEPT_MS = 3_600_000

/** Files made for a window to fetch: each on disk, in a folder of its own, and only read when it is fetched. */
export interface FileShelf {
  /** A new, empty folder to make a file in. */
  makeDir(): Promise<string>
  /** Keeps the file at `path` in such a folder, under an id, until others take its place. */
  put(dir: string, path: string, facts: { readonly name: string; readonly mediaType: string }): Promise<string>
  find(fileId: string): File | null
  drop(dir: string): Promise<void>
}

/** Keeps the newest `most` files, and none when `ending` aborts, with the end of the program. */
export function createFileShelf(most: number, ending: AbortSignal): FileShelf {
  const dirs = new Set<string>()
  const files = new Map<string, { readonly dir: string; readonly file: File }>()
  ending.addEventListener('abort', () => {
    files.clear()
    for (const dir of dirs) rmSync(dir, { recursive: true, force: true })
  })
  const drop = async (dir: string) => {
    for (const [id, one] of files) if (one.dir === dir) files.delete(id)
    dirs.delete(dir)
    await rm(dir, { recursive: true, force: true })
  }
  return {
    async makeDir() {
      const dir = makeTemporaryFolder('file')
      dirs.add(dir)
      return dir
    },
    async put(dir, path, { name, mediaType }) {
      const fileId = randomUUID()
      files.set(fileId, { dir, file: new File([await openAsBlob(path)], name, { type: mediaType }) })
      setTimeout(() => void drop(dir), KEPT_MS).unref()
      for (const { dir: oldest } of [...files.values()].slice(0, -most)) await drop(oldest)
      return fileId
    },
    find: (fileId) => files.get(fileId)?.file ?? null,
    drop,
  }
}
