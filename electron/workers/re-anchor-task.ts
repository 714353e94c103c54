import { describeQuote, type QuoteDescription } from '#shared/text/describe-quote.ts'
import { findQuote, toSearchedText } from '#shared/text/find-quote.ts'
import { type Anchoring, createReAnchor } from '#shared/text/re-anchor.ts'

/** A passage of the old text, or the quote of one that had no place in it. */
export interface Anchored extends QuoteDescription {
  readonly id: string
  readonly start: number | null
  readonly end: number | null
}

/** What is asked of two versions of a text. */
export interface ReAnchorInput {
  readonly before: string
  readonly after: string
  readonly passages: readonly Anchored[]
  /** Where the person had read to in the old text. */
  readonly position: number
}

/** Where the passages of the old text are in the new. */
export interface ReAnchorResult {
  readonly anchorings: readonly (Anchoring & { readonly id: string })[]
  readonly position: number
  /** How much of the shorter text stands in the other, 0..1. */
  readonly shared: number
}

/** Finds passages of one text in another version of it. */
export function reAnchor({ before, after, passages, position }: ReAnchorInput): ReAnchorResult {
  const anchor = createReAnchor(before, after)
  const searched = toSearchedText(after)
  const anchorings = passages.map(({ id, start, end, ...quote }) => {
    if (start !== null && end !== null)
      return { id, ...anchor.find({ start, end, ...describeQuote(before, start, end) }) }
    // One that had no place before comes back by itself only where there is no doubt.
    const { state, places } = findQuote(searched, quote, 0)
    return { id, state: state === 'sure' ? ('moved' as const) : state, places }
  })
  return { anchorings, position: anchor.mapOffset(position), shared: anchor.shared }
}
