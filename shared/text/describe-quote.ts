/** The words of a passage and those around it. Source: W3C Web Annotation Data Model, 4.2.4 (Text Quote Selector). */
export interface QuoteDescription {
  readonly quote: string
  readonly prefix: string
  readonly suffix: string
}

const CONTEXT_CHARS = 64

/**
 * The quote from `start` to `end` (UTF-16 code units, end excluded) with up to 64 characters on each side, by which it
 * can be told from the same words elsewhere. No character of two code units is cut in half.
 */
export function describeQuote(text: string, start: number, end: number): QuoteDescription {
  const from = Math.max(0, start - CONTEXT_CHARS)
  const to = Math.min(text.length, end + CONTEXT_CHARS)
  return {
    quote: text.slice(start, end),
    prefix: text.slice(isInsidePair(text, from) ? from + 1 : from, start),
    suffix: text.slice(end, isInsidePair(text, to) ? to - 1 : to),
  }
}

function isInsidePair(text: string, at: number): boolean {
  const [before, after] = [text.charCodeAt(at - 1), text.charCodeAt(at)]
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff
}
