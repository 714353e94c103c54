import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestCore } from '#test/support/open-test-core.ts'

const DAY = 86_400_000
const START = Date.UTC(2026, 0, 5, 12)
const river = readFileSync(join(import.meta.dirname, '../../../fixtures/river-accord.txt'), 'utf8')

let test: ReturnType<typeof openTestCore>
let articleId: string
beforeEach(async () => {
  test = openTestCore(START)
  articleId = (await test.client.article.importText({ text: river })).articleId
})
afterEach(() => test.core.close())

const things = async () => {
  const names = await test.client.entity.list({ articleId, limit: 200 })
  const figures = await test.client.figure.list({ articleId, limit: 200 })
  return names.total + figures.total
}

describe('recall.makeCards', () => {
  it('makes one card for each name and figure that has none, in one step that undo takes back', async () => {
    const before = await test.client.suggestion.list({ articleId })
    const outcome = await test.client.recall.makeCards({ articleId })
    expect(outcome.made + outcome.unfit).toBeLessThanOrEqual(await things())
    expect(outcome.made).toBeGreaterThan(5)
    expect(outcome.left).toBe(0)
    const memory = await test.client.recall.inArticle({ articleId })
    expect(memory.entities.length + memory.figures.length).toBe(outcome.made)
    expect(new Set([...memory.entities, ...memory.figures].map(({ state }) => state))).toEqual(new Set(['waiting']))
    expect((await test.client.suggestion.list({ articleId })).total).toBeLessThan(before.total)

    expect(await test.client.recall.makeCards({ articleId })).toEqual({ made: 0, left: 0, unfit: outcome.unfit })
    await test.client.history.undo()
    expect((await test.client.card.list({ limit: 200 })).total).toBe(0)
    expect(await test.client.suggestion.list({ articleId })).toEqual(before)
    expect(await test.client.recall.inArticle({ articleId })).toEqual({ entities: [], figures: [] })
  })

  it('says of an article that is gone that it is', async () => {
    await test.client.article.delete({ articleIds: [articleId] })
    await expect(test.client.recall.makeCards({ articleId })).rejects.toMatchObject({ code: 'ARTICLE_MISSING' })
  })
})

describe('recall.inArticle', () => {
  it('tells how well a name is remembered, and how that fades', async () => {
    const [entity] = (await test.client.entity.list({ articleId, limit: 1 })).items
    const { id } = await test.client.card.create({ front: 'Who?', back: 'She.', entityId: entity?.id ?? '' })
    await test.client.review.answer({ cardId: id, grade: 4, now: START })
    const stateAt = async (now: number) => {
      const { entities } = await test.client.recall.inArticle({ articleId, now })
      return entities.map(({ entityId, state }) => [entityId, state])
    }
    expect(await stateAt(START + DAY)).toEqual([[entity?.id, 'known']])
    expect(await stateAt(START + 60 * DAY)).toEqual([[entity?.id, 'fading']])
    await test.client.card.remove({ cardIds: [id] })
    expect(await stateAt(START + DAY)).toEqual([])
  })
})

describe('article.list by what is new', () => {
  it('puts the article with most names and figures without cards first, and pages through all', async () => {
    const { articleId: plain } = await test.client.article.importText({ text: 'Nothing much was said.' })
    const list = () => test.client.article.list({ sort: 'new', limit: 1 })
    const first = await list()
    expect(first.items.map(({ id, newCount }) => [id, newCount])).toEqual([[articleId, await things()]])
    const second = await test.client.article.list({ sort: 'new', limit: 1, cursor: first.nextCursor ?? '' })
    expect(second.items.map(({ id, newCount }) => [id, newCount])).toEqual([[plain, 0]])
    const { made } = await test.client.recall.makeCards({ articleId })
    expect((await list()).items[0]?.newCount).toBe((await things()) - made)
    expect((await test.client.article.list({ limit: 1 })).items[0]).not.toHaveProperty('newCount')
  })
})
