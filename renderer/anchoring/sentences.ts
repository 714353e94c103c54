import type { Span } from './span.ts'
import { trimSpan } from './span.ts'

/** After these a full stop ends no sentence when a capital follows: titles, and initials of names. */
const OPEN_ENDED =
  /(?:^|[\s("'“‘])(?:Mr|Mrs|Ms|Mx|Dr|Prof|Sen|Rep|Gov|Gen|Col|Maj|Lt|Sgt|Capt|Cmdr|Adm|Rev|Hon|St|Mt|No|vs|Fig|\p{Lu})\.\s*$/u

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })

/**
 * The sentences of one block, by place, white space at their ends left out. Made for choosing a passage by keyboard: a
 * doubtful end errs towards the longer sentence. Source: UAX 29, with abbreviations rejoined.
 */
export function sentencesOf(text: string, block: Span): Span[] {
  const found: Span[] = []
  let from = block.start
  for (const { index, segment } of segmenter.segment(text.slice(block.start, block.end))) {
    const end = block.start + index + segment.length
    if (OPEN_ENDED.test(text.slice(from, end)) && end < block.end) continue
    const sentence = trimSpan(text, { start: from, end })
    if (sentence) found.push(sentence)
    from = end
  }
  return found
}

/** The sentence that holds `offset`, else the nearest one before it, else the first; null in an empty block. */
export function sentenceAt(text: string, block: Span, offset: number): Span | null {
  const all = sentencesOf(text, block)
  return all.findLast((sentence) => sentence.start <= offset) ?? all[0] ?? null
}
