import type { Token } from '../tokenize.ts'
import { FeatureBuffer } from './features-context.ts'
import { type DocumentFacts, describeDocument } from './features-document.ts'
import { beginLabel, isInside, type NameType, typeOfLabel } from './model-labels.ts'
import type { NameModel } from './model-load.ts'
import { calibrate } from './tagger-calibration.ts'
import { bestLabels } from './tagger-decode.ts'
import { lendEvidence, type ScoredSentence } from './tagger-evidence.ts'
import { computeMarginals, nameProbability } from './tagger-marginals.ts'
import { scoreSentence, wordFacts } from './tagger-scores.ts'

/** A name as the model sees it. Tokens `first` to `last` (excluded); offsets are UTF-16 code units of the text. */
export interface TaggedName {
  readonly start: number
  readonly end: number
  readonly first: number
  readonly last: number
  readonly type: NameType
  /** 0..1: how likely range and type are both right. */
  readonly confidence: number
}

/** Tokens `first` to `last` (excluded) of the document. */
export interface TokenRange {
  readonly first: number
  readonly last: number
}

const MOST_WORDS_KEPT = 20_000
/** Work on a row without any end stays linear, and so does its memory. */
const LONGEST_SENTENCE = 2_000

/** Finds the names of a document, by start; they do not overlap. Linear in the number of tokens. */
export function tagNames(model: NameModel, tokens: readonly Token[], sentences: readonly TokenRange[]): TaggedName[] {
  if (model.words.size > MOST_WORDS_KEPT) model.words.clear()
  const ranges = sentences.flatMap(splitRange)
  const worded = ranges.map(({ first, last }) => tokens.slice(first, last).map(({ text }) => wordFacts(model, text)))
  const document = describeDocument(worded)
  const buffer = new FeatureBuffer()
  const scored = worded.map((words) => read(model, words, document, buffer))
  lendEvidence(scored, document)
  return ranges.flatMap(({ first }, index) => {
    const sentence = scored[index]
    return sentence === undefined ? [] : namesOf(model, sentence, tokens, first)
  })
}

function splitRange({ first, last }: TokenRange): TokenRange[] {
  const ranges: TokenRange[] = []
  for (let at = first; at < last; at += LONGEST_SENTENCE) {
    ranges.push({ first: at, last: Math.min(last, at + LONGEST_SENTENCE) })
  }
  return ranges
}

function read(
  model: NameModel,
  words: ScoredSentence['words'],
  document: DocumentFacts,
  buffer: FeatureBuffer,
): ScoredSentence {
  const scores = scoreSentence(model, words, document, buffer)
  const forms = new Uint8Array(words.length)
  for (let at = 0; at < words.length; at++) forms[at] = words[at]?.form ?? 0
  return { words, forms, scores, likely: computeMarginals(scores, forms, model.factors).labels }
}

function namesOf(
  model: NameModel,
  { scores, forms }: ScoredSentence,
  tokens: readonly Token[],
  offset: number,
): TaggedName[] {
  const labels = bestLabels(scores, forms, model.transitions)
  if (labels.every((label) => label === 0)) return []
  const marginals = computeMarginals(scores, forms, model.factors)
  const names: TaggedName[] = []
  for (let at = 0, end = 1; at < labels.length; at = end++) {
    const type = typeOfLabel(labels[at] as number)
    if (type === null) continue
    while (end < labels.length && isInside(labels[end] as number)) end++
    const [first, last] = [tokens[offset + at], tokens[offset + end - 1]]
    if (first === undefined || last === undefined) continue
    const likely = nameProbability(marginals, at, end, beginLabel(type), forms, model.factors)
    const confidence = calibrate(model.calibration, likely)
    names.push({ start: first.start, end: last.end, first: offset + at, last: offset + end, type, confidence })
  }
  return names
}
