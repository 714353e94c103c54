import search from 'approx-string-match'
import type { QuoteDescription } from './describe-quote.ts'
import { findPlainQuote, type QuotePlace, type SearchedText, toQuotePlace, toSearchedText } from './find-quote.ts'
import { toPlainOffset, toPlainText } from './plain-text.ts'
import { mapTextRuns, type PlainRange, type RunMap } from './run-map.ts'

/** A passage of the old text. Offsets: UTF-16 code units, end excluded. */
export interface OldPassage extends QuoteDescription {
  readonly start: number
  readonly end: number
}

/**
 * Where a passage of the old text is in the new one. `placed`: the same words at the same offset. `moved`: surely there,
 * though elsewhere or with changed words. `unsure`: perhaps at one of `places`, best first. `lost`: nowhere.
 */
export interface Anchoring {
  readonly state: 'placed' | 'moved' | 'unsure' | 'lost'
  /** The first is the place itself when it is placed or moved. */
  readonly places: readonly QuotePlace[]
}

/** Finds passages of one text in another version of it. */
export interface ReAnchor {
  /** Where a passage is now. */
  find(passage: OldPassage): Anchoring
  /** About where an offset of the old text is in the new one. */
  mapOffset(offset: number): number
  /** How much of the shorter text stands in the other, 0..1. */
  readonly shared: number
}

/**
 * Compares two versions of a text, so that passages of the old are found in the new. What both have in common is mapped
 * word for word; only what lies in changed parts is searched for, and never found in words that the old text has
 * elsewhere. Cost: `npm run bench` measures it.
 */
export function createReAnchor(before: string, after: string): ReAnchor {
  const old = toPlainText(before)
  const searched = toSearchedText(after)
  const map = mapTextRuns(old.text, searched.plain.text)
  return {
    shared: map.shared,
    find(passage) {
      const start = toPlainOffset(old, passage.start)
      const range = trimmed(old.text, { start, end: toPlainOffset(old, passage.end) })
      const same = range.start < range.end ? map.findSame(range) : null
      if (!same) return searchFor(searched, map, passage, range)
      const place = toQuotePlace(searched, passage.quote, same)
      const isThere = place.start === passage.start && searched.source.slice(place.start, place.end) === passage.quote
      return { state: isThere ? 'placed' : 'moved', places: [{ ...place, score: 1 }] }
    },
    mapOffset(offset) {
      const at = map.nearest(toPlainOffset(old, offset))
      return searched.plain.starts[at] ?? after.length
    },
  }
}

function searchFor(searched: SearchedText, map: RunMap, passage: OldPassage, range: PlainRange): Anchoring {
  const span = map.findSpan(range)
  const hints = span ? [likeSpan(searched, passage, span)] : []
  const isTaken = (start: number, end: number) => map.isOther({ start, end }, range)
  const { state, places } = findPlainQuote(searched, passage, map.nearest(range.start), { isTaken, hints })
  const [best] = places
  if (state !== 'sure' || !best) return { state: places.length > 0 ? 'unsure' : 'lost', places }
  const isThere = best.start === passage.start && searched.source.slice(best.start, best.end) === passage.quote
  return { state: isThere ? 'placed' : 'moved', places }
}

/** How much has changed between two ends that are known. */
function likeSpan(searched: SearchedText, { quote }: OldPassage, span: PlainRange) {
  const words = toPlainText(quote).text.trim()
  const there = searched.plain.text.slice(span.start, span.end)
  if (there === words) return { ...span, errors: 0 }
  const longest = Math.max(words.length, there.length)
  // Long passages are not compared letter by letter: what they have grown or shrunk by says enough.
  if (longest > LONG) return { ...span, errors: Math.abs(words.length - there.length) + 1 }
  const [best] = search(there, words, words.length)
  const errors = best ? best.errors + there.length - (best.end - best.start) : longest
  return { ...span, errors: Math.min(words.length, errors) }
}

const LONG = 4000

function trimmed(text: string, { start, end }: PlainRange): PlainRange {
  let [from, to] = [start, Math.max(start, end)]
  while (from < to && text[from] === ' ') from++
  while (to > from && text[to - 1] === ' ') to--
  return { start: from, end: to }
}
