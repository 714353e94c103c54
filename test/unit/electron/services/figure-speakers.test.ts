import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ArticleId } from '#shared/domain/ids.ts'
import { TEST_NOW_MS } from '#test/support/library-fixture.ts'
import { openTestCore } from '#test/support/open-test-core.ts'

let test: ReturnType<typeof openTestCore>
beforeEach(() => {
  test = openTestCore(TEST_NOW_MS)
})
afterEach(() => test.core.close())

const text = `The interior minister, Anton Veldkamp, said on Monday that 310 houses had been lost in Brennholt.

His cousin Greta Veldkamp, the leader of the opposition, called that a lie.

"We have counted 870 houses lost," Ms Veldkamp told reporters. "Mr Veldkamp knows it."

Mr Veldkamp said 45 soldiers would be sent.`

async function add(): Promise<ArticleId> {
  const { articleId } = await test.client.article.importText({ text, title: 'Houses lost', date: '2022-05-03' })
  await test.core.settled()
  return articleId
}

/** What the dossier of whoever is called so gives as that person's own words. */
async function ownWords(name: string): Promise<string[]> {
  const { items } = await test.client.entity.list({ query: name, limit: 20 })
  const entityId = items.find((item) => item.name === name)?.id
  if (!entityId) throw new Error(`Nobody is called ${name}: ${items.map((item) => item.name)}`)
  const figures = await test.client.figure.list({ entityId, limit: 50 })
  return figures.items.flatMap(({ relation, surface }) => (relation === 'by' ? [surface] : [])).sort()
}

async function idOf(name: string) {
  const { items } = await test.client.entity.list({ query: name, limit: 20 })
  const id = items.find((item) => item.name === name)?.id
  if (!id) throw new Error(name)
  return id
}

/** Says that the words name that person, wherever the article has them. */
async function correct(articleId: ArticleId, words: string, name: string): Promise<void> {
  const entityId = await idOf(name)
  for (const match of text.matchAll(new RegExp(words, 'g'))) {
    const start = match.index + words.indexOf('Veldkamp')
    const range = { articleId, start, end: start + 'Veldkamp'.length }
    await test.client.correction.add({ kind: 'mention', ...range, entityId, as: 'person' })
  }
}

describe('whose words a figure is', () => {
  it('is whom the passage names, not whoever shares the surname', async () => {
    const articleId = await add()
    await correct(articleId, 'Mr Veldkamp', 'Anton Veldkamp')
    expect(await ownWords('Anton Veldkamp')).toEqual(['310', '45'])
    expect(await ownWords('Greta Veldkamp')).toEqual(['870'])
    const { items } = await test.client.figure.list({ articleId, limit: 10 })
    expect(items.map(({ surface, speaker }) => `${surface} ${speaker}`)).toEqual([
      '310 Anton Veldkamp',
      '870 Greta Veldkamp',
      '45 Anton Veldkamp',
    ])
  })

  it('follows the mention when it is corrected, and comes back with undo', async () => {
    const articleId = await add()
    await correct(articleId, 'Mr Veldkamp', 'Greta Veldkamp')
    expect([await ownWords('Anton Veldkamp'), await ownWords('Greta Veldkamp')]).toEqual([['310'], ['45', '870']])
    await correct(articleId, 'Ms Veldkamp', 'Anton Veldkamp')
    expect([await ownWords('Anton Veldkamp'), await ownWords('Greta Veldkamp')]).toEqual([['310', '870'], ['45']])
    await test.client.history.undo()
    expect([await ownWords('Anton Veldkamp'), await ownWords('Greta Veldkamp')]).toEqual([['310'], ['45', '870']])
  })

  it('is who the person says, with the day, until that is undone', async () => {
    const articleId = await add()
    const [first] = (await test.client.figure.list({ articleId, limit: 1 })).items
    if (!first) throw new Error('No figure.')
    const { start, end } = first
    const said = { saidBy: 'Greta Veldkamp', asOf: '29 April 2022' }
    await test.client.correction.add({ kind: 'measure', articleId, start, end, measures: 'houses lost', ...said })
    const [after] = (await test.client.figure.list({ articleId, limit: 1 })).items
    expect(after).toMatchObject({ ...said, speaker: 'Greta Veldkamp', subject: first.subject })
    expect(await ownWords('Greta Veldkamp')).toContain('310')
    const latest = await test.client.figure.list({ sort: 'day', limit: 10 })
    expect(latest.items.at(-1)?.surface).toBe('310')
    await test.client.correction.add({ kind: 'measure', articleId, start, end, measures: 'houses lost', saidBy: null })
    expect((await test.client.figure.list({ articleId, limit: 1 })).items[0]).toMatchObject({
      saidBy: null,
      speaker: null,
    })
    const value = { low: 305, high: null }
    await test.client.correction.add({ kind: 'measure', articleId, start, end, measures: 'houses lost', value })
    expect((await test.client.figure.list({ articleId, limit: 1 })).items[0]).toMatchObject(value)
    for (let steps = 0; steps < 3; steps++) await test.client.history.undo()
    expect((await test.client.figure.list({ articleId, limit: 1 })).items[0]).toEqual(first)
  })

  it('is dated anew with its article', async () => {
    const articleId = await add()
    const days = async () => (await test.client.figure.list({ articleId, limit: 9 })).items.map((f) => f.asOf)
    expect((await days())[0]).toBe('on Monday')
    await test.client.article.importText({ text: 'There were 12 boats.', title: 'Boats', date: '2022-05-06' })
    await test.core.settled()
    const latest = async () => (await test.client.figure.list({ sort: 'day', limit: 10 })).items[0]?.surface
    expect(await latest()).toBe('12')
    await test.client.article.update({ articleId, publishedOn: '2022-05-24' })
    expect((await test.client.figure.list({ sort: 'day', limit: 10 })).items.map((f) => f.surface).at(-1)).toBe('12')
  })

  it('follows a merge, and a split of a passage', async () => {
    const articleId = await add()
    await correct(articleId, 'Mr Veldkamp', 'Anton Veldkamp')
    const [into, other] = [await idOf('Anton Veldkamp'), await idOf('Greta Veldkamp')]
    await test.client.correction.add({ kind: 'merge', into, entityIds: [other] })
    expect(await ownWords('Anton Veldkamp')).toEqual(['310', '45', '870'])
    await test.client.history.undo()
    const start = text.indexOf('Mr Veldkamp said') + 3
    const passages = [{ articleId, start, end: start + 'Veldkamp'.length }]
    await test.client.correction.add({ kind: 'split', entityId: into, passages, name: 'Piet Veldkamp' })
    expect([await ownWords('Anton Veldkamp'), await ownWords('Piet Veldkamp')]).toEqual([['310'], ['45']])
  })
})
