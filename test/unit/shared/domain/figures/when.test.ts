import { describe, expect, it } from 'vitest'
import { dayNumber, daysNamed } from '#shared/domain/figures/when.ts'
import { dateAsOf } from '#shared/domain/format-as-of.ts'

/** Read in an article of Wednesday 15 May 2019. */
const CASES: readonly (readonly [asOf: string, from: string, to: string])[] = [
  ['on Monday', '2019-05-13', '2019-05-13'],
  ['On Wednesday', '2019-05-15', '2019-05-15'],
  ['last Wednesday', '2019-05-08', '2019-05-08'],
  ['on Thursday evening', '2019-05-09', '2019-05-09'],
  ['as of Sunday', '2019-05-12', '2019-05-12'],
  ['today', '2019-05-15', '2019-05-15'],
  ['Yesterday morning', '2019-05-14', '2019-05-14'],
  ['last week', '2019-05-06', '2019-05-12'],
  ['this week', '2019-05-13', '2019-05-15'],
  ['last weekend', '2019-05-11', '2019-05-12'],
  ['last month', '2019-04-01', '2019-04-30'],
  ['this month', '2019-05-01', '2019-05-15'],
  ['last year', '2018-01-01', '2018-12-31'],
  ['so far this year', '2019-01-01', '2019-05-15'],
  ['in March', '2019-03-01', '2019-03-31'],
  ['on 3 June', '2018-06-03', '2018-06-03'],
  ['in 2011', '2011-01-01', '2011-12-31'],
]

describe('daysNamed', () => {
  it.each(CASES)('reads "%s" by the day of its article', (asOf, from, to) => {
    expect(daysNamed(asOf, '2019-05-15')).toEqual({ from: dayNumber(from), to: dayNumber(to) })
  })

  it('names no day where the words or the article have none', () => {
    expect([
      daysNamed('at the time', '2019-05-15'),
      daysNamed('on Monday', null),
      daysNamed(null, '2019-05-15'),
    ]).toEqual([null, null, null])
  })

  it('reads a weekday before 1970', () => {
    expect(daysNamed('on Friday', '1963-11-23')).toEqual({ from: dayNumber('1963-11-22'), to: dayNumber('1963-11-22') })
  })
})

describe('dateAsOf', () => {
  const date = (asOf: string) => dateAsOf({ asOf, publishedOn: '2019-05-15' })?.date

  it('gives the calendar for the words', () => {
    expect(
      [
        'On Monday',
        'since Monday',
        'last month',
        'last year',
        'last week',
        'by March',
        'late March',
        'at the time',
      ].map(date),
    ).toEqual([
      '13 May 2019',
      'since 13 May 2019',
      'Apr 2019',
      '2018',
      '6 May \u2013 12 May 2019',
      'by Mar 2019',
      'late March',
      'at the time',
    ])
  })

  it('keeps the words beside it', () => {
    expect(dateAsOf({ asOf: 'On Monday', publishedOn: '2019-05-15' })).toEqual({
      date: '13 May 2019',
      words: 'on Monday',
    })
  })
})
