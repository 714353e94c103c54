import { setTimeout as delay, setImmediate as pause } from 'node:timers/promises'
import type { Library } from '#electron/store/open.ts'
import type { AsOf } from '#electron/store/queries/as-of.ts'
import {
  hasTouchedClaims,
  listArticlesWithFigures,
  type TouchedClaims,
  takeTouchedClaims,
} from '#electron/store/queries/claim-changes.ts'
import { listArticlesAsOf, readClaims } from '#electron/store/queries/claims.ts'
import { groupFigures, hasUngroupedFigures } from '#electron/store/queries/measures.ts'
import type { ArticleId, EntityId } from '#shared/domain/ids.ts'
import { filterInSteps } from '#shared/domain/in-steps.ts'
import { ClaimBook } from './claim-book.ts'
import { inSlices } from './in-slices.ts'
import { entitiesOf, type FoundPair } from './pair-order.ts'

/** Which pairs to give: those about an entity where one is named, from a place of the order on. */
export interface AskedPairs {
  readonly asOf: AsOf | null
  readonly entityId?: EntityId | undefined
  /** Those alone that pass. */
  readonly passes?: ((pair: FoundPair) => boolean) | null
  readonly from: number
  readonly limit: number
}

/** What is found by now; `isComplete` is false while much has changed and not all of it has been looked at. */
export interface FoundDisagreements {
  readonly pairs: readonly FoundPair[]
  readonly total: number
  readonly isComplete: boolean
}

/** Finds what contradicts what. */
export interface DisagreementFinder {
  /** Pairs in articles up to then, those of the latest articles first. Answers soon, if need be of a part of all. */
  find(asked: AskedPairs): Promise<FoundDisagreements>
  /** Works out what newly stored figures measure. */
  group(): Promise<void>
}

/** Nobody waits longer for an answer than that. */
const PATIENCE_MS = 150
const FIGURES_AT_ONCE = 50
const MOMENTS_KEPT = 4

/** A finder over one library; `onComplete` hears when an answer that was a part can be had whole. */
export function createDisagreementFinder(library: Library, onComplete: () => void): DisagreementFinder {
  const book = new ClaimBook()
  const moments = new Map<string, { readonly edition: number; readonly found: Promise<readonly FoundPair[]> }>()
  let edition = 0
  let running: Promise<void> | null = null
  let isAwaited = false

  const group = async () => {
    while (hasUngroupedFigures(library.read)) {
      library.write((db) => groupFigures(db, FIGURES_AT_ONCE))
      await pause()
    }
  }
  const catchUp = async () => {
    for (await group(); hasTouchedClaims(library.read); await group()) {
      const touched = library.write(takeTouchedClaims)
      if (touched.isFresh) book.clear()
      await inSlices(readAgain(library, book, touched))
      await inSlices(book.settle())
      edition++
    }
  }
  const run = () => {
    if (running) return running
    running = catchUp().finally(() => {
      running = null
      if (isAwaited) onComplete()
      isAwaited = false
    })
    // Whoever waits hears of a failure; who has gone meets it when asking again.
    running.catch(() => {})
    return running
  }
  const asOfThen = (asOf: AsOf) => {
    const articles = listArticlesAsOf(library.read, asOf)
    const key = `${JSON.stringify(asOf)} ${articles.length}`
    const known = moments.get(key)
    if (known?.edition === edition) return known.found
    const found = inSlices(book.listAmong(new Set(articles)))
    moments.delete(key)
    moments.set(key, { edition, found })
    for (const oldest of moments.keys()) if (moments.size > MOMENTS_KEPT) moments.delete(oldest)
    return found
  }
  return {
    group,
    async find({ asOf, entityId, passes, from, limit }) {
      const isComplete = await Promise.race([run().then(() => true), delay(PATIENCE_MS, false, { ref: false })])
      if (!isComplete) isAwaited = true
      if (!asOf && !entityId && !passes) return { ...book.order.page(from, limit), isComplete }
      const isAbout = (pair: FoundPair) => !entityId || entitiesOf(pair).has(entityId)
      const about = asOf
        ? await inSlices(filterInSteps(await asOfThen(asOf), isAbout))
        : entityId
          ? await inSlices(book.order.about(entityId))
          : book.order.page(0, Number.POSITIVE_INFINITY).pairs
      const asked = passes ? await inSlices(filterInSteps(about, passes)) : about
      return { pairs: asked.slice(from, from + limit), total: asked.length, isComplete }
    },
  }
}

/** Reads again what an article claims, article by article. */
function* readAgain(library: Library, book: ClaimBook, { isFresh, articles, names }: TouchedClaims): Generator<void> {
  const lookers = names.flatMap((name) => [...book.lookersFor(name)])
  const again = isFresh ? listArticlesWithFigures(library.read) : new Set<ArticleId>([...articles, ...lookers])
  for (const articleId of again) {
    const { claims, lookedFor } = readClaims(library.read, articleId)
    book.put(articleId, claims, lookedFor)
    yield
  }
}
