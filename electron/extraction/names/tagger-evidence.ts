import type { DocumentFacts } from './features-document.ts'
import type { WordFacts } from './features-word.ts'
import { LABEL_COUNT as L, NAME_TYPES } from './model-labels.ts'

/** A sentence with the scores of its labels and what they make likely. */
export interface ScoredSentence {
  readonly words: readonly WordFacts[]
  readonly forms: Uint8Array
  readonly scores: Float32Array
  /** See `Marginals.labels`. */
  readonly likely: Float64Array
}

/** How much other places of a word, and of the whole row it stands in, weigh. Found by trial on unseen sources. */
const WORD_WEIGHT = 0.6
const ROW_WEIGHT = 0.6
/** How much the long form of an acronym weighs, found by its initials or spelled out in brackets. */
const LONG_FORM_WEIGHT = 0.6
const DEFINITION_WEIGHT = 2.5
/** What counts as no evidence at all; keeps one odd mention from forbidding a label. */
const FLOOR = 0.02
const TYPES = 1 + NAME_TYPES.length

interface Sum {
  count: number
  readonly types: Float64Array
}

/**
 * Lets what one mention makes clear count for the others: adds to the scores of each capitalised word the mean, over
 * its other places in the document, of how likely each type is. Sentences must be of one document.
 */
export function lendEvidence(sentences: readonly ScoredSentence[], document: DocumentFacts): void {
  const sums = new Map<string, Sum>()
  for (const { words, likely } of sentences) {
    for (const [index, word] of words.entries()) {
      if (!lends(word)) continue
      add(sums, word.text, likely, index)
      add(sums, rowKey(words, index), likely, index)
    }
  }
  for (const { words, likely, scores } of sentences) {
    for (const [index, word] of words.entries()) {
      if (!lends(word)) continue
      lend(sums.get(rowKey(words, index)), likely, scores, index, ROW_WEIGHT)
      lend(sums.get(word.text), likely, scores, index, WORD_WEIGHT)
      if (word.isAcronym) lendFromLongForm(word.text, sums, document, scores, index)
    }
  }
}

const lends = (word: WordFacts | undefined) => word?.isCapital === true && word.text.length > 1
/** Rows are cut here, so that a text all in capitals takes no longer. */
const ROW_REACH = 6

/** The row of capitalised words around the word, with its place in it. No word alone is such a key. */
function rowKey(words: readonly WordFacts[], index: number): string {
  let start = index
  while (start > 0 && index - start < ROW_REACH && words[start - 1]?.isCapital === true) start--
  let end = index + 1
  while (end - index < ROW_REACH && words[end]?.isCapital === true) end++
  let key = `${index - start}`
  for (let at = start; at < end; at++) key += ` ${words[at]?.text}`
  return key
}

/** An acronym is what its long form is. */
function lendFromLongForm(
  acronym: string,
  sums: ReadonlyMap<string, Sum>,
  document: DocumentFacts,
  scores: Float32Array,
  index: number,
): void {
  const definition = document.definitions.get(acronym)
  const run = definition ?? document.longForms.get(acronym)
  const sum = sums.get(run?.words.at(-1)?.text ?? '')
  if (sum === undefined) return
  const weight = definition === undefined ? LONG_FORM_WEIGHT : DEFINITION_WEIGHT
  for (let label = 0; label < L; label++) {
    const mean = (sum.types[(label + 1) >> 1] as number) / sum.count
    scores[index * L + label] = (scores[index * L + label] as number) + weight * Math.log(mean + FLOOR)
  }
}

function add(sums: Map<string, Sum>, key: string, likely: Float64Array, index: number): void {
  let sum = sums.get(key)
  if (sum === undefined) {
    sum = { count: 0, types: new Float64Array(TYPES) }
    sums.set(key, sum)
  }
  sum.count++
  for (let label = 0; label < L; label++) {
    const type = (label + 1) >> 1
    sum.types[type] = (sum.types[type] as number) + (likely[index * L + label] as number)
  }
}

function lend(sum: Sum | undefined, likely: Float64Array, scores: Float32Array, index: number, weight: number): void {
  if (sum === undefined || sum.count < 2) return
  const own = index * L
  for (let type = 0; type < TYPES; type++) {
    const first = type === 0 ? 0 : 2 * type - 1
    const last = type === 0 ? 1 : first + 2
    let elsewhere = sum.types[type] as number
    for (let label = first; label < last; label++) elsewhere -= likely[own + label] as number
    const bonus = weight * Math.log(Math.max(0, elsewhere) / (sum.count - 1) + FLOOR)
    for (let label = first; label < last; label++) scores[own + label] = (scores[own + label] as number) + bonus
  }
}
