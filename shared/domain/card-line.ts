import { questionOf, type WrittenCard } from './card-sides.ts'
import { clozeBlanks, clozePlain } from './cloze.ts'

/** The question of a card in one plain line, for lists and labels: gaps as `[...]`, Markdown signs taken off. */
export function cardLine(card: WrittenCard): string {
  return plainLine(card.kind === 'cloze' ? clozeBlanks(card.front, card.part) : questionOf(card))
}

/** Whether a card says its own quote: a cloze of a sentence is that sentence, and need not be followed by it. */
export function holdsQuote(card: {
  readonly kind: 'basic' | 'cloze'
  readonly front: string
  readonly evidence: { readonly quote: string }
}): boolean {
  return card.kind === 'cloze' && plainLine(clozePlain(card.front)) === plainLine(card.evidence.quote)
}

/**
 * Markdown in one plain line: emphasis, heads, quote signs and list dots go, escaped signs become what they stand for.
 * A line for the eye, not a parser: what is odd stays as it is written.
 */
export function plainLine(markdown: string): string {
  return markdown
    .replace(/^[ \t]*(?:#{1,6}|>|[-*+]|\d{1,9}[.)])[ \t]+/gm, '')
    .replace(/\\([!-/:-@[-`{-~])|(\*{1,3}|_{2,3}|`+|~~)/g, (_, escaped: string | undefined) => escaped ?? '')
    .replace(/\s+/g, ' ')
    .trim()
}
