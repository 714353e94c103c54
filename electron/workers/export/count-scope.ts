import type { ReadHandle } from '#electron/store/handle.ts'
import { openSnapshot } from '#electron/store/open-read-only.ts'
import { countFound, findScope } from '#electron/store/queries/export-scope.ts'
import type { ExportCounts, ExportScope } from '#shared/contract/export.ts'
import { isWhole, toFilter } from './export-order.ts'

/** How much a scope holds. Cost: one walk over marks and one over cards. */
export function countScope(db: ReadHandle, scope: ExportScope, nowMs: number): ExportCounts {
  const { annotationIds, cardIds, articleIds, notes } = findScope(db, toFilter(scope), nowMs)
  const named = scope.articleIds ? new Set(scope.articleIds) : articleIds
  const found = scope.entityId
    ? { entities: 1, figures: 0 }
    : countFound(db, scope.articleIds === undefined && isWhole(scope) ? null : [...named])
  return { articles: named.size, marks: annotationIds.size, notes, cards: cardIds.size, ...found }
}

/** The same of a library on disk, for a thread of its own. */
export function countExport(given: {
  readonly libraryDir: string
  readonly scope: ExportScope
  readonly nowMs: number
}): ExportCounts {
  const snapshot = openSnapshot(given.libraryDir)
  try {
    return countScope(snapshot.read, given.scope, given.nowMs)
  } finally {
    snapshot.close()
  }
}
