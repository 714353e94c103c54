import { join } from 'node:path'
import Database from 'better-sqlite3'
import { addFold } from './fold-function.ts'
import type { ReadHandle } from './handle.ts'
import { cachedStatements } from './statements.ts'

/** A library as it was at the moment of opening, whatever is written to it meanwhile. */
export interface Snapshot {
  readonly read: ReadHandle
  close(): void
}

/** Opens a second, reading connection on a library in a folder, for long reads in a thread of their own. */
export function openSnapshot(libraryDir: string): Snapshot {
  const db = new Database(join(libraryDir, 'library.db'), { readonly: true })
  addFold(db)
  db.exec('BEGIN')
  // The snapshot begins with the first read.
  db.prepare('SELECT 1 FROM sqlite_schema').get()
  return { read: cachedStatements(db), close: () => db.close() }
}
