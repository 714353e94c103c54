import { createHash } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { app } from 'electron'

/**
 * Gives a library other than the default one a user-data folder of its own, and so a window size and a single running
 * program of its own. Must run before the app is ready. `libraryDir`: absolute.
 */
export function keepApart(libraryDir: string): void {
  const name = createHash('sha256').update(libraryDir).digest('hex').slice(0, 16)
  const folder = join(app.getPath('userData'), 'libraries', name)
  mkdirSync(folder, { recursive: true })
  app.setPath('userData', folder)
}
