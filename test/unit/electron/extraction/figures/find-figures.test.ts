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

  it('gives a figure in quotation marks to who speaks, and to a person rather than an office', () => {
    const [quoted] = run('"We lost 40 farms," said Ana Ruiz of the union.').figures
    const [told] = run('Ana Ruiz, a spokeswoman for the port, said 40 farms were lost.').figures
    const [scholar] = run('According to Harvard University scholar Ana Ruiz, 40 farms were lost.').figures
    expect([quoted, told, scholar].map((figure) => figure?.saidBy)).toEqual(['Ana Ruiz', 'Ana Ruiz', 'Ana Ruiz'])
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

  it('counts what came later apart from what was there', () => {
    const counts = run('The port said that 31 ships were waiting, after three more arrived.').figures
    expect(counts.map(({ low, measures }) => [low, measures])).toEqual([
      [31, 'ships'],
      [3, 'ships arrived'],
    ])
  })

  it('gives the time between two things to nobody', () => {
    const [figure] = run('Ana Ruiz was sworn in, six months after the floods.').figures
    expect(figure).toMatchObject({ measures: 'time after the floods', subject: null })
  })

  it('takes for the subject of a thing what made it no more than what it stands beside', () => {
    const [figure] = run('The dam, built by Ethiopia, has a capacity of 5,150 MW.').figures
    expect(figure?.subject).toBeNull()
  })

  it('knows offices and forces that have no name as speakers', () => {
    const said = (text: string) => run(text).figures[0]?.saidBy
    expect([
      said('The army said 40 farms were lost.'),
      said('Some 40 farms were lost, the interior ministry said on Thursday.'),
      said('According to local police, 40 farms were lost.'),
      said('"There were fires," she said. Officials have confirmed that 40 farms were lost.'),
    ]).toEqual(['army', 'interior ministry', 'police', 'Officials'])
  })

  it('takes the place of an event that the text told of before', () => {
    const figures = run('The floods in Lisbon went on. The union said 87 people had been killed in the floods.').figures
    expect(figures[0]).toMatchObject({ measures: 'people killed', subject: 'Lisbon' })
  })

  it('is not of whoever only tells it', () => {
    const [figure] = run('Ana Ruiz, who remains leader of the union, said the number of lost farms was 40.').figures
    expect(figure).toMatchObject({ saidBy: 'Ana Ruiz', subject: null })
  })
})
