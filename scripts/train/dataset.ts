import { addContext, FeatureBuffer } from '#electron/extraction/names/features-context.ts'
import { describeDocument } from '#electron/extraction/names/features-document.ts'
import type { Lexicon } from '#electron/extraction/names/features-lexicon.ts'
import { describeSentence } from '#electron/extraction/names/features-sentence.ts'
import { describeWord, SEEN_OFFSETS, type WordFacts } from '#electron/extraction/names/features-word.ts'
import type { LabelledSentence } from './corpus.ts'

/** A sentence as numbers. Token i's features are `features` from `bounds[i]` to `bounds[i + 1]`. */
export interface Example {
  /** Keys of features, or their indexes once `indexFeatures` was there. */
  features: Uint32Array
  readonly bounds: Uint32Array
  readonly forms: Uint8Array
  readonly allowed: Uint16Array
  readonly weight: number
}

/** Turns the sentences of one document into examples. `words` keeps what was worked out of a word. */
export function toExamples(
  sentences: readonly LabelledSentence[],
  lexicon: Lexicon,
  words: Map<string, WordFacts>,
  weight: number,
): Example[] {
  const worded = sentences.map(({ tokens }) => tokens.map((token) => factsOf(token.text, lexicon, words)))
  const document = describeDocument(worded)
  const buffer = new FeatureBuffer()
  return sentences.map(({ allowed }, index) => {
    const sentence = worded[index] ?? []
    const facts = describeSentence(sentence, lexicon)
    const bounds = new Uint32Array(sentence.length + 1)
    buffer.length = 0
    for (let i = 0; i < sentence.length; i++) {
      for (const [distance, offset] of SEEN_OFFSETS.entries()) {
        for (const key of sentence[i + offset]?.seenFrom[distance] ?? []) buffer.add(key)
      }
      addContext(buffer, facts, i, document)
      bounds[i + 1] = buffer.length
    }
    const forms = Uint8Array.from(sentence, (word) => word.form)
    return { features: buffer.keys.slice(0, buffer.length), bounds, forms, allowed, weight }
  })
}

function factsOf(text: string, lexicon: Lexicon, words: Map<string, WordFacts>): WordFacts {
  const known = words.get(text)
  if (known !== undefined) return known
  const facts = describeWord(text, lexicon)
  words.set(text, facts)
  return facts
}
