import { type ReadText, tokenAt, wordAt } from '../read-text.ts'
import { isJoined } from '../tokenize.ts'

/** A power of ten, and the token after it. */
export interface Power {
  readonly factor: number
  readonly last: number
}

const RAISED_DIGITS = '⁰¹²³⁴⁵⁶⁷⁸⁹'
const RAISED = /^[⁰¹²³⁴⁵⁶⁷⁸⁹]+$/
/** Larger and smaller ones are of physics, and no longer exact. */
const MAX_EXPONENT = 30

/** What a number is multiplied by that is followed, from token `at`, by "× 10¹²"; null without it. */
export function readTimesPower(document: ReadText, at: number): Power | null {
  if (!/^[×x·]$/.test(wordAt(document, at)) || wordAt(document, at + 1) !== '10') return null
  return readPower(document, at + 2)
}

/** The power that the raised number at token `at` makes of the "10" before it; null when none is joined to it. */
export function readPower(document: ReadText, at: number): Power | null {
  const minus = wordAt(document, at) === '⁻' ? 1 : 0
  const digits = wordAt(document, at + minus)
  if (!RAISED.test(digits) || !isJoined(tokenAt(document, at - 1), tokenAt(document, at))) return null
  const exponent = Number([...digits].map((digit) => RAISED_DIGITS.indexOf(digit)).join(''))
  if (exponent > MAX_EXPONENT) return null
  return { factor: Number(`1e${minus === 1 ? '-' : ''}${exponent}`), last: at + minus + 1 }
}

/** Past a raised number that is joined to the token before `at`: it leads to a note and is no part of a figure. */
export function skipRaised(document: ReadText, at: number): number {
  const isRaised = RAISED.test(wordAt(document, at)) && isJoined(tokenAt(document, at - 1), tokenAt(document, at))
  return isRaised ? at + 1 : at
}
