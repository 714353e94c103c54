import { get_fuzz_range } from 'ts-fsrs'
import { type StudyDay, weekdayOf } from './study-days.ts'

/**
 * Moves an interval of whole days a little. `elapsedDays`: how long the last one was; `atLeast`: the shortest that is
 * allowed, so that a better grade waits longer.
 */
export type SpreadDays = (idealDays: number, elapsedDays: number, atLeast: number) => number

/** What spreading knows of the days to come. */
export interface SpreadOptions {
  readonly today: StudyDay
  readonly maximumIntervalDays: number
  /** How much of a usual day's load each weekday may carry, Monday first: 1 all, 0 none where it can be helped. */
  readonly easyDays: readonly number[]
}

/** How much a longer wait weighs against a fuller day. Source: Anki's load balancer, 1 to 2.15. */
const FAR_OFF = 1 / 2.15
/** Up to this many reviews a day is not full: nothing is moved away from it. */
const LIGHT_DAY = 10

/** The days an interval may be moved to, both ends included. Source: FSRS-6 by ts-fsrs, as in Anki. */
export function spreadRange(
  idealDays: number,
  elapsedDays: number,
  atLeast: number,
  maximumIntervalDays: number,
): { from: number; to: number } {
  const floor = Math.min(Math.max(1, atLeast), maximumIntervalDays)
  const ideal = Math.min(Math.max(idealDays, floor), maximumIntervalDays)
  // Below two and a half days there is nowhere to go.
  if (ideal < 2.5) return { from: ideal, to: ideal }
  const { min_ivl, max_ivl } = get_fuzz_range(ideal, elapsedDays, maximumIntervalDays)
  const from = Math.max(floor, min_ivl)
  return { from, to: Math.max(from, max_ivl) }
}

/**
 * Puts a review on the day within its range that has least to do for what it may carry; among equals the one nearest
 * to the ideal, then the earlier. Days further off are emptier by themselves, and so must be emptier by more. `loadOf` gives how many reviews are due on a study day.
 */
export function balanceLoad(options: SpreadOptions, loadOf: (day: StudyDay) => number): SpreadDays {
  return (idealDays, elapsedDays, atLeast) => {
    const { from, to } = spreadRange(idealDays, elapsedDays, atLeast, options.maximumIntervalDays)
    const ideal = Math.min(Math.max(idealDays, from), to)
    const days = Array.from({ length: to - from + 1 }, (_, index) => from + index)
    const costs = days.map((days) => ({ days, cost: costOf(options, loadOf, days), off: Math.abs(days - ideal) }))
    return costs.reduce((best, one) => (isBetter(one, best) ? one : best)).days
  }
}

interface Choice {
  readonly days: number
  readonly cost: number
  readonly off: number
}

function isBetter(one: Choice, best: Choice): boolean {
  if (one.cost !== best.cost) return one.cost < best.cost
  return one.off < best.off
}

function costOf({ today, easyDays }: SpreadOptions, loadOf: (day: StudyDay) => number, days: number): number {
  const day = today + days
  const share = easyDays[weekdayOf(day)] ?? 1
  if (share <= 0) return Number.MAX_SAFE_INTEGER
  const load = loadOf(day)
  return load <= LIGHT_DAY && share === 1 ? 0 : (load * days ** FAR_OFF) / share
}

/** Puts a review on any day of its range by chance, easy days less often. `random` gives 0 up to below 1. */
export function spreadByChance(options: SpreadOptions, random: () => number): SpreadDays {
  return (idealDays, elapsedDays, atLeast) => {
    const { from, to } = spreadRange(idealDays, elapsedDays, atLeast, options.maximumIntervalDays)
    if (from === to) return from
    const days = Array.from({ length: to - from + 1 }, (_, index) => from + index)
    const weights = days.map((one) => Math.max(1e-6, options.easyDays[weekdayOf(options.today + one)] ?? 1))
    let at = random() * weights.reduce((sum, weight) => sum + weight, 0)
    for (const [index, weight] of weights.entries()) {
      at -= weight
      if (at < 0) return from + index
    }
    return to
  }
}

/** Chance that comes out the same for the same words: what is shown before an answer is what the answer does. */
export function seededChance(seed: string): () => number {
  // Source: FNV-1a for the seed, mulberry32 for the sequence.
  let state = 0x811c9dc5
  for (const char of seed) state = Math.imul(state ^ char.charCodeAt(0), 0x01000193)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
