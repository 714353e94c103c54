import type { Card, Grade, NextReview } from '#shared/contract/study.ts'

/** What was done to a card in this session; the last one is what undo takes back. */
export type SessionStep =
  | { readonly kind: 'answer'; readonly shown: NextReview; readonly grade: Grade; readonly durationMs: number }
  | { readonly kind: 'bury' | 'suspend' | 'edit'; readonly shown: NextReview }

/** One sitting: the card on the table, whether its answer shows, and what was done so far. Times in ms. */
export interface Session {
  readonly shown: NextReview | null
  readonly revealed: boolean
  readonly shownAtMs: number
  readonly steps: readonly SessionStep[]
}

/** A sitting that has not begun. */
export const emptySession: Session = { shown: null, revealed: false, shownAtMs: 0, steps: [] }

/** Puts the next card on the table, question up; null when there is none. */
export function showNext(session: Session, next: NextReview | null, nowMs: number): Session {
  return { ...session, shown: next, revealed: false, shownAtMs: nowMs }
}

/** Turns the card over. */
export function reveal(session: Session): Session {
  return session.shown === null ? session : { ...session, revealed: true }
}

/**
 * How long the card has lain on the table, in ms; at most ten minutes, since more than that was spent on something
 * else.
 */
export function timeOnCard(session: Session, nowMs: number): number {
  return Math.round(Math.min(Math.max(0, nowMs - session.shownAtMs), 600_000))
}

/** Notes an answer to the card on the table. */
export function noteAnswer(session: Session, grade: Grade, durationMs: number): Session {
  if (session.shown === null) return session
  return { ...session, steps: [...session.steps, { kind: 'answer', shown: session.shown, grade, durationMs }] }
}

/** Notes that the card was hidden, set aside or rewritten, so that undo knows. */
export function noteChange(session: Session, kind: 'bury' | 'suspend' | 'edit'): Session {
  return session.shown === null ? session : { ...session, steps: [...session.steps, { kind, shown: session.shown }] }
}

/** Puts the card of the last step back on the table, as `card` if the host gave it anew, and forgets the step. */
export function withdrawLast(session: Session, card: Card | null, nowMs: number): Session {
  const last = session.steps.at(-1)
  if (!last) return session
  const shown = card === null || card.id !== last.shown.id ? last.shown : { ...last.shown, ...card }
  return { shown, revealed: last.kind === 'edit', shownAtMs: nowMs, steps: session.steps.slice(0, -1) }
}

/** What a sitting came to: answers by grade 1 to 4, and the time spent on them in ms. */
export interface SessionSummary {
  readonly answers: number
  readonly byGrade: readonly [again: number, hard: number, good: number, easy: number]
  readonly durationMs: number
}

/** Adds up the answers that stand. */
export function summarise(session: Session): SessionSummary {
  const answers = session.steps.filter((step) => step.kind === 'answer')
  const count = (grade: Grade) => answers.filter((step) => step.grade === grade).length
  return {
    answers: answers.length,
    byGrade: [count(1), count(2), count(3), count(4)],
    durationMs: answers.reduce((sum, step) => sum + step.durationMs, 0),
  }
}

/** How much of the sitting is done, 0..1: answers so far against those that are still to come. */
export function progressOf(answers: number, remaining: number): number {
  return answers + remaining === 0 ? 0 : answers / (answers + remaining)
}
