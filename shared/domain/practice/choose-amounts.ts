import { type FigureValue, formatFigure } from '../format-figure.ts'
import { type ExpectedAmount, gradeAmount } from '../grading/grade-amount.ts'
import { type Random, shuffle } from './random.ts'

/** A figure of the library that could stand among the choices. */
export type AmountChoice = Omit<FigureValue, 'hedge'>

/** How much smaller or larger a wrong figure may be and still be believed. */
const PLAUSIBLE = 6
/** Closer than this it could not be told apart. */
const TELLABLE = 1.15

/**
 * Wrong choices for a figure, written as the answer is: numbers of the library in the same unit and of a size one can
 * believe, then numbers as round as the answer where the library has too few. None is within what the hedge of the answer
 * lets pass, and none in `alsoTrue`, which others state of the same thing.
 */
export function chooseAmounts(
  answer: ExpectedAmount,
  candidates: readonly AmountChoice[],
  alsoTrue: readonly string[],
  count: number,
  random: Random,
): string[] {
  const size = sizeOf(answer)
  if (size === null || size === 0) return []
  const taken = [writeAmount(answer)]
  const isNew = (words: string) =>
    !gradeAmount(words, answer).accepted &&
    ![...alsoTrue, ...taken].some((other) => other === words) &&
    taken.every((other) => isTellable(other, words))
  const chosen: string[] = []
  const take = (low: number | null, high: number | null) => {
    const words = writeAmount({ ...answer, low, high })
    if (chosen.length >= count || !isNew(words)) return
    taken.push(words)
    chosen.push(words)
  }
  for (const { low, high, unit } of shuffle(candidates, random)) {
    const other = sizeOf({ low, high })
    if (unit !== answer.unit || other === null || other / size > PLAUSIBLE || size / other > PLAUSIBLE) continue
    if ((low === high) === (answer.low === answer.high)) take(answer.low && low, answer.high && high)
  }
  for (const factor of shuffle([0.4, 0.5, 0.65, 0.75, 1.25, 1.5, 1.8, 2, 2.5, 3], random)) {
    const scaled = (value: number | null) => value && asRound(value * factor, value)
    if (answer.unit !== '%' || (answer.high ?? answer.low ?? 0) * factor <= 100)
      take(scaled(answer.low), scaled(answer.high))
  }
  return chosen
}

/** A figure as a choice shows it: its hedge, its value and its unit. */
export function writeAmount(figure: Omit<FigureValue, 'surface'>): string {
  const { hedge, value } = formatFigure({ ...figure, surface: '' })
  return [hedge, value].filter(Boolean).join(' ').replaceAll('\u00A0', ' ')
}

function sizeOf({ low, high }: { low: number | null; high: number | null }): number | null {
  const value = low ?? high
  return value === null ? null : Math.abs(value)
}

function isTellable(a: string, b: string): boolean {
  const [one, other] = [firstNumber(a), firstNumber(b)]
  if (one === null || other === null) return a !== b
  const ratio = Math.max(one, other) / Math.max(1e-9, Math.min(one, other))
  return ratio >= TELLABLE || (Math.max(one, other) <= 20 && Math.abs(one - other) >= 1)
}

const scales: Readonly<Record<string, number>> = { million: 1e6, billion: 1e9, trillion: 1e12 }

function firstNumber(text: string): number | null {
  const match = /([\d,]+(?:\.\d+)?)(?: (million|billion|trillion))?/.exec(text)
  return match ? Number(match[1]?.replaceAll(',', '')) * (scales[match[2] ?? ''] ?? 1) : null
}

/** `value` with as many digits that are not zero as `like` has: 300 makes 450, not 447. */
function asRound(value: number, like: number): number {
  const digits = like
    .toPrecision(12)
    .replace(/e.*$/, '')
    .replace('.', '')
    .replace(/^0+|0+$/g, '').length
  const whole = Number.isInteger(like)
  const rounded = Number(value.toPrecision(Math.max(digits, value >= 10 && digits === 1 ? 2 : 1)))
  return whole ? Math.max(1, Math.round(rounded)) : rounded
}
