import { sentencesOf } from './sentences.ts'
import type { Span } from './span.ts'
import { blockIndexAt } from './text-map.ts'
import { endWithoutLastWord, nextWordEnd, nextWordStart, previousWordStart } from './words.ts'

/** How the keyboard changes what is selected. */
export type SelectionStep =
  | 'next-sentence'
  | 'previous-sentence'
  | 'grow-sentence'
  | 'shrink-sentence'
  | 'grow-word'
  | 'shrink-word'
  | 'start-earlier'
  | 'start-later'

/** The text and its blocks, in which steps are taken. */
export interface SteppedText {
  readonly text: string
  readonly blocks: readonly Span[]
}

/**
 * What is selected after one step. Without a selection every step begins with the first sentence of block `blockIndex`.
 * Null when the step took the last word away; the selection itself when there is no further to go.
 */
export function stepSelection(
  within: SteppedText,
  selected: Span | null,
  blockIndex: number,
  step: SelectionStep,
): Span | null {
  if (!selected) return firstSentence(within, blockIndex)
  const { text } = within
  switch (step) {
    case 'next-sentence':
      return sentenceAfter(within, selected.end) ?? selected
    case 'previous-sentence':
      return sentenceBefore(within, selected.start) ?? selected
    case 'grow-sentence':
      return { start: selected.start, end: sentenceEndAfter(within, selected.end) ?? selected.end }
    case 'shrink-sentence':
      return between(selected.start, sentenceEndBefore(within, selected.end))
    case 'grow-word':
      return { start: selected.start, end: nextWordEnd(text, selected.end) }
    case 'shrink-word':
      return between(selected.start, endWithoutLastWord(text, selected.end))
    case 'start-earlier':
      return { start: previousWordStart(text, selected.start), end: selected.end }
    case 'start-later':
      return between(nextWordStart(text, selected.start), selected.end)
  }
}

function between(start: number, end: number): Span | null {
  return start < end ? { start, end } : null
}

function firstSentence({ text, blocks }: SteppedText, blockIndex: number): Span | null {
  const block = blocks[blockIndex]
  return block ? (sentencesOf(text, block)[0] ?? null) : null
}

/** Sentences of the block at `offset` and of those around it: no step goes further. */
function sentencesNear({ text, blocks }: SteppedText, offset: number): Span[] {
  const index = blockIndexAt(blocks, offset)
  return blocks.slice(Math.max(0, index - 2), index + 2).flatMap((block) => sentencesOf(text, block))
}

function sentenceAfter(within: SteppedText, offset: number): Span | undefined {
  return sentencesNear(within, offset).find((sentence) => sentence.start >= offset)
}

function sentenceBefore(within: SteppedText, offset: number): Span | undefined {
  return sentencesNear(within, offset).findLast((sentence) => sentence.end <= offset)
}

function sentenceEndAfter(within: SteppedText, offset: number): number | undefined {
  return sentencesNear(within, offset).find((sentence) => sentence.end > offset)?.end
}

function sentenceEndBefore(within: SteppedText, offset: number): number {
  return sentencesNear(within, offset).findLast((sentence) => sentence.end < offset)?.end ?? 0
}
