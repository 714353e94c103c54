import type { ReadHandle } from '#electron/store/handle.ts'
import type { DeckRow } from '#electron/store/queries/decks.ts'
import { countDeckAsked, countNewCards, listDeckMemories } from '#electron/store/queries/memories.ts'
import { type DeadlinePlan, planDeadline } from '#shared/domain/deadline-plan.ts'
import { dateToDay, studyDayOf } from '#shared/domain/study-days.ts'

/** A plan looks at so many cards at most; they stand for all. */
const MOST_MEMORIES = 2000

const kept = new WeakMap<ReadHandle, Map<string, { readonly key: string; readonly plan: DeadlinePlan }>>()

/**
 * The plan of a deck for its deadline, or null without one, or when its day has come. It is made anew with each study
 * day, and when cards come or go or are set aside, and kept in between: what was answered today is part of tomorrow's.
 */
export function deadlinePlanOf(
  db: ReadHandle,
  deck: DeckRow,
  how: { readonly parameters: readonly number[]; readonly dayStartsAtHour: number },
  nowMs: number,
): DeadlinePlan | null {
  const today = studyDayOf(nowMs, how.dayStartsAtHour)
  if (deck.deadline === null || dateToDay(deck.deadline.on) <= today) return null
  const plans = kept.get(db) ?? new Map<string, { key: string; plan: DeadlinePlan }>()
  kept.set(db, plans)
  const deadline = dateToDay(deck.deadline.on)
  const { share } = deck.deadline
  const cards = countDeckAsked(db, deck.id)
  const key = [
    today,
    cards,
    deadline,
    share,
    how.dayStartsAtHour,
    how.parameters[0],
    deck.rule.kind,
    deck.rule.value,
  ].join()
  const known = plans.get(deck.id)
  if (known?.key === key) return known.plan
  const memories = listDeckMemories(db, deck.id, MOST_MEMORIES)
  const scale = Math.max(1, memories.total / MOST_MEMORIES)
  const newCount = countNewCards(db, deck.id)
  const sampled = planDeadline({
    memories: memories.items,
    newCount: Math.round(newCount / scale),
    ...{ today, deadline, share, ...how },
  })
  const plan = {
    ...sampled,
    newPerDay: Math.ceil(sampled.newPerDay * scale),
    answersPerDay: Math.round(sampled.answersPerDay * scale),
    mostAnswers: Math.round(sampled.mostAnswers * scale),
  }
  plans.set(deck.id, { key, plan })
  return plan
}

/** Forgets the plans: cards came or went. */
export function forgetPlans(db: ReadHandle): void {
  kept.delete(db)
}
