import type { ExtractionInput } from '#shared/domain/extraction.ts'
import { type Sentence, splitSentences } from './sentences.ts'
import { type Token, tokenize } from './tokenize.ts'

/** An article as every finder sees it: cut once, with what the whole of it says about its words. */
export interface ReadText {
  readonly text: string
  readonly tokens: readonly Token[]
  readonly sentences: readonly Sentence[]
  /** Words that stand somewhere in small letters, other than in capitals for beginning a sentence. */
  readonly smallWords: ReadonlySet<string>
}

/** Cuts an article into tokens and sentences. Linear in its length. */
export function readText(input: ExtractionInput): ReadText {
  const tokens = tokenize(input.text)
  const sentences = splitSentences(input.text, tokens, input.blocks)
  const smallWords = new Set<string>()
  for (const { text } of tokens) if (/^\p{Ll}/u.test(text)) smallWords.add(text)
  return { text: input.text, tokens, sentences, smallWords }
}

/** The token at `index`, or an empty one past either end, so that rules can look around without asking. */
export function tokenAt(document: ReadText, index: number): Token {
  return document.tokens[index] ?? NOTHING
}

/** The text of the token at `index`; empty past either end. */
export function wordAt(document: ReadText, index: number): string {
  return tokenAt(document, index).text
}

/** The text from the first token to before the last one, as it stands. */
export function sliceTokens(document: ReadText, first: number, last: number): string {
  return document.text.slice(tokenAt(document, first).start, tokenAt(document, last - 1).end)
}

const NOTHING: Token = { text: '', start: 0, end: 0 }
