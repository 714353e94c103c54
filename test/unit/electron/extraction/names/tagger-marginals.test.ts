import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FORM_COUNT } from '#electron/extraction/names/features-word.ts'
import {
  beginLabel,
  canFollow,
  insideLabel,
  isInside,
  LABEL_COUNT as L,
} from '#electron/extraction/names/model-labels.ts'
import { bestLabels } from '#electron/extraction/names/tagger-decode.ts'
import { computeMarginals, expTransitions, nameProbability } from '#electron/extraction/names/tagger-marginals.ts'

const SIZE = 3
const forms = Uint8Array.of(0, 1, 0)
const numbers = (length: number) =>
  fc
    .array(fc.integer({ min: -20, max: 20 }), { minLength: length, maxLength: length })
    .map((values) => Float32Array.from(values, (value) => value / 10))
const chains = fc.record({ scores: numbers(SIZE * L), transitions: numbers(FORM_COUNT * L * L) })

/** Every sequence of labels that may be, with its score. */
function allSequences(scores: Float32Array, transitions: Float32Array): { labels: number[]; score: number }[] {
  let sequences: { labels: number[]; score: number }[] = [{ labels: [], score: 0 }]
  for (let i = 0; i < SIZE; i++) {
    sequences = sequences.flatMap(({ labels, score }) =>
      Array.from({ length: L }, (_, label) => label).flatMap((label) => {
        const before = labels.at(-1)
        if (before === undefined ? isInside(label) : !canFollow(before, label)) return []
        const step = before === undefined ? 0 : (transitions[(forms[i] ?? 0) * L * L + before * L + label] ?? 0)
        return [{ labels: [...labels, label], score: score + step + (scores[i * L + label] ?? 0) }]
      }),
    )
  }
  return sequences
}

describe('bestLabels', () => {
  it('gives the sequence with the highest score of all', () => {
    fc.assert(
      fc.property(chains, ({ scores, transitions }) => {
        const sequences = allSequences(scores, transitions)
        const best = Math.max(...sequences.map(({ score }) => score))
        const labels = [...bestLabels(scores, forms, transitions)]
        const chosen = sequences.find((sequence) => sequence.labels.join() === labels.join())
        expect(chosen?.score).toBeCloseTo(best, 4)
      }),
      { numRuns: 30 },
    )
  })
})

describe('nameProbability', () => {
  it('is the share of all sequences that hold exactly that name', () => {
    fc.assert(
      fc.property(
        chains,
        fc.constantFrom([0, 1], [0, 2], [1, 2], [1, 3], [0, 3]),
        ({ scores, transitions }, [first = 0, last = 0]) => {
          const [begin, inside] = [beginLabel('ORG'), insideLabel('ORG')]
          let [hold, all] = [0, 0]
          for (const { labels, score } of allSequences(scores, transitions)) {
            all += Math.exp(score)
            const here = labels.slice(first, last)
            if (here.every((label, at) => label === (at === 0 ? begin : inside)) && labels[last] !== inside)
              hold += Math.exp(score)
          }
          const factors = expTransitions(transitions)
          const marginals = computeMarginals(scores, forms, factors)
          expect(nameProbability(marginals, first, last, begin, forms, factors)).toBeCloseTo(hold / all, 5)
        },
      ),
      { numRuns: 30 },
    )
  })
})
