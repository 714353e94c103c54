import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestCore } from '#test/support/open-test-core.ts'

const text = `The summit at Celtic Manor

Leaders met at Celtic Manor on Thursday. The Peshmerga were not invited. Anna Sorel, the foreign minister, spoke for 20 minutes. A spokesman for the Lantern wrote to Bright Harbour about it, and Bright Harbour asked Tomkin.`

let test: ReturnType<typeof openTestCore>
let articleId: Awaited<ReturnType<typeof test.client.article.importText>>['articleId']
beforeEach(async () => {
  test = openTestCore(Date.UTC(2021, 3, 1))
  articleId = (await test.client.article.importText({ text, date: '2021-03-30' })).articleId
  await test.core.settled()
})
afterEach(() => test.core.close())

const doubtful = async () => (await test.client.correction.doubtful({ limit: 50 })).items
const first = async () => {
  const [find] = await doubtful()
  if (!find) throw new Error('Nothing is doubtful.')
  return find
}
const judged = async () => (await test.client.correction.honesty()).judged

describe('doubtful finds', () => {
  it('are asked about once for each name of an article, in pages, until they are answered', async () => {
    const all = await doubtful()
    expect(all.length).toBeGreaterThan(1)
    expect(all.every(({ confidence }) => confidence < 0.75)).toBe(true)
    expect(new Set(all.map(({ entityId }) => entityId)).size).toBe(all.length)
    const page = await test.client.correction.doubtful({ limit: 1 })
    const next = await test.client.correction.doubtful({ limit: 50, cursor: page.nextCursor ?? '' })
    expect([...page.items, ...next.items]).toEqual(all)
    expect(page.total).toBe(all.length)
    const { entityId, start, end } = all[0] ?? (await first())
    await test.client.correction.add({ kind: 'confirm', entityId, passage: { articleId, start, end }, asked: true })
    expect(await doubtful()).toEqual(all.slice(1))
    await test.client.history.undo()
    expect(await doubtful()).toEqual(all)
    await test.client.correction.add({ kind: 'confirm', entityId })
    expect(await doubtful()).toEqual(all.slice(1))
  })

  it('leave the text when they are no names, everywhere in the article', async () => {
    const find = await first()
    const before = await test.client.entity.inArticle({ articleId })
    const { effect } = await test.client.correction.add({
      kind: 'not-mention',
      articleId,
      start: find.start,
      end: find.end,
      all: true,
    })
    expect(effect.mentions).toBe(find.places)
    const left = await test.client.entity.inArticle({ articleId })
    expect(left).toEqual(before.filter(({ entityId }) => entityId !== find.entityId))
  })

  it('can be drawn by chance, sure ones among them, until all are judged', async () => {
    const { items } = await test.client.correction.sample({ limit: 20 })
    expect(items).toHaveLength(1)
    for (const { entityId, start, end } of await test.client.entity.inArticle({ articleId }))
      await test.client.correction.add({ kind: 'confirm', entityId, passage: { articleId, start, end } })
    expect((await test.client.correction.sample({ limit: 20 })).items).toEqual([])
  })
})

describe('honesty', () => {
  it('counts each find once, by what was found first and said last', async () => {
    expect(await test.client.correction.honesty()).toEqual({ judged: [], missed: [], unknown: 0, corrections: [] })
    const { entityId, start, end, kind } = await first()
    const range = { articleId, start, end }
    await test.client.correction.add({ kind: 'confirm', entityId, passage: range, asked: true })
    expect(await judged()).toEqual([{ kind, band: expect.any(Number), outcome: 'right', asked: true, count: 1 }])
    const [{ band } = { band: -1 }] = await judged()
    expect(band).toBeLessThan(3)
    await test.client.correction.add({ kind: 'not-mention', ...range })
    expect(await judged()).toEqual([{ kind, band, outcome: 'no-name', asked: true, count: 1 }])
    await test.client.history.undo()
    await test.client.history.undo()
    expect(await judged()).toEqual([])
  })

  it('tells names that were missed and figures apart', async () => {
    const stored = await test.client.article.get({ articleId })
    const at = stored.text.indexOf('foreign minister')
    const missed = { articleId, start: at, end: at + 16 }
    await test.client.correction.add({ kind: 'mention', ...missed, as: 'group' })
    const [figure] = (await test.client.figure.list({ articleId, limit: 5 })).items
    if (!figure) throw new Error('No figure.')
    const { start, end } = figure
    const { correction, effect } = await test.client.correction.add({
      kind: 'measure',
      articleId,
      start,
      end,
      measures: 'length of the speech',
      subject: 'Anna Sorel',
    })
    expect(effect.figures).toBe(1)
    expect((await test.client.figure.list({ articleId, limit: 5 })).items[0]).toMatchObject({
      measures: 'length of the speech',
      subject: 'Anna Sorel',
    })
    expect(await test.client.correction.honesty()).toMatchObject({
      judged: [{ kind: 'figure', outcome: 'other-measure', asked: false, count: 1 }],
      missed: [{ kind: 'group', count: 1 }],
      unknown: 0,
      corrections: [
        { kind: 'measure', count: 1 },
        { kind: 'mention', count: 1 },
      ],
    })
    await test.client.correction.undo({ correctionId: correction.id })
    expect((await judged()).length).toBe(0)
  })
})

describe('the log of corrections', () => {
  it('tells what each changed, and of imported ones which are about something that is not here', async () => {
    const sorel = (await test.client.entity.list({ query: 'Sorel', limit: 1 })).items[0]
    if (!sorel) throw new Error('Nobody is called Sorel.')
    await test.client.correction.add({ kind: 'retype', entityId: sorel.id, to: 'group' })
    const { start, end } = await first()
    await test.client.correction.add({ kind: 'not-mention', articleId, start, end })
    const { items } = await test.client.correction.list({ limit: 50 })
    expect(items.map(({ effect, isHere }) => [effect?.mentions, isHere])).toEqual([
      [1, true],
      [sorel.mentionCount, true],
    ])
    const { text: log } = await test.client.correction.export()
    const other = openTestCore(Date.UTC(2022, 0, 1))
    try {
      expect(await other.client.correction.import({ text: log })).toEqual({
        added: 2,
        known: 0,
        unreadable: 0,
        absent: 2,
      })
      expect(await other.client.correction.import({ text: log })).toMatchObject({ added: 0, known: 2 })
      await other.client.article.importText({ text, date: '2021-03-30' })
      await other.core.settled()
      expect((await other.client.correction.list({ limit: 50 })).items.map(({ isHere }) => isHere)).toEqual([
        true,
        true,
      ])
      expect((await other.client.entity.list({ query: 'Sorel', limit: 1 })).items[0]?.kind).toBe('group')
    } finally {
      await other.core.close()
    }
  })
})
