import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Claim, disagree, listDisagreements } from '#shared/domain/figures/disagree.ts'
import { readMeasure } from '#shared/domain/figures/measure.ts'
import { amountOf, canBothHold } from '#shared/domain/figures/quantity.ts'
import { dayNumber, daysOf } from '#shared/domain/figures/when.ts'
import { CASES, type Stated } from './disagree.cases.ts'

function claim(id: string, stated: Stated): Claim {
  const { is = null, unit = null, hedge = null, day = '2020-05-04' } = stated
  const { low = is, high = is } = stated
  const amount = amountOf({ surface: '', low, high, hedge, unit })
  if (!amount) throw new Error('a case without a number')
  const sentence = stated.sentence ?? ''
  return {
    id,
    articleId: stated.article ?? id,
    key: readMeasure(stated.measures, sentence, sentence.indexOf('#')).key,
    amount,
    when: daysOf(stated.asOf ?? null, day),
    publishedDay: dayNumber(day),
    subjects: new Set((stated.of ?? stated.beside)?.split('|') ?? []),
    isSubjectNamed: stated.of !== undefined,
    saidBy: stated.by ?? null,
  }
}

describe('disagree', () => {
  it.each(CASES)('%s', (_, a, b, expected) => {
    expect([disagree(claim('a', a), claim('b', b)), disagree(claim('b', b), claim('a', a))]).toEqual([
      expected,
      expected,
    ])
  })
})

describe('listDisagreements', () => {
  const toll = fc.record({
    is: fc.integer({ min: 1, max: 9 }),
    measures: fc.constantFrom('people killed', 'injured'),
    of: fc.constantFrom('Larne', 'Port Alma'),
    day: fc.constantFrom('2020-05-04', '2020-05-09', '2020-06-30', null),
  })

  it('finds exactly the pairs of values that disagree', () => {
    fc.assert(
      fc.property(fc.array(toll, { maxLength: 14 }), (tolls) => {
        const claims = tolls.map((stated, index) => claim(`c${index}`, stated))
        const values = (a: Claim, b: Claim) =>
          [a.key, [...a.subjects][0], ...[a, b].map(({ amount }) => amount.low).sort()].join(' ')
        const all = claims.flatMap((a, index) =>
          claims.slice(index + 1).flatMap((b) => (disagree(a, b) ? [values(a, b)] : [])),
        )
        const listed = listDisagreements(claims).map(({ first, second }) => values(first, second))
        expect(listed.sort()).toEqual([...new Set(all)].sort())
      }),
    )
  })

  it('takes the earliest of what says the same', () => {
    const claims = [
      claim('late', { is: 19, measures: 'dead', of: 'Larne', day: '2020-05-06' }),
      claim('early', { is: 19, measures: 'dead', of: 'Larne', day: '2020-05-03' }),
      claim('other', { is: 12, measures: 'killed', of: 'Larne', day: '2020-05-06' }),
    ]
    expect(listDisagreements(claims).map(({ first, second }) => [first.id, second.id])).toEqual([['early', 'other']])
  })
})

describe('amountOf', () => {
  it('always leaves room for what was stated, and only for quantities of its kind', () => {
    const value = fc.oneof(fc.integer({ min: 0, max: 5e9 }), fc.double({ min: 0, max: 1e6, noNaN: true }))
    const hedge = fc.constantFrom(null, 'about', 'nearly', 'only', 'more than')
    fc.assert(
      fc.property(value, hedge, fc.constantFrom(null, '%', 'km', 'USD'), (is, words, unit) => {
        const amount = amountOf({ surface: '', low: is, high: is, hedge: words, unit })
        if (!amount) throw new Error('no amount')
        expect(canBothHold(amount, { ...amount, low: amount.low, high: amount.low })).toBe(true)
        const scaled = unit === 'km' ? is * 1000 : is
        expect(canBothHold(amount, { ...amount, low: scaled, high: scaled })).toBe(true)
      }),
    )
  })
})

describe('readMeasure', () => {
  it.each([
    ['US air strikes', 'air strike', ['US']],
    ['number of deaths', 'killed', []],
    ['lives lost', 'killed', []],
    ['soldiers killed', 'killed soldier', []],
    ['distance from the coast', 'coast distance', []],
    ['F-16 fighters', 'fighter', ['F-16']],
    ['countries', 'country', []],
    ['houses damaged', 'damaged home', []],
    [null, '', []],
  ])('reads %j as %j', (measures, key, names) => {
    expect(readMeasure(measures, '', 0)).toEqual({ key, names })
  })
})

describe('daysOf', () => {
  it.each([
    ['on 15 September 2014', '2014-09-20', '2014-09-15', '2014-09-15'],
    ['by September 15, 2014', null, '2014-09-15', '2014-09-15'],
    ['in March', '2020-05-04', '2020-03-01', '2020-03-31'],
    ['in August', '2020-05-04', '2019-08-01', '2019-08-31'],
    ['in 2014', null, '2014-01-01', '2014-12-31'],
    ['on Tuesday', '2020-05-04', '2020-04-28', '2020-04-28'],
    ['yesterday', '2020-05-04', '2020-05-03', '2020-05-03'],
    ['at noon', '2020-05-04', '2020-04-27', '2020-05-04'],
    [null, '2020-05-04', '2020-04-27', '2020-05-04'],
  ])('%s, published %s', (asOf, publishedOn, from, to) => {
    expect(daysOf(asOf, publishedOn)).toEqual({ from: dayNumber(from), to: dayNumber(to) })
  })

  it('knows nothing of an undated article that names no day', () => {
    expect([daysOf(null, null), daysOf('on Tuesday', null)]).toEqual([null, null])
  })
})
