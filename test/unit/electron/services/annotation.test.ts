import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { collect, openTestCore } from '#test/support/open-test-core.ts'

const TEXT = `Night ferry returns

The night ferry to Saltholm sails again from Monday.

Its captain called the pause "too long by a year".`

let test: ReturnType<typeof openTestCore>
let articleId: string
beforeEach(async () => {
  test = openTestCore(Date.UTC(2026, 0, 5))
  articleId = (await test.client.article.importText({ text: TEXT, source: 'The Saltholm Post', date: '2026-01-04' }))
    .articleId
})
afterEach(() => test.core.close())

const marks = async () => (await test.client.annotation.list({ articleId })).items

describe('annotation', () => {
  it('keeps overlapping marks apart and each quote exactly as it stands', async () => {
    const { text } = await test.client.article.get({ articleId })
    const inner = text.indexOf('ferry')
    await test.client.annotation.add({ articleId, start: 0, end: text.length, category: 1 })
    await test.client.annotation.add({ articleId, start: inner, end: inner + 5, category: 5 })
    expect((await marks()).map((m) => m.quote)).toEqual([text, 'ferry'])
  })

  it('finds a note by search after each change, undo and redo of it', async () => {
    const { id } = await test.client.annotation.add({ articleId, start: 4, end: 15, note: 'ask the harbourmaster' })
    const found = async (q: string) => (await test.client.search.query({ q })).items.map((item) => item.annotationId)
    expect(await found('harbourm')).toEqual([id])
    await test.client.annotation.update({ annotationId: id, note: 'ask the mayor' })
    expect([await found('harbourmaster'), await found('mayor')]).toEqual([[], [id]])
    await test.client.history.undo()
    expect([await found('harbourmaster'), await found('mayor')]).toEqual([[id], []])
    await test.client.annotation.remove({ annotationIds: [id] })
    expect(await found('harbourmaster')).toEqual([])
    await test.client.history.undo()
    expect(await found('harbourmaster')).toEqual([id])
  })

  it('refuses a range outside the text, a category that is not there and an article that is gone', async () => {
    const add = (input: { start: number; end: number; category?: number }) =>
      test.client.annotation.add({ articleId, ...input }).catch((error: { code: string }) => error.code)
    expect(await add({ start: 0, end: 10_000 })).toBe('OUT_OF_RANGE')
    expect(await add({ start: 5, end: 5 })).toBe('BAD_REQUEST')
    await test.client.article.delete({ articleIds: [articleId] })
    expect(await add({ start: 0, end: 5 })).toBe('ARTICLE_MISSING')
  })

  it('shows tags in the order given, and takes one that differs by case for the same', async () => {
    const first = await test.client.annotation.add({ articleId, start: 0, end: 5, tags: ['Sea', 'Travel'] })
    await test.client.annotation.add({ articleId, start: 6, end: 9, tags: ['travel'] })
    expect(first.tags).toEqual(['Sea', 'Travel'])
    expect(await test.client.tag.list()).toEqual([
      { name: 'Travel', count: 2 },
      { name: 'Sea', count: 1 },
    ])
    expect((await test.client.annotation.list({ tag: 'TRAVEL' })).total).toBe(2)
  })

  it('exports every quote with article, source and date', async () => {
    await test.client.annotation.add({ articleId, start: 4, end: 15, category: 2, note: 'which *one*?' })
    const events = await collect(test.client.export.run({ articleIds: [articleId] }))
    const file = events.at(-1)
    if (file?.type !== 'file') throw new Error('the export ends without a file')
    const markdown = await (await test.client.export.file({ fileId: file.fileId })).text()
    expect(markdown).toContain('title: Night ferry returns')
    expect(markdown).toContain('> night ferry')
    expect(markdown).toMatch(/> — \*Night ferry returns\*, The Saltholm Post, 4 January 2026/)
    expect(markdown).toContain('which *one*?')
  })
})
