import type { StoredClaim } from '#electron/store/queries/claims.ts'
import type { Disagreement } from '#shared/domain/figures/disagree.ts'
import type { EntityId } from '#shared/domain/ids.ts'
import { eachInSteps, filterInSteps, mergeInSteps, sortInSteps } from '#shared/domain/in-steps.ts'

/** Two figures that cannot both hold. */
export type FoundPair = Disagreement<StoredClaim>

/** A pair that stands in the order until it is gone. Several groups can find it. */
interface Entry {
  readonly pair: FoundPair
  readonly entities: ReadonlySet<EntityId>
  isGone: boolean
}

/** All pairs in order, and by whom they are about, kept while groups of them come and go. */
export class PairOrder {
  readonly #entries = new Map<string, { entry: Entry; groups: number }>()
  readonly #about = new Map<EntityId, Set<Entry>>()
  #ordered: readonly Entry[] = []
  #added: Entry[] = []
  #hasGone = false

  clear(): void {
    this.#entries.clear()
    this.#about.clear()
    this.#ordered = []
    this.#added = []
    this.#hasGone = false
  }

  /** A group finds these pairs, by what they say, in steps. */
  *add(found: ReadonlyMap<string, FoundPair>): Generator<void> {
    yield* eachInSteps(found, ([words, pair]) => {
      const key = keyOf(words, pair)
      const known = this.#entries.get(key)
      const isSame = known?.entry.pair.first === pair.first && known.entry.pair.second === pair.second
      // Read again, a claim may say something else.
      if (known && !isSame) this.#remove(known.entry)
      const entry = known && isSame ? known.entry : this.#enter(pair)
      this.#entries.set(key, { entry, groups: (known?.groups ?? 0) + 1 })
    })
  }

  /** A group finds these no longer, in steps. */
  *take(found: ReadonlyMap<string, FoundPair>): Generator<void> {
    yield* eachInSteps(found, ([words, pair]) => {
      const key = keyOf(words, pair)
      const known = this.#entries.get(key)
      if (!known) return
      if (known.groups > 1) known.groups--
      else {
        this.#entries.delete(key)
        this.#remove(known.entry)
      }
    })
  }

  #enter(pair: FoundPair): Entry {
    const entry = { pair, entities: entitiesOf(pair), isGone: false }
    this.#added.push(entry)
    for (const id of entry.entities) this.#about.set(id, (this.#about.get(id) ?? new Set()).add(entry))
    return entry
  }

  #remove(entry: Entry): void {
    entry.isGone = true
    this.#hasGone = true
    for (const id of entry.entities) {
      const about = this.#about.get(id)
      about?.delete(entry)
      if (about?.size === 0) this.#about.delete(id)
    }
  }

  /** Whether so much is new that a part of all should be put in order before the rest is known. */
  get isMuchNew(): boolean {
    return this.#added.length > Math.max(1000, this.#ordered.length)
  }

  /** Puts what came and went in its place, in steps. */
  *settle(): Generator<void> {
    const added = this.#added
    if (added.length === 0 && !this.#hasGone) return
    this.#added = []
    this.#hasGone = false
    const sorted = yield* sortInSteps(added, (a, b) => inOrder(a.pair, b.pair))
    const merged = yield* mergeInSteps(this.#ordered, sorted, (a, b) => inOrder(a.pair, b.pair))
    this.#ordered = yield* filterInSteps(merged, ({ isGone }) => !isGone)
  }

  /** The pairs from a place of the order on, at most `limit`, and how many there are in all. */
  page(from: number, limit: number): { pairs: FoundPair[]; total: number } {
    if (!this.#hasGone) {
      const part = this.#ordered.slice(from, from + limit)
      return { pairs: part.map(({ pair }) => pair), total: this.#ordered.length }
    }
    const left = this.#ordered.filter(({ isGone }) => !isGone)
    return { pairs: left.slice(from, from + limit).map(({ pair }) => pair), total: left.length }
  }

  /** All pairs about an entity, in order, in steps. */
  *about(id: EntityId): Generator<void, FoundPair[]> {
    const pairs = [...(this.#about.get(id) ?? [])].map(({ pair }) => pair)
    return yield* sortInSteps(pairs, inOrder)
  }
}

/** Those of the latest articles first. */
export function inOrder(a: FoundPair, b: FoundPair): number {
  if (a === b) return 0
  return latest(b) - latest(a) || compare(a.first.id, b.first.id) || compare(a.second.id, b.second.id)
}

const compare = (a: string, b: string) => (a === b ? 0 : a < b ? -1 : 1)

function keyOf(words: string, { first, second }: FoundPair): string {
  return `${first.id} ${second.id} ${words}`
}

function latest({ first, second }: FoundPair): number {
  return Math.max(first.publishedDay ?? Number.NEGATIVE_INFINITY, second.publishedDay ?? Number.NEGATIVE_INFINITY, -1e9)
}

/** Whom a pair is about: who states either, and what both are of. */
export function entitiesOf({ first, second }: FoundPair): ReadonlySet<EntityId> {
  const speakers = [first.speakerId, second.speakerId].filter((id) => id !== null)
  return new Set([...speakers, ...sharedEntities({ first, second })])
}

/** The entities that both are about. */
export function sharedEntities({ first, second }: FoundPair): EntityId[] {
  const shared = [...first.subjects].filter((subject) => second.subjects.has(subject))
  return shared
    .flatMap((subject) => [first, second].map(({ entities }) => entities.get(subject)))
    .filter((id) => id !== undefined)
}
