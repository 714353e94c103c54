import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestCore } from '#test/support/open-test-core.ts'

const ASKED = 'Salim Haddad'
const NAMED = 'Petro Kovalenko'
const TEXT = `Speaker of the Parliament Salim Haddad opened the session in Baghdad on Monday.

Ukrainian President Petro Kovalenko met the ministers in Kiev on Tuesday.`

let test: ReturnType<typeof openTestCore>
beforeEach(async () => {
  test = openTestCore(Date.UTC(2026, 0, 5))
  await test.client.article.importText({ text: TEXT, title: 'Two capitals', date: '2014-09-15' })
  await test.core.settled()
})
afterEach(() => test.core.close())

async function find(query: string) {
  const [entity] = (await test.client.entity.list({ kind: 'person', query, limit: 1 })).items
  if (!entity) throw new Error(`${query} was not found`)
  return entity
}

async function askedCard() {
  const { id: entityId } = await find(ASKED)
  return test.client.card.create({ front: 'Who became speaker?', back: ASKED, entityId })
}

const pairs = () => test.client.practice.confusions({ limit: 50 })

describe('confusion', () => {
  it('is noted with the answer, not by judging, and taken back with it', async () => {
    const { id: cardId } = await askedCard()
    await test.client.evidence.judge({ cardId, text: NAMED })
    expect(await pairs()).toEqual([])
    await test.client.review.answer({ cardId, grade: 1, typed: NAMED })
    expect(await pairs()).toMatchObject([{ count: 1 }])
    await test.client.history.undo()
    expect(await pairs()).toEqual([])
    await test.client.history.redo()
    expect(await pairs()).toMatchObject([{ count: 1 }])
  })

  it('is taken back too when something else was done since the answer', async () => {
    const { id: cardId } = await askedCard()
    await test.client.review.answer({ cardId, grade: 1, typed: NAMED })
    await test.client.card.create({ front: 'Another', back: 'card' })
    await test.client.review.undo()
    expect(await pairs()).toEqual([])
    await test.client.history.undo()
    expect(await pairs()).toHaveLength(1)
  })

  it('is not noted for a right answer, nor for words that name nobody', async () => {
    const { id: cardId } = await askedCard()
    await test.client.review.answer({ cardId, grade: 3, typed: 'Haddad' })
    await test.client.review.answer({ cardId, grade: 1, typed: 'somebody' })
    expect(await pairs()).toEqual([])
  })

  it('tells of a card whom its entity is taken for, that entity first', async () => {
    const { id: cardId } = await askedCard()
    await test.client.review.answer({ cardId, grade: 1, typed: NAMED })
    expect(await test.client.confusion.ofCard({ cardId })).toMatchObject([{ name: ASKED, otherName: NAMED }])
    const plain = await test.client.card.create({ front: 'How many?', back: '3' })
    expect(await test.client.confusion.ofCard({ cardId: plain.id })).toEqual([])
  })

  it('makes one contrast card of what is known of both, as one step', async () => {
    const [one, other] = [await find(ASKED), await find(NAMED)]
    const pair = { entityId: one.id, otherId: other.id }
    const { card, isNew } = await test.client.confusion.contrast(pair)
    expect(isNew).toBe(true)
    expect(card).toMatchObject({ front: `How does **${ASKED}** differ from **${NAMED}**?`, tags: ['contrast'] })
    for (const words of [ASKED, NAMED, 'peaker', 'resident', '2014']) expect(card.back).toContain(words)
    const again = await test.client.confusion.contrast({ entityId: other.id, otherId: one.id })
    expect(again).toMatchObject({ isNew: false, card: { id: card.id } })
    await test.client.history.undo()
    expect((await test.client.confusion.contrast(pair)).isNew).toBe(true)
  })

  it('refuses to tell one from itself, or from nobody', async () => {
    const one = await find(ASKED)
    const nobody = { entityId: one.id, otherId: crypto.randomUUID() as typeof one.id }
    for (const pair of [nobody, { entityId: one.id, otherId: one.id }])
      await expect(test.client.confusion.contrast(pair)).rejects.toMatchObject({ code: 'ENTITY_MISSING' })
  })

  it('is forgotten when the person says so, and undo brings it back', async () => {
    const { id: cardId } = await askedCard()
    await test.client.review.answer({ cardId, grade: 1, typed: NAMED })
    const [pair] = await pairs()
    if (!pair) throw new Error('nothing was noted')
    expect(await test.client.confusion.forget({ entityId: pair.otherId, otherId: pair.entityId })).toEqual({
      forgotten: 1,
    })
    expect(await pairs()).toEqual([])
    await test.client.history.undo()
    expect(await pairs()).toHaveLength(1)
  })
})
