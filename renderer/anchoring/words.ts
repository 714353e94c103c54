import { type Span, trimSpan } from './span.ts'

const segmenter = new Intl.Segmenter('en', { granularity: 'word' })

/** How far around an offset words are looked for, in characters: no word is longer. */
const REACH_CHARS = 200

/**
 * The span, widened to whole words: an end that stands inside a word moves to the word's end, one that stands between
 * words stays. White space at the ends is left out; null when there is nothing else. Source: UAX 29.
 */
export function snapToWords(text: string, span: Span): Span | null {
  const tight = trimSpan(text, span)
  if (!tight) return null
  const first = wordsAround(text, tight.start).find((word) => word.start < tight.start && tight.start < word.end)
  const last = wordsAround(text, tight.end).find((word) => word.start < tight.end && tight.end < word.end)
  return { start: first?.start ?? tight.start, end: last?.end ?? tight.end }
}

/** Where the next word after `offset` ends; the end of the text when there is none. */
export function nextWordEnd(text: string, offset: number): number {
  return wordsAround(text, offset).find((word) => word.end > offset)?.end ?? text.length
}

/** Where the last word before `offset` begins; 0 when there is none. */
export function previousWordStart(text: string, offset: number): number {
  return wordsAround(text, offset).findLast((word) => word.start < offset)?.start ?? 0
}

/** Where the next word after the one at `offset` begins; the end of the text when there is none. */
export function nextWordStart(text: string, offset: number): number {
  return wordsAround(text, offset).find((word) => word.start > offset)?.start ?? text.length
}

/** Where a span that ends at `offset` would end without its last word and the space before it. */
export function endWithoutLastWord(text: string, offset: number): number {
  let end = previousWordStart(text, offset)
  while (end > 0 && /\s/u.test(text.charAt(end - 1))) end--
  return end
}

function wordsAround(text: string, offset: number): Span[] {
  const from = windowStart(text, offset)
  const words: Span[] = []
  for (const part of segmenter.segment(text.slice(from, offset + REACH_CHARS))) {
    if (part.isWordLike) words.push({ start: from + part.index, end: from + part.index + part.segment.length })
  }
  return words
}

/** Begins the window between words, so that the word it cuts into is not read as a shorter one. */
function windowStart(text: string, offset: number): number {
  const from = Math.max(0, offset - REACH_CHARS)
  if (from === 0) return 0
  const gap = text.slice(from, offset).search(/\s/u)
  return gap < 0 ? from : from + gap
}
