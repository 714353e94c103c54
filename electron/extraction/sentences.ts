import type { Block, BlockKind } from '#shared/domain/article.ts'
import type { Token } from './tokenize.ts'

/** A sentence. Tokens `first` to `last` (excluded) are its own; offsets are UTF-16 code units of the text. */
export interface Sentence {
  readonly start: number
  readonly end: number
  readonly first: number
  readonly last: number
  /** Which block it stands in, as an index, and of what kind. */
  readonly block: number
  readonly kind: BlockKind
}

const STOP = /^(?:[.!?…]|\.{2,})$/u
/** These end a sentence in scripts that put no space after them. */
const WIDE_STOP = /^[。！？]$/u
const CLOSER = /^["'”’)\]»]$/u
const OPENER = /^["'“‘([«]$/u
const CAPITAL_OR_DIGIT = /^[\p{Lu}\p{Lt}\d]/u
const UNCASED = /^\p{Lo}/u
/** Abbreviations that may end a sentence: "in the U.S.", "at 5 p.m.", "and others, Inc." */
const ENDING_ABBREVIATION = /^(?:(?:\p{L}\.){2,}|(?:Inc|Corp|Ltd|Co|Bros|Jr|Sr|etc|Ave|Blvd)\.)$/u
/** After such an abbreviation only words that seldom stand inside a sentence with a capital begin a new one. */
const STARTER = new Set(
  (
    'The A An This That These Those He She It We They I You But And So In On At For From After Before When While If As ' +
    'His Her Their Its Our There Here However Meanwhile Since Last Some Many Most Both All No Not What Who How By With'
  ).split(' '),
)

/**
 * Cuts the tokens of a text into sentences, block by block; without blocks, paragraphs are what blank lines separate.
 * A sentence never crosses a block. Tokens outside every block belong to no sentence. Linear in the number of tokens.
 */
export function splitSentences(text: string, tokens: readonly Token[], blocks: readonly Block[]): Sentence[] {
  const sentences: Sentence[] = []
  let token = 0
  for (const [index, block] of (blocks.length > 0 ? blocks : paragraphs(text)).entries()) {
    while ((tokens[token]?.start ?? Infinity) < block.start) token++
    let first = token
    for (; (tokens[token]?.start ?? Infinity) < block.end; token++) {
      const next = tokens[token + 1]
      if (next !== undefined && next.start < block.end && !endsBefore(text, tokens, token + 1, first)) continue
      sentences.push(sentence(tokens, first, token + 1, index, block.kind))
      first = token + 1
    }
  }
  return sentences
}

/** The stretches between blank lines, as paragraph blocks. */
export function paragraphs(text: string): Block[] {
  const blocks: Block[] = []
  let start = 0
  for (const gap of text.matchAll(/\n[^\S\n]*\n\s*/g)) {
    if (gap.index > start) blocks.push({ kind: 'paragraph', start, end: gap.index })
    start = gap.index + gap[0].length
  }
  if (start < text.length) blocks.push({ kind: 'paragraph', start, end: text.length })
  return blocks
}

function sentence(tokens: readonly Token[], first: number, last: number, block: number, kind: BlockKind): Sentence {
  return { start: tokens[first]?.start ?? 0, end: tokens[last - 1]?.end ?? 0, first, last, block, kind }
}

/** Whether a sentence that began at `first` ends just before the token at `next`. */
function endsBefore(text: string, tokens: readonly Token[], next: number, first: number): boolean {
  const after = tokens[next]
  if (after === undefined || (CLOSER.test(after.text) && !opensHere(text, tokens, next))) return false
  const stop = stopBefore(tokens, next, first)
  if (stop === null) return false
  if (WIDE_STOP.test(stop.text)) return true
  const gap = (tokens[next - 1]?.end ?? 0) < after.start
  const word = OPENER.test(after.text) ? tokens[next + 1] : after
  if (word === undefined) return false
  if (!gap) return stop.text === '.' && /^\p{Lu}\p{Ll}/u.test(word.text) && endsInSmallLetter(text, stop.start)
  if (!STOP.test(stop.text)) return STARTER.has(word.text)
  return CAPITAL_OR_DIGIT.test(word.text) || UNCASED.test(word.text) || OPENER.test(word.text) || word.text === '—'
}

/** The stop that closes what stands before `next`, closing quotes and brackets skipped; null when there is none. */
function stopBefore(tokens: readonly Token[], next: number, first: number): Token | null {
  let at = next - 1
  // Three closers are a bracket, a quote and a quote within it; bounding it keeps rows of quotes linear.
  for (let skipped = 0; at > first && skipped < 3 && CLOSER.test(tokens[at]?.text ?? ''); skipped++) at--
  const token = tokens[at]
  if (token === undefined || at < first) return null
  const stops = STOP.test(token.text) || WIDE_STOP.test(token.text) || ENDING_ABBREVIATION.test(token.text)
  return stops ? token : null
}

/** Straight quotes open and close alike: one with a gap before it and none after it opens. */
function opensHere(text: string, tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  if (token === undefined || /[”’)\]»]/u.test(token.text)) return false
  return /\s/.test(text.charAt(token.start - 1)) && !/\s/.test(text.charAt(token.end))
}

function endsInSmallLetter(text: string, end: number): boolean {
  return /\p{Ll}/u.test(text.charAt(end - 1))
}
