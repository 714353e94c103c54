import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestCore } from '#test/support/open-test-core.ts'

let test: ReturnType<typeof openTestCore>
beforeEach(() => {
  test = openTestCore(Date.UTC(2026, 4, 14, 12))
})
afterEach(async () => {
  await test.core.close()
  expect(test.failures).toEqual([])
})

const story = `The harbour of Lindow was closed on Tuesday after a freighter ran aground. The master of the ship, Ada Wren, said that fog had hidden the light. Nobody was hurt in the end. About 40 tonnes of grain were lost, the port authority said on Thursday.`
const other = `A freighter blocks the way.\n\n${story.replace('Ada Wren', 'A. Wren')} Divers came from Marrick.`

async function twoArticles() {
  const first = await test.client.article.importText({ text: story, title: 'Harbour closed', source: 'Lindow Post' })
  const second = await test.client.article.importText({ text: other, title: 'Ship aground', date: '2026-05-01' })
  await test.client.article.importText({ text: 'Bread costs more than it did in spring, bakers say.', title: 'Bread' })
  return { keepId: first.articleId, dropId: second.articleId }
}

describe('articles that are there twice', () => {
  it('are listed once, and become one that keeps the marks and cards of both on its text', async () => {
    const { keepId, dropId } = await twoArticles()
    const { items, total } = await test.client.duplicate.list({})
    expect([total, items[0]?.likeness]).toEqual([1, expect.any(Number)])
    const start = other.indexOf('Nobody was hurt')
    const mark = { start, end: start + 'Nobody was hurt in the end'.length }
    const kept = await test.client.annotation.add({ articleId: keepId, start: 0, end: 11 })
    const moved = await test.client.annotation.add({ articleId: dropId, ...mark, note: 'Good', tags: ['sea'] })
    const gone = other.indexOf('Divers came')
    await test.client.annotation.add({ articleId: dropId, start: gone, end: other.length })
    await test.client.card.create({ kind: 'basic', front: 'Who?', back: 'Nobody', articleId: dropId, ...mark })
    const counts = await test.client.duplicate.merge({ keepId, dropId })
    expect([counts.placed + counts.moved, counts.lost + counts.unsure]).toEqual([1, 1])
    const marks = (await test.client.annotation.list({ articleId: keepId })).items
    expect(marks.find(({ id }) => id === moved.id)).toMatchObject({
      start: story.indexOf('Nobody'),
      note: 'Good',
      tags: ['sea'],
    })
    expect(marks.map(({ id }) => id)).toContain(kept.id)
    expect((await test.client.repair.list({ articleId: keepId })).total).toBe(1)
    const [card] = (await test.client.card.list({ articleId: keepId, limit: 10 })).items
    expect(card?.evidence).toMatchObject({ articleId: keepId, start: story.indexOf('Nobody') })
    expect(await test.client.article.get({ articleId: keepId })).toMatchObject({
      publishedOn: '2026-05-01',
      source: 'Lindow Post',
    })
    await expect(test.client.article.get({ articleId: dropId })).rejects.toThrow()

    await test.client.history.undo()
    expect((await test.client.annotation.list({ articleId: dropId })).items).toHaveLength(2)
    expect(
      (await test.client.annotation.list({ articleId: dropId })).items.find(({ id }) => id === moved.id),
    ).toMatchObject(mark)
    expect((await test.client.duplicate.list({})).total).toBe(1)
    await test.client.history.redo()
    expect((await test.client.annotation.list({ articleId: keepId })).items).toHaveLength(3)
  })

  it('are no longer listed once the person says that they are two, until that is undone', async () => {
    const { keepId, dropId } = await twoArticles()
    await test.client.duplicate.keepApart({ firstId: dropId, secondId: keepId })
    expect((await test.client.duplicate.list({})).total).toBe(0)
    await test.client.history.undo()
    expect((await test.client.duplicate.list({})).total).toBe(1)
  })
})
