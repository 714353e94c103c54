import { foldText } from '../../text/fold.ts'
import { conversion, findUnit, type MeasureUnit } from './measure-units.ts'
import { readWordNumber } from './number-words.ts'

/** Which way a hedge opens a number. 'under' is what comes near from below only, as "nearly" does. */
export type Bound = 'near' | 'under' | 'least' | 'most'

/** A quantity as a person writes it. `low` and `high` differ for a range. */
export interface Amount {
  readonly low: number
  readonly high: number
  readonly unit: MeasureUnit | null
  readonly bound: Bound | null
  /** Written as a fraction, "half": a share of something. */
  readonly isPart: boolean
  /** What follows, in folded words: usually what is counted. */
  readonly rest: readonly string[]
}

const hedges: readonly (readonly [Bound, string])[] = [
  [
    'least',
    `at least|at the very least|at minimum|a minimum of|no fewer than|no less than|not less than|more than|greater than
    higher than|well over|just over|slightly over|over|above|upwards of|in excess of|exceeding|>|>=|≥|min|minimum`,
  ],
  [
    'most',
    `up to|as many as|as much as|as high as|at most|a maximum of|maximum of|no more than|not more than|less than|fewer than
    lower than|just under|well under|under|below|within|<|<=|≤|max|maximum`,
  ],
  ['under', 'nearly|almost|close to|not quite|approaching'],
  [
    'near',
    'about|around|roughly|approximately|approx|approx.|circa|c.|ca.|near|some|an estimated|estimated|~|≈|probably',
  ],
]
const before = hedges
  .flatMap(([bound, text]) => text.split(/\||\n\s*/).map((words) => [bound, words.split(' ')] as const))
  .sort((a, b) => b[1].length - a[1].length)
const after: readonly (readonly [Bound, RegExp])[] = [
  ['least', /^(?:\+|plus|or more|or over|and more|and over|at least|minimum)$/],
  ['most', /^(?:or less|or fewer|or under|at most|maximum)$/],
  ['near', /^(?:or so|approximately|roughly|approx|ish|about)$/],
]

/** What a hedge as the text has it says of its number, or null for none that widens it ("exactly", "only"). */
export function boundOf(hedge: string | null): Bound | null {
  if (hedge === null) return null
  const { bound } = readHedge(foldText(hedge).split(' '))
  return bound ?? after.find(([, words]) => words.test(foldText(hedge)))?.[0] ?? null
}

/**
 * Every way to read `text` as one quantity, most likely first; none when it does not begin with a number. "5m" is five
 * million, or five metres.
 */
export function readAmounts(text: string): Amount[] {
  const words = split(text)
  const likely = readAmount(words)
  if (!likely) return []
  const asMetres = words.map((word) => (word === 'm' ? 'metres' : word))
  const other = words.includes('m') ? readAmount(asMetres) : null
  return other ? [likely, other] : [likely]
}

const vulgar: Readonly<Record<string, string>> = { '½': '.5', '¼': '.25', '¾': '.75', '⅓': '.3333', '⅔': '.6667' }

/** Folded words, with signs and units parted from their digits and separators of thousands closed up. */
function split(text: string): string[] {
  const plain = text.replace(/(\d)\s?([½¼¾⅓⅔])/g, (_, digit: string, sign: string) => `${digit}${vulgar[sign] ?? ''}`)
  return foldText(plain)
    .replace(/\u2044/g, '/')
    .replace(/[\u2212\u2010\u2011]/g, '-')
    .replace(/(\d)'(?=\d{3})/g, '$1,')
    .replace(/^([^.]*)\.$/, '$1')
    .replace(
      /(?<![\d.,])(\d{1,3})((?: \d{3})+)(?![\d.])/g,
      (_, head: string, tail: string) => head + tail.replaceAll(' ', ''),
    )
    .replace(/([a-z]{0,3}[$£€¥₹₽₺₩₪]|~|≈|[<>]=?|[≤≥])/g, ' $1 ')
    .replace(/(\d)\s*[–—-]\s*(?=[\d$£€.])/g, '$1 to ')
    .replace(/(?<=[a-z%])\s*[–—]\s*(?=\d)/g, ' to ')
    .replace(/(\d)\s*-\s*(?=[$£€])/g, '$1 to ')
    .replace(/(\d)(?=[a-z%°])/g, '$1 ')
    .replace(/(\d)\+/g, '$1 +')
    .replace(/([a-z%])\+/g, '$1 +')
    .replace(/\b((?:twen|thir|for|fif|six|seven|eigh|nine)ty)-(?=[a-z])/g, '$1 ')
    .replace(/-(?=(?:thirds?|quarters?|fifths?|halves|half|tenths?|eighths?|million|billion|hundred|thousand)\b)/g, ' ')
    .replace(/(?<=\b(?:hundred|thousand)) ?, ?/g, ' ')
    .replace(/%/g, ' % ')
    .trim()
    .split(/\s+/)
    .filter(Boolean)
}

function readHedge(words: readonly string[]): { bound: Bound | null; taken: number } {
  let [bound, taken] = [null as Bound | null, 0]
  for (;;) {
    const rest = words.slice(taken)
    const found = before.find(([, hedge]) => hedge.every((word, index) => rest[index] === word))
    const isSilent = /^(?:exactly|only|just|a total of|precisely)$/.test(rest[0] ?? '')
    if (!found && !isSilent) return { bound, taken }
    if (found && (bound === null || bound === 'near')) bound = found[0]
    taken += found ? found[1].length : 1
  }
}

interface Side {
  readonly value: number
  readonly unit: MeasureUnit | null
  readonly isPart: boolean
  readonly scale: number
  readonly taken: number
}

function readAmount(words: readonly string[]): Amount | null {
  const hedge = readHedge(words)
  const opening = /^(?:between|from)$/.test(words[hedge.taken] ?? '') ? 1 : 0
  const from = hedge.taken + opening
  const first = readSide(words.slice(from))
  if (!first) return null
  const at = from + first.taken
  const isRange = /^(?:to|-|–)$/.test(words[at] ?? '') || (opening === 1 && words[at] === 'and')
  const second = isRange ? readSide(words.slice(at + 1)) : null
  const range = second && closeRange(first, second)
  const rest = words.slice(range && second ? at + 1 + second.taken : at)
  const tail = after.find(([, hedgeWords]) => hedgeWords.test(rest.join(' ')))
  return {
    low: range ? range.low : first.value,
    high: range ? range.high : first.value,
    unit: first.unit ?? (range ? (second?.unit ?? null) : null),
    bound: hedge.bound ?? tail?.[0] ?? null,
    isPart: first.isPart,
    rest: tail ? [] : rest.filter((word) => !/^(?:of|the|a|an)$/.test(word)),
  }
}

/** "20 to 30 million": the scale of the second number is that of the first. */
function closeRange(first: Side, second: Side): { low: number; high: number } | null {
  const low =
    first.scale === 1 && second.scale > 1 && first.value < second.value / second.scale
      ? first.value * second.scale
      : first.value
  const factor = first.unit && second.unit ? conversion(second.unit, first.unit) : 1
  if (factor === null) return null
  const high = second.value * factor
  return low <= high ? { low, high } : null
}

function readSide(words: readonly string[]): Side | null {
  const sign = findUnit(words[0] ?? '')
  const signTaken = sign && words.length > 1 && /[$£€¥₹₽₺₩₪]|^[a-z]{3}$/.test(words[0] ?? '') ? 1 : 0
  const isNegative = /^(?:minus|-)$/.test(words[signTaken] ?? '') || /^-\d/.test(words[signTaken] ?? '')
  const numberAt = signTaken + (/^(?:minus|-)$/.test(words[signTaken] ?? '') ? 1 : 0)
  const tail = words.slice(numberAt).map((word, index) => (index === 0 ? word.replace(/^-(?=\d)/, '') : word))
  const number = readWordNumber(tail)
  if (!number) return null
  const skip = /^(?:a|an|of)$/.test(tail[number.taken] ?? '') ? 1 : 0
  const unit = unitAt(tail, number.taken + skip)
  const value = isNegative ? -number.value : number.value
  const last = tail[number.taken - 1] ?? ''
  return {
    value,
    unit: unit?.unit ?? (signTaken ? sign : null),
    isPart: number.isPart,
    scale: /^\d/.test(last) ? 1 : (readWordNumber(['one', last])?.value ?? 1),
    taken: numberAt + number.taken + (unit ? skip + unit.taken : 0),
  }
}

/** The unit of up to three words at `at`. */
function unitAt(words: readonly string[], at: number): { unit: MeasureUnit; taken: number } | null {
  for (const length of [3, 2, 1]) {
    const unit = findUnit(words.slice(at, at + length).join(' '))
    if (unit && at + length <= words.length) return { unit, taken: length }
  }
  return null
}
