import type { StoredClaim } from '#electron/store/queries/claims.ts'
import { disagreementsInSteps, groupsOf } from '#shared/domain/figures/disagree.ts'
import type { ArticleId } from '#shared/domain/ids.ts'
import { sortInSteps } from '#shared/domain/in-steps.ts'
import { type FoundPair, inOrder, PairOrder } from './pair-order.ts'

/** All claims of a library by what they measure of whom, so that a change has few of them held together again. */
export class ClaimBook {
  readonly #byArticle = new Map<ArticleId, readonly StoredClaim[]>()
  readonly #groups = new Map<string, Map<string, StoredClaim>>()
  readonly #pairs = new Map<string, ReadonlyMap<string, FoundPair>>()
  readonly #stale = new Set<string>()
  readonly #lookers = new Map<string, Set<ArticleId>>()
  /** All pairs as of the last steps. */
  readonly order = new PairOrder()

  clear(): void {
    for (const part of [this.#byArticle, this.#groups, this.#pairs, this.#stale, this.#lookers, this.order])
      part.clear()
  }

  /** Takes what an article claims now in place of what it claimed; `lookedFor` are names that others decide on. */
  put(articleId: ArticleId, claims: readonly StoredClaim[], lookedFor: ReadonlySet<string>): void {
    for (const claim of this.#byArticle.get(articleId) ?? []) for (const key of groupsOf(claim)) this.#take(key, claim)
    for (const claim of claims) for (const key of groupsOf(claim)) this.#add(key, claim)
    if (claims.length > 0) this.#byArticle.set(articleId, claims)
    else this.#byArticle.delete(articleId)
    for (const name of lookedFor) this.#lookers.set(name, (this.#lookers.get(name) ?? new Set()).add(articleId))
  }

  #take(key: string, { id }: StoredClaim): void {
    const group = this.#groups.get(key)
    group?.delete(id)
    if (group?.size === 0) this.#groups.delete(key)
    this.#stale.add(key)
  }

  #add(key: string, claim: StoredClaim): void {
    const group = this.#groups.get(key)
    if (group) group.set(claim.id, claim)
    else this.#groups.set(key, new Map([[claim.id, claim]]))
    this.#stale.add(key)
  }

  /** The articles that asked the library whose name that is. */
  lookersFor(name: string): Iterable<ArticleId> {
    return this.#lookers.get(name) ?? []
  }

  /** Holds together again what has changed, group by group, in steps. */
  *settle(): Generator<void> {
    for (const key of this.#stale) {
      const group = this.#groups.get(key)
      const found = group && group.size > 1 ? yield* disagreementsInSteps([...group.values()]) : null
      this.#stale.delete(key)
      const before = this.#pairs.get(key)
      // What stays is never away: whoever asks between two steps finds it.
      if (found) yield* this.order.add(found)
      if (found && found.size > 0) this.#pairs.set(key, found)
      else this.#pairs.delete(key)
      if (before) yield* this.order.take(before)
      if (this.order.isMuchNew) yield* this.order.settle()
      yield
    }
    yield* this.order.settle()
  }

  /** The pairs among the claims of these articles alone, in order, in steps. */
  *listAmong(articles: ReadonlySet<string>): Generator<void, readonly FoundPair[]> {
    const all = new Map<string, FoundPair>()
    // A group without a pair has none among fewer claims either.
    for (const key of [...this.#pairs.keys()]) {
      const claims = [...(this.#groups.get(key)?.values() ?? [])].filter(({ articleId }) => articles.has(articleId))
      const found = claims.length > 1 ? yield* disagreementsInSteps(claims) : []
      for (const [words, pair] of found) if (!all.has(words)) all.set(words, pair)
      yield
    }
    return yield* sortInSteps([...all.values()], inOrder)
  }
}
