import type { StoredClaim } from '#electron/store/queries/claims.ts'
import { type Disagreement, disagreementsIn, groupsOf, joinDisagreements } from '#shared/domain/figures/disagree.ts'
import type { ArticleId } from '#shared/domain/ids.ts'

/** Two figures that cannot both hold. */
export type FoundPair = Disagreement<StoredClaim>

/** All claims of a library by what they measure of whom, so that a change has few of them held together again. */
export class ClaimBook {
  readonly #byArticle = new Map<ArticleId, readonly StoredClaim[]>()
  readonly #groups = new Map<string, Map<string, StoredClaim>>()
  readonly #pairs = new Map<string, ReadonlyMap<string, FoundPair>>()
  readonly #stale = new Set<string>()
  readonly #lookers = new Map<string, Set<ArticleId>>()
  #all: readonly FoundPair[] | null = null

  clear(): void {
    for (const part of [this.#byArticle, this.#groups, this.#pairs, this.#stale, this.#lookers]) part.clear()
    this.#all = null
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

  /** Holds together again what has changed, group by group: a step is one group. */
  *settle(): Generator<void> {
    for (const key of this.#stale) {
      this.#stale.delete(key)
      const group = this.#groups.get(key)
      const found = group && group.size > 1 ? disagreementsIn([...group.values()]) : null
      if (found && found.size > 0) this.#pairs.set(key, found)
      else this.#pairs.delete(key)
      this.#all = null
      yield
    }
  }

  /** All pairs as of the last steps, those of the latest articles first. */
  list(): readonly FoundPair[] {
    this.#all ??= inOrder(joinDisagreements(this.#pairs.values()))
    return this.#all
  }

  /** The pairs among the claims of these articles alone, group by group. */
  *listAmong(articles: ReadonlySet<string>): Generator<void, readonly FoundPair[]> {
    const found: ReadonlyMap<string, FoundPair>[] = []
    // A group without a pair has none among fewer claims either.
    for (const key of [...this.#pairs.keys()]) {
      const claims = [...(this.#groups.get(key)?.values() ?? [])].filter(({ articleId }) => articles.has(articleId))
      if (claims.length > 1) found.push(disagreementsIn(claims))
      yield
    }
    return inOrder(joinDisagreements(found))
  }
}

function inOrder(pairs: FoundPair[]): readonly FoundPair[] {
  return pairs.sort((a, b) => latest(b) - latest(a) || (a.first.id < b.first.id ? -1 : 1))
}

function latest({ first, second }: FoundPair): number {
  return Math.max(first.publishedDay ?? Number.NEGATIVE_INFINITY, second.publishedDay ?? Number.NEGATIVE_INFINITY, -1e9)
}
