import { setImmediate as pause } from 'node:timers/promises'
import type { WriteHandle } from '#electron/store/handle.ts'
import { runSome } from '#electron/store/long-actions.ts'
import { listBaseIds, listOutdated } from '#electron/store/queries/found.ts'
import type { ArticleId, EntityId } from '#shared/domain/ids.ts'
import type { ServiceContext } from './context.ts'
import { linkEntities } from './link-entities.ts'
import { projectAgain } from './store-found.ts'

const ENTITIES_AT_ONCE = 4
/** So many are settled before the person hears that it is done; more go on behind. */
const MOST_AWAITED = 40

/**
 * Lets entities follow articles that were deleted, brought back or dated otherwise: what lies in the bin is no evidence
 * of who is who, and when an article is from tells one bearer of a name from another.
 */
export async function settleArticles(context: ServiceContext, articleIds: readonly ArticleId[]): Promise<void> {
  if (articleIds.length === 0) return
  const settled = settleInTurn(context, articleIds)
  if (articleIds.length <= MOST_AWAITED) await settled
  else settled.then(() => context.changes.announce(['entity', 'figure', 'article']), context.onFailure)
}

async function settleInTurn({ library, clock, ending }: ServiceContext, articleIds: readonly ArticleId[]) {
  const parts = settleInParts(articleIds, clock())
  for (let isOver = false; !isOver && !ending.aborted; ) {
    isOver = library.write((db) => runSome(parts, db))
    if (!isOver) await pause()
  }
}

/** Each part leaves what is stored whole; whom several articles name is looked at once. */
function* settleInParts(articleIds: readonly ArticleId[], nowMs: number): Generator<(db: WriteHandle) => void> {
  const touched = new Set<EntityId>()
  for (const id of articleIds)
    yield (db) => {
      const isOutdated = listOutdated(db, [id]).length > 0
      for (const one of isOutdated ? projectAgain(db, id, nowMs) : listBaseIds(db, id)) touched.add(one)
    }
  const ids = [...touched]
  for (let from = 0; from < ids.length; from += ENTITIES_AT_ONCE)
    yield (db) => void linkEntities(db, new Set(ids.slice(from, from + ENTITIES_AT_ONCE)), nowMs)
}
