import { copyFileSync, linkSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'

/**
 * Makes a folder and those above it. Node's own way never ends where a system says that a folder it just had to make
 * is not there, as Linux does below /proc.
 */
export function makeFolder(dir: string): void {
  if (statSync(dir, { throwIfNoEntry: false })?.isDirectory()) return
  if (dirname(dir) !== dir) makeFolder(dirname(dir))
  mkdirSync(dir)
}

/** Gives a file a second name, which stays its own when another file takes the first. */
export function keepFile(file: string, as: string): void {
  makeFolder(dirname(as))
  rmSync(`${as}.part`, { force: true })
  try {
    linkSync(file, `${as}.part`)
  } catch {
    // Not every disk has links. Cost: as long as it takes to write the file.
    copyFileSync(file, `${as}.part`)
  }
  renameSync(`${as}.part`, as)
}

/** Lets a file be read where nothing may be written, if that can be. */
export function standAlone(file: string): void {
  try {
    const db = new Database(file)
    db.pragma('journal_mode = DELETE')
    db.close()
  } catch {
    // It is whole as it is, and can be read where a file may be made beside it.
  }
}

/** Where a damaged file of a library goes. Makes the folder. */
export function placeAside(dir: string, nowMs: number): string {
  makeFolder(join(dir, 'damaged'))
  return join(dir, 'damaged', `library-${new Date(nowMs).toISOString().replaceAll(':', '-')}.db`)
}
