import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { TEST_NOW_MS } from '#test/support/library-fixture.ts'
import { openTestCore } from '#test/support/open-test-core.ts'

let test: ReturnType<typeof openTestCore>
beforeEach(() => {
  test = openTestCore(TEST_NOW_MS)
})
afterEach(() => test.core.close())

async function add(title: string, date: string, text: string): Promise<void> {
  await test.client.article.importText({ title, date, text })
  await test.core.settled()
}

async function pairs(): Promise<string[]> {
  const { items } = await test.client.figure.disagreements({ limit: 200 })
  return items.map(({ first, second }) => [first.surface, second.surface].sort().join(' / ')).sort()
}

describe('what two sources count otherwise', () => {
  it('is found where a ministry and an aid group count the dead of one flood', async () => {
    await add(
      'Flood toll rises',
      '2021-09-09',
      `The floods in Lisbon have killed 132 people, the interior ministry said on Thursday, up from 58 on Saturday.

The Red Cross said 94 people had been killed in the floods.

About three thousand four hundred people have been displaced by the floods, the finance minister Rosa Almeida repeated.

The United Nations estimated that between 7,500 and 8,500 people were displaced.`,
    )
    expect(await pairs()).toEqual(['132 / 94', 'About three thousand four hundred / between 7,500 and 8,500'])
  })

  it('is found between an army and a named group, and across articles of one day', async () => {
    await add(
      'Shelling in Aleppo',
      '2021-04-02',
      `The army said 30 people were killed in Aleppo on Friday. The United Nations said 65 people were killed in Aleppo on Friday.

Unemployment in Aleppo is 21%, the army said. Unemployment in Aleppo is 26%, the United Nations said.`,
    )
    await add(
      'Aleppo buries its dead',
      '2021-04-03',
      `Officials said that 30 people had been killed in Aleppo on Friday.

The Red Cross said 71 people were killed in Aleppo on Friday.`,
    )
    expect(await pairs()).toEqual(['21% / 26%', '30 / 65', '30 / 71', '65 / 71'])
  })

  it('is found where two offices give another share', async () => {
    await add(
      'Crossings',
      '2021-06-10',
      `Crossings of the border at Calais rose by 34% in May, the interior ministry said. Crossings of the border at Calais rose by 13% in May, the Red Cross said.`,
    )
    expect(await pairs()).toEqual(['13% / 34%'])
  })

  it('is nothing where a figure is said again in other words, is rounded, or has grown', async () => {
    await add(
      'One',
      '2021-03-04',
      'The floods in Lisbon displaced 3,400 people, officials said. The repairs in Lisbon cost $35 million.',
    )
    await add(
      'Two',
      '2021-03-05',
      'Some three thousand four hundred people were displaced by the floods in Lisbon, the Red Cross said. The repairs in Lisbon cost $35m, the ministry said.',
    )
    await add('Three', '2021-03-09', 'The floods in Lisbon have displaced 5,200 people, officials said on Tuesday.')
    await add(
      'Four',
      '2021-03-09',
      'Lisbon has 12 thousand students, the army said. Lisbon has about 12,000 students, the Red Cross said.',
    )
    expect(await pairs()).toEqual([])
  })
})

describe('what disagrees on one thing', () => {
  beforeEach(async () => {
    await add('First', '2021-04-02', 'The Red Cross said 30 people were killed in Aleppo on Friday.')
    await add('Second', '2021-04-02', 'The army said 65 people were killed in Aleppo on Friday.')
    await add('Third', '2021-04-03', 'Officials said that 71 people were killed in Aleppo on Friday.')
    await add('Fourth', '2021-04-03', 'The army said 400 houses were destroyed in Lisbon on Friday.')
    await add('Fifth', '2021-04-03', 'The Red Cross said 900 houses were destroyed in Lisbon on Friday.')
  })
  const disputes = async (asked: { query?: string; quantity?: 'count' | 'money' } = {}) => {
    const { items } = await test.client.figure.disputes({ limit: 50, ...asked })
    return items.map(({ measures, subject, figures, pairCount }) =>
      [measures, subject?.name, figures.map(({ surface }) => surface).join(' '), pairCount].join(', '),
    )
  }
  const deaths = 'people killed, Aleppo, 30 65 71, 3'
  const houses = 'houses destroyed, Lisbon, 400 900, 1'

  it('is one block with every value, found by its words, its articles and its kind', async () => {
    expect((await disputes()).sort()).toEqual([houses, deaths].sort())
    expect(await disputes({ query: 'lisbon' })).toEqual([houses])
    expect(await disputes({ query: 'Third' })).toEqual([deaths])
    expect(await disputes({ query: '900' })).toEqual([houses])
    expect(await disputes({ query: 'nothing of the kind' })).toEqual([])
    expect(await disputes({ quantity: 'money' })).toEqual([])
  })

  it('opens into its pairs', async () => {
    const { items } = await test.client.figure.disputes({ limit: 50, query: 'Aleppo' })
    const { total } = await test.client.figure.disagreements({ dispute: items[0]?.key ?? '', limit: 50 })
    expect(total).toBe(3)
  })

  it('is gone once the person says so, by pair or whole, stays gone when searched anew, and comes back with undo', async () => {
    const { items } = await test.client.figure.disagreements({ limit: 50 })
    const pair = items.find(({ first, second }) => `${first.surface} ${second.surface}`.includes('65 71'))
    if (!pair) throw new Error('No such pair.')
    const range = ({ articleId, start, end }: typeof pair.first) => ({ articleId, start, end })
    await test.client.correction.add({ kind: 'no-disagreement', figures: [range(pair.first), range(pair.second)] })
    expect(await pairs()).toEqual(['30 / 65', '30 / 71', '400 / 900'])
    const killed = items
      .flatMap(({ first, second }) => [first, second])
      .filter(({ measures }) => /killed/.test(measures ?? ''))
    await test.client.correction.add({ kind: 'no-disagreement', figures: killed.map(range) })
    expect(await disputes()).toEqual([houses])
    await test.client.article.extract({ articleId: pair.first.articleId })
    await test.core.settled()
    expect(await disputes()).toEqual([houses])
    await test.client.history.undo()
    await test.client.history.undo()
    expect((await disputes()).sort()).toEqual([houses, deaths].sort())
  })
})
