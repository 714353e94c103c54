import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { PlantedLibrary } from '#test/support/planted-library.ts'

let library: PlantedLibrary
beforeEach(async () => {
  library = new PlantedLibrary()
  await library.fill()
}, 60_000)
afterEach(() => library.close())

const listed = async () => {
  const { items, isComplete } = await library.client.figure.disagreements({ limit: 200 })
  expect(isComplete).toBe(true)
  return items.map(({ first, second }) => `${first.id} ${second.id}`)
}

/** What is kept from change to change must be what a start with nothing finds. */
async function expectAsAfterRestart() {
  const kept = await listed()
  await library.reopen()
  expect(kept).toEqual(await listed())
  return kept
}

async function article(title: string) {
  const { items } = await library.client.article.list({ query: title, limit: 1 })
  if (!items[0]) throw new Error(`There is no ${title}.`)
  return items[0].id
}

describe('disagreements kept from change to change', () => {
  it('are those that a start from nothing finds, whatever was done', async () => {
    const { client } = library
    const before = await listed()
    expect(before.length).toBeGreaterThan(2)
    const port = await article('Port plays down')
    await client.article.delete({ articleIds: [port] })
    expect((await listed()).length).toBeLessThan(before.length)
    await client.history.undo()
    expect(await listed()).toEqual(before)

    await client.correction.add({
      kind: 'merge',
      into: await library.one('Orlen Power Company'),
      entityIds: [await library.one('Velden Port Authority')],
    })
    await client.correction.add({ kind: 'rename', entityId: await library.one('Northmark'), name: 'Southmark' })
    await listed()
    const [figure] = (await client.figure.list({ articleId: port, limit: 5 })).items
    if (!figure) throw new Error('No figure.')
    const { start, end } = figure
    await client.correction.add({ kind: 'measure', articleId: port, start, end, measures: 'gulls' })
    await listed()
    await client.article.update({ articleId: await article('Budget'), publishedOn: '2001-02-03' })
    const after = await expectAsAfterRestart()
    expect(after).not.toEqual(before)
    for (let step = 0; step < 4; step++) await library.client.history.undo()
    expect(await expectAsAfterRestart()).toEqual(before)
  }, 90_000)

  it('are none between two towns of one name, until the person says that they are one', async () => {
    const before = await listed()
    const towns = await library.find('Springfield')
    const [first, ...others] = towns
    if (!first || others.length !== 1) throw new Error('Not two towns.')
    await library.client.correction.add({ kind: 'merge', into: first, entityIds: others })
    expect((await expectAsAfterRestart()).length).toBe(before.length + 1)
    await library.client.history.undo()
    expect(await expectAsAfterRestart()).toEqual(before)
  }, 60_000)
})
