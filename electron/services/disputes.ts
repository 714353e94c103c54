import type { StoredClaim } from '#electron/store/queries/claims.ts'
import type { EntityId } from '#shared/domain/ids.ts'
import { type FoundPair, sharedEntities } from './pair-order.ts'

/** All pairs that disagree on one thing: the same measure of the same. */
export interface Dispute {
  readonly key: string
  /** The measure with the kind of quantity, as the store has it. */
  readonly group: string
  readonly subject: EntityId | null
  readonly pairCount: number
  /** What is stated, by figure. */
  readonly claims: ReadonlyMap<string, StoredClaim>
}

/** How many pairs are gone through between two looks at the clock. */
const STEP = 256

/** Pairs by what they are about, in the order of the first pair of each, in steps. */
export function* groupPairs(pairs: readonly FoundPair[]): Generator<void, Dispute[]> {
  const groups = new Map<string, { pair: FoundPair; pairCount: number; claims: Map<string, StoredClaim> }>()
  for (const [index, pair] of pairs.entries()) {
    const key = disputeOf(pair)
    const group = groups.get(key) ?? { pair, pairCount: 0, claims: new Map<string, StoredClaim>() }
    groups.set(key, group)
    group.pairCount++
    for (const claim of [pair.first, pair.second]) group.claims.set(claim.id, claim)
    if (index % STEP === STEP - 1) yield
  }
  return [...groups].map(([key, { pair, pairCount, claims }]) => ({
    key,
    group: pair.first.group,
    subject: subjectOf(pair),
    pairCount,
    claims,
  }))
}

/** What a pair is about, as one string. */
export function disputeOf({ first, second }: FoundPair): string {
  const [shared = ''] = [...first.subjects].filter((subject) => second.subjects.has(subject)).sort()
  return `${first.group}|${shared}`
}

/** What both are about, where it is an entity. */
export function subjectOf(pair: FoundPair): EntityId | null {
  return sharedEntities(pair)[0] ?? null
}

/** More values of one thing are told by their number. */
const MOST_VALUES = 8

/** A figure for each value that is stated, the least first; of too many the greatest is still there. */
export function eachValueOnce({ claims }: Dispute): string[] {
  const byValue = new Map<string, StoredClaim>()
  for (const claim of claims.values()) {
    const value = `${claim.amount.low}..${claim.amount.high}`
    if (!byValue.has(value)) byValue.set(value, claim)
  }
  const ordered = [...byValue.values()].sort((a, b) => middle(a) - middle(b) || (a.id < b.id ? -1 : 1))
  const shown = ordered.length > MOST_VALUES ? [...ordered.slice(0, MOST_VALUES - 1), ...ordered.slice(-1)] : ordered
  return shown.map(({ id }) => id)
}

/** An open end counts as the other one. */
function middle({ amount: { low, high } }: StoredClaim): number {
  if (!Number.isFinite(low)) return high
  return Number.isFinite(high) ? (low + high) / 2 : low
}
