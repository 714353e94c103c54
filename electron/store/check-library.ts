import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { type CheckFinding, checkFile } from './backup-files.ts'
import type { ReadHandle } from './handle.ts'
import { openSnapshot } from './open-read-only.ts'
import { listOriginalNames } from './queries/articles.ts'
import { countContents, type LibraryContents } from './queries/library-check.ts'
import { isSqliteError } from './sqlite-error.ts'

/** What a look through a whole library finds, and what it holds; null where damage hides that. */
export interface LibraryLook {
  readonly findings: readonly (CheckFinding | MissingOriginals)[]
  readonly contents: LibraryContents | null
}

/** Articles whose imported file is no longer beside the library. */
interface MissingOriginals {
  readonly code: 'ORIGINAL_MISSING'
  readonly count: number
  readonly detail: null
}

/** Looks through the library in a folder, in a worker. Cost: reads the whole file. */
export function checkLibrary(dir: string): LibraryLook {
  const found = checkFile({ file: join(dir, 'library.db'), isQuick: false })
  try {
    const { read, close } = openSnapshot(dir)
    try {
      const count = countMissingOriginals(read, dir)
      const missing = { code: 'ORIGINAL_MISSING' as const, count, detail: null }
      return { findings: [...found, ...(count > 0 ? [missing] : [])], contents: countContents(read) }
    } finally {
      close()
    }
  } catch (error) {
    if (!isSqliteError(error, 'SQLITE_CORRUPT') && !isSqliteError(error, 'SQLITE_NOTADB')) throw error
    return { findings: found, contents: null }
  }
}

function countMissingOriginals(read: ReadHandle, dir: string): number {
  const kept = new Set(listFolder(join(dir, 'originals')).map((name) => name.replace(/\..*$/, '')))
  return listOriginalNames(read).filter((sha256) => !kept.has(sha256)).length
}

function listFolder(dir: string): string[] {
  try {
    return readdirSync(dir)
  } catch {
    return [] // nothing was imported from a file yet, or the folder was taken away: then all are missing
  }
}
