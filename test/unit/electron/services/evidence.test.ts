import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
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

  it('judges what is typed for a card, and counts it when the person says so', async () => {
    const { id: cardId } = await test.client.card.create({ front: 'How many wells?', back: 'about 300' })
    const judge = (text: string) => test.client.evidence.judge({ cardId, text })
    expect(await judge('310')).toMatchObject({ correct: true, reason: 'within-hedge' })
    expect(await judge('hundreds')).toMatchObject({ correct: false, canAccept: true })
    await test.client.evidence.acceptAnswer({ cardId, text: 'hundreds' })
    expect(await judge('Hundreds')).toMatchObject({ correct: true })
  })
})
