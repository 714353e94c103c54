import { describe, expect, it } from 'vitest'
import { describeDocument } from '#electron/extraction/names/features-document.ts'
import { MapLexicon } from '#electron/extraction/names/features-lexicon.ts'
import { describeWord, FORM_COUNT } from '#electron/extraction/names/features-word.ts'
import { beginLabel, LABEL_COUNT as L, typeOfLabel } from '#electron/extraction/names/model-labels.ts'
import { lendEvidence, type ScoredSentence } from '#electron/extraction/names/tagger-evidence.ts'
import { computeMarginals, expTransitions } from '#electron/extraction/names/tagger-marginals.ts'

const lexicon = new MapLexicon(new Map(), new Map())
const factors = expTransitions(new Float32Array(FORM_COUNT * L * L))

/** A sentence whose words score as given: label and score. */
function sentence(text: string, given: Record<number, [number, number]>): ScoredSentence {
  const words = text.split(' ').map((word) => describeWord(word, lexicon))
  const scores = new Float32Array(words.length * L)
  for (const [index, [label, score]] of Object.entries(given)) scores[Number(index) * L + label] = score
  const forms = Uint8Array.from(words, (word) => word.form)
  return { words, forms, scores, likely: computeMarginals(scores, forms, factors).labels }
}

/** The type of the label with the highest score of a token, after the sentences lent each other evidence. */
function typesAfter(sentences: ScoredSentence[], places: [number, number][]): (string | null)[] {
  lendEvidence(sentences, describeDocument(sentences.map(({ words }) => words)))
  return places.map(([index, token]) => {
    const scores = sentences[index]?.scores.subarray(token * L, (token + 1) * L) ?? new Float32Array(L)
    return typeOfLabel(scores.indexOf(Math.max(...scores)))
  })
}

describe('lendEvidence', () => {
  it('lets a clear mention settle an unclear one', () => {
    const clear = sentence('Mr Kvist spoke', { 1: [beginLabel('PER'), 6] })
    const unclear = sentence('then Kvist left', { 1: [0, 0.5] })
    expect(
      typesAfter(
        [clear, unclear],
        [
          [0, 1],
          [1, 1],
        ],
      ),
    ).toEqual(['PER', 'PER'])
  })

  it('leaves a clear mention as it is, whatever the others are', () => {
    const place = sentence('in Jordan now', { 1: [beginLabel('LOC'), 9] })
    const person = sentence('Mr Jordan spoke', { 1: [beginLabel('PER'), 9] })
    expect(
      typesAfter(
        [place, person],
        [
          [0, 1],
          [1, 1],
        ],
      ),
    ).toEqual(['LOC', 'PER'])
  })

  it('does not touch words in small letters, nor names that stand once', () => {
    const first = sentence('Mr Kvist spoke', { 1: [beginLabel('PER'), 6] })
    const second = sentence('they spoke', { 1: [beginLabel('ORG'), 1] })
    const before = [first, second].map(({ scores }) => scores.slice())
    lendEvidence([first, second], describeDocument([first.words, second.words]))
    expect([first.scores, second.scores]).toEqual(before)
  })

  it('takes an acronym for what its long form is', () => {
    const long = sentence('the Harbour Union ( HU )', {
      1: [beginLabel('ORG'), 8],
      2: [beginLabel('ORG') + 1, 8],
    })
    const short = sentence('then HU left', { 1: [0, 2] })
    expect(
      typesAfter(
        [long, short],
        [
          [0, 4],
          [1, 1],
        ],
      ),
    ).toEqual(['ORG', 'ORG'])
  })
})
