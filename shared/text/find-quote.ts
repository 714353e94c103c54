import type { QuoteDescription } from './describe-quote.ts'
import { createPassageIndex, type LikePassage, type PassageIndex } from './passage-index.ts'
import { type PlainText, toPlainOffset, toPlainText, toSourceRange } from './plain-text.ts'
import { isSure, type Likeness, measureLikeness, type PlainQuote } from './quote-likeness.ts'

/** A place where a quote may stand. Offsets: UTF-16 code units of the text, end excluded. */
export interface QuotePlace {
  readonly start: number
  readonly end: number
  /** How like it is to the place the quote was taken from, 0..1. */
  readonly score: number
}

/**
 * Where a quote stands now. `sure`: there, beyond reasonable doubt. `unsure`: perhaps at one of these places. `lost`:
 * nowhere. `places` come best first, at most five.
 */
export interface QuoteFinding {
  readonly state: 'sure' | 'unsure' | 'lost'
  readonly places: readonly QuotePlace[]
}

/** A text that quotes are looked for in, many times over. */
export interface SearchedText {
  readonly source: string
  readonly plain: PlainText
  readonly index: PassageIndex
}

/** Reads a text once for all quotes that are looked for in it. */
export function toSearchedText(source: string): SearchedText {
  const plain = toPlainText(source)
  return { source, plain, index: createPassageIndex(plain.text) }
}

/**
 * Where a stored quote stands in a text that may have changed since. `near`: where it stood, in UTF-16 code units.
 * Exact places come first, then ones alike near the old place, then anywhere. Two places that are nearly as good as each
 * other are both offered, and neither is sure. Cost: under 1 ms while the quote is intact, a few when it has changed.
 * Source: W3C Web Annotation Data Model, 4.2.4 (Text Quote Selector).
 */
export function findQuote(text: string | SearchedText, quote: QuoteDescription, near: number): QuoteFinding {
  const searched = typeof text === 'string' ? toSearchedText(text) : text
  return findPlainQuote(searched, quote, toPlainOffset(searched.plain, near), { isTaken: () => false, hints: [] })
}

/** What is known of a text from comparing it with an older one; in units of the plain text. */
export interface TextKnowledge {
  /** Whether a place is another passage, and so can never be taken for this one. */
  isTaken(start: number, end: number): boolean
  /** Places where the passage should be. */
  readonly hints: readonly LikePassage[]
}

/** `findQuote` with the place in units of the plain text, and with what is known of the text. */
export function findPlainQuote(
  searched: SearchedText,
  quote: QuoteDescription,
  near: number,
  known: TextKnowledge,
): QuoteFinding {
  const wanted = toPlainQuote(quote)
  if (wanted.quote === '') return { state: 'lost', places: [] }
  const judged = judgePlaces(searched.index, wanted, near, known)
  const [best, second] = judged
  const places = judged.slice(0, MAX_PLACES).map(({ place, likeness, isTaken: taken }) => ({
    ...toQuotePlace(searched, quote.quote, place),
    score: taken ? likeness.score / 2 : likeness.score,
  }))
  if (!best) return { state: 'lost', places }
  const isAlone = !second || best.likeness.score - second.likeness.score >= MARGIN || second.isTaken
  const hasRival = judged.some(
    (one) => one !== best && !one.isTaken && one.likeness.quote >= best.likeness.quote - MARGIN,
  )
  const isFound = !best.isTaken && isAlone && isSure(best.likeness, wanted, hasRival)
  return { state: isFound ? 'sure' : 'unsure', places }
}

/** How many places are offered. */
const MAX_PLACES = 5

/** A place that is better by less than this is not surely the better one, 0..1. */
const MARGIN = 0.1

/** What is less alike is no place at all, 0..1. */
const FLOOR = 0.5

/** Places of the exact words that are compared: those nearest to where they stood. */
const MAX_EXACT = 40

/** Units on each side of the old place that are searched first. */
const NEAR = 1500

/** Of a passage so much may have changed that it is still looked for, 0..1. */
const MOST_CHANGED = 0.45

interface Judged {
  readonly place: LikePassage
  readonly likeness: Likeness
  readonly isTaken: boolean
}

/** From the surest way to the slowest, each only while the ones before have not found it. */
function judgePlaces(index: PassageIndex, wanted: PlainQuote, near: number, known: TextKnowledge): Judged[] {
  const maxErrors = Math.floor(wanted.quote.length * MOST_CHANGED)
  const ways = [
    () => known.hints,
    () => index.exact(wanted.quote, near, MAX_EXACT),
    () => index.nearby(wanted.quote, near, NEAR, maxErrors).map((place) => snapToWords(index.text, place, wanted)),
    () => index.anywhere(wanted.quote, maxErrors).map((place) => snapToWords(index.text, place, wanted)),
  ]
  let judged: Judged[] = []
  for (const way of ways) {
    for (const place of way()) {
      const likeness = measureLikeness(index.text, place, wanted, near)
      judged.push({ place, likeness, isTaken: known.isTaken(place.start, place.end) })
    }
    judged = apart(judged)
    const [best] = judged
    if (best && !best.isTaken && best.likeness.score >= 0.9) break
  }
  return judged
}

/** The best first, without those that overlap a better one. */
function apart(judged: readonly Judged[]): Judged[] {
  const worth = ({ likeness, isTaken }: Judged) => (isTaken ? likeness.score - 1 : likeness.score)
  const kept: Judged[] = []
  for (const one of [...judged].sort((a, b) => worth(b) - worth(a))) {
    if (one.likeness.score < FLOOR && !isBetweenSame(one.likeness)) continue
    if (kept.some(({ place }) => place.start < one.place.end && one.place.start < place.end)) continue
    kept.push(one)
  }
  return kept
}

/** What stands now where the passage stood is offered, however changed: rewritten, perhaps. */
function isBetweenSame({ prefix, suffix }: Likeness): boolean {
  return prefix !== null && suffix !== null && Math.min(prefix, suffix) >= 0.8
}

/** Letters that make words up to the next space or sign; other scripts write words without either. */
const LETTER = /[\p{L}\p{N}\p{M}]/u
const isLetter = (character: string) => LETTER.test(character) && character < '\u2e80'

/** A passage of whole words is found as one, although its first or last letters have changed. */
function snapToWords(text: string, place: LikePassage, { prefix, suffix }: PlainQuote): LikePassage {
  let { start, end } = place
  if (!isLetter(prefix.slice(-1)) && isLetter(text.charAt(start)))
    while (start > 0 && place.start - start < LONGEST_WORD && isLetter(text.charAt(start - 1))) start--
  if (!isLetter(suffix.slice(0, 1)) && isLetter(text.charAt(end - 1)))
    while (end < text.length && end - place.end < LONGEST_WORD && isLetter(text.charAt(end))) end++
  return { start, end, errors: place.errors }
}

const LONGEST_WORD = 24

function toPlainQuote({ quote, prefix, suffix }: QuoteDescription): PlainQuote {
  const words = toPlainText(quote).text
  const trimmed = words.trim()
  const lead = words.startsWith(' ') ? ' ' : ''
  const trail = words.endsWith(' ') && trimmed !== '' ? ' ' : ''
  return {
    quote: trimmed,
    prefix: `${toPlainText(prefix).text}${lead}`.replace(/ {2,}/g, ' '),
    suffix: `${trail}${toPlainText(suffix).text}`.replace(/ {2,}/g, ' '),
  }
}

/** The place in the source; to the unit as it was selected where the very same units stand there. */
export function toQuotePlace(
  { source, plain }: SearchedText,
  quote: string,
  place: { readonly start: number; readonly end: number },
): { start: number; end: number } {
  const range = toSourceRange(plain, place.start, place.end)
  const found = source.indexOf(quote, Math.max(0, range.start - quote.length))
  const isSame =
    found >= 0 &&
    found <= range.start &&
    found + quote.length >= range.end &&
    quote.length <= range.end - range.start + EDGE
  return isSame ? { start: found, end: found + quote.length } : range
}

/** White space and invisible signs that may stand at the ends of a selection. */
const EDGE = 8
