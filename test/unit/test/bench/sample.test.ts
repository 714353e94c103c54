import { describe, expect, it } from 'vitest'
import { formatTable, measure, summarize } from '#test/bench/sample.ts'

describe('summarize', () => {
  it('gives middle, 95th percentile and worst, whatever the order', () => {
    const timesMs = Array.from({ length: 100 }, (_, index) => 100 - index)
    expect(summarize({ name: 'x', timesMs, budgetMs: 20 })).toEqual({
      name: 'x',
      runs: 100,
      p50Ms: 50,
      p95Ms: 95,
      maxMs: 100,
      budgetMs: 20,
    })
  })
})

describe('measure', () => {
  it('leaves warm-ups out and takes the time that the work gives', async () => {
    const sample = await measure({ name: 'x', runs: 3, warmUps: 2 }, async (run) => run)
    expect(sample).toEqual({ name: 'x', timesMs: [2, 3, 4], budgetMs: null })
  })
})

describe('formatTable', () => {
  it('lines numbers up to the right', () => {
    const row = { runs: 3, p50Ms: 1, p95Ms: 2.5, maxMs: 1000, budgetMs: null }
    const [head, first, second] = formatTable([
      { ...row, name: 'a long name' },
      { ...row, name: 'b', budgetMs: 20 },
    ]).split('\n')
    expect(new Set([head?.length, first?.length, second?.length]).size).toBe(1)
    expect(second).toMatch(/^b +3 +1 +2\.5 +1000 +20$/)
  })
})
