import type { FigureValue } from '../format-figure.ts'

/** What values a statement leaves possible, in the base unit of its dimension. Ends may be infinite. */
export interface Amount {
  /** What kind of quantity it is: 'count', 'share', 'money USD', 'length' ... Only equal ones can be held together. */
  readonly dimension: string
  readonly low: number
  readonly high: number
}

const scale = (dimension: string, units: Readonly<Record<string, number>>) =>
  Object.entries(units).map(([unit, factor]) => [unit, { dimension, factor }] as const)

/** Units and how many base units they are. Source: SI; international yard and pound (1959). */
const UNITS: ReadonlyMap<string, { readonly dimension: string; readonly factor: number }> = new Map([
  ['%', { dimension: 'share', factor: 1 }],
  ...scale('length', { m: 1, km: 1000, cm: 0.01, mm: 0.001, micrometers: 1e-6, miles: 1609.344, yards: 0.9144 }),
  ...scale('length', { ft: 0.3048, inches: 0.0254, 'nautical miles': 1852, 'light-years': 9.4607e15 }),
  ...scale('weight', { kg: 1, g: 0.001, mg: 1e-6, lb: 0.45359237, tonnes: 1000, tons: 1000 }),
  ...scale('area', {
    hectares: 1e4,
    acres: 4046.8564,
    'square km': 1e6,
    'square m': 1,
    'square miles': 2589988,
    'square ft': 0.09290304,
  }),
  ...scale('volume', { liters: 1, ml: 0.001, gallons: 3.785411784, barrels: 158.987295, 'cubic m': 1000 }),
  ...scale('speed', { 'km/h': 1, mph: 1.609344, knots: 1.852 }),
  ...scale('power', { kW: 1, MW: 1000, GW: 1e6 }),
  ...scale('data', { MB: 1, GB: 1000, TB: 1e6 }),
  ...scale('time', { seconds: 1, minutes: 60, hours: 3600, days: 86400, weeks: 604800 }),
  ...scale('years', { months: 1 / 12, years: 1, decades: 10, centuries: 100 }),
])

/** Dimensions of things that do not change from one week to the next. */
const LASTING: ReadonlySet<string> = new Set(['length', 'area', 'volume', 'weight', 'power'])

/** Whether such a quantity of one thing stays what it is: a bridge has one length. */
export function isLasting(dimension: string): boolean {
  return LASTING.has(dimension)
}

/** What kind of quantity a unit measures. */
export function dimensionOf(unit: string | null): string {
  if (unit === null) return 'count'
  if (/^[A-Z]{3}$/.test(unit)) return `money ${unit}`
  return UNITS.get(unit)?.dimension ?? unit
}

/** Hedges that the reader of numbers takes as nearness but that say how much, not how sure. */
const EXACT = /^(?:only|just|exactly)$/
const JUST_BELOW = /nearly|almost|close to/
const NEAR = /about|around|roughly|approx|circa|near|some|estimat|probab|presum|~|as few|as little/

/**
 * The values that a figure leaves possible: ends that its words leave open are infinite, "about" leaves a tenth on
 * each side, a round number what it was rounded from. Null when it states no number.
 */
export function amountOf(figure: FigureValue): Amount | null {
  const { low, high, unit } = figure
  if ((low === null && high === null) || ![low ?? 0, high ?? 0].every(Number.isFinite)) return null
  const dimension = dimensionOf(unit)
  const { below, above } = slackOf(figure, dimension)
  // Who gives a range, or one end, means it: only a single number may be a rounded one.
  const round = low !== null && low === high ? rounding(low, dimension) : 0
  const ends = {
    low: low === null ? Number.NEGATIVE_INFINITY : low - Math.abs(low) * below - round,
    high: high === null ? Number.POSITIVE_INFINITY : high + Math.abs(high) * above + round,
  }
  const factor = (unit === null ? undefined : UNITS.get(unit)?.factor) ?? 1
  return { dimension, low: ends.low * factor, high: ends.high * factor }
}

const TENTH = 0.1

function slackOf({ hedge, low, high }: FigureValue, dimension: string): { below: number; above: number } {
  const isOpen = low === null || high === null
  const words = hedge?.toLowerCase() ?? ''
  if (words === '' || isOpen || EXACT.test(words)) return { below: 0, above: 0 }
  // A tenth of a share is too much to grant: "about 60 %" is not 54.
  const slack = dimension === 'share' ? TENTH / 3 : TENTH
  if (JUST_BELOW.test(words)) return { below: slack, above: 0 }
  return NEAR.test(words) ? { below: slack, above: slack } : { below: 0, above: 0 }
}

/** How far a number may lie from what it was rounded from: half of its last digit that says something, or 5 %. */
function rounding(value: number, dimension: string): number {
  const size = Math.abs(value)
  if (size === 0) return 0
  const isWhole = Number.isInteger(size)
  // People, days and years are counted, not rounded, while they are few.
  if (isWhole && size < 1000 && (dimension === 'count' || dimension === 'time' || dimension === 'years')) return 0
  if (!isWhole) return 0.5 * 10 ** -decimals(size)
  let step = 1
  while (size % (step * 10) === 0) step *= 10
  if (dimension === 'count' && step === 1) return 0
  return Math.min(step / 2, size * 0.05)
}

function decimals(value: number): number {
  return /\.(\d+)/.exec(value.toFixed(6).replace(/0+$/, ''))?.[1]?.length ?? 0
}

/** Whether one value could lie in both. */
export function canBothHold(a: Amount, b: Amount): boolean {
  // What a conversion of units lost must not make two statements part.
  const slip = Math.max(...[a.low, a.high, b.low, b.high].filter(Number.isFinite).map(Math.abs), 0) * 1e-9
  return a.low <= b.high + slip && b.low <= a.high + slip
}
