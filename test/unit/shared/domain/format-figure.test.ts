import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type FigureValue, figureBars, formatFigure } from '#shared/domain/format-figure.ts'

const blank: FigureValue = { surface: 'as written', low: null, high: null, hedge: null, unit: null }
const exactly = (value: number, unit: string | null = null) => ({ low: value, high: value, unit })

const cases: readonly [says: string, figure: Partial<FigureValue>, hedge: string | null, value: string][] = [
  ['a plain count', exactly(30), null, '30'],
  ['thousands', exactly(31_000), null, '31,000'],
  ['a hedged count', { ...exactly(160), hedge: 'about' }, 'about', '160'],
  ['a range', { low: 20_000, high: 31_000, hedge: 'between' }, null, '20,000–31,000'],
  ['a hedged range', { low: 20, high: 30, hedge: 'an estimated' }, 'an estimated', '20–30'],
  ['open below', { high: 40, hedge: 'up to' }, 'up to', '40'],
  ['open below without a word', { high: 40 }, 'up to', '40'],
  ['open above', { low: 40, hedge: 'more than' }, 'more than', '40'],
  ['open above without a word', { low: 40 }, 'at least', '40'],
  ['no number at all', { surface: 'dozens', hedge: 'dozens' }, null, 'dozens'],
  ['a number that is none', { ...exactly(Number.NaN), surface: 'x' }, null, 'x'],
  ['dollars', exactly(500, 'USD'), null, '$500'],
  ['pounds in a range', { low: 5, high: 7.5, unit: 'GBP' }, null, '£5–£7.5'],
  ['a currency with letters', exactly(20, 'CHF'), null, 'CHF\u00A020'],
  ['a currency that does not exist', exactly(20, 'QQQ'), null, 'QQQ\u00A020'],
  ['a debt', exactly(-3, 'USD'), null, '−$3'],
  ['millions of dollars', exactly(1_500_000, 'USD'), null, '$1.5\u00A0million'],
  ['billions', exactly(1_100_000_000), null, '1.1\u00A0billion'],
  ['trillions', exactly(2e12), null, '2\u00A0trillion'],
  ['a million with every digit known', exactly(1_234_567), null, '1,234,567'],
  ['a percentage', exactly(12.5, '%'), null, '12.5%'],
  ['a range of percentages', { low: 3, high: 4, unit: '%' }, null, '3–4%'],
  ['years', exactly(44, 'years'), null, '44\u00A0years'],
  ['one year', exactly(1, 'years'), null, '1\u00A0year'],
  ['one foot', exactly(1, 'feet'), null, '1\u00A0foot'],
  ['a symbol', exactly(1, 'km'), null, '1\u00A0km'],
  ['one to two years', { low: 1, high: 2, unit: 'years' }, null, '1–2\u00A0years'],
  ['below zero', { low: -5, high: -3, unit: '°C' }, null, '−5 to −3\u00A0°C'],
  ['a fraction', exactly(0.25), null, '0.25'],
  ['nothing', exactly(0), null, '0'],
]

describe('formatFigure', () => {
  it.each(cases)('writes %s', (_, figure, hedge, value) => {
    expect(formatFigure({ ...blank, ...figure })).toEqual({ hedge, value })
  })

  it('loses no digit of a whole number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_000_000_000 }), (number) => {
        const { value } = formatFigure({ ...blank, ...exactly(number) })
        const [digits = '', word] = value.split('\u00A0')
        const factor = word === 'billion' ? 1e9 : word === 'million' ? 1e6 : 1
        expect(Math.round(Number(digits.replaceAll(',', '')) * factor)).toBe(number)
      }),
    )
  })
})

describe('figureBars', () => {
  const row = (id: string, low: number | null, high: number | null, measures: string | null = 'fighters') => ({
    id,
    low,
    high,
    measures,
    unit: null,
  })

  it('puts figures that measure the same on one scale from zero', () => {
    const bars = figureBars([row('a', 20, 30), row('b', 40, 40, 'Fighters '), row('c', 7, 7, 'strikes')])
    expect([...bars]).toEqual([
      ['a', { start: 0.5, end: 0.75, openLow: false, openHigh: false }],
      ['b', { start: 1, end: 1, openLow: false, openHigh: false }],
    ])
  })

  it('lets an open end reach the edge', () => {
    const bars = figureBars([row('a', 100, null), row('b', null, 50)])
    expect(bars.get('a')).toEqual({ start: expect.closeTo(0.8696, 4), end: 1, openLow: false, openHigh: true })
    expect(bars.get('b')).toEqual({ start: 0, end: expect.closeTo(0.4348, 4), openLow: true, openHigh: false })
  })

  it('gives none where there is nothing to hold against', () => {
    expect(figureBars([row('a', 1, 1), row('b', 0, 0, 'losses'), row('c', -1, 2, 'losses')]).size).toBe(0)
    expect(figureBars([row('a', 1, 1, null), row('b', 1, 1, null)]).size).toBe(0)
    expect(figureBars([row('a', 0, 0), row('b', 0, 0)]).size).toBe(0)
  })

  it('stays within the scale', () => {
    const bound = fc.option(fc.double({ min: 0, max: 1e12, noNaN: true }), { nil: null })
    fc.assert(
      fc.property(fc.array(fc.tuple(bound, bound)), (pairs) => {
        const rows = pairs.map(([a, b], index) => {
          const ordered = a !== null && b !== null && a > b
          return row(String(index), ordered ? b : a, ordered ? a : b)
        })
        for (const bar of figureBars(rows).values()) {
          expect(bar.start).toBeGreaterThanOrEqual(0)
          expect(bar.end).toBeLessThanOrEqual(1)
          expect(bar.start).toBeLessThanOrEqual(bar.end)
        }
      }),
    )
  })
})
