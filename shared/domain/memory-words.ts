const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** Steps from short to long: from `fromMs` on, time is told in `unit`s of `unitMs`. A month is 30.44 days on average. */
const steps = [
  { fromMs: 0, unitMs: MINUTE_MS, unit: ['min', 'min'] },
  { fromMs: 59.5 * MINUTE_MS, unitMs: HOUR_MS, unit: ['hour', 'hours'] },
  { fromMs: 23.5 * HOUR_MS, unitMs: DAY_MS, unit: ['day', 'days'] },
  { fromMs: 44.5 * DAY_MS, unitMs: 30.44 * DAY_MS, unit: ['month', 'months'] },
  { fromMs: 23.5 * 30.44 * DAY_MS, unitMs: 365.25 * DAY_MS, unit: ['year', 'years'] },
] as const

/**
 * A stretch of time as one would say it: "1 min", "10 min", "5 hours", "3 days", "4 months", "2.5 years". Rounded to
 * what matters; never less than a minute.
 */
export function formatInterval(intervalMs: number): string {
  const step = steps.findLast(({ fromMs }) => intervalMs >= fromMs) ?? steps[0]
  const amount = intervalMs / step.unitMs
  // Half a year more or less is told apart for long times only.
  const rounded = step.unit[0] === 'year' && amount < 10 ? Math.round(amount * 2) / 2 : Math.round(amount)
  const shown = Math.max(1, rounded)
  return `${shown} ${shown === 1 ? step.unit[0] : step.unit[1]}`
}

/** When something is due, seen from `nowMs`: "now", "in 3 days". */
export function formatDue(dueAtMs: number, nowMs: number): string {
  return dueAtMs <= nowMs ? 'now' : `in ${formatInterval(dueAtMs - nowMs)}`
}

/** What of a card says how well it is remembered. Stability in days. */
export interface RememberedCard {
  readonly state: 'new' | 'learning' | 'review' | 'relearning'
  readonly dueAtMs: number
  readonly stability: number
  readonly suspended: boolean
  readonly buriedUntilMs: number | null
}

/** One sentence without a full stop on how well a card is remembered, in words that need no manual. */
export function memoryInWords(card: RememberedCard): string {
  if (card.state === 'new') return 'Not asked yet'
  if (card.state === 'learning') return 'Being learned'
  if (card.state === 'relearning') return 'Forgotten, being learned again'
  return `Remembered for about ${formatInterval(card.stability * DAY_MS)}`
}

/** When a card is asked next, in words: "due now", "due in 3 days", "hidden until tomorrow", "set aside". */
export function dueInWords(card: RememberedCard, nowMs: number): string {
  if (card.suspended) return 'set aside'
  if (card.buriedUntilMs !== null && card.buriedUntilMs > nowMs) return 'hidden until tomorrow'
  if (card.state === 'new') return 'new'
  return `due ${formatDue(card.dueAtMs, nowMs)}`
}
