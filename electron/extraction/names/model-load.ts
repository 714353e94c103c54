import { type Lexicon, MapLexicon } from './features-lexicon.ts'
import type { WordFacts } from './features-word.ts'
import { FeatureTable } from './model-feature-table.ts'
import { decodeNameModel, type ModelParts } from './model-format.ts'
import { expTransitions } from './tagger-marginals.ts'

/** A model ready to tag with. Share it between documents of one thread: it caches what it knows of words. */
export interface NameModel {
  readonly table: FeatureTable
  readonly weights: Int8Array
  readonly scale: number
  readonly transitions: Float32Array
  readonly calibration: Float32Array
  readonly factors: Float64Array
  readonly lexicon: Lexicon
  readonly words: Map<string, WordFacts>
}

/** Reads a model from the bytes of its file. Throws as `decodeNameModel` does. */
export function loadNameModel(bytes: Uint8Array): NameModel {
  return buildNameModel(decodeNameModel(bytes))
}

/** Makes a model of its parts, as the trainer has them. */
export function buildNameModel(parts: ModelParts): NameModel {
  const { clusters, lists } = parts
  const lexicon = new MapLexicon(clusters, lists)
  const { keys, weights, scale, transitions, calibration } = parts
  const table = new FeatureTable(keys)
  return {
    factors: expTransitions(transitions),
    table,
    weights,
    scale,
    transitions,
    calibration,
    lexicon,
    words: new Map(),
  }
}
