import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { makeTemporaryFolder } from '#electron/store/temporary-folders.ts'

/** Where what was read lies until it is wanted: a thousand books would fill the memory. */
export interface SpillFolder {
  /** The path of a file that is not there yet. */
  newFile(): string
  close(): void
}

/** A folder of this program's own, which no other person of the computer may read; it goes with `close`. */
export function createSpillFolder(): SpillFolder {
  const dir = makeTemporaryFolder('import')
  let last = 0
  return {
    newFile: () => join(dir, String(++last)),
    close: () => rmSync(dir, { recursive: true, force: true }),
  }
}
