import type { PracticeGiven, PracticeOutcome, PracticeQuestion } from '#shared/contract/practice.ts'

/** A question that was answered. */
export interface RoundResult {
  readonly question: PracticeQuestion
  readonly given: PracticeGiven
  readonly outcome: PracticeOutcome
}

/** One round of practice: its questions, and what was given so far. */
export interface Round {
  readonly practiceId: string
  readonly questions: readonly PracticeQuestion[]
  readonly results: readonly RoundResult[]
  /** The last answer lies on the table and is looked at before the next question. */
  readonly isShowingOutcome: boolean
}

/** The question on the table; null after the last. */
export function questionNow(round: Round): PracticeQuestion | null {
  const index = round.isShowingOutcome ? round.results.length - 1 : round.results.length
  return round.questions[index] ?? null
}

/** Notes what became of the answer to the question on the table. */
export function noteOutcome(round: Round, given: PracticeGiven, outcome: PracticeOutcome): Round {
  const question = questionNow(round)
  if (!question || round.isShowingOutcome) return round
  return { ...round, results: [...round.results, { question, given, outcome }], isShowingOutcome: true }
}

/** Counts the last answer as right after all. */
export function acceptLast(round: Round): Round {
  const last = round.results.at(-1)
  if (!last) return round
  const outcome = { ...last.outcome, correct: true, score: 1, canAccept: false, reason: 'alias' as const, detail: null }
  return { ...round, results: [...round.results.slice(0, -1), { ...last, outcome }] }
}

/** What a round came to. `points` are whole for right answers, parts of one for pairs and orders right in part. */
export interface RoundScore {
  readonly points: number
  readonly asked: number
  readonly share: number
}

/** Adds up the answers so far. */
export function scoreOf(results: readonly RoundResult[]): RoundScore {
  const points = results.reduce((sum, { outcome }) => sum + outcome.score, 0)
  return {
    points: Math.round(points * 10) / 10,
    asked: results.length,
    share: results.length === 0 ? 0 : points / results.length,
  }
}
