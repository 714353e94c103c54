import type { MapLexicon } from '#electron/extraction/names/features-lexicon.ts'
import type { WordFacts } from '#electron/extraction/names/features-word.ts'
import type { ModelParts } from '#electron/extraction/names/model-format.ts'
import { type LabelledSentence, labelDocument, readDocuments } from './corpus.ts'
import { averageWeights, trainCrf } from './crf.ts'
import { type Example, toExamples } from './dataset.ts'
import { indexFeatures } from './feature-index.ts'
import { quantise } from './model-build.ts'
import type { Source } from './sources.ts'

/** What a training run depends on besides its data. */
export interface RecipeOptions {
  readonly data: string
  /** One model is learned for each seed; their weights are averaged. */
  readonly seeds: readonly number[]
  readonly epochs: number
  readonly rate: number
  readonly decay: number
  readonly dropout: number
  /** At most this many features are kept, the heaviest. */
  readonly mostFeatures: number
  /** Weights smaller than this are dropped. */
  readonly leastWeight: number
  readonly report: (line: string) => void
}

/** Settings of the shipped model, by trial: see docs/extraction.md. */
export const RECIPE = {
  seeds: [1, 2, 3, 4],
  epochs: 5,
  rate: 0.07,
  decay: 2e-4,
  dropout: 0.5,
  mostFeatures: 520_000,
  leastWeight: 0.03,
}

/** Learns a model from `sources`, without its calibration. The same data and options give the same parts. */
export function trainModel(sources: readonly Source[], lexicon: MapLexicon, options: RecipeOptions): ModelParts {
  const examples = readExamples(sources, lexicon, options.data)
  const keys = indexFeatures(examples)
  options.report(`${examples.length} sentences, ${keys.length} features`)
  const runs = options.seeds.map((seed) => {
    const report = (line: string) => options.report(`seed ${seed}, ${line}`)
    return trainCrf(examples, keys.length, { ...options, seed, report })
  })
  const learned = quantise(keys, averageWeights(runs), options.mostFeatures, options.leastWeight)
  return { ...learned, clusters: lexicon.clusters, lists: lexicon.lists, calibration: new Float32Array(0) }
}

/** How much a sentence counts when it is learned again in small letters. */
const LOWERED_WEIGHT = 0.5

/** A tenth of the sentences in small letters; `seed` varies which. */
function lowerSome(sentences: readonly LabelledSentence[], seed: number): LabelledSentence[] {
  return sentences
    .filter((_, index) => (index * 9 + seed) % 10 === 0)
    .map(({ tokens, allowed }) => ({
      tokens: tokens.map((token) => ({ ...token, text: token.text.toLowerCase() })),
      allowed,
    }))
}

function readExamples(sources: readonly Source[], lexicon: MapLexicon, data: string): Example[] {
  const words = new Map<string, WordFacts>()
  return sources.flatMap((source) =>
    readDocuments(data, source.name).flatMap((document) => {
      const sentences = labelDocument(document, source).filter((sentence) => sentence.tokens.length > 0)
      const examples = toExamples(sentences, lexicon, words, source.weight)
      const lowered = source.isLowered === true ? lowerSome(sentences, document.text.length) : []
      // Each alone: what a document says in capitals elsewhere would give the small letters away.
      return [
        ...examples,
        ...lowered.flatMap((one) => toExamples([one], lexicon, words, source.weight * LOWERED_WEIGHT)),
      ]
    }),
  )
}
