import { createEmptyCard, type FSRS, type Card as FsrsCard, fsrs } from 'ts-fsrs'

/** 1 Again, 2 Hard, 3 Good, 4 Easy. */
export type AnswerGrade = 1 | 2 | 3 | 4

/** 0 new, 1 learning, 2 review, 3 relearning, as FSRS numbers them. */
export type MemoryStage = 0 | 1 | 2 | 3

/** What FSRS knows of one card. Stability in days, difficulty 1..10 (0 while new), times in ms. Source: FSRS-6. */
export interface Memory {
  readonly stage: MemoryStage
  readonly dueAtMs: number
  readonly stability: number
  readonly difficulty: number
  readonly scheduledDays: number
  readonly learningSteps: number
  readonly reps: number
  readonly lapses: number
  readonly lastReviewAtMs: number | null
}

/** One answer, as the log of reviews keeps it. */
export interface Answer {
  readonly grade: AnswerGrade
  readonly reviewedAtMs: number
}

/** Decides when a card is asked again. */
export interface Scheduler {
  /** The memory after an answer at `nowMs`. */
  answer(memory: Memory, grade: AnswerGrade, nowMs: number): Memory
  /** What each of the four grades would give. */
  preview(memory: Memory, nowMs: number): readonly { grade: AnswerGrade; memory: Memory }[]
  /** The memory of a card made at `createdAtMs` after all `answers`, in order: the log alone tells it. */
  replay(createdAtMs: number, answers: readonly Answer[]): Memory
}

/** A card nobody has answered yet; it can be asked at once. */
export function newMemory(createdAtMs: number): Memory {
  return fromFsrs(createEmptyCard(new Date(createdAtMs)))
}

/**
 * A scheduler that aims at the share of answers remembered (0.7..0.99).
 * Source: FSRS-6 by ts-fsrs, default parameters, learning steps 1 min and 10 min, relearning step 10 min. No fuzz: a
 * replay of the log must give the same days.
 */
export function createScheduler(desiredRetention: number): Scheduler {
  const engine = fsrs({ request_retention: desiredRetention, enable_fuzz: false })
  return {
    answer: (memory, grade, nowMs) => answer(engine, memory, grade, nowMs),
    preview: (memory, nowMs) =>
      ([1, 2, 3, 4] as const).map((grade) => ({ grade, memory: answer(engine, memory, grade, nowMs) })),
    replay: (createdAtMs, answers) =>
      answers.reduce<Memory>((m, a) => answer(engine, m, a.grade, a.reviewedAtMs), newMemory(createdAtMs)),
  }
}

function answer(engine: FSRS, memory: Memory, grade: AnswerGrade, nowMs: number): Memory {
  // A clock set back must not make a review lie before the one it follows.
  const atMs = Math.max(nowMs, memory.lastReviewAtMs ?? nowMs)
  return fromFsrs(engine.next(toFsrs(memory), new Date(atMs), grade).card)
}

function toFsrs(memory: Memory): FsrsCard {
  return {
    due: new Date(memory.dueAtMs),
    stability: memory.stability,
    difficulty: memory.difficulty,
    elapsed_days: 0,
    scheduled_days: memory.scheduledDays,
    learning_steps: memory.learningSteps,
    reps: memory.reps,
    lapses: memory.lapses,
    state: memory.stage,
    ...(memory.lastReviewAtMs === null ? {} : { last_review: new Date(memory.lastReviewAtMs) }),
  }
}

function fromFsrs(card: FsrsCard): Memory {
  return {
    stage: card.state,
    dueAtMs: card.due.getTime(),
    stability: card.stability,
    difficulty: card.difficulty,
    scheduledDays: card.scheduled_days,
    learningSteps: card.learning_steps,
    reps: card.reps,
    lapses: card.lapses,
    lastReviewAtMs: card.last_review?.getTime() ?? null,
  }
}

/**
 * The moment at which the study day of `nowMs` began, in ms: days turn at `dayStartsAtHour` (0..23) local time.
 */
export function studyDayStart(nowMs: number, dayStartsAtHour: number): number {
  const today = dayTurn(nowMs, 0, dayStartsAtHour)
  return today > nowMs ? dayTurn(nowMs, -1, dayStartsAtHour) : today
}

/** The moment at which the next study day begins, in ms. */
export function nextStudyDay(nowMs: number, dayStartsAtHour: number): number {
  const today = dayTurn(nowMs, 0, dayStartsAtHour)
  return today > nowMs ? today : dayTurn(nowMs, 1, dayStartsAtHour)
}

/** Always from the calendar: an hour that the clocks leave out moves the turn of its own day only. */
function dayTurn(nowMs: number, daysLater: number, hour: number): number {
  const now = new Date(nowMs)
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + daysLater, hour).getTime()
}
