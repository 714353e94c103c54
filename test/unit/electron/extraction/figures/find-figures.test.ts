import { describe, expect, it } from 'vitest'
import { figureOf, run } from '../run.ts'
import { FIGURES } from './figures.cases.ts'

describe('figures', () => {
  it.each(FIGURES)('%s', (sentence, figure) => {
    expect(figureOf(sentence)).toBe(figure)
  })

  it('covers hedge, number and unit by its range', () => {
    const text = 'In all, about 160 air strikes, at least 20% of them at night, cost more than $5 million.'
    expect(run(text).figures.map(({ start, end }) => text.slice(start, end))).toEqual([
      'about 160',
      'at least 20%',
      'more than $5 million',
    ])
  })

  it('tells who states a figure, of whom it is and as of when', () => {
    const [figure] = run('The CIA estimates that Islamic State had 900 fighters in Iraq and Syria last week.').figures
    expect(figure).toMatchObject({ saidBy: 'CIA', subject: 'Islamic State', asOf: 'last week', measures: 'fighters' })
  })

  it('takes the place for the subject when nobody leads the clause', () => {
    const [figure] = run('There were 40 clinics in Syria and Iraq.').figures
    expect(figure?.subject).toBe('Syria and Iraq')
  })

  it('finds the source behind "according to"', () => {
    const [figure] = run('According to the World Bank, 40 farms were lost.').figures
    expect(figure?.saidBy).toBe('World Bank')
  })

  it('lets a list of ages share its first word', () => {
    const ages = run('The dead were aged nine, ten and 49.').figures
    expect(ages.map(({ low, unit }) => [low, unit])).toEqual([
      [9, 'years'],
      [10, 'years'],
      [49, 'years'],
    ])
  })

  it('lets a second number of a sentence share what the first one counts', () => {
    const counts = run('There were 36 injured residents in Paris and 29 in Rome.').figures
    expect(counts.map(({ low, measures }) => [low, measures])).toEqual([
      [36, 'injured residents'],
      [29, 'injured residents'],
    ])
  })

  it('reads a move from one number to another as two figures', () => {
    const values = run('The price rose from 30 dollars to 50 dollars.').figures.map(({ low, high }) => [low, high])
    expect(values).toEqual([
      [30, 30],
      [50, 50],
    ])
  })
})
