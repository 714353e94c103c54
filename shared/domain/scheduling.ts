import { BasicLearningStepsStrategy, default_w, type FSRS, fsrs, type Grade } from 'ts-fsrs'
import type { SpreadDays } from './spread-load.ts'
import { studyDayOf } from './study-days.ts'

/** 1 Again, 2 Hard, 3 Good, 4 Easy. */
export type AnswerGrade = 1 | 2 | 3 | 4

/** 0 new, 1 learning, 2 review, 3 relearning, as FSRS numbers them. */
export type MemoryStage = 0 | 1 | 2 | 3

/** What FSRS knows of one card. Stability in days, difficulty 1..10 (both 0 while new), times in ms. Source: FSRS-6. */
export interface Memory {
  readonly stage: MemoryStage
  readonly dueAtMs: number
  readonly stability: number
  readonly difficulty: number
  readonly scheduledDays: number
  readonly learningSteps: number
  /** All answers, and those of them that were given in the review stage. */
  readonly reps: number
  readonly reviews: number
  /** Answers Again in the review stage. */
  readonly lapses: number
  readonly lastReviewAtMs: number | null
}

/** One entry of the log of reviews: an answer, or what a person or a new fit did to the schedule. */
export interface LogEntry {
  readonly kind: 'answer' | 'due' | 'reset' | 'reschedule'
  /** 0 for what is no answer. */
  readonly grade: AnswerGrade | 0
  readonly reviewedAtMs: number
  /**
   * Study days since the answer before, as they were counted then: a journey across time zones changes nothing. Below 0
   * where the person said that the answer before was given by a clock that was ahead: it then counts as given now.
   */
  readonly elapsedDays: number
  readonly stageAfter: MemoryStage
  readonly stepAfter: number
  readonly scheduledDays: number
  readonly dueAtMs: number
}

/** What decides when a card is asked again. */
export interface SchedulerOptions {
  /** Share of answers to be remembered, 0.7..0.99. */
  readonly desiredRetention: number
  /** Minutes, each below a day. */
  readonly learningStepsMinutes: readonly number[]
  readonly relearningStepsMinutes: readonly number[]
  readonly maximumIntervalDays: number
  /** The hour at which study days turn, 0..23. */
  readonly dayStartsAtHour: number
  /** The 21 parameters of FSRS-6. */
  readonly parameters: readonly number[]
}

/** An answer's outcome: the memory after it, and what the log keeps beside. */
export interface Outcome {
  readonly memory: Memory
  readonly elapsedDays: number
  /** The chance that was given to remembering, 0..1; null where nothing had been learned. */
  readonly predicted: number | null
}

/** Decides when a card is asked again. */
export interface Scheduler {
  /** What an answer at `nowMs` leads to. `spread` moves intervals of days within their range; none without it. */
  answer(memory: Memory, grade: AnswerGrade, nowMs: number, spread?: SpreadDays): Outcome
  /** What each of the four grades would lead to. */
  preview(memory: Memory, nowMs: number, spread?: SpreadDays): readonly { grade: AnswerGrade; memory: Memory }[]
  /** The chance, 0..1, that a card is remembered at `nowMs`; null while nothing has been learned. */
  recallAt(memory: Memory, nowMs: number): number | null
  /** The interval in days that the desired retention asks for at this stability. */
  intervalDays(stability: number): number
}

/** The parameters that FSRS-6 comes with. */
export const defaultParameters: readonly number[] = default_w

/** Ours unless a person says otherwise. */
export const defaultOptions: SchedulerOptions = {
  desiredRetention: 0.9,
  learningStepsMinutes: [1, 10],
  relearningStepsMinutes: [10],
  maximumIntervalDays: 36_500,
  dayStartsAtHour: 4,
  parameters: defaultParameters,
}

const DAY_MS = 86_400_000
const MINUTE_MS = 60_000
const grades = [1, 2, 3, 4] as const

/** A card nobody has answered yet; it can be asked at once. */
export function newMemory(createdAtMs: number): Memory {
  const never = { stability: 0, difficulty: 0, scheduledDays: 0, learningSteps: 0, reps: 0, reviews: 0, lapses: 0 }
  return { stage: 0, dueAtMs: createdAtMs, ...never, lastReviewAtMs: null }
}

function createEngine(options: Omit<SchedulerOptions, 'dayStartsAtHour'>): FSRS {
  return fsrs({
    request_retention: options.desiredRetention,
    enable_fuzz: false,
    enable_short_term: true,
    maximum_interval: options.maximumIntervalDays,
    learning_steps: options.learningStepsMinutes.map((minutes) => `${minutes}m` as const),
    relearning_steps: options.relearningStepsMinutes.map((minutes) => `${minutes}m` as const),
    w: options.parameters,
  })
}

/**
 * A scheduler. Days are counted from one turn of the study day to another.
 * Source: FSRS-6 by ts-fsrs: its model of memory, its intervals, its learning steps.
 */
export function createScheduler(options: SchedulerOptions): Scheduler {
  return new FsrsScheduler(options)
}

class FsrsScheduler implements Scheduler {
  readonly #options: SchedulerOptions
  readonly #engine: FSRS

  constructor(options: SchedulerOptions) {
    this.#options = options
    this.#engine = createEngine(options)
  }

  answer(memory: Memory, grade: AnswerGrade, nowMs: number, spread: SpreadDays = (ideal) => ideal): Outcome {
    // A clock set back must not make a review lie before the one it follows.
    const atMs = Math.max(nowMs, memory.lastReviewAtMs ?? nowMs)
    const elapsedDays = this.#elapsedDays(memory, atMs)
    const predicted = hasMemory(memory) ? this.#engine.forgetting_curve(elapsedDays, memory.stability) : null
    const after = this.#remember(memory, elapsedDays, grade)
    const counts = countAnswer(memory, grade)
    const step = this.#stepAfter(memory, grade)
    const schedule = step
      ? {
          stage: stepStage(memory),
          dueAtMs: atMs + step.minutes * MINUTE_MS,
          scheduledDays: 0,
          learningSteps: step.next,
        }
      : this.#daysAfter(memory, grade, elapsedDays, atMs, spread)
    return { memory: { ...after, ...counts, ...schedule, lastReviewAtMs: atMs }, elapsedDays, predicted }
  }

  preview(memory: Memory, nowMs: number, spread?: SpreadDays) {
    return grades.map((grade) => ({ grade, memory: this.answer(memory, grade, nowMs, spread).memory }))
  }

  recallAt(memory: Memory, nowMs: number): number | null {
    if (!hasMemory(memory) || memory.lastReviewAtMs === null) return null
    return this.#engine.forgetting_curve(Math.max(0, (nowMs - memory.lastReviewAtMs) / DAY_MS), memory.stability)
  }

  intervalDays(stability: number): number {
    return this.#engine.next_interval(stability, 0)
  }

  #elapsedDays({ lastReviewAtMs }: Memory, atMs: number): number {
    if (lastReviewAtMs === null) return 0
    const hour = this.#options.dayStartsAtHour
    return studyDayOf(atMs, hour) - studyDayOf(lastReviewAtMs, hour)
  }

  #remember(memory: Memory, elapsedDays: number, grade: AnswerGrade): { stability: number; difficulty: number } {
    return this.#engine.next_state(hasMemory(memory) ? memory : null, elapsedDays, grade)
  }

  /** The learning step that the answer leads to, or null when days follow. */
  #stepAfter({ stage, learningSteps }: Memory, grade: AnswerGrade): { minutes: number; next: number } | null {
    const parameters = this.#engine.parameters
    const step = BasicLearningStepsStrategy(parameters, stage, stage === 2 ? 0 : learningSteps)[grade as Grade]
    return step && step.scheduled_minutes > 0
      ? { minutes: Math.round(step.scheduled_minutes), next: step.next_step }
      : null
  }

  #daysAfter(memory: Memory, grade: AnswerGrade, elapsedDays: number, atMs: number, spread: SpreadDays) {
    const days = memory.stage === 2 && grade > 1 ? this.#reviewDays(memory, grade, elapsedDays, spread) : null
    const plain = () => spread(this.intervalDays(this.#remember(memory, elapsedDays, grade).stability), elapsedDays, 1)
    const scheduledDays = days ?? plain()
    return { stage: 2 as const, dueAtMs: atMs + scheduledDays * DAY_MS, scheduledDays, learningSteps: 0 }
  }

  /** In the review stage a better grade waits at least a day longer. Source: ts-fsrs, BasicScheduler. */
  #reviewDays(memory: Memory, grade: AnswerGrade, elapsedDays: number, spread: SpreadDays): number {
    const ideal = (g: AnswerGrade) => this.intervalDays(this.#remember(memory, elapsedDays, g).stability)
    const good = ideal(3)
    const hard = Math.min(ideal(2), good)
    const hardDays = spread(hard, elapsedDays, 1)
    if (grade === 2) return hardDays
    const goodDays = spread(Math.max(good, hard + 1), elapsedDays, hardDays + 1)
    if (grade === 3) return goodDays
    return spread(Math.max(ideal(4), Math.max(good, hard + 1) + 1), elapsedDays, goodDays + 1)
  }
}

function hasMemory(memory: { readonly stability: number }): boolean {
  return memory.stability > 0
}

function stepStage({ stage }: Memory): MemoryStage {
  return stage === 2 || stage === 3 ? 3 : 1
}

function countAnswer({ stage, reps, reviews, lapses }: Memory, grade: AnswerGrade | 0) {
  const isReview = stage === 2
  return {
    reps: reps + 1,
    reviews: reviews + Number(isReview),
    lapses: lapses + Number(isReview && grade === 1),
  }
}

/**
 * The memory of a card made at `createdAtMs` after everything in its log, in order: what is remembered follows from
 * the answers by the `parameters` of today, when it is asked from what the log says was decided.
 */
export function foldLog(createdAtMs: number, log: readonly LogEntry[], parameters: readonly number[]): Memory {
  return createFold(parameters)(createdAtMs, log)
}

/** The same for many cards: the engine is made once. */
export function createFold(parameters: readonly number[]): (createdAtMs: number, log: readonly LogEntry[]) => Memory {
  const engine = createEngine({ ...defaultOptions, parameters })
  return (createdAtMs, log) =>
    log.reduce<Memory>((memory, entry) => foldEntry(engine, memory, entry), newMemory(createdAtMs))
}

/** One step of the fold, for who needs the memory after each entry. */
export function createStep(parameters: readonly number[]): (memory: Memory, entry: LogEntry) => Memory {
  const engine = createEngine({ ...defaultOptions, parameters })
  return (memory, entry) => foldEntry(engine, memory, entry)
}

function foldEntry(engine: FSRS, memory: Memory, entry: LogEntry): Memory {
  const { dueAtMs, scheduledDays } = entry
  if (entry.kind === 'reset') return newMemory(dueAtMs)
  const schedule = { stage: entry.stageAfter, dueAtMs, scheduledDays, learningSteps: entry.stepAfter }
  if (entry.grade === 0) {
    return { ...memory, ...schedule, ...(entry.elapsedDays < 0 && { lastReviewAtMs: entry.reviewedAtMs }) }
  }
  const after = engine.next_state(hasMemory(memory) ? memory : null, entry.elapsedDays, entry.grade)
  const counts = countAnswer(memory, entry.grade)
  return { ...after, ...counts, ...schedule, lastReviewAtMs: Math.max(entry.reviewedAtMs, memory.lastReviewAtMs ?? 0) }
}
