import type { CapitalRun, DocumentFacts, FullerForm } from './features-document.ts'
import { featureKey, featureKey3 } from './features-hash.ts'
import type { SentenceFacts } from './features-sentence.ts'
import type { WordFacts } from './features-word.ts'

/** Takes the features of one token that depend on more than one word. */
export class FeatureBuffer {
  keys = new Uint32Array(256)
  length = 0

  add(key: number): void {
    if (this.length === this.keys.length) {
      const larger = new Uint32Array(this.length * 2)
      larger.set(this.keys)
      this.keys = larger
    }
    this.keys[this.length++] = key
  }
}

/** Where a word outside the sentence would stand. */
const START = 0x5bd1e995
const END = 0x1b873593

/** Adds the features of token `index` that `WordFacts.seenFrom` does not hold. */
export function addContext(buffer: FeatureBuffer, facts: SentenceFacts, index: number, document: DocumentFacts): void {
  addPairs(buffer, facts, index)
  const word = facts.words[index]
  if (word === undefined) return
  if (facts.phraseLists[index] !== 0) addPhrase(buffer, facts, index)
  if (!word.isCapital) return
  addRun(buffer, facts, index)
  addDocument(buffer, facts, index, document)
}

function addPairs(buffer: FeatureBuffer, facts: SentenceFacts, i: number): void {
  const w = facts.words[i]
  if (w === undefined) return
  addWordPairs(buffer, facts, i, w)
  addClusterPairs(buffer, facts.words, i, w)
  addListPairs(buffer, facts.words, i, w)
}

function addWordPairs(buffer: FeatureBuffer, facts: SentenceFacts, i: number, w: WordFacts): void {
  const { words, isHeadline: headline, insideQuotes } = facts
  const [p2, p, n, n2] = [words[i - 2], words[i - 1], words[i + 1], words[i + 2]]
  const [pLower, nLower] = [p?.lower ?? START, n?.lower ?? END]
  const [pShape, nShape] = [p?.shape ?? START, n?.shape ?? END]
  if (p === undefined) buffer.add(featureKey(70, 0))
  if (n === undefined) buffer.add(featureKey(71, 0))
  buffer.add(featureKey(72, (i === 0 ? 1 : 0) + 2 * headline + 4 * (insideQuotes[i] ?? 0), w.shape))
  buffer.add(featureKey(73, pShape, w.shape))
  buffer.add(featureKey(74, w.shape, nShape))
  buffer.add(featureKey3(75, pShape, w.shape, nShape))
  buffer.add(featureKey(76, pLower, w.lower))
  buffer.add(featureKey(77, w.lower, nLower))
  buffer.add(featureKey(78, w.shape, pLower))
  buffer.add(featureKey(79, w.shape, nLower))
  buffer.add(featureKey(80, p2?.lower ?? START, pLower))
  buffer.add(featureKey(81, nLower, n2?.lower ?? END))
  buffer.add(featureKey3(82, pLower, w.shape, nLower))
  buffer.add(featureKey(83, p?.suffix ?? START, w.shape))
  buffer.add(featureKey(84, n?.suffix ?? END, w.shape))
  const before = featureKey3(1, p2?.shape ?? START, pShape, w.shape)
  buffer.add(featureKey3(103, before, nShape, n2?.shape ?? END))
}

function addClusterPairs(buffer: FeatureBuffer, words: readonly WordFacts[], i: number, w: WordFacts): void {
  const [p2, p, n, n2] = [words[i - 2], words[i - 1], words[i + 1], words[i + 2]]
  const [pCoarse, nCoarse] = [p?.coarse ?? 70, n?.coarse ?? 71]
  const [pFine, nFine] = [p?.fine ?? 700, n?.fine ?? 701]
  buffer.add(featureKey(85, pCoarse, w.shape))
  buffer.add(featureKey(86, nCoarse, w.shape))
  buffer.add(featureKey(87, pFine, w.shape))
  buffer.add(featureKey(88, nFine, w.shape))
  buffer.add(featureKey(89, pCoarse, w.coarse))
  buffer.add(featureKey(90, w.coarse, nCoarse))
  buffer.add(featureKey(91, p2?.coarse ?? 70, w.shape))
  buffer.add(featureKey(92, n2?.coarse ?? 71, w.shape))
  buffer.add(featureKey(93, pFine, w.fine))
  buffer.add(featureKey(94, w.fine, nFine))
  buffer.add(featureKey3(95, pCoarse, w.coarse, nCoarse))
  buffer.add(featureKey3(96, p2?.coarse ?? 70, pCoarse, w.coarse))
  buffer.add(featureKey3(97, w.coarse, nCoarse, n2?.coarse ?? 71))
  buffer.add(featureKey3(104, p?.lower ?? START, w.coarse, n?.lower ?? END))
  buffer.add(featureKey(105, p?.lower ?? START, w.coarse))
  buffer.add(featureKey(106, w.coarse, n?.lower ?? END))
}

function addListPairs(buffer: FeatureBuffer, words: readonly WordFacts[], i: number, w: WordFacts): void {
  const [pLists, nLists] = [words[i - 1]?.lists ?? 0, words[i + 1]?.lists ?? 0]
  buffer.add(featureKey(98, pLists, w.lists))
  buffer.add(featureKey(99, w.lists, nLists))
  buffer.add(featureKey3(100, pLists, w.lists, nLists))
  buffer.add(featureKey(101, pLists, w.shape))
  buffer.add(featureKey(102, nLists, w.shape))
}

function addPhrase(buffer: FeatureBuffer, { words, phraseLists, phrasePlace }: SentenceFacts, i: number): void {
  const bits = phraseLists[i] ?? 0
  const place = phrasePlace[i] ?? 0
  buffer.add(featureKey(110, bits, place))
  buffer.add(featureKey3(111, bits, place, words[i - 1]?.isCapital === true ? 1 : 0))
}

function addRun(buffer: FeatureBuffer, facts: SentenceFacts, i: number): void {
  const { words, runStart, runEnd } = facts
  const start = runStart[i] ?? 0
  const end = runEnd[i] ?? 0
  const [first, last] = [words[start], words[end - 1]]
  if (first === undefined || last === undefined) return
  const [before2, before, after, after2] = [words[start - 2], words[start - 1], words[end], words[end + 1]]
  const length = Math.min(3, end - start)
  buffer.add(featureKey(120, Math.min(4, i - start) * 8 + Math.min(5, end - start)))
  buffer.add(featureKey(121, before?.lower ?? START))
  buffer.add(featureKey(122, after?.lower ?? END))
  buffer.add(featureKey(123, last.lower))
  buffer.add(featureKey(124, first.lower))
  buffer.add(featureKey(125, last.suffix))
  buffer.add(featureKey(126, last.coarse, Math.min(4, end - i)))
  buffer.add(featureKey(127, first.coarse, Math.min(4, i - start)))
  buffer.add(featureKey(128, before?.coarse ?? 70))
  buffer.add(featureKey(129, after?.coarse ?? 71))
  buffer.add(featureKey(130, last.fine))
  buffer.add(featureKey(131, before?.fine ?? 700))
  buffer.add(featureKey(132, after?.fine ?? 701))
  buffer.add(featureKey3(133, before?.lists ?? 0, length, start === 0 ? 1 : 0))
  buffer.add(featureKey(134, last.lists))
  buffer.add(featureKey(135, first.lists, last.lists))
  buffer.add(featureKey(136, first.fine))
  buffer.add(featureKey3(137, before?.coarse ?? 70, length, after?.coarse ?? 71))
  buffer.add(featureKey(138, before?.lower ?? START, before2?.lower ?? START))
  buffer.add(featureKey(139, after?.lower ?? END, after2?.lower ?? END))
  buffer.add(featureKey(140, before2?.fine ?? 700, before?.lower ?? START))
  buffer.add(featureKey(141, after?.lower ?? END, after2?.fine ?? 701))
  buffer.add(featureKey3(142, first.coarse, last.coarse, length))
  addWideRun(buffer, facts, i)
}

/** What a row says as a whole that goes on over "of" and "and". */
function addWideRun(buffer: FeatureBuffer, facts: SentenceFacts, i: number): void {
  const start = facts.wideStart[i] ?? 0
  const end = facts.wideEnd[i] ?? 0
  const [first, last] = [facts.words[start], facts.words[end - 1]]
  if (first === undefined || last === undefined) return
  if (start === facts.runStart[i] && end === facts.runEnd[i]) return
  buffer.add(featureKey(145, first.lower, i === start ? 0 : 1))
  buffer.add(featureKey(146, last.lower, i === end - 1 ? 0 : 1))
  buffer.add(featureKey(147, first.fine))
  buffer.add(featureKey(148, last.fine))
  buffer.add(featureKey3(149, first.lists, last.lists, i === start ? 0 : 1))
  buffer.add(featureKey(150, first.coarse, last.coarse))
}

function addDocument(buffer: FeatureBuffer, facts: SentenceFacts, i: number, document: DocumentFacts): void {
  const w = facts.words[i]
  if (w === undefined) return
  const atStart = i === 0 ? 1 : 0
  if (document.lowerCase.has(w.text.toLowerCase())) buffer.add(featureKey(160, atStart))
  if (document.capitalInside.has(w.text)) buffer.add(featureKey(161, atStart))
  const fuller = document.fullest.get(w.text)
  if (fuller !== undefined && fuller.run.words.length > (facts.runEnd[i] ?? 0) - (facts.runStart[i] ?? 0)) {
    addFuller(buffer, fuller)
  } else if (fuller !== undefined) {
    buffer.add(featureKey(172, fuller.run.before?.lower ?? START))
    buffer.add(featureKey(173, fuller.run.after?.lower ?? END))
  }
  if (w.isAcronym) addLongForm(buffer, document.longForms.get(w.text))
}

function addFuller(buffer: FeatureBuffer, { run, position }: FullerForm): void {
  const [first, last, length] = [run.words[0], run.words.at(-1), run.words.length]
  if (first === undefined || last === undefined) return
  buffer.add(featureKey(162, Math.min(3, position), Math.min(4, length)))
  buffer.add(featureKey(163, last.lower))
  buffer.add(featureKey(164, first.lower))
  buffer.add(featureKey(165, first.lists, position))
  buffer.add(featureKey(166, last.lists, length - position))
  buffer.add(featureKey(167, run.before?.lists ?? 0))
  buffer.add(featureKey(168, run.before?.lower ?? START))
  buffer.add(featureKey(169, first.fine, Math.min(2, position)))
  buffer.add(featureKey(170, last.fine, Math.min(2, length - position)))
  buffer.add(featureKey(171, run.before?.fine ?? 700))
}

function addLongForm(buffer: FeatureBuffer, run: CapitalRun | undefined): void {
  buffer.add(featureKey(180, run === undefined ? 0 : 1))
  if (run === undefined) return
  const [first, last] = [run.words[0], run.words.at(-1)]
  buffer.add(featureKey(181, last?.fine ?? 0))
  buffer.add(featureKey(182, last?.lower ?? 0))
  buffer.add(featureKey(183, first?.lower ?? 0))
  buffer.add(featureKey(184, first?.lists ?? 0, last?.lists ?? 0))
}
