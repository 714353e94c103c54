import { default_w, forgetting_curve } from 'ts-fsrs'

const DAY_MS = 86_400_000

/** From here on what was learned counts as known: cards come back just above it. */
const KNOWN_FROM = 0.85
/** Below this more is forgotten than not. */
const FORGOTTEN_BELOW = 0.6

/** What of a card tells how well it is remembered. Stability in days; stages as FSRS numbers them. */
export interface RecalledCard {
  readonly stage: number
  readonly stability: number
  readonly lastReviewAtMs: number | null
}

/** How well something is remembered; `waiting` has cards that were never answered. */
export type RecallState = 'known' | 'fading' | 'forgotten' | 'waiting'

/** How well something is remembered, and the chance of remembering it, 0..1; null while nothing was answered. */
export interface Recall {
  readonly state: RecallState
  readonly chance: number | null
}

/**
 * The chance, 0..1, of remembering a card at `nowMs`; null while it was never answered.
 * Source: the forgetting curve of FSRS-6, with the parameters it comes with unless others were fitted.
 */
export function recallChance(
  { stage, stability, lastReviewAtMs }: RecalledCard,
  nowMs: number,
  parameters: readonly number[] = default_w,
): number | null {
  if (stage === 0 || lastReviewAtMs === null || stability <= 0) return null
  return forgetting_curve(parameters, Math.max(0, nowMs - lastReviewAtMs) / DAY_MS, stability)
}

/**
 * How well something is remembered by the cards on it, at least one: the mean of those that were answered. What was
 * forgotten at its last review is fading at best, however short ago that was.
 */
export function recallOf(cards: readonly RecalledCard[], nowMs: number, parameters?: readonly number[]): Recall {
  const chances = cards.flatMap((card) => recallChance(card, nowMs, parameters) ?? [])
  if (chances.length === 0) return { state: 'waiting', chance: null }
  const chance = chances.reduce((sum, one) => sum + one, 0) / chances.length
  if (chance < FORGOTTEN_BELOW) return { state: 'forgotten', chance }
  const lapsed = cards.some(({ stage }) => stage === 3)
  return { state: chance >= KNOWN_FROM && !lapsed ? 'known' : 'fading', chance }
}
