import { sortInSteps } from '#shared/domain/in-steps.ts'
import { isGrowing, isVague } from './measure.ts'
import { type Amount, canBothHold, isLasting } from './quantity.ts'
import { type Days, overlap } from './when.ts'

/** A figure as a claim that others can be held against. */
export interface Claim {
  readonly id: string
  readonly articleId: string
  /** What is measured; see `readMeasure`. */
  readonly key: string
  readonly amount: Amount
  readonly when: Days | null
  /** The article's day; null when it has none. */
  readonly publishedDay: number | null
  /** Of whom or what, each as one string that is equal where the same is meant. */
  readonly subjects: ReadonlySet<string>
  /** Whether the subjects are named as such, not only beside the figure. */
  readonly isSubjectNamed: boolean
  /** Who states it, folded; null when nobody is named. */
  readonly saidBy: string | null
}

/**
 * Whether two claims measure the same of the same at the same time and cannot both hold. A claim said again, a rounded
 * one, a range around another, and a count that has grown since are none.
 */
export function disagree(a: Claim, b: Claim): boolean {
  return (
    a.key === b.key &&
    a.amount.dimension === b.amount.dimension &&
    !canBothHold(a.amount, b.amount) &&
    areDifferentVoices(a, b) &&
    isSameSubject(a, b) &&
    isSameTime(a, b) &&
    !hasGrown(a, b)
  )
}

/** Within one article numbers are told apart on purpose: there only two speakers contradict each other. */
function areDifferentVoices(a: Claim, b: Claim): boolean {
  return a.articleId !== b.articleId || (a.saidBy !== null && b.saidBy !== null && a.saidBy !== b.saidBy)
}

function isSameSubject(a: Claim, b: Claim): boolean {
  if (a.subjects.size === 0 || b.subjects.size === 0) return false
  if (a.isSubjectNamed && b.isSubjectNamed) return [...a.subjects].some((subject) => b.subjects.has(subject))
  if (isVague(a.key)) return false
  // What only stands beside a figure must agree throughout: two attacks in one country are not one.
  const [few, many] = a.subjects.size <= b.subjects.size ? [a, b] : [b, a]
  if (few.isSubjectNamed || many.isSubjectNamed) {
    const [named, beside] = few.isSubjectNamed ? [few, many] : [many, few]
    return [...named.subjects].some((subject) => beside.subjects.has(subject))
  }
  return [...few.subjects].every((subject) => many.subjects.has(subject))
}

function isSameTime(a: Claim, b: Claim): boolean {
  return (isLasting(a.amount.dimension) && a.isSubjectNamed && b.isSubjectNamed) || overlap(a.when, b.when)
}

/** A toll of Friday that is above that of Monday takes nothing back. */
function hasGrown(a: Claim, b: Claim): boolean {
  if (!isGrowing(a.key) || !a.when || !b.when || a.when.to === b.when.to) return false
  const [early, late] = a.when.to < b.when.to ? [a, b] : [b, a]
  return late.amount.low > early.amount.high
}

/** Two claims that cannot both hold, the earlier first, and how often else each value is stated. */
export interface Disagreement<C extends Claim = Claim> {
  readonly first: C
  readonly second: C
}

/** How many pairs one group gives at most: where everything contradicts everything there are too many. */
const MOST_PAIRS = 500

/**
 * All pairs that disagree, each pair of values once: with the earliest claims that state them. Cost: by measure and
 * day, so near linear unless very many claims measure the same in one week.
 */
export function listDisagreements<C extends Claim>(claims: readonly C[]): Disagreement<C>[] {
  const groups = new Map<string, C[]>()
  for (const claim of claims) for (const key of groupsOf(claim)) groups.set(key, [...(groups.get(key) ?? []), claim])
  return joinDisagreements([...groups.values()].map(disagreementsIn))
}

/** The groups of claims that could disagree with a claim: what is measured, of each subject. */
export function groupsOf({ key, amount, subjects }: Claim): string[] {
  return [...subjects].map((subject) => `${amount.dimension}:${key}|${subject}`)
}

/** The pairs of one such group that disagree, by what they say: each pair of values once. */
function disagreementsIn<C extends Claim>(group: readonly C[]): Map<string, Disagreement<C>> {
  const steps = disagreementsInSteps(group)
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value
}

/** So many claims are held against another one at a stretch. */
const STEP = 100

/** The same in steps: a group can hold many. */
export function* disagreementsInSteps<C extends Claim>(
  group: readonly C[],
): Generator<void, Map<string, Disagreement<C>>> {
  const found = new Map<string, Disagreement<C>>()
  const ordered = yield* sortInSteps(group, byTime)
  let count = 0
  for (const [index, first] of ordered.entries()) {
    for (let next = index + 1; next < ordered.length; next++) {
      const second = ordered[next]
      if (!second || isBeyond(first, second)) break
      if (found.size >= MOST_PAIRS) return found
      if (++count % STEP === 0) yield
      if (!disagree(first, second)) continue
      const pair = pairKey(first, second)
      if (!found.has(pair)) found.set(pair, { first, second })
    }
  }
  return found
}

/** Those of several groups, each once: claims of two subjects stand in two groups. */
function joinDisagreements<C extends Claim>(groups: Iterable<ReadonlyMap<string, Disagreement<C>>>): Disagreement<C>[] {
  const all = new Map<string, Disagreement<C>>()
  for (const found of groups) for (const [pair, one] of found) if (!all.has(pair)) all.set(pair, one)
  return [...all.values()]
}

/** Those that never change can meet at any distance; the rest ends where no later one can overlap. */
function isBeyond(first: Claim, second: Claim): boolean {
  return !isLasting(first.amount.dimension) && startOf(second) > (first.when?.to ?? Number.NEGATIVE_INFINITY)
}

function startOf({ when }: Claim): number {
  return when?.from ?? Number.NEGATIVE_INFINITY
}

function byTime(a: Claim, b: Claim): number {
  // Undated claims come first; among them Infinity - Infinity would be no number.
  const [from, to] = [startOf(a), startOf(b)]
  if (from !== to) return from < to ? -1 : 1
  return (a.publishedDay ?? 0) - (b.publishedDay ?? 0) || (a.id < b.id ? -1 : 1)
}

function pairKey(a: Claim, b: Claim): string {
  const shared = [...a.subjects].filter((subject) => b.subjects.has(subject)).sort()
  const values = [a, b].map(({ amount }) => `${amount.low}..${amount.high}`).sort()
  return JSON.stringify([a.amount.dimension, a.key, shared, values])
}
