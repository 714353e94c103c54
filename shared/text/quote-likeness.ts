import search from 'approx-string-match'
import type { LikePassage } from './passage-index.ts'

/** A quote and what stands around it, as plain text. */
export interface PlainQuote {
  readonly quote: string
  readonly prefix: string
  readonly suffix: string
}

/** How like a place is to the one a quote was taken from; each part 0..1, null where there is nothing to compare. */
export interface Likeness {
  readonly quote: number
  readonly prefix: number | null
  readonly suffix: number | null
  /** All together, with how near the place is, 0..1. */
  readonly score: number
}

/**
 * How much each part counts. Source: the weights that the Hypothesis client publishes; what they add up to decides
 * nothing by itself here (`isSure`).
 */
const weights = { quote: 50, prefix: 20, suffix: 20, place: 2 } as const

/** Compares the place of `text` with the quote; `near` is where it was expected. */
export function measureLikeness(text: string, place: LikePassage, wanted: PlainQuote, near: number): Likeness {
  const quote = Math.max(0, 1 - place.errors / Math.max(1, wanted.quote.length))
  const prefix = wanted.prefix === '' ? null : likeBefore(text, place.start, wanted.prefix)
  const suffix = wanted.suffix === '' ? null : likeAfter(text, place.end, wanted.suffix)
  const nearness = 1 - Math.min(1, Math.abs(place.start - near) / Math.max(1, text.length))
  const parts = [
    [quote, weights.quote],
    [prefix, weights.prefix],
    [suffix, weights.suffix],
    [nearness, weights.place],
  ] as const
  let [sum, total] = [0, 0]
  for (const [value, weight] of parts) {
    if (value === null) continue
    sum += value * weight
    total += weight
  }
  return { quote, prefix, suffix, score: sum / total }
}

/** Units of context from which on it is a witness; less than this stands in many places. */
const WITNESS = 12

/** So alike must the words around be to tell the place, 0..1. */
const SAME_CONTEXT = 0.7

/** So alike must they be where the same words stand elsewhere too, and what is around them may be alike by chance. */
const TELLING_CONTEXT = 0.85

/** A passage so long that its words alone tell it from any other, in units. */
const TELLING = 48

/**
 * Whether a place is the one beyond reasonable doubt: a long passage by its own words, a short one only with the words
 * around it. A high sum is not enough: a common phrase in another sentence reaches one too. With `hasRival` the same
 * words stand elsewhere, and only those around can tell.
 */
export function isSure({ quote, prefix, suffix }: Likeness, wanted: PlainQuote, hasRival: boolean): boolean {
  const length = wanted.quote.length
  const before = prefix !== null && wanted.prefix.length >= WITNESS && prefix >= SAME_CONTEXT
  const after = suffix !== null && wanted.suffix.length >= WITNESS && suffix >= SAME_CONTEXT
  const isBetweenSame = before && after
  if (hasRival) return isBetweenSame && quote >= 0.6 && Math.min(prefix, suffix) >= TELLING_CONTEXT
  // Of a long passage between the same words a sentence of its own may have been put in another's place.
  if (isBetweenSame) return quote >= (length >= TELLING ? 0.7 : 0.6) || (quote >= 0.5 && length < 12)
  if (quote === 1) return before || after || length >= TELLING
  if (length >= TELLING && quote >= 0.9) return true
  return (before || after) && length >= 12 && quote >= 0.75
}

function likeBefore(text: string, at: number, wanted: string): number {
  const there = text.slice(Math.max(0, at - wanted.length), at)
  if (there === wanted) return 1
  const best = search(text.slice(Math.max(0, at - wanted.length - SLACK), at), wanted, wanted.length >> 1)
  const length = Math.min(at, wanted.length + SLACK)
  return Math.max(0, ...best.map(({ errors, end }) => 1 - (errors + length - end) / wanted.length))
}

function likeAfter(text: string, at: number, wanted: string): number {
  if (text.startsWith(wanted, at)) return 1
  const best = search(text.slice(at, at + wanted.length + SLACK), wanted, wanted.length >> 1)
  return Math.max(0, ...best.map(({ errors, start }) => 1 - (errors + start) / wanted.length))
}

/** A word may have come between. */
const SLACK = 12
