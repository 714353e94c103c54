import { MapLexicon } from '#electron/extraction/names/features-lexicon.ts'
import type { ModelParts } from '#electron/extraction/names/model-format.ts'
import { buildNameModel, type NameModel } from '#electron/extraction/names/model-load.ts'
import { type TaggedName, tagNames } from '#electron/extraction/names/tagger.ts'
import { splitSentences } from '#electron/extraction/sentences.ts'
import { tokenize } from '#electron/extraction/tokenize.ts'
import type { GoldDocument, GoldName } from '../../../../../scripts/train/corpus.ts'
import { labelDocument } from '../../../../../scripts/train/corpus.ts'
import { trainCrf } from '../../../../../scripts/train/crf.ts'
import { toExamples } from '../../../../../scripts/train/dataset.ts'
import { indexFeatures } from '../../../../../scripts/train/feature-index.ts'
import { quantise } from '../../../../../scripts/train/model-build.ts'

/** Names in brackets with their type: "[Ana Ruiz|PER] spoke". */
const LESSONS = [
  'Mayor [Ana Ruiz|PER] spoke in [Lisbon|LOC] on Monday. [Ruiz|PER] praised the [Harbour Union|ORG].',
  'Mr [Tom Baker|PER] lives in [Oslo|LOC] and works for the [Northern Bank|ORG].',
  'The [Ministry of Trade|ORG] sent Mr [Karim Haddad|PER] to [Cairo|LOC] in March.',
  'Workers of the [Harbour Union|ORG] met Mayor [Lena Berg|PER] in [Hamburg|LOC].',
  'Mrs [Mary Stone|PER] said the [Northern Bank|ORG] had left [Dublin|LOC].',
  'In [Madrid|LOC] the [Ministry of Health|ORG] answered Mr [Omar Said|PER].',
  '[Polish|MISC:NORP] farmers wrote to the [Ministry of Trade|ORG]. Nothing else happened in the valley.',
  'It rained in [Vienna|LOC]. Mayor [Paul Stern|PER] said little about the harbour or the bank.',
  'The [Teachers Union|ORG] praised [Danish|MISC:NORP] schools. Mr [Ivan Petrov|PER] lives in [Sofia|LOC].',
  'Workers of the [Harbour Union|ORG] (ten of them) spoke in [Porto|LOC], and the harbour (an old one) was late.',
  'Mayor [Ada Lund|PER] lives in [Malmö|LOC], “not far from [Lund|LOC],” Mrs [Ida Moe|PER] said.',
  'Mrs [Ruth Kay|PER] and Mr [Ali Reza|PER] met in [Ankara|LOC] before the [Ministry of Health|ORG] spoke.',
]

/** A document from text with its names in brackets. */
export function goldDocument(marked: string, id = 'lesson'): GoldDocument {
  const names: GoldName[] = []
  let text = ''
  let from = 0
  for (const match of marked.matchAll(/\[([^|\]]+)\|(\w+)(?::(\w+))?\]/g)) {
    text += marked.slice(from, match.index)
    const [whole, surface = '', type, sub] = match
    const name = { start: text.length, end: text.length + surface.length, type: type as GoldName['type'] }
    names.push(sub === undefined ? name : { ...name, sub })
    text += surface
    from = match.index + whole.length
  }
  return { id, source: 'own words', text: text + marked.slice(from), names }
}

/** A model that learned nothing but a few sentences written for the tests. */
export function trainTinyModel(seed = 1): ModelParts {
  const lexicon = new MapLexicon(new Map(), new Map())
  const words = new Map()
  const rules = { hasMisc: true, hasNorp: true }
  const examples = LESSONS.flatMap((lesson) =>
    toExamples(labelDocument(goldDocument(lesson), rules), lexicon, words, 1),
  )
  const keys = indexFeatures(examples)
  const options = { seed, epochs: 12, rate: 0.1, decay: 1e-4, dropout: 0.2, report: () => {} }
  const learned = quantise(keys, trainCrf(examples, keys.length, options), 100_000, 0.01)
  return { ...learned, clusters: new Map(), lists: new Map(), calibration: new Float32Array(0) }
}

/** A loaded tiny model. */
export function tinyModel(): NameModel {
  return buildNameModel(trainTinyModel())
}

/** The names of a text. */
export function tagText(model: NameModel, text: string): TaggedName[] {
  const tokens = tokenize(text)
  return tagNames(model, tokens, splitSentences(text, tokens, []))
}
