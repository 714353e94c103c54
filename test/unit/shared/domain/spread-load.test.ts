import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { balanceLoad, seededChance, spreadByChance, spreadRange } from '#shared/domain/spread-load.ts'
import { dateToDay, weekdayOf } from '#shared/domain/study-days.ts'

const everyDay = [1, 1, 1, 1, 1, 1, 1]
const monday = dateToDay('2026-11-23')
const options = { today: monday, maximumIntervalDays: 36_500, easyDays: everyDay }

describe('spreadRange', () => {
  it('holds the ideal interval and keeps within the bounds of the fuzz, the floor and the longest interval', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40_000 }),
        fc.nat(2000),
        fc.integer({ min: 1, max: 500 }),
        fc.integer({ min: 1, max: 36_500 }),
        (ideal, elapsed, atLeast, longest) => {
          const { from, to } = spreadRange(ideal, elapsed, atLeast, longest)
          expect(from).toBeGreaterThanOrEqual(Math.min(atLeast, longest))
          expect(to).toBeLessThanOrEqual(longest)
          expect(from).toBeLessThanOrEqual(to)
          // Source of the widths: 15 % from 2.5 to 7 days, 10 % to 20, 5 % beyond, and one day.
          if (ideal <= longest && ideal >= atLeast)
            expect(to - ideal).toBeLessThanOrEqual(1.5 + 0.675 + 1.3 + 0.05 * ideal)
        },
      ),
    )
  })
})

describe('balanceLoad', () => {
  it('leaves intervals as they are while days are light', () => {
    const spread = balanceLoad(options, () => 9)
    for (const days of [1, 2, 5, 30, 400]) expect(spread(days, 0, 1)).toBe(days)
  })

  it('goes to the quietest day of the range, nearest first', () => {
    const loads = new Map([
      [monday + 28, 20],
      [monday + 29, 15],
      [monday + 30, 60],
      [monday + 31, 15],
    ])
    expect(balanceLoad(options, (day) => loads.get(day) ?? 90)(30, 10, 1)).toBe(29)
  })

  it('keeps off days that are to be free, where it can', () => {
    const noSundays = { ...options, easyDays: [1, 1, 1, 1, 1, 1, 0] }
    for (let ideal = 4; ideal < 60; ideal++) {
      const days = balanceLoad(noSundays, () => 0)(ideal, 0, 1)
      expect(weekdayOf(monday + days)).not.toBe(6)
    }
  })

  it('never gives a better grade the shorter wait', () => {
    const loads = (day: number) => (day * 7919) % 97
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 900 }), fc.nat(300), (ideal, elapsed) => {
        const hard = balanceLoad(options, loads)(ideal, elapsed, 1)
        expect(balanceLoad(options, loads)(ideal + 1, elapsed, hard + 1)).toBeGreaterThan(hard)
      }),
    )
  })
})

describe('spreadByChance', () => {
  it('stays within the range and comes out the same for the same card', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3000 }), fc.string(), (ideal, seed) => {
        const days = () => spreadByChance(options, seededChance(seed))(ideal, 0, 1)
        const { from, to } = spreadRange(ideal, 0, 1, options.maximumIntervalDays)
        expect(days()).toBe(days())
        expect(days()).toBeGreaterThanOrEqual(from)
        expect(days()).toBeLessThanOrEqual(to)
      }),
    )
  })
})
