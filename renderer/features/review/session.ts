import type { Card, Grade, NextReview } from '#shared/contract/study.ts'

/** What was done to a card in this session; the last one is what undo takes back. */
export type SessionStep =
  | { readonly kind: 'answer'; readonly shown: NextReview; readonly grade: Grade; readonly durationMs: number }
  | { readonly kind: 'bury' | 'suspend' | 'edit' | 'remove'; readonly shown: NextReview }

/** One sitting: the card on the table, whether its answer shows, and what was done so far. Times in ms. */
export interface Session {
  readonly shown: NextReview | null
  readonly revealed: boolean
  readonly shownAtMs: number
  /** What was typed for the card on the table; empty without. */
  readonly typed: string
  readonly steps: readonly SessionStep[]
}

/** A sitting that has not begun. */
export const emptySession: Session = { shown: null, revealed: false, shownAtMs: 0, typed: '', steps: [] }

/** Puts the next card on the table, question up; null when there is none. */
export function showNext(session: Session, next: NextReview | null, nowMs: number): Session {
  return { ...session, shown: next, revealed: false, shownAtMs: nowMs, typed: '' }
}

/** Turns the card over. */
export function reveal(session: Session): Session {
  return session.shown === null ? session : { ...session, revealed: true }
}

/** How long the card has lain on the table, in ms; at most `longestMs`: more was spent on something else. */
export function timeOnCard(session: Session, nowMs: number, longestMs: number): number {
  return Math.round(Math.min(Math.max(0, nowMs - session.shownAtMs), longestMs))
}

/** Notes an answer to the card on the table. */
export function noteAnswer(session: Session, grade: Grade, durationMs: number): Session {
  if (session.shown === null) return session
  return { ...session, steps: [...session.steps, { kind: 'answer', shown: session.shown, grade, durationMs }] }
}

/** Notes that the card was hidden, set aside, rewritten or deleted, so that undo knows. */
export function noteChange(session: Session, kind: 'bury' | 'suspend' | 'edit' | 'remove'): Session {
  return session.shown === null ? session : { ...session, steps: [...session.steps, { kind, shown: session.shown }] }
}

/**
 * Forgets the last step and puts its card back on the table, as `card` if the host gave it anew. Without a step, as
 * after a restart, that is the card of an earlier sitting.
 */
export function withdrawLast(session: Session, card: NextReview | null, nowMs: number): Session {
  const last = session.steps.at(-1)
  const shown = card ?? last?.shown
  if (!shown) return session
  return { shown, revealed: last?.kind === 'edit', shownAtMs: nowMs, typed: '', steps: session.steps.slice(0, -1) }
}

/** A card that was forgotten in a sitting, and how often. */
export interface ForgottenCard {
  readonly card: Card
  readonly times: number
}

/** What a sitting came to, and the time spent on its answers in ms. */
export interface SessionSummary {
  readonly answers: number
  /** Answers other than Again. */
  readonly right: number
  readonly byGrade: readonly [again: number, hard: number, good: number, easy: number]
  /** Answers to cards asked for the first time, in learning or relearning, and in review. */
  readonly byStage: { readonly new: number; readonly learning: number; readonly review: number }
  readonly durationMs: number
  /** The cards forgotten, the hardest first, at most five. */
  readonly hardest: readonly ForgottenCard[]
}

const MOST_HARDEST = 5

/** Adds up the answers that stand. */
export function summarise(session: Session): SessionSummary {
  const answers = session.steps.filter((step) => step.kind === 'answer')
  const count = (grade: Grade) => answers.filter((step) => step.grade === grade).length
  const fresh = answers.filter(({ shown }) => shown.state === 'new').length
  const review = answers.filter(({ shown }) => shown.state === 'review').length
  return {
    answers: answers.length,
    right: answers.length - count(1),
    byGrade: [count(1), count(2), count(3), count(4)],
    byStage: { new: fresh, learning: answers.length - fresh - review, review },
    durationMs: answers.reduce((sum, step) => sum + step.durationMs, 0),
    hardest: hardestOf(answers.filter(({ grade }) => grade === 1).map(({ shown }) => shown)),
  }
}

function hardestOf(forgotten: readonly Card[]): ForgottenCard[] {
  return [...Map.groupBy(forgotten, ({ id }) => id).values()]
    .flatMap((shown) => shown.slice(-1).map((card) => ({ card, times: shown.length })))
    .sort((a, b) => b.times - a.times || b.card.difficulty - a.card.difficulty)
    .slice(0, MOST_HARDEST)
}

/** How much of the sitting is done, 0..1: answers so far against those that are still to come. */
export function progressOf(answers: number, remaining: number): number {
  return answers + remaining === 0 ? 0 : answers / (answers + remaining)
}
