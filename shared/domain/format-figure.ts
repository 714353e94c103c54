/** What of a figure says how much it is. The fields mean what `FoundFigure` says. */
export interface FigureValue {
  readonly surface: string
  readonly low: number | null
  readonly high: number | null
  readonly hedge: string | null
  readonly unit: string | null
}

/** A figure in words: "about", "160 km". `hedge` is null when the value says it already. */
export interface FormattedFigure {
  readonly hedge: string | null
  readonly value: string
}

/**
 * A figure as a ledger shows it: separators, currency or unit, a dash for a range. What holds no number ("dozens") is
 * given as it stands in the text.
 */
export function formatFigure(figure: FigureValue): FormattedFigure {
  const { low, high, unit } = figure
  const numbers = [low, high].filter((value) => value !== null)
  if (numbers.length === 0 || !numbers.every(Number.isFinite)) return { hedge: null, value: figure.surface }
  if (low === null) return { hedge: figure.hedge ?? 'up to', value: formatAmount(numbers, unit) }
  if (high === null) return { hedge: figure.hedge ?? 'at least', value: formatAmount(numbers, unit) }
  if (low === high) return { hedge: figure.hedge, value: formatAmount([low], unit) }
  return { hedge: isRangeWord(figure.hedge) ? null : figure.hedge, value: formatAmount([low, high], unit) }
}

/** Who states a figure: what the library calls them, else the words of the text; null where nobody does. */
export function speakerOf(figure: { readonly speaker: string | null; readonly saidBy: string | null }): string | null {
  return figure.speaker ?? figure.saidBy
}

/** "between 20 and 31" is "20–31": the dash says it. */
function isRangeWord(hedge: string | null): boolean {
  return hedge === 'between' || hedge === 'from'
}

/** Numbers of one figure (one, or the two ends of a range) with their unit, written once. */
function formatAmount(numbers: readonly number[], unit: string | null): string {
  if (unit === '%') return `${joinRange(numbers.map(formatNumber))}%`
  if (unit !== null && isCurrency(unit)) return formatMoney(numbers, unit)
  const amount = joinRange(numbers.map(formatNumber))
  if (unit === null) return amount
  return `${amount}\u00A0${numbers.every((value) => Math.abs(value) === 1) ? singular(unit) : unit}`
}

/** "−5 to −3": a dash between minus signs can't be read. */
function joinRange(parts: readonly string[]): string {
  return parts.join(parts.some((part) => part.startsWith('\u2212')) ? ' to ' : '\u2013')
}

const plain = new Intl.NumberFormat('en', { maximumFractionDigits: 6 })

/**
 * Thousands separators; from a million on in words where that hides no digit ("1.5 million", but "1,234,567"), as news
 * write it.
 */
function formatNumber(value: number): string {
  const sign = value < 0 ? '\u2212' : ''
  const size = Math.abs(value)
  const scale = scales.find(({ factor }) => size >= factor && isShort(size, factor))
  return `${sign}${scale ? `${plain.format(size / scale.factor)}\u00A0${scale.word}` : plain.format(size)}`
}

const scales = [
  { factor: 1e12, word: 'trillion' },
  { factor: 1e9, word: 'billion' },
  { factor: 1e6, word: 'million' },
]

/** Whether three decimals say all of `value` when it is written in units of `factor`. */
function isShort(value: number, factor: number): boolean {
  const step = factor / 1000
  return Math.round(value / step) * step === value
}

function formatMoney(numbers: readonly number[], currency: string): string {
  const sign = new Intl.NumberFormat('en', { style: 'currency', currency, currencyDisplay: 'narrowSymbol' })
    .formatToParts(0)
    .find((part) => part.type === 'currency')?.value
  // "CHF 5" needs a space, "$5" does not.
  const symbol = sign === undefined || /\p{L}$/u.test(sign) ? `${sign ?? currency}\u00A0` : sign
  const amounts = numbers.map(formatNumber)
  return joinRange(amounts.map((amount) => amount.replace(/^(\u2212?)/, `$1${symbol.replaceAll('$', '$$$$')}`)))
}

/** ISO 4217 codes are three capital letters; no unit word is. */
function isCurrency(unit: string): boolean {
  return /^[A-Z]{3}$/.test(unit)
}

const irregular: Readonly<Record<string, string>> = { feet: 'foot', inches: 'inch', centuries: 'century' }

/** "1 year". Units are words in the plural or symbols; a symbol has no singular. */
function singular(unit: string): string {
  const word = irregular[unit]
  if (word !== undefined) return word
  return /[a-z]{3,}s$/.test(unit) && !unit.endsWith('ss') ? unit.slice(0, -1) : unit
}

/** A figure as a bar on a scale that begins at 0: both ends as a share of it, 0..1. An open end reaches the edge. */
export interface FigureBar {
  readonly start: number
  readonly end: number
  readonly openLow: boolean
  readonly openHigh: boolean
}

/** What decides whether two figures are measured on the same scale. */
interface Measured {
  readonly id: string
  readonly low: number | null
  readonly high: number | null
  readonly unit: string | null
  readonly measures: string | null
}

/**
 * Bars by id, for the figures that share what they measure and their unit with another of the list; none for the
 * others, since a bar says nothing without one to hold it against. Negative values get none.
 */
export function figureBars(figures: readonly Measured[]): Map<string, FigureBar> {
  const groups = Map.groupBy(figures.filter(isComparable), (figure) => scaleKey(figure))
  const bars = new Map<string, FigureBar>()
  for (const group of groups.values()) {
    const max = Math.max(...group.map((figure) => figure.high ?? figure.low ?? 0))
    if (group.length < 2 || max === 0) continue
    // Room on the right, so that "at least 40" can be seen to go on beyond the largest number.
    const full = group.some((figure) => figure.high === null) ? max * 1.15 : max
    for (const figure of group) bars.set(figure.id, barOf(figure, full))
  }
  return bars
}

function isComparable(figure: Measured): boolean {
  const numbers = [figure.low, figure.high].filter((value) => value !== null)
  return figure.measures !== null && numbers.length > 0 && numbers.every((n) => Number.isFinite(n) && n >= 0)
}

function scaleKey(figure: Measured): string {
  return JSON.stringify([figure.measures?.trim().toLowerCase(), figure.unit])
}

function barOf(figure: Measured, full: number): FigureBar {
  return {
    start: (figure.low ?? 0) / full,
    end: figure.high === null ? 1 : figure.high / full,
    openLow: figure.low === null,
    openHigh: figure.high === null,
  }
}
