import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestCore } from '#test/support/open-test-core.ts'

const START = Date.UTC(2026, 0, 5, 12)
const DAY = 86_400_000
const TEXT = Array.from({ length: 12 }, (_, n) => `Sentence number ${n} tells of a harbour.`).join('\n\n')

let dir: string
let test: ReturnType<typeof openTestCore>
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'dossier-old-marks-'))
  test = openTestCore(START, dir)
})
afterEach(async () => {
  await test.core.close()
  rmSync(dir, { recursive: true, force: true })
})

async function markAll() {
  const { articleId } = await test.client.article.importText({ text: TEXT, title: 'Harbours' })
  const { blocks } = await test.client.article.get({ articleId })
  for (const { start, end } of blocks) await test.client.annotation.add({ articleId, start, end })
  await test.client.annotation.add({ articleId, note: 'On the whole' })
  return articleId
}
const idsOf = async (now: number) => (await test.client.resurface.today({ now })).items.map(({ mark }) => mark.id)

describe('resurface', () => {
  it('shows nothing on the day a mark is made, and three the day after', async () => {
    await markAll()
    expect(await idsOf(START + 60_000)).toEqual([])
    const { items, on } = await test.client.resurface.today({ now: START + DAY })
    expect(on).toBe('2026-01-06')
    expect(items).toHaveLength(3)
    expect(items.every(({ mark, seenAtMs }) => mark.quote.startsWith('Sentence') && seenAtMs === null)).toBe(true)
  })

  it('keeps the day as it is: through a restart, a card and a look', async () => {
    await markAll()
    const before = await idsOf(START + DAY)
    const [first] = before
    if (!first) throw new Error('no mark')
    await test.client.resurface.seen({ annotationId: first, now: START + DAY })
    const { id: cardId } = await test.client.card.create({ front: 'Q', back: 'A', annotationId: first })
    await test.core.close()
    test = openTestCore(START + DAY, dir)
    const { items } = await test.client.resurface.today({ now: START + DAY + 60_000 })
    expect(items.map(({ mark }) => mark.id)).toEqual(before)
    expect(items[0]).toMatchObject({ seenAtMs: START + DAY, cardId })
    expect(await idsOf(START + 2 * DAY)).not.toEqual(before)
  })

  it('makes up for a mark that was deleted, and follows the settings', async () => {
    await markAll()
    const before = await idsOf(START + DAY)
    await test.client.annotation.remove({ annotationIds: before.slice(0, 1) })
    const after = await idsOf(START + DAY)
    expect(after).toHaveLength(3)
    expect(after.slice(0, 2)).toEqual(before.slice(1))
    await test.client.settings.set({ oldMarksPerDay: 5 })
    const more = await idsOf(START + DAY)
    expect(more.slice(0, 3)).toEqual(after)
    expect(more).toHaveLength(5)
    await test.client.settings.set({ oldMarksPerDay: 0 })
    expect(await idsOf(START + DAY)).toEqual([])
  })

  it('leaves schedule and history alone', async () => {
    await markAll()
    const before = [await test.client.review.counts({}), await test.client.history.state()]
    for (const annotationId of await idsOf(START + DAY)) await test.client.resurface.seen({ annotationId })
    expect([await test.client.review.counts({}), await test.client.history.state()]).toEqual(before)
  })
})
