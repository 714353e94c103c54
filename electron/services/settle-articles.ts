import { setImmediate as pause } from 'node:timers/promises'
import type { WriteHandle } from '#electron/store/handle.ts'
import { listBaseIds, listOutdated } from '#electron/store/queries/found.ts'
import type { ArticleId, EntityId } from '#shared/domain/ids.ts'
import type { ServiceContext } from './context.ts'
import { linkEntities } from './link-entities.ts'
import { projectAgain } from './store-found.ts'

const AT_ONCE = 20
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

async function settleInTurn({ library, clock }: ServiceContext, articleIds: readonly ArticleId[]): Promise<void> {
  for (let from = 0; from < articleIds.length; from += AT_ONCE) {
    library.write((db) => settle(db, articleIds.slice(from, from + AT_ONCE), clock()))
    if (from + AT_ONCE < articleIds.length) await pause()
  }
}

function settle(db: WriteHandle, articleIds: readonly ArticleId[], nowMs: number): void {
  const outdated = new Set(listOutdated(db, articleIds))
  const touched = articleIds.flatMap((id): EntityId[] =>
    outdated.has(id) ? projectAgain(db, id, nowMs) : listBaseIds(db, id),
  )
  linkEntities(db, new Set(touched), nowMs, 'kept')
}
