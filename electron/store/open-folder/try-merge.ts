import Database from 'better-sqlite3'
import type { AnnotationId } from '#shared/domain/ids.ts'
import { addFold } from '../fold-function.ts'
import type { WriteHandle } from '../handle.ts'
import { findAnnotation } from '../queries/annotations.ts'
import { cachedStatements } from '../statements.ts'
import { attachFolder, type MergedTable, mergeFolder } from './merge-folder.ts'

/** A mark of the folder: the title of the article it is on, and its note when all rows are in; null for one that is not. */
export interface TriedMark {
  readonly title: string
  readonly note: string | null
}

/** What importing a folder would do, and what it would find of some marks. */
export interface TriedMerge {
  readonly tables: readonly MergedTable[]
  readonly marks: readonly TriedMark[]
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
    const titleOf = db
      .prepare('SELECT a.title FROM folder.annotation n JOIN folder.article a ON a.id = n.article_id WHERE n.id = ?')
      .pluck()
    const marks = given.annotationIds.map((id) => ({
      title: String(titleOf.get(id) ?? ''),
      note: findAnnotation(db, id as AnnotationId)?.note ?? null,
    }))
    copy.exec('ROLLBACK')
    return { tables: next.value.tables, marks }
  } finally {
    copy.close()
  }
}
