import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { indexFeatures } from '../../../../scripts/train/feature-index.ts'

describe('indexFeatures', () => {
  it('replaces keys by indexes from which the keys can be had back', () => {
    const sentence = fc.array(fc.integer({ min: 0, max: 0xffffffff }), { maxLength: 50 })
    fc.assert(
      fc.property(fc.array(sentence, { maxLength: 8 }), (sentences) => {
        const examples = sentences.map((keys) => ({
          features: Uint32Array.from(keys),
          bounds: Uint32Array.of(0, keys.length),
          forms: Uint8Array.of(0),
          allowed: Uint16Array.of(1),
          weight: 1,
        }))
        const keys = indexFeatures(examples)
        expect(examples.map(({ features }) => [...features].map((index) => keys[index]))).toEqual(sentences)
        expect(new Set(keys).size).toBe(keys.length)
      }),
      { numRuns: 15 },
    )
  })
})
