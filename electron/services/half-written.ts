import { existsSync, readdirSync, statSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'

const HALF_WRITTEN = /^Dossier \d{4}-\d\d-\d\d(?: \d+)?\.part$/

/**
 * Removes the open folders in `dir` that a run before this one was writing when it ended. Call before any is written:
 * what is removed is settled at once.
 */
export async function removeHalfWritten(dir: string): Promise<void> {
  if (!existsSync(dir) || !statSync(dir).isDirectory()) return
  for (const name of readdirSync(dir).filter((one) => HALF_WRITTEN.test(one)))
    await rm(join(dir, name), { recursive: true, force: true })
}
