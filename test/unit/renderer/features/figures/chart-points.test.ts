import { describe, expect, it } from 'vitest'
import { chartSeries, seriesBy, subjectsOf } from '#renderer/features/figures/chart-points.ts'
import type { Figure } from '#shared/contract/entity.ts'

/** A figure of which only what a plot reads is said. */
function figure(value: number, said: Partial<Figure>): Figure {
  return {
    low: value,
    high: value,
    asOf: null,
    publishedOn: '2021-05-14',
    subject: null,
    source: null,
    ...said,
  } as Figure
}

const flood = figure(118, { subject: 'Lisbon', source: 'Wire' })
const fire = figure(12, { subject: 'Paris', source: 'Wire' })

describe('the series of a measure', () => {
  it('are its subjects where there are several, so that the dead of two floods are never one', () => {
    expect(seriesBy([flood, fire])).toBe('subject')
    expect(chartSeries([flood, fire], 'subject').map(({ name }) => name)).toEqual(['Lisbon', 'Paris'])
  })

  it('are its sources where all are of one', () => {
    const other = figure(87, { subject: 'LISBON', source: 'Courier' })
    expect(seriesBy([flood, other])).toBe('source')
    expect(chartSeries([flood, other], 'source').map(({ name }) => name)).toEqual(['Courier', 'Wire'])
  })

  it('names what is not said, and puts it last', () => {
    expect(subjectsOf([figure(3, {}), figure(4, {}), flood])).toEqual([
      { subject: 'Lisbon', count: 1 },
      { subject: null, count: 2 },
    ])
  })
})

describe('the day of a figure', () => {
  const day = (said: Partial<Figure>) => {
    const atMs = chartSeries([figure(1, said)], 'source')[0]?.points[0]?.atMs
    return atMs === undefined ? null : new Date(atMs).toISOString().slice(0, 10)
  }

  it('is the weekday it names, or that of its article where it names none', () => {
    // 14 May 2021 was a Friday.
    expect([day({ asOf: 'on Friday' }), day({}), day({ asOf: 'on Thursday' }), day({ asOf: 'at the time' })]).toEqual([
      '2021-05-14',
      '2021-05-14',
      '2021-05-13',
      '2021-05-14',
    ])
  })
})
