import { type ReadText, tokenAt, wordAt } from '../read-text.ts'
import type { Sentence } from '../sentences.ts'
import { type HedgeSense, hedgeAfter, hedgeBefore } from './hedges.ts'
import { type ReadNumber, readNumber } from './read-number.ts'
import { isNoFigure, isScore } from './reject.ts'
import { currencyBefore, gluedUnit, unitAt } from './units.ts'

/** A number with its hedge and unit; tokens `first` to `last` (excluded). See `FoundFigure` for low, high and hedge. */
export interface Quantity {
  readonly first: number
  readonly last: number
  readonly low: number | null
  readonly high: number | null
  /** The plain number, or the least of a range. */
  readonly value: number
  readonly hedge: string | null
  readonly unit: string | null
  readonly form: ReadNumber['form']
}

interface Range {
  readonly low: number
  readonly high: number
  readonly last: number
  readonly form: ReadNumber['form']
  readonly glued: string | null
  readonly currency: string | null
}

const MOVES =
  /^(?:rose|rise|rises|rising|fell|fall|falls|falling|grew|grow|grown|dropped|drop|down|up|increased|increase|increasing|decreased|decrease|declined|decline|cut|raised|raise|reduced|went|jumped|climbed|changed|risen|fallen|extended|expanded|cutting|reducing|raising|lowering|lowered|rose)$/

/** How many of the second unit make one of the first: they are written one after the other. */
const PARTS: Readonly<Record<string, readonly [part: string, count: number]>> = {
  hours: ['minutes', 60],
  minutes: ['seconds', 60],
  ft: ['inches', 12],
}

/** The quantity whose hedge, currency sign or number begins at token `at`, or null. "1 hour 59 minutes" is one. */
export function readQuantity(document: ReadText, sentence: Sentence, at: number): Quantity | null {
  let whole = readOne(document, sentence, at)
  for (let steps = 0; whole !== null && steps < 2; steps++) {
    const [part, count] = PARTS[whole.unit ?? ''] ?? []
    const comma = wordAt(document, whole.last) === ',' ? whole.last + 1 : whole.last
    const from = wordAt(document, comma) === 'and' ? comma + 1 : comma
    const rest = part === undefined || from >= sentence.last ? null : readOne(document, sentence, from)
    if (rest === null || count === undefined || rest.unit !== part || rest.hedge !== null || rest.first !== from) break
    whole = joined(whole, rest, count)
  }
  return whole
}

function joined(whole: Quantity, rest: Quantity, count: number): Quantity {
  const sum = (value: number | null) => (value === null ? null : Number((value * count + rest.value).toPrecision(12)))
  const value = sum(whole.value) ?? 0
  return { ...whole, last: rest.last, low: sum(whole.low), high: sum(whole.high), value, unit: rest.unit }
}

function readOne(document: ReadText, sentence: Sentence, at: number): Quantity | null {
  const currency = currencyBefore(wordAt(document, at))
  const first = currency === null ? at : at + 1
  const number = first < sentence.last ? readNumber(document, first) : null
  if (number === null || number.last > sentence.last) return null
  if (currency === null && isNoFigure(document, sentence, first, number)) return null
  const range = readRange(document, sentence, first, number)
  if (range === null && isPartOfScore(document, first, number)) return null
  return finish(document, sentence, at, number, range, currency)
}

function finish(
  document: ReadText,
  sentence: Sentence,
  at: number,
  number: ReadNumber,
  range: Range | null,
  currency: string | null,
): Quantity {
  const end = range?.last ?? number.last
  const glued = range?.glued ?? number.glued
  const written = glued === null ? null : gluedUnit(glued)
  const found =
    written === null && end < sentence.last ? unitAfter(document, end, range === null ? number.scale : 1) : null
  const money = currency ?? range?.currency ?? null
  const unit = money ?? written ?? found?.unit ?? (isMagnitude(document, at, end) ? 'magnitude' : null)
  const last = Math.min(sentence.last, money === null || isSameMoney(found?.unit) ? (found?.last ?? end) : end)
  const opening = rangeOpening(document, at, range)
  const before = hedgeBefore(document, opening, sentence.first)
  const after = before === null ? hedgeAfter(document, last) : null
  const value = Number(number.value.toPrecision(12))
  const [low, high] = bounds(range?.low ?? value, range?.high ?? value, before?.sense ?? after?.sense ?? null)
  return {
    first: before?.first ?? opening,
    last: after?.last ?? last,
    low,
    high,
    value,
    hedge: hedgeText(
      document,
      before === null ? null : [before.first, opening],
      after === null ? null : [last, after.last],
    ),
    unit,
    form: number.form,
  }
}

/** "magnitude 6.4", "a 5.8-magnitude quake" */
function isMagnitude(document: ReadText, first: number, last: number): boolean {
  if (/^[Mm]agnitude$/.test(wordAt(document, first - 1))) return true
  return wordAt(document, wordAt(document, last) === '-' ? last + 1 : last) === 'magnitude'
}

/** "$5 million dollars" says its money twice. */
function isSameMoney(unit: string | undefined): boolean {
  return unit !== undefined && /^[A-Z]{3}$/.test(unit)
}

/** The unit right after a number, a hyphen between or not ("two-day"); "m" after a scale is none. */
function unitAfter(
  document: ReadText,
  at: number,
  scale: number,
): { readonly unit: string; readonly last: number } | null {
  const hyphen = wordAt(document, at) === '-' && tokenAt(document, at).start === tokenAt(document, at - 1).end
  const unit = unitAt(document, hyphen ? at + 1 : at)
  if (unit === null || (scale > 1 && unit.unit === 'm' && wordAt(document, at) === 'm')) return null
  return unit
}

function bounds(low: number, high: number, sense: HedgeSense | null): [number | null, number | null] {
  if (sense === 'least') return [low, null]
  return sense === 'most' ? [null, high] : [low, high]
}

function hedgeText(
  document: ReadText,
  before: readonly [number, number] | null,
  after: readonly [number, number] | null,
): string | null {
  const [first, last] = before ?? after ?? [0, 0]
  if (first >= last) return null
  return document.text
    .slice(tokenAt(document, first).start, tokenAt(document, last - 1).end)
    .replace(/\s+/g, ' ')
    .toLowerCase()
}

/** "between" or "from" before a range belongs to it. */
function rangeOpening(document: ReadText, at: number, range: Range | null): number {
  return range !== null && /^(?:between|from)$/i.test(wordAt(document, at - 1)) ? at - 1 : at
}

/** "between A and B", "from A to B", "A to B", "A-B": the second number, and the scale that both share. */
function readRange(document: ReadText, sentence: Sentence, first: number, number: ReadNumber): Range | null {
  const money = currencyBefore(wordAt(document, first - 1))
  const opening = wordAt(document, money === null ? first - 1 : first - 2).toLowerCase()
  // The unit may stand with both numbers: "5% to 7%", "3 km to 5 km".
  const own = number.glued === null ? unitAt(document, number.last) : null
  const binderAt = binds(wordAt(document, number.last), opening) ? number.last : (own?.last ?? number.last)
  const binder = wordAt(document, binderAt)
  if (!binds(binder, opening) || binderAt + 1 >= sentence.last) return null
  const currency = currencyBefore(wordAt(document, binderAt + 1))
  const second = readNumber(document, binderAt + (currency === null ? 1 : 2))
  if (second === null || second.last > sentence.last || second.form === 'ordinal' || number.form === 'ordinal')
    return null
  const shared = number.scale === 1 && second.scale > 1 && number.value * second.scale <= second.value
  const low = Number((shared ? number.value * second.scale : number.value).toPrecision(12))
  if (low >= second.value || !isRealRange(document, first, second, binder, opening, low)) return null
  return { low, high: second.value, last: second.last, form: second.form, glued: second.glued, currency }
}

function binds(binder: string, opening: string): boolean {
  if (opening === 'between') return binder === 'and' || binder === '-' || binder === '–'
  return /^(?:to|-|–|—|or)$/.test(binder)
}

function isRealRange(
  document: ReadText,
  first: number,
  second: ReadNumber,
  binder: string,
  opening: string,
  low: number,
): boolean {
  if (opening === 'from') return ![2, 3, 4, 5, 6, 7].some((back) => MOVES.test(wordAt(document, first - back)))
  if (opening === 'between') return true
  if (binder === 'or') return low >= 2 && (low + 1 === second.value || (low % 10 === 0 && low + 10 === second.value))
  if (binder === 'to') return ![1, 2].some((back) => MOVES.test(wordAt(document, first - back)))
  return !isScore(document, first, second.last, low, second.value)
}

/** One side of "3-1" or "21–0", which are no counts. */
function isPartOfScore(document: ReadText, first: number, number: ReadNumber): boolean {
  const after = /^[-–—]$/u.test(wordAt(document, number.last)) && /^\d/.test(wordAt(document, number.last + 1))
  const before = /^[-–—]$/u.test(wordAt(document, first - 1)) && /^\d/.test(wordAt(document, first - 2))
  const joined = (at: number) => tokenAt(document, at - 1).end === tokenAt(document, at).start
  return number.form === 'digits' && ((after && joined(number.last)) || (before && joined(first)))
}
