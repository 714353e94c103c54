import { describe, expect, it } from 'vitest'
import { dayToDayVariation, simulateLearner } from '#test/support/learner.ts'

describe('a learner over a year', () => {
  it('has reviews that vary at least 30 % less from day to day with the load balanced, and remembers as much', () => {
    const year = (spread: 'exact' | 'balance') => {
      const days = simulateLearner({ days: 365, newPerDay: 10, spread }).days.slice(60)
      const sum = (key: 'reviews' | 'recalled') => days.reduce((total, day) => total + day[key], 0)
      return {
        variation: dayToDayVariation(days.map((day) => day.reviews)),
        retention: sum('recalled') / sum('reviews'),
      }
    }
    const [exact, balanced] = [year('exact'), year('balance')]
    expect(balanced.variation / exact.variation).toBeLessThan(0.7)
    expect(Math.abs(balanced.retention - exact.retention)).toBeLessThan(0.01)
  })
})
