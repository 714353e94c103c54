import type { CardRow } from '#electron/store/queries/cards.ts'
import type { Card } from '#shared/contract/study.ts'

const stages = ['new', 'learning', 'review', 'relearning'] as const

/** A stored card as the contract shows it. */
export function toCard({ memory, ...row }: CardRow): Card {
  const { stage, dueAtMs, stability, difficulty, reps, reviews, lapses, lastReviewAtMs } = memory
  const counts = { reps, reviews, lapses, lastReviewAtMs }
  return { ...row, state: stages[stage], dueAtMs, stability, difficulty, ...counts }
}
