import { type FSRS, fsrs } from 'ts-fsrs'
import type { AnswerGrade } from './scheduling.ts'

/** The answers to one card since it was begun: grades, and study days since the answer before (0 for the first). */
export interface History {
  readonly grades: readonly AnswerGrade[]
  readonly elapsedDays: readonly number[]
}

/** How well parameters foretell answers: the lower, the better. */
export interface Foretelling {
  /** Mean log loss of the foretold chance against what was remembered. */
  readonly logLoss: number
  /** Root of the mean squared distance between foretold and remembered shares among like answers. */
  readonly rmse: number
  /** How many answers were foretold: those a day or more after the one before. */
  readonly answers: number
}

interface Bin {
  answers: number
  predicted: number
  recalled: number
}

/**
 * Foretells every answer of `histories` from those before it. Cost: linear in the answers, a microsecond or two each.
 * Source: fsrs-rs, `evaluate` with its bins of interval, length and lapses.
 */
export function foretell(histories: readonly History[], parameters: readonly number[]): Foretelling {
  const engine = fsrs({ w: parameters, enable_fuzz: false, enable_short_term: true })
  const bins = new Map<string, Bin>()
  let loss = 0
  let answers = 0
  for (const history of histories)
    foretellOne(engine, history, (predicted, recalled, key) => {
      const chance = Math.min(Math.max(predicted, 1e-6), 1 - 1e-6)
      loss -= Math.log(recalled ? chance : 1 - chance)
      answers += 1
      const bin = bins.get(key) ?? { answers: 0, predicted: 0, recalled: 0 }
      bin.answers += 1
      bin.predicted += predicted
      bin.recalled += Number(recalled)
      bins.set(key, bin)
    })
  const squares = [...bins.values()].reduce((sum, bin) => sum + (bin.predicted - bin.recalled) ** 2 / bin.answers, 0)
  const mean = (sum: number) => (answers === 0 ? 0 : sum / answers)
  return { logLoss: mean(loss), rmse: Math.sqrt(mean(squares)), answers }
}

function foretellOne(
  engine: FSRS,
  { grades, elapsedDays }: History,
  tell: (predicted: number, recalled: boolean, key: string) => void,
): void {
  let memory: { stability: number; difficulty: number } | null = null
  let lapses = 0
  for (const [index, grade] of grades.entries()) {
    const days = elapsedDays[index] ?? 0
    if (memory && days > 0)
      tell(engine.forgetting_curve(days, memory.stability), grade > 1, binOf(days, index + 1, lapses))
    memory = engine.next_state(memory, index === 0 ? 0 : days, grade)
    if (grade === 1 && days > 0) lapses += 1
  }
}

function binOf(days: number, length: number, lapses: number): string {
  const step = (scale: number, base: number, value: number) =>
    Math.round(scale * base ** Math.floor(Math.log(value) / Math.log(base)) * 100)
  return `${step(2.48, 3.62, days)} ${step(1.99, 1.89, length)} ${lapses === 0 ? 0 : step(1.65, 1.73, lapses)}`
}
