/** What a person types for how much a figure is. An end that is null is open. */
export interface StatedValue {
  readonly low: number | null
  readonly high: number | null
}

const SCALES: Readonly<Record<string, number>> = { '': 1, thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 }
const NUMBER = String.raw`(\d[\d,]*(?:\.\d+)?)`
const SCALE = String.raw`\s*(thousand|million|billion|trillion)?`
const RANGE = new RegExp(
  String.raw`^(at least|more than|over|up to|at most|about)?\s*${NUMBER}${SCALE}(?:\s*(?:-|\u2013|to)\s*${NUMBER}${SCALE})?$`,
  'i',
)

/** "4,200", "8,500-9,500", "at least 3 million": the values; null for what is no number or a range that runs down. */
export function readValue(typed: string): StatedValue | null {
  const match = RANGE.exec(typed.trim())
  if (!match) return null
  const [, hedge = '', first = '', firstScale, second, secondScale] = match
  const low = numberOf(first, firstScale ?? (second === undefined ? undefined : secondScale))
  if (second !== undefined) {
    const high = numberOf(second, secondScale)
    return low <= high ? { low, high } : null
  }
  if (/^(?:at least|more than|over)$/i.test(hedge)) return { low, high: null }
  return /^(?:up to|at most)$/i.test(hedge) ? { low: null, high: low } : { low, high: low }
}

/** A value as a person would type it. */
export function typeValue({ low, high }: StatedValue): string {
  const plain = new Intl.NumberFormat('en', { maximumFractionDigits: 10 })
  if (low === null) return high === null ? '' : `up to ${plain.format(high)}`
  if (high === null) return `at least ${plain.format(low)}`
  return low === high ? plain.format(low) : `${plain.format(low)}\u2013${plain.format(high)}`
}

function numberOf(digits: string, scale = ''): number {
  return Number((Number(digits.replaceAll(',', '')) * (SCALES[scale.toLowerCase()] ?? 1)).toPrecision(12))
}
