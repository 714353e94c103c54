import { foldText } from '../../text/fold.ts'
import type { FigureValue } from '../format-figure.ts'
import { conversion, type MeasureUnit, unitCode, unitOf } from './measure-units.ts'
import { type Amount, type Bound, boundOf, readAmounts } from './read-amount.ts'
import { isSlip } from './spelling.ts'
import { accept, reject, type Verdict } from './verdict.ts'

/** A quantity that is asked for. */
export interface ExpectedAmount extends Omit<FigureValue, 'surface'> {
  /** What it counts or measures, or null. */
  readonly measures: string | null
}

/** How far a hedged number may be missed, as a share of it: "about 40" is 38 to 42. */
const HEDGE_SHARE = 0.05
/** How far a unit of another system may be rounded: 5 miles are 8 km. */
const CONVERSION_SHARE = 0.01

/** The quantity that `text` is, when it says no more than that; null otherwise. */
export function readExpectedAmount(text: string): ExpectedAmount | null {
  const [amount] = readAmounts(text)
  if (!amount || amount.rest.length > 3 || amount.rest.some((word) => /\d/.test(word) || isMonth(word))) return null
  const { low, high, bound, unit, rest } = amount
  const measures = rest.length > 0 ? rest.join(' ') : null
  const hedge = bound && { near: 'about', under: 'nearly', least: 'at least', most: 'up to' }[bound]
  return {
    low: bound === 'most' ? null : low,
    high: bound === 'least' ? null : high,
    hedge,
    unit: unit ? unitCode(unit) : amount.isPart ? '%' : null,
    ...(amount.isPart && !unit ? { low: low * 100, high: high * 100 } : {}),
    measures,
  }
}

function isMonth(word: string): boolean {
  return /^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/.test(word)
}

/** Whether `typed` is the quantity that is asked for, as exactly as its source is. */
export function gradeAmount(typed: string, expected: ExpectedAmount): Verdict {
  if (typed.trim() === '') return reject('empty')
  const readings = readAmounts(typed).map((amount) => gradeReading(amount, expected))
  return readings.find((verdict) => verdict.accepted) ?? readings[0] ?? reject('different')
}

function gradeReading(amount: Amount, expected: ExpectedAmount): Verdict {
  const unit = expected.unit === null ? null : unitOf(expected.unit)
  const scaled = inUnit(amount, unit, expected.measures)
  if (!scaled) return reject('other-unit')
  const verdict = compare({ ...amount, ...scaled }, expected, scaled.slack)
  if (verdict.accepted && isOfOther(amount, expected.measures)) return reject('other-unit')
  const isBare = unit !== null && amount.unit === null && !amount.isPart
  return verdict.accepted && isBare ? accept('unit-left-out', verdict.detail) : verdict
}

/** Whether the typed words say that something else is counted: tanks for air strikes. The longer ones tell. */
function isOfOther({ rest }: Amount, measures: string | null): boolean {
  const [typed, asked] = [rest.join(' '), measures ?? ''].map((text) => stemsOf(text))
  if (!typed || !asked || typed.length === 0 || asked.length === 0) return false
  const isSame = (a: string, b: string) =>
    a === b || (b.length > 3 && a.endsWith(b)) || (a.length > 3 && b.endsWith(a)) || (a.length > 4 && isSlip(a, b))
  return !typed.some((stem) => asked.some((other) => isSame(stem, other)))
}

function stemsOf(text: string): string[] {
  return foldText(text)
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length > 2)
    .map((word) => word.replace(/(?:ies|y|es|s)$/, ''))
}

/** The typed numbers in the unit that is asked for, and how much rounding they are allowed; null for another unit. */
function inUnit(amount: Amount, unit: MeasureUnit | null, measures: string | null) {
  const { low, high } = amount
  if (amount.unit === null) {
    // "Half" and "0.5" are 50 %: a share without its sign.
    const isShare = unit?.dimension === 'share' && (amount.isPart || (high > 0 && high < 1))
    return {
      low: isShare ? low * 100 : low,
      high: isShare ? high * 100 : high,
      slack: amount.isPart || isShare ? 0.002 : 0,
    }
  }
  if (unit === null) {
    if (amount.unit.dimension === 'share') return null
    return measures !== null && names(measures, amount.unit) ? { low, high, slack: 0 } : null
  }
  const factor = conversion(amount.unit, unit)
  if (factor === null) return null
  return { low: low * factor, high: high * factor, slack: isRound(factor) ? 0 : CONVERSION_SHARE }
}

function isRound(factor: number): boolean {
  const power = Math.log10(factor)
  return Math.abs(power - Math.round(power)) < 1e-9 || Number.isInteger(factor) || Number.isInteger(1 / factor)
}

/** "The length in miles" measures miles. */
function names(measures: string, unit: MeasureUnit): boolean {
  return measures
    .toLowerCase()
    .split(/\W+/)
    .some((word) => word === unit.name)
}

function compare(typed: Amount & { slack: number }, expected: ExpectedAmount, slack: number): Verdict {
  const { low, high } = expected
  const bound: Bound | null = boundOf(expected.hedge) ?? (low === null ? 'most' : high === null ? 'least' : null)
  const [from, to] = [low ?? high, high ?? low]
  if (from === null || to === null) return reject('different')
  if (isAgainst(typed.bound, bound)) return reject('other-bound')
  const isSame = isNear(typed.low, from, slack) && isNear(typed.high, to, slack)
  if (isSame) return accept('equal')
  const allowed = allow(from, to, bound)
  if (!allowed) return reject('other-quantity')
  const isWithin = allowed.low <= typed.low + tiny(from) && typed.high <= allowed.high + tiny(to)
  const isRangeForRange = from === to || typed.low !== typed.high
  return isWithin && isRangeForRange
    ? accept('within-hedge', `${round(allowed.low)}–${round(allowed.high)}`)
    : reject('other-quantity')
}

const tiny = (value: number) => Math.abs(value) * 1e-9
const round = (value: number) => Number(value.toPrecision(4))

function isNear(a: number, b: number, slack: number): boolean {
  return Math.abs(a - b) <= Math.max(tiny(b), Math.abs(b) * slack)
}

/** "Under 40" for "at least 40" is the same number on the wrong side. */
function isAgainst(typed: Bound | null, expected: Bound | null): boolean {
  const isUp = (bound: Bound | null) => bound === 'least'
  const isDown = (bound: Bound | null) => bound === 'most' || bound === 'under'
  return (isUp(typed) && isDown(expected)) || (isDown(typed) && isUp(expected))
}

/** What a hedge lets pass; a range is hedged at both its ends. Null without a hedge. */
function allow(from: number, to: number, bound: Bound | null): { low: number; high: number } | null {
  const [below, above] = [Math.abs(from) * HEDGE_SHARE, Math.abs(to) * HEDGE_SHARE]
  if (bound === null) return null
  if (bound === 'near') {
    return from === to ? { low: from - below, high: to + above } : { low: from - below, high: to + above }
  }
  return bound === 'least' ? { low: from, high: to + above } : { low: from - below, high: to }
}
