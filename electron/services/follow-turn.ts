import type { RestoredRow } from '#electron/store/actions.ts'
import type { WriteHandle } from '#electron/store/handle.ts'
import type { AfterTurn } from '#electron/store/long-actions.ts'
import { markUnsearched } from '#electron/store/queries/articles.ts'
import { forgetFound } from '#electron/store/queries/found.ts'
import { forgetPrint } from '#electron/store/queries/likeness.ts'
import { indexArticle, indexEntry } from '#electron/store/queries/search.ts'
import type { CorrectionRecord } from '#shared/contract/correction.ts'
import type { ArticleId } from '#shared/domain/ids.ts'
import { settleCorrections } from './settle-corrections.ts'

/** Search and names follow the rows that undo, redo or the end of a broken action put back. */
function followTurn(db: WriteHandle, restored: readonly RestoredRow[], nowMs: number): void {
  for (const row of restored) reindex(db, row)
  settleCorrections(db, correctionsIn(restored), nowMs)
}

/** The same for a library whose time is told by a clock, to be handed to what takes actions back. */
export function turnFollower(clock: () => number): AfterTurn {
  return (db, restored) => followTurn(db, restored, clock())
}

/** The corrections that undo or redo took back or made again. */
function correctionsIn(restored: readonly RestoredRow[]): CorrectionRecord[] {
  // Payloads are written by the store alone, from records.
  return restored.flatMap(({ table, row }) =>
    table === 'correction' ? [JSON.parse(String(row.payload)) as CorrectionRecord] : [],
  )
}

/** The search index follows what undo put back. */
function reindex(db: WriteHandle, { table, row }: RestoredRow): void {
  const id = String(row.id)
  if (table === 'annotation' || table === 'card') indexEntry(db, table, id)
  // The image of a row of `article` holds its id as it was stored.
  if (table === 'article') indexArticle(db, id as ArticleId)
  if (table === 'article_text') {
    const articleId = String(row.article_id) as ArticleId
    indexArticle(db, articleId)
    // What was found in it was found in another text.
    markUnsearched(db, articleId)
    forgetFound(db, articleId)
    forgetPrint(db, articleId)
  }
}
