import { hideRange } from '#shared/domain/cloze.ts'
import { escapeMarkdown } from '#shared/text/escape-markdown.ts'
import { sentenceAt } from './sentences.ts'
import type { Span } from './span.ts'
import { blockIndexAt } from './text-map.ts'

/** What a card begins with; the person goes on from there. */
export interface DraftedCard {
  readonly kind: 'basic' | 'cloze'
  readonly front: string
  readonly back: string
  readonly tags: string[]
}

/** Above this many characters a sentence is too long to be a question. */
const LONGEST_CLOZE_CHARS = 600

/**
 * A card to begin with for a selected passage. Words within a sentence: the sentence with them hidden. A whole sentence
 * or more: a question to be written, with the passage as its answer.
 */
export function draftCard(text: string, blocks: readonly Span[], passage: Span): DraftedCard {
  const sentence = sentenceAround(text, blocks, passage)
  if (!sentence) return { kind: 'basic', front: '', back: escapeMarkdown(words(text, passage)), tags: [] }
  const before = escapeMarkdown(text.slice(sentence.start, passage.start))
  const hidden = escapeMarkdown(words(text, passage))
  const after = escapeMarkdown(text.slice(passage.end, sentence.end))
  const whole = before + hidden + after
  return { kind: 'cloze', front: hideRange(whole, before.length, before.length + hidden.length), back: '', tags: [] }
}

function words(text: string, span: Span): string {
  return text.slice(span.start, span.end)
}

/** The sentence that holds the passage and more than it, or null. */
function sentenceAround(text: string, blocks: readonly Span[], passage: Span): Span | null {
  const block = blocks[blockIndexAt(blocks, passage.start)]
  const sentence = block && sentenceAt(text, block, passage.start)
  if (!sentence || passage.start < sentence.start || passage.end > sentence.end) return null
  const rest = text.slice(sentence.start, passage.start) + text.slice(passage.end, sentence.end)
  const isWhole = !/[\p{L}\p{N}]/u.test(rest)
  return isWhole || sentence.end - sentence.start > LONGEST_CLOZE_CHARS ? null : sentence
}
