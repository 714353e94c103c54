import { addContext, type FeatureBuffer } from './features-context.ts'
import type { DocumentFacts } from './features-document.ts'
import { describeSentence } from './features-sentence.ts'
import { describeWord, SEEN_OFFSETS, type WordFacts } from './features-word.ts'
import { LABEL_COUNT as L } from './model-labels.ts'
import type { NameModel } from './model-load.ts'

/** What the model knows of a word, worked out once for each distinct one while the model is loaded. */
export function wordFacts(model: NameModel, text: string): WordFacts {
  const known = model.words.get(text)
  if (known !== undefined) return known
  const facts = describeWord(text, model.lexicon)
  const scores = new Int32Array(facts.seenFrom.length * L)
  for (const [distance, keys] of facts.seenFrom.entries()) {
    for (const key of keys) addWeights(model, key, scores, distance * L)
  }
  // The keys are not needed again, and there are many words.
  const kept = { ...facts, seenFrom: [], scores }
  model.words.set(text, kept)
  return kept
}

/** The score of each label of each token, L a token. `buffer` is only there to be used again. */
export function scoreSentence(
  model: NameModel,
  words: readonly WordFacts[],
  document: DocumentFacts,
  buffer: FeatureBuffer,
): Float32Array {
  const facts = describeSentence(words, model.lexicon)
  const sums = new Int32Array(words.length * L)
  for (let i = 0; i < words.length; i++) {
    addSeen(words, i, sums)
    buffer.length = 0
    addContext(buffer, facts, i, document)
    for (let at = 0; at < buffer.length; at++) addWeights(model, buffer.keys[at] as number, sums, i * L)
  }
  // A loop: `Float32Array.from` takes ten times as long.
  const scores = new Float32Array(sums.length)
  for (let at = 0; at < sums.length; at++) scores[at] = (sums[at] as number) * model.scale
  return scores
}

function addSeen(words: readonly WordFacts[], i: number, sums: Int32Array): void {
  for (let distance = 0; distance < SEEN_OFFSETS.length; distance++) {
    const seen = words[i + (SEEN_OFFSETS[distance] as number)]?.scores
    if (!seen) continue
    for (let label = 0; label < L; label++) {
      sums[i * L + label] = (sums[i * L + label] as number) + (seen[distance * L + label] as number)
    }
  }
}

function addWeights(model: NameModel, key: number, sums: Int32Array, base: number): void {
  const row = model.table.rowOf(key)
  if (row < 0) return
  const { weights } = model
  const from = row * L
  for (let label = 0; label < L; label++) {
    sums[base + label] = (sums[base + label] as number) + (weights[from + label] as number)
  }
}
