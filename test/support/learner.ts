import {
  type AnswerGrade,
  createScheduler,
  defaultOptions,
  type Memory,
  newMemory,
  type SchedulerOptions,
} from '#shared/domain/scheduling.ts'
import { balanceLoad, type SpreadDays, seededChance } from '#shared/domain/spread-load.ts'
import { startOfDay, studyDayOf } from '#shared/domain/study-days.ts'

const HOUR = 4

/** A day of a made-up learner: reviews asked, and how many of them were remembered. */
export interface LearnerDay {
  readonly reviews: number
  readonly recalled: number
}

/** One answer of the made-up log. */
export interface LearnerAnswer {
  readonly card: number
  readonly grade: AnswerGrade
  readonly elapsedDays: number
}

/**
 * A learner who forgets as FSRS-6 with `truth` as parameters says, by seeded chance, and studies `days` days with
 * `newPerDay` new cards each. In each stage Good follows what is remembered but for some Hard and Easy.
 */
export function simulateLearner(options: {
  readonly days: number
  readonly newPerDay: number
  readonly spread: 'exact' | 'balance'
  readonly truth?: readonly number[]
  readonly scheduler?: Partial<SchedulerOptions>
}): { days: LearnerDay[]; answers: LearnerAnswer[] } {
  const scheduler = createScheduler({ ...defaultOptions, ...options.scheduler })
  const mind = createScheduler({ ...defaultOptions, parameters: options.truth ?? defaultOptions.parameters })
  const chance = seededChance('a learner')
  const start = Date.UTC(2026, 0, 5, 9)
  const firstDay = studyDayOf(start, HOUR)
  const cards: { schedule: Memory; mind: Memory }[] = []
  const loads = new Map<number, number>()
  const dueOn = new Map<number, number[]>()
  const days: LearnerDay[] = []
  const answers: LearnerAnswer[] = []
  const spreadOn = (today: number): SpreadDays =>
    options.spread === 'exact'
      ? (ideal) => ideal
      : balanceLoad(
          { today, maximumIntervalDays: 36_500, easyDays: [1, 1, 1, 1, 1, 1, 1] },
          (day) => loads.get(day) ?? 0,
        )

  /** Answers one card until it is out of its learning steps. */
  function study(index: number, nowMs: number, today: number): boolean {
    let isRecalled = true
    for (let atMs = nowMs, first = true; ; first = false) {
      const card = cards[index]
      if (!card) return false
      const recall = card.mind.stability > 0 ? (mind.recallAt(card.mind, atMs) ?? 1) : 0.6
      const remembered = chance() < recall
      const turn = chance()
      const grade: AnswerGrade = !remembered ? 1 : turn < 0.1 ? 2 : turn < 0.9 ? 3 : 4
      if (first) isRecalled = remembered
      const { memory, elapsedDays } = scheduler.answer(card.schedule, grade, atMs, spreadOn(today))
      cards[index] = { schedule: memory, mind: mind.answer(card.mind, grade, atMs).memory }
      answers.push({ card: index, grade, elapsedDays })
      if (memory.stage === 2) {
        const due = today + memory.scheduledDays
        loads.set(due, (loads.get(due) ?? 0) + 1)
        dueOn.set(due, [...(dueOn.get(due) ?? []), index])
        return isRecalled
      }
      atMs = memory.dueAtMs
    }
  }

  for (let today = firstDay; today < firstDay + options.days; today++) {
    const nowMs = startOfDay(today, HOUR) + 5 * 3_600_000
    const due = dueOn.get(today) ?? []
    const recalled = due.filter((index) => study(index, nowMs, today)).length
    days.push({ reviews: due.length, recalled })
    for (let n = 0; n < options.newPerDay; n++) {
      cards.push({ schedule: newMemory(nowMs), mind: newMemory(nowMs) })
      study(cards.length - 1, nowMs, today)
    }
  }
  return { days, answers }
}

/** How much numbers vary from day to day: the mean distance of neighbours over the mean. */
export function dayToDayVariation(days: readonly number[]): number {
  const mean = days.reduce((sum, value) => sum + value, 0) / days.length
  const steps = days.slice(1).map((value, index) => Math.abs(value - (days[index] ?? 0)))
  return steps.reduce((sum, step) => sum + step, 0) / steps.length / mean
}
