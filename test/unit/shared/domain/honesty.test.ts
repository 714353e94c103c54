import { describe, expect, it } from 'vitest'
import { bandOf, confidenceBands, wilsonInterval } from '#shared/domain/honesty.ts'

describe('wilsonInterval', () => {
  it('agrees with the published intervals', () => {
    // Newcombe (1998), Statistics in Medicine 17, table I, method 3.
    const published = [
      [81, 263, 0.2553, 0.3662],
      [15, 148, 0.0624, 0.1605],
      [0, 20, 0, 0.1611],
      [1, 29, 0.0061, 0.1718],
    ] as const
    for (const [hits, trials, low, high] of published) {
      const interval = wilsonInterval(hits, trials)
      expect(interval?.low).toBeCloseTo(low, 4)
      expect(interval?.high).toBeCloseTo(high, 4)
    }
  })

  it('knows nothing without a trial, and never leaves 0 to 1', () => {
    expect(wilsonInterval(0, 0)).toBeNull()
    expect(wilsonInterval(5, 5)).toEqual({ share: 1, low: expect.any(Number), high: 1 })
  })
})

describe('bandOf', () => {
  it('puts every confidence into one band', () => {
    expect([0, 0.39, 0.4, 0.74, 0.75, 0.9, 1].map(bandOf)).toEqual([0, 0, 1, 2, 3, 4, 4])
    expect(confidenceBands.at(-1)?.to).toBe(1)
  })
})
