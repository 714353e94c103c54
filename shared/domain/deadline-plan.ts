import { createScheduler, defaultOptions, type Memory, newMemory, type Scheduler } from './scheduling.ts'
import { seededChance } from './spread-load.ts'
import { type StudyDay, startOfDay } from './study-days.ts'

/** What is to be known by when. */
export interface DeadlineTask {
  /** Memories of the cards that have been begun; their place among all does not matter. */
  readonly memories: readonly Memory[]
  /** Cards that have not been begun. */
  readonly newCount: number
  readonly today: StudyDay
  readonly deadline: StudyDay
  /** The share of the cards to be known on the day, 0.5..0.99. */
  readonly share: number
  readonly parameters: readonly number[]
  readonly dayStartsAtHour: number
}

/** What it takes, and what will be known. */
export interface DeadlinePlan {
  /** The retention to study with until then. */
  readonly desiredRetention: number
  readonly newPerDay: number
  /** Cards asked on a day, new ones among them: on average, and on the fullest day. */
  readonly answersPerDay: number
  readonly mostAnswers: number
  /** The share that will be known on the day, 0..1. */
  readonly known: number
  /** Whether that is the share asked for. */
  readonly isReached: boolean
}

/** So many cards stand for all. */
const SAMPLE = 300
const RETENTIONS = [0.7, 0.75, 0.8, 0.84, 0.87, 0.89, 0.91, 0.93, 0.95, 0.96, 0.97, 0.98, 0.99]
const HOUR_MS = 3_600_000
/** A day further off is planned as if it were so near: by then each card is asked rarely, and later ones change little. */
const MOST_DAYS = 3650

/**
 * The least that reaches the share by the day: new cards evenly over the days, the lowest retention that suffices; the
 * highest where none does. Every try is a simulation with a memory that forgets as the parameters say, by seeded
 * chance. Cost: some tens of milliseconds.
 */
export function planDeadline(task: DeadlineTask): DeadlinePlan {
  const days = Math.min(MOST_DAYS, Math.max(1, task.deadline - task.today))
  const tries = RETENTIONS.map((retention) => () => simulate(task, days, retention))
  let low = 0
  let high = tries.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((tries[middle]?.().known ?? 0) >= task.share) high = middle
    else low = middle + 1
  }
  const plan = simulate(task, days, RETENTIONS[low] ?? 0.9)
  return { ...plan, isReached: plan.known >= task.share - 0.005 }
}

/** New cards are all begun in the first seven eighths of the time, so that the last have a second day. */
function newPerDayOf({ newCount }: DeadlineTask, days: number): number {
  return Math.ceil(newCount / Math.max(1, Math.floor((days * 7) / 8)))
}

function simulate(task: DeadlineTask, days: number, desiredRetention: number): Omit<DeadlinePlan, 'isReached'> {
  const options = { ...defaultOptions, parameters: task.parameters, dayStartsAtHour: task.dayStartsAtHour }
  const scheduler = createScheduler({ ...options, desiredRetention })
  const total = task.memories.length + task.newCount
  const scale = Math.max(1, total / SAMPLE)
  const chance = seededChance('deadline')
  const step = Math.max(1, task.memories.length / Math.max(1, Math.round(task.memories.length / scale)))
  const cards: Memory[] = []
  for (let at = 0; at < task.memories.length; at += step) {
    const memory = task.memories[Math.floor(at)]
    if (memory) cards.push(memory)
  }
  const newPerDay = newPerDayOf(task, days)
  let newLeft = Math.round(task.newCount / scale)
  const sampleSize = cards.length + newLeft
  let owed = 0
  const answers: number[] = []
  for (let day = task.today; day < task.today + days; day++) {
    const nowMs = startOfDay(day, task.dayStartsAtHour) + 6 * HOUR_MS
    const endMs = startOfDay(day + 1, task.dayStartsAtHour)
    let asked = 0
    for (const [index, memory] of cards.entries()) {
      if (memory.dueAtMs >= endMs) continue
      cards[index] = studyToReview(scheduler, memory, nowMs, chance)
      asked += 1
    }
    owed += newPerDay / scale
    for (; owed >= 1 && newLeft > 0; owed--, newLeft--) {
      cards.push(studyToReview(scheduler, newMemory(nowMs), nowMs, chance))
      asked += 1
    }
    answers.push(asked * scale)
  }
  const atMs = startOfDay(task.today + days, task.dayStartsAtHour) + 6 * HOUR_MS
  const known = cards.reduce((sum, memory) => sum + (scheduler.recallAt(memory, atMs) ?? 0), 0)
  return {
    desiredRetention,
    newPerDay,
    answersPerDay: Math.round(answers.reduce((sum, count) => sum + count, 0) / days),
    mostAnswers: Math.round(Math.max(...answers)),
    known: sampleSize === 0 ? 0 : known / sampleSize,
  }
}

/** One card through its learning steps of the day. A new card is known at once six times in ten. */
function studyToReview(scheduler: Scheduler, memory: Memory, nowMs: number, chance: () => number): Memory {
  let now = memory
  for (let atMs = Math.max(nowMs, memory.lastReviewAtMs ?? 0); ; atMs = now.dueAtMs) {
    const recall = scheduler.recallAt(now, atMs) ?? 0.6
    now = scheduler.answer(now, chance() < recall ? 3 : 1, atMs).memory
    if (now.stage === 2) return now
  }
}
