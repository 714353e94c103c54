import Database from 'better-sqlite3'
import { addFold } from '../fold-function.ts'
import type { WriteHandle } from '../handle.ts'
import { cachedStatements } from '../statements.ts'
import { attachFolder, type MergedTable, mergeFolder } from './merge-folder.ts'

/** What importing a folder would do, and the titles of the articles that some marks are on. */
export interface TriedMerge {
  readonly tables: readonly MergedTable[]
  readonly titles: readonly string[]
}

/**
 * Does an import of a folder to a copy of the library, and takes back what that leaves in the folder's own library.
 * Run in a worker. `copyFile`: where there is nothing yet. Cost: reads and writes the whole library.
 */
export async function tryMerge(given: {
  readonly libraryFile: string
  readonly folderFile: string
  readonly copyFile: string
  readonly bringBack: boolean
  readonly nowMs: number
  readonly annotationIds: readonly string[]
}): Promise<TriedMerge> {
  const library = new Database(given.libraryFile, { readonly: true, fileMustExist: true })
  try {
    await library.backup(given.copyFile, { progress: () => 0x7fffffff })
  } finally {
    library.close()
  }
  const copy = new Database(given.copyFile)
  try {
    addFold(copy)
    copy.pragma('synchronous = OFF')
    copy.pragma('foreign_keys = ON')
    // The brand of those who may write: the copy is nobody's.
    const db = cachedStatements(copy) as WriteHandle
    attachFolder(db, given.folderFile)
    copy.exec('BEGIN')
    const parts = mergeFolder(given.bringBack, given.nowMs)
    let next = parts.next()
    for (; !next.done; next = parts.next()) next.value(db)
    copy.exec('ROLLBACK')
    const titleOf = db
      .prepare('SELECT a.title FROM folder.annotation n JOIN folder.article a ON a.id = n.article_id WHERE n.id = ?')
      .pluck()
    return { tables: next.value.tables, titles: given.annotationIds.map((id) => String(titleOf.get(id) ?? '')) }
  } finally {
    copy.close()
  }
}
