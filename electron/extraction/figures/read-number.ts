import { type ReadText, tokenAt, wordAt } from '../read-text.ts'
import { isJoined } from '../tokenize.ts'
import { readPower, readTimesPower, skipRaised } from './powers.ts'

/** A number read off the tokens from where it was asked for to `last` (excluded). */
export interface ReadNumber {
  readonly last: number
  readonly value: number
  /** The factor that its last word gave ("million", "bn"), so that "1 to 2 million" can share it; 1 without. */
  readonly scale: number
  readonly form: 'digits' | 'words' | 'ordinal' | 'fraction'
  /** A unit written onto the digits, as in "27km", or null. */
  readonly glued: string | null
}

const UNITS: Readonly<Record<string, number>> = {
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
}
const TENS: Readonly<Record<string, number>> = {
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
}
const SCALES: Readonly<Record<string, number>> = {
  hundred: 100,
  dozen: 12,
  thousand: 1e3,
  k: 1e3,
  million: 1e6,
  m: 1e6,
  mn: 1e6,
  mln: 1e6,
  billion: 1e9,
  bn: 1e9,
  b: 1e9,
  trillion: 1e12,
  tn: 1e12,
  trn: 1e12,
  lakh: 1e5,
  crore: 1e7,
}
const ORDINALS: Readonly<Record<string, number>> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
  eleventh: 11,
  twelfth: 12,
  thirteenth: 13,
  fourteenth: 14,
  fifteenth: 15,
  sixteenth: 16,
  seventeenth: 17,
  eighteenth: 18,
  nineteenth: 19,
  twentieth: 20,
  thirtieth: 30,
  hundredth: 100,
}
const FRACTIONS: Readonly<Record<string, number>> = {
  half: 2,
  third: 3,
  thirds: 3,
  quarter: 4,
  quarters: 4,
  fourths: 4,
  fifth: 5,
  fifths: 5,
  sixths: 6,
  eighths: 8,
  tenths: 10,
}

/** Digits as English groups them; "1.2.3", "3/4" and "10:30" are none. */
const DIGITS = /^(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(\p{L}+)?$/u
/** No number is read further than this, so that rows of number words stay linear. */
const MAX_NUMBER_TOKENS = 12

/** The number that begins at token `at`, or null. Digits with separators, words, "half a million", ordinals, fractions. */
export function readNumber(document: ReadText, at: number): ReadNumber | null {
  const word = wordAt(document, at)
  if (/^\d/.test(word)) return readDigits(document, at, word)
  const small = word.toLowerCase()
  return (
    readFraction(document, at, small) ??
    readCompoundOrdinal(document, at, small) ??
    readWords(document, at, small) ??
    readOrdinal(at, small)
  )
}

function readDigits(document: ReadText, at: number, word: string): ReadNumber | null {
  const match = DIGITS.exec(word)
  const [, digits, letters] = match ?? []
  if (digits === undefined) return null
  const value = Number(digits.replaceAll(',', ''))
  if (!Number.isFinite(value)) return null
  if (letters !== undefined) return readGlued(at, value, letters)
  const power = readTimesPower(document, at + 1) ?? (digits === '10' ? readPower(document, at + 1) : null)
  if (power) {
    const whole = digits === '10' && power.last < at + 4 ? power.factor : times(value, power.factor)
    return { last: power.last, value: whole, scale: 1, form: 'digits', glued: null }
  }
  const hyphen = wordAt(document, at + 1) === '-' ? 1 : 0
  const written = wordAt(document, at + 1 + hyphen)
  const next = written.length > 1 ? written.toLowerCase() : written
  const scale = /^(?:hundred|thousand|million|billion|trillion|bn|mn|tn|m|k|lakh|crore|dozen)$/.test(next)
    ? SCALES[next]
    : undefined
  // "5 m" may be metres, "5 k" a race: a letter alone counts as a scale only after a currency sign, glued or not.
  if (scale === undefined || (next.length === 1 && !isMoneyBefore(document, at))) {
    return { last: skipRaised(document, at + 1), value, scale: 1, form: 'digits', glued: null }
  }
  return { last: at + 2 + hyphen, value: times(value, scale), scale, form: 'digits', glued: null }
}

function isMoneyBefore(document: ReadText, at: number): boolean {
  return /^(?:\p{Lu}{0,3}\$|[£€¥₹₽₺₩])$/u.test(wordAt(document, at - 1))
}

function readGlued(at: number, value: number, letters: string): ReadNumber | null {
  if (/^(?:st|nd|rd|th)$/.test(letters)) {
    return { last: at + 1, value, scale: 1, form: 'ordinal', glued: null }
  }
  const scale = /^(?:m|mn|mln|bn|b|k|tn|trn)$/i.test(letters) ? SCALES[letters.toLowerCase()] : undefined
  if (scale !== undefined) return { last: at + 1, value: times(value, scale), scale, form: 'digits', glued: letters }
  if (
    !/^(?:km|kg|cm|mm|mph|kph|kmh|ft|lb|lbs|g|mg|ml|l|mw|gw|kw|gb|tb|mb|hz|ghz|in|mi|hrs?|mins?|secs?|s|am|pm)$/i.test(
      letters,
    )
  ) {
    return null
  }
  return /^(?:am|pm|s)$/i.test(letters) ? null : { last: at + 1, value, scale: 1, form: 'digits', glued: letters }
}

/** Products of decimals as one writes them: 1.1 times a million is 1,100,000. */
function times(value: number, scale: number): number {
  return Number((value * scale).toPrecision(12))
}

/** "half", "a third", "two-thirds", "three quarters of": only where "of" or a measure follows, to leave "second half". */
function readFraction(document: ReadText, at: number, small: string): ReadNumber | null {
  if (small === 'half') {
    if (
      /^an?$/.test(wordAt(document, at + 1)) &&
      /^(?:mile|hour|kilometre|kilometer|metre|meter|inch|foot|year|day)$/.test(wordAt(document, at + 2))
    ) {
      return { last: at + 2, value: 0.5, scale: 1, form: 'fraction', glued: null }
    }
    if (wordAt(document, at + 1) === 'a' && SCALES[wordAt(document, at + 2)] !== undefined) {
      const scale = SCALES[wordAt(document, at + 2)] ?? 1
      return { last: at + 3, value: scale / 2, scale, form: 'words', glued: null }
    }
    const whole = wordAt(document, at + 1) === 'of' || /^(?:the|their|its|his|her|our)$/.test(wordAt(document, at + 1))
    return whole && !/^(?:first|second|other|a|and|-)$/.test(wordAt(document, at - 1))
      ? { last: at + 1, value: 0.5, scale: 1, form: 'fraction', glued: null }
      : null
  }
  const count = small === 'a' ? 1 : UNITS[small]
  if (count === undefined || count === 0) return null
  const hyphen = wordAt(document, at + 1) === '-' ? 1 : 0
  const parts = FRACTIONS[wordAt(document, at + 1 + hyphen)]
  const last = at + 2 + hyphen
  if (parts === undefined || parts <= count || !/^(?:of|were|are|have)$/.test(wordAt(document, last))) return null
  if (count > 1 !== wordAt(document, at + 1 + hyphen).endsWith('s')) return null
  // "a quarter of a million"
  const scale = wordAt(document, last + 1) === 'a' ? SCALES[wordAt(document, last + 2)] : undefined
  if (scale !== undefined && scale > 12) {
    return { last: last + 3, value: (count / parts) * scale, scale, form: 'words', glued: null }
  }
  return { last, value: Number((count / parts).toFixed(3)), scale: 1, form: 'fraction', glued: null }
}

/** "twenty-one", "two hundred and fifty thousand", "a dozen", "several hundred" being too vague to count. */
function readWords(document: ReadText, at: number, small: string): ReadNumber | null {
  if (small === 'a' || small === 'an') {
    const scale = SCALES[wordAt(document, at + 1)]
    if (scale === undefined || wordAt(document, at + 1).length < 5) return null
    const more = scale === 100 ? SCALES[wordAt(document, at + 2)] : undefined
    if (more !== undefined && more > 100)
      return { last: at + 3, value: scale * more, scale: more, form: 'words', glued: null }
    return { last: at + 2, value: scale, scale, form: 'words', glued: null }
  }
  if (UNITS[small] === undefined && TENS[small] === undefined) return null
  return sumWords(document, at)
}

function sumWords(document: ReadText, at: number): ReadNumber {
  let total = 0
  let current = 0
  let lastScale = 1
  let last = at
  for (let next = at; next < at + MAX_NUMBER_TOKENS; ) {
    const word = wordAt(document, next).toLowerCase()
    const [unit, ten, scale] = [UNITS[word], TENS[word], word.length > 4 ? SCALES[word] : undefined]
    if (
      unit !== undefined &&
      current % 10 === 0 &&
      (current === 0 || current % 100 !== 0 || current >= 100) &&
      fitsUnit(current, unit)
    ) {
      current += unit
    } else if (ten !== undefined && current % 100 === 0) current += ten
    else if (scale !== undefined && next > at) {
      if (scale <= 100) current = (current || 1) * scale
      else {
        total += (current || 1) * scale
        current = 0
      }
      lastScale = scale
    } else break
    last = next + 1
    next = skipBinder(document, last)
  }
  return { last, value: total + current, scale: lastScale, form: 'words', glued: null }
}

/** After "twenty" comes a unit below ten; after a hundred anything; at the start anything. */
function fitsUnit(current: number, unit: number): boolean {
  return current === 0 || current % 100 === 0 || (unit > 0 && unit < 10)
}

/** Past a joined hyphen ("twenty-one") and past "and" after a scale ("hundred and fifty"). */
function skipBinder(document: ReadText, at: number): number {
  const word = wordAt(document, at)
  if (word === '-' && isJoined(tokenAt(document, at - 1), tokenAt(document, at))) return at + 1
  const afterScale = /^(?:hundred|thousand|million)$/i.test(wordAt(document, at - 1))
  return word === 'and' && afterScale ? at + 1 : at
}

/** "twenty-sixth" */
function readCompoundOrdinal(document: ReadText, at: number, small: string): ReadNumber | null {
  const ten = TENS[small]
  const unit = wordAt(document, at + 1) === '-' ? ORDINALS[wordAt(document, at + 2).toLowerCase()] : undefined
  if (ten === undefined || unit === undefined || unit > 9) return null
  return { last: at + 3, value: ten + unit, scale: 1, form: 'ordinal', glued: null }
}

function readOrdinal(at: number, small: string): ReadNumber | null {
  const value = ORDINALS[small]
  return value === undefined ? null : { last: at + 1, value, scale: 1, form: 'ordinal', glued: null }
}
