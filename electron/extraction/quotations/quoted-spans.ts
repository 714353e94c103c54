import { type ReadText, tokenAt, wordAt } from '../read-text.ts'
import type { Sentence } from '../sentences.ts'

/** Words in quotation marks: tokens `first` to `last` (excluded), the marks left out. */
export interface QuotedSpan {
  readonly first: number
  readonly last: number
}

/** A quotation that never closes is given up after so many tokens. */
const MAX_QUOTED_TOKENS = 600

/** Pairs of double quotation marks, curly or straight, inside one block. */
export function findQuotedSpans(document: ReadText, block: Sentence): QuotedSpan[] {
  const spans: QuotedSpan[] = []
  let open = -1
  for (let at = block.first; at < block.last; at++) {
    const word = wordAt(document, at)
    if (word === '“' || (word === '"' && (open < 0 || opensAgain(document, at, open)))) open = at + 1
    else if ((word === '”' || word === '"') && open >= 0) {
      if (at > open && at - open < MAX_QUOTED_TOKENS) spans.push({ first: open, last: at })
      open = -1
    }
  }
  // A speech over several paragraphs closes only in its last one.
  if (open >= 0 && block.last > open && block.last - open < MAX_QUOTED_TOKENS) {
    if (open === block.first + 1 || isWhole(document, open, block.last)) spans.push({ first: open, last: block.last })
  }
  return spans
}

/** A straight mark that only can open, while one is open: the first was never closed. */
function opensAgain(document: ReadText, at: number, open: number): boolean {
  const token = tokenAt(document, at)
  const gapBefore = /\s/.test(document.text.charAt(token.start - 1))
  const gapAfter = /\s/.test(document.text.charAt(token.end))
  return gapBefore && !gapAfter && /^[.!?]$/.test(wordAt(document, at - 1)) && at - open > 40
}

/** Whether an unclosed stretch runs from a capital to a full stop, as a paragraph of a longer speech does. */
function isWhole(document: ReadText, first: number, last: number): boolean {
  return /^\p{Lu}/u.test(wordAt(document, first)) && wordAt(document, last - 1) === '.' && last - first > 5
}

/** Whether it reads as words that were said: a sentence, or several words of one. */
export function isSpeech(document: ReadText, { first, last }: QuotedSpan): boolean {
  if (last - first < 4) return false
  let small = 0
  for (let at = first; at < Math.min(last, first + 12); at++) if (/^\p{Ll}{2,}/u.test(wordAt(document, at))) small++
  return small >= 3
}
