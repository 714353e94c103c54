import type { Deck } from '#shared/contract/deck.ts'
import { formatCount, formatDay, formatPercent } from './format.ts'

/** What the deadline of a deck takes, and what will be known; empty without one. */
export function planInWords({ deadline, plan, cardCount }: Pick<Deck, 'deadline' | 'plan' | 'cardCount'>): string {
  if (!deadline) return ''
  const goal = `${formatPercent(deadline.share)} known by ${formatDay(deadline.on)}`
  if (!plan) return `${goal}: the day has come.`
  if (cardCount === 0) return `${goal}: no card belongs to it yet.`
  const cost = `about ${formatCount(plan.answersPerDay, 'card', 'cards')} a day, ${plan.newPerDay} of them new`
  const known = `${formatPercent(plan.known)} will be known`
  return plan.isReached ? `${goal}: ${cost}; ${known}.` : `${goal} can’t be reached: ${cost}, and ${known}.`
}
