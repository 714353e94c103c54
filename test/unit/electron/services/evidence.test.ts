import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { answerOf, questionOf } from '#shared/domain/card-sides.ts'
import { openTestCore } from '#test/support/open-test-core.ts'

const TEXT =
  'The ministry counted 20,000 homes without water in Karando on Monday.\n\nThe pumps will be mended by autumn.'

let dir: string
let test: ReturnType<typeof openTestCore>
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'dossier-evidence-'))
  test = openTestCore(Date.UTC(2026, 0, 5), dir)
})
afterEach(async () => {
  await test.core.close()
  rmSync(dir, { recursive: true, force: true })
})

/** A card on the first sentence, whose article then says another number. */
async function changedCard() {
  const { articleId } = await test.client.article.importText({ text: TEXT, title: 'Water' })
  const { text } = await test.client.article.get({ articleId })
  const start = text.indexOf('The ministry')
  const end = text.indexOf('Monday.') + 'Monday.'.length
  const front = 'The ministry counted {{c1::20,000}} homes without water in Karando on Monday.'
  const card = await test.client.card.create({ kind: 'cloze', front, articleId, start, end })
  expect(await test.client.evidence.check({ cardId: card.id })).toEqual({ state: 'same' })
  await test.core.settled()
  const db = new Database(join(dir, 'library.db'))
  db.prepare('UPDATE article_text SET text = replace(text, ?, ?) WHERE article_id = ?').run(
    '20,000',
    '25,000',
    articleId,
  )
  db.close()
  return card
}

describe('evidence', () => {
  it('says what the source says now, and brings the card up to date in one step', async () => {
    const card = await changedCard()
    expect(await test.client.evidence.check({ cardId: card.id })).toMatchObject({
      state: 'changed',
      before: '20,000',
      after: '25,000',
      canUpdate: true,
    })
    const updated = await test.client.evidence.settle({ cardId: card.id, how: 'update' })
    expect(updated.front).toBe('The ministry counted {{c1::25,000}} homes without water in Karando on Monday.')
    expect(await test.client.evidence.check({ cardId: card.id })).toEqual({ state: 'same' })
    await test.client.history.undo()
    expect((await test.client.card.get({ cardId: card.id })).front).toBe(card.front)
  })

  it('keeps what was said as history, or sets the card aside', async () => {
    const card = await changedCard()
    const kept = await test.client.evidence.settle({ cardId: card.id, how: 'keep' })
    expect(kept).toMatchObject({ front: card.front, suspended: false })
    expect(kept.back).toContain('the source now says: The ministry counted 25,000 homes')
    expect((await test.client.evidence.settle({ cardId: card.id, how: 'retire' })).suspended).toBe(true)
  })

  it('notes history on both ways of a card without giving an answer away, and judges by what was said', async () => {
    const { articleId } = await test.client.article.importText({ text: TEXT, title: 'Water' })
    const { text } = await test.client.article.get({ articleId })
    const start = text.indexOf('20,000')
    const written = { kind: 'reversed', front: 'Homes without water?', back: '20,000' } as const
    const { id } = await test.client.card.create({ ...written, articleId, start, end: start + 6 })
    await test.client.article.updateText({ articleId, text: TEXT.replace('20,000', '25,000') })
    await test.client.evidence.settle({ cardId: id, how: 'keep' })
    const family = (await test.client.card.list({ limit: 9 })).items.sort((a, b) => a.part - b.part)
    expect(family.map((card) => [questionOf(card), answerOf(card)])).toEqual([
      ['Homes without water?', '20,000\n\nSaid at the time; the source now says: 25,000'],
      ['20,000', 'Homes without water?\n\nSaid at the time; the source now says: 25,000'],
    ])
    expect(await test.client.evidence.judge({ cardId: id, text: '20000' })).toMatchObject({ correct: true })
    expect(await test.client.evidence.judge({ cardId: id, text: '25000' })).toMatchObject({ correct: false })
    for (const card of family) expect(await test.client.evidence.check({ cardId: card.id })).toEqual({ state: 'same' })
  })

  it('hears of a change when the article is given another text, wherever the passage moved', async () => {
    const { articleId } = await test.client.article.importText({ text: TEXT, title: 'Water' })
    const { text } = await test.client.article.get({ articleId })
    const make = (words: string, front: string, kind: 'basic' | 'reversed' = 'basic') => {
      const start = text.indexOf(words)
      return test.client.card.create({ kind, front, back: words, articleId, start, end: start + words.length })
    }
    const sentence = await make(text.slice(0, text.indexOf('Monday.') + 7), 'What did the ministry count?')
    const twoWay = await make('counted 20,000 homes without water', 'How many homes?', 'reversed')
    const kept = await make('The pumps will be mended by autumn.', 'When?')
    const fresh = `Updated on Friday with the count of the ministry.\n\n${TEXT.replace('20,000', '25,000')}`
    await test.client.article.updateText({ articleId, text: fresh })
    const check = (cardId: typeof sentence.id) => test.client.evidence.check({ cardId })
    expect(await check(sentence.id)).toMatchObject({ state: 'changed', before: '20,000', after: '25,000' })
    expect(await check(kept.id)).toEqual({ state: 'same' })
    expect(await check(twoWay.id)).toMatchObject({ state: 'changed', canUpdate: true })
    await test.client.evidence.settle({ cardId: twoWay.id, how: 'update' })
    const family = (await test.client.card.list({ limit: 9 })).items.filter(({ familyId }) => familyId !== null)
    expect(family.map(({ back }) => back)).toEqual(Array(2).fill('counted 25,000 homes without water'))
    for (const { id } of family) expect(await check(id)).toEqual({ state: 'same' })
    await test.client.history.undo()
    await test.client.history.undo()
    for (const { id } of [sentence, twoWay, kept]) expect(await check(id)).toEqual({ state: 'same' })
  })

  it('says so when the article does not tell it any more', async () => {
    const { articleId } = await test.client.article.importText({ text: TEXT, title: 'Water' })
    const { text } = await test.client.article.get({ articleId })
    const start = text.indexOf('The pumps')
    const end = start + 'The pumps will be mended by autumn.'.length
    const { id: cardId } = await test.client.card.create({ front: 'When?', back: 'By autumn', articleId, start, end })
    await test.client.article.updateText({ articleId, text: `${TEXT.split('\n\n')[0]}\n\nNothing else was said.` })
    expect(await test.client.evidence.check({ cardId })).toEqual({ state: 'lost' })
    expect(await test.client.evidence.settle({ cardId, how: 'retire' })).toMatchObject({ suspended: true })
    await test.client.history.undo()
    expect(await test.client.evidence.settle({ cardId, how: 'keep' })).toMatchObject({ back: 'By autumn' })
    expect(await test.client.evidence.check({ cardId })).toEqual({ state: 'same' })
    await test.client.history.undo()
    const fresh = (await test.client.article.get({ articleId })).text
    const place = { start: fresh.indexOf('Nothing else'), end: fresh.length }
    const { evidence } = await test.client.evidence.place({ cardId, ...place })
    expect(evidence).toMatchObject({ ...place, quote: 'Nothing else was said.' })
    expect(await test.client.evidence.check({ cardId })).toEqual({ state: 'same' })
    await expect(test.client.evidence.place({ cardId, start: 0, end: 9999 })).rejects.toThrow()
    await test.client.history.undo()
    expect(await test.client.evidence.check({ cardId })).toEqual({ state: 'lost' })
  })

  it('judges what is typed for a card, and counts it when the person says so', async () => {
    const { id: cardId } = await test.client.card.create({ front: 'How many wells?', back: 'about 300' })
    const judge = (text: string) => test.client.evidence.judge({ cardId, text })
    expect(await judge('310')).toMatchObject({ correct: true, reason: 'within-hedge' })
    expect(await judge('hundreds')).toMatchObject({ correct: false, canAccept: true })
    await test.client.evidence.acceptAnswer({ cardId, text: 'hundreds' })
    expect(await judge('Hundreds')).toMatchObject({ correct: true })
  })
})
