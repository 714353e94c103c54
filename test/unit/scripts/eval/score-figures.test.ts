import { describe, expect, it } from 'vitest'
import { tallyFigures } from '../../../../scripts/eval/score-figures.ts'
import { figure } from './found.ts'

describe('tallyFigures', () => {
  it('wants the range to overlap and both bounds to be the same', () => {
    const gold = [
      figure(0, 5, { low: 3, high: 3 }),
      figure(10, 15, { low: 4, high: null }),
      figure(20, 25, { low: 5, high: 5 }),
    ]
    const found = [
      figure(2, 5, { low: 3, high: 3 }),
      figure(10, 15, { low: 4, high: 4 }),
      figure(30, 35, { low: 5, high: 5 }),
    ]
    expect(tallyFigures(found, gold).value).toEqual({ right: 1, found: 3, gold: 3 })
  })

  it('takes a rounded fraction for the same value', () => {
    const gold = [figure(0, 5, { low: 0.6667, high: 0.6667 })]
    expect(tallyFigures([figure(0, 5, { low: 0.667, high: 0.667 })], gold).value.right).toBe(1)
  })

  it('counts half of the content words of what is measured, and all of them apart', () => {
    const value = { low: 3, high: 3 }
    const gold = ['people killed', 'polling stations', 'votes'].map((measures, at) =>
      figure(at * 10, at * 10 + 1, { ...value, measures }),
    )
    const found = ['people', 'a polling station', 'seats'].map((measures, at) =>
      figure(at * 10, at * 10 + 1, { ...value, measures }),
    )
    const { measured, measuredExactly } = tallyFigures(found, gold)
    expect([measured.right, measuredExactly.right]).toEqual([2, 1])
  })

  it('asks for the source only of figures whose value is right', () => {
    const gold = [
      figure(0, 5, { low: 3, high: 3, saidBy: 'John Kerry' }),
      figure(10, 15, { low: 4, high: 4, saidBy: 'CIA' }),
    ]
    const found = [
      figure(0, 5, { low: 3, high: 3, saidBy: 'Kerry' }),
      figure(10, 15, { low: 9, high: 9, saidBy: 'CIA' }),
    ]
    expect(tallyFigures(found, gold).saidBy).toEqual({ right: 1, found: 1, gold: 1 })
  })
})
