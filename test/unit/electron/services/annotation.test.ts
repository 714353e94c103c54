import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
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

  it('takes the whole of a character that a range cuts in half', async () => {
    const { articleId: id } = await test.client.article.importText({ text: 'The flood 🌊🌊 came.', title: 'Signs' })
    const cut = await test.client.annotation.add({ articleId: id, start: 11, end: 13 })
    expect([cut.start, cut.end, cut.quote]).toEqual([10, 14, '🌊🌊'])
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

describe('annotation.merge and split', () => {
  const add =
    (words: string, rest: { note?: string; tags?: string[] } = {}) =>
    async () => {
      const { text } = await test.client.article.get({ articleId })
      const start = text.indexOf(words)
      return test.client.annotation.add({ articleId, start, end: start + words.length, ...rest })
    }

  it('makes one mark of two with both notes, all tags and all cards, and undo takes it back whole', async () => {
    const first = await add('The night ferry', { note: 'which?', tags: ['ships'] })()
    const second = await add('sails again from Monday', { note: 'or Tuesday', tags: ['ships', 'dates'] })()
    const card = await test.client.card.create({
      kind: 'basic',
      front: 'When?',
      back: 'Monday',
      annotationId: second.id,
    })
    const before = await marks()
    const merged = await test.client.annotation.merge({ annotationIds: [second.id, first.id] })
    expect(merged).toMatchObject({
      id: first.id,
      quote: 'The night ferry to Saltholm sails again from Monday',
      note: 'which?\n\nor Tuesday',
      tags: ['ships', 'dates'],
    })
    expect(await marks()).toEqual([merged])
    const evidence = async () => (await test.client.card.get({ cardId: card.id })).evidence.annotationId
    expect(await evidence()).toBe(first.id)
    await test.client.history.undo()
    expect([await marks(), await evidence()]).toEqual([
      before.map((mark) => expect.objectContaining({ id: mark.id, quote: mark.quote, tags: mark.tags })),
      second.id,
    ])
  })

  it('makes two marks of one without the space between them', async () => {
    const mark = await add('The night ferry to Saltholm', { note: 'which?', tags: ['ships'] })()
    const { text } = await test.client.article.get({ articleId })
    const { first, second } = await test.client.annotation.split({
      annotationId: mark.id,
      at: text.indexOf('to Saltholm'),
    })
    expect([first.quote, first.note, second.quote, second.note, second.tags]).toEqual([
      'The night ferry',
      'which?',
      'to Saltholm',
      '',
      ['ships'],
    ])
    const outside = test.client.annotation.split({ annotationId: mark.id, at: 0 })
    await expect(outside).rejects.toMatchObject({ code: 'OUT_OF_RANGE' })
  })

  it('takes back in one step what made a mark longer word by word', async () => {
    const mark = await add('The night')()
    const end = mark.end ?? 0
    for (const more of [6, 9]) await test.client.annotation.update({ annotationId: mark.id, end: end + more })
    expect((await marks())[0]?.end).toBe(end + 9)
    await test.client.history.undo()
    expect((await marks())[0]?.end).toBe(end)
    test.time.nowMs += 60_000
    await test.client.annotation.update({ annotationId: mark.id, end: end + 6 })
    test.time.nowMs += 60_000
    await test.client.annotation.update({ annotationId: mark.id, end: end + 9 })
    await test.client.history.undo()
    expect((await marks())[0]?.end).toBe(end + 6)
  })
})

describe('category.move', () => {
  it('gives a category another key and lets the others give way', async () => {
    const names = async () => (await test.client.category.list()).map(({ name, position }) => `${position} ${name}`)
    const before = await names()
    const claim = (await test.client.category.list()).find(({ name }) => name === 'Claim')
    if (!claim) throw new Error('There is no such category.')
    await test.client.category.move({ categoryId: claim.id, position: 1 })
    expect((await names()).slice(0, 4)).toEqual(['1 Claim', '2 Key fact', '3 Question', '4 Evidence'])
    await test.client.history.undo()
    expect(await names()).toEqual(before)
  })
})

describe('marks of the whole library', () => {
  it('are filtered by the names in them and the time they were made', async () => {
    const { text } = await test.client.article.get({ articleId })
    await test.core.settled()
    const [ferry] = (await test.client.entity.list({ query: 'Saltholm', limit: 1 })).items
    if (!ferry) throw new Error('Saltholm was not found.')
    const start = text.indexOf('ferry to Saltholm')
    const named = await test.client.annotation.add({ articleId, start, end: start + 17 })
    test.time.nowMs += 60_000
    const laterMs = test.time.nowMs
    const other = await test.client.annotation.add({ articleId, start: text.indexOf('captain'), end: text.length })
    const ids = async (filter: object) => (await test.client.annotation.list(filter)).items.map(({ id }) => id)
    expect(await ids({ entityId: ferry.id })).toEqual([named.id])
    expect(await ids({ fromMs: laterMs })).toEqual([other.id])
    expect(await ids({ beforeMs: laterMs })).toEqual([named.id])
  })

  it('are changed many at once, and undo takes all of it back', async () => {
    const first = await test.client.annotation.add({ articleId, start: 0, end: 5, tags: ['old'] })
    const second = await test.client.annotation.add({ articleId, start: 6, end: 9, category: 2 })
    const annotationIds = [first.id, second.id]
    const change = { annotationIds, category: 3, addTags: ['new'], removeTags: ['old'] }
    expect(await test.client.annotation.updateMany(change)).toEqual({ updated: 2 })
    const [third] = (await test.client.category.list()).filter(({ position }) => position === 3)
    const facts = async () => (await marks()).map(({ categoryId, tags }) => ({ categoryId, tags }))
    expect(await facts()).toEqual([
      { categoryId: third?.id, tags: ['new'] },
      { categoryId: third?.id, tags: ['new'] },
    ])
    await test.client.history.undo()
    expect(await facts()).toEqual([
      { categoryId: first.categoryId, tags: ['old'] },
      { categoryId: second.categoryId, tags: [] },
    ])
  })

  it('are changed and deleted with room for others in between, each as one step', async () => {
    const annotationIds: string[] = []
    // So many that no machine is through with them in one part.
    for (let number = 0; number < 2_000; number++)
      annotationIds.push((await test.client.annotation.add({ articleId, start: 0, end: 5, note: `${number}` })).id)
    /** How often others got a turn. */
    const turnsDuring = async (work: () => Promise<unknown>) => {
      let [turns, isOver] = [0, false]
      const turn = () => {
        turns++
        if (!isOver) setImmediate(turn)
      }
      setImmediate(turn)
      await work()
      isOver = true
      return turns
    }
    const change = () => test.client.annotation.updateMany({ annotationIds, addTags: ['new'] })
    expect(await turnsDuring(change)).toBeGreaterThan(2)
    expect(await turnsDuring(() => test.client.annotation.remove({ annotationIds }))).toBeGreaterThan(2)
    expect(await marks()).toEqual([])
    await test.client.history.undo()
    expect((await test.client.annotation.list({ tag: 'new', limit: 1 })).total).toBe(2_000)
    await test.client.history.undo()
    expect((await test.client.annotation.list({ tag: 'new', limit: 1 })).total).toBe(0)
  })
})

describe('annotation links', () => {
  const LINKED = `Mayor Ada Brandt met Peter Lund in Lisbon. Peter Lund thanked Ada Brandt.`
  const named = async (name: string) => {
    const { items } = await test.client.entity.list({ query: name, limit: 10 })
    const one = items.find((item) => item.name === name)
    if (!one) throw new Error(`nothing is called ${name}`)
    return one.id
  }
  const searched = async () => {
    const article = await test.client.article.importText({ text: LINKED })
    await vi.waitFor(async () =>
      expect((await test.client.article.get({ articleId: article.articleId })).extraction).toBe('done'),
    )
    return { ada: await named('Ada Brandt'), peter: await named('Peter Lund') }
  }

  it('links a mark to names, finds it by them, and undo and redo follow', async () => {
    const { ada, peter } = await searched()
    const mark = await test.client.annotation.add({ articleId, start: 4, end: 15, entityIds: [ada] })
    expect(mark.entities).toEqual([{ id: ada, kind: 'person', name: 'Ada Brandt' }])
    const linked = async () => (await marks())[0]?.entities.map(({ name }) => name)
    await test.client.annotation.update({ annotationId: mark.id, entityIds: [ada, peter] })
    const quotes = async (entityId: string) => [
      (await test.client.annotation.list({ entityId })).items.map(({ quote }) => quote),
      (await test.client.entity.notes({ entityId, limit: 10 })).items.map(({ quote }) => quote),
    ]
    expect(await quotes(peter)).toEqual([['night ferry'], ['night ferry']])
    expect(await test.client.history.state()).toMatchObject({ undo: { label: 'Links of mark “night ferry”' } })
    await test.client.history.undo()
    expect([await linked(), await quotes(peter)]).toEqual([['Ada Brandt'], [[], []]])
    await test.client.history.redo()
    expect(await linked()).toEqual(['Ada Brandt', 'Peter Lund'])
    await test.client.annotation.update({ annotationId: mark.id, entityIds: [] })
    expect(await linked()).toEqual([])
    const unknown = test.client.annotation.update({
      annotationId: mark.id,
      entityIds: ['019a0000-0000-7000-8000-000000000000'],
    })
    await expect(unknown).rejects.toMatchObject({ code: 'ENTITY_MISSING' })
  })

  it('links many marks and takes links away as one step', async () => {
    const { ada, peter } = await searched()
    const first = await test.client.annotation.add({ articleId, start: 0, end: 9, entityIds: [ada] })
    const note = await test.client.annotation.add({ articleId, note: 'Of both' })
    const links = async () =>
      (await marks()).map(({ id, entities }) => [id, entities.map(({ name }) => name)]).sort((a, b) => (a < b ? -1 : 1))
    const annotationIds = [first.id, note.id]
    const before = await links()
    await test.client.annotation.updateMany({ annotationIds, addEntityIds: [ada, peter] })
    expect(await links()).toEqual([
      [first.id, ['Ada Brandt', 'Peter Lund']],
      [note.id, ['Ada Brandt', 'Peter Lund']],
    ])
    await test.client.annotation.updateMany({ annotationIds, removeEntityIds: [ada] })
    expect(await links()).toEqual([
      [first.id, ['Peter Lund']],
      [note.id, ['Peter Lund']],
    ])
    await test.client.history.undo()
    await test.client.history.undo()
    expect(await links()).toEqual(before)
    const unknown = test.client.annotation.updateMany({
      annotationIds,
      addEntityIds: ['019a0000-0000-7000-8000-000000000000'],
    })
    await expect(unknown).rejects.toMatchObject({ code: 'ENTITY_MISSING' })
  })

  it('follows names that are merged, shows them once, and parts them when the merge is taken back', async () => {
    const { ada, peter } = await searched()
    const mark = await test.client.annotation.add({ articleId, start: 4, end: 15, entityIds: [peter, ada] })
    await test.client.correction.add({ kind: 'merge', into: ada, entityIds: [peter] })
    const [merged] = await marks()
    expect(merged?.entities).toHaveLength(1)
    await test.client.annotation.update({
      annotationId: mark.id,
      note: 'one person after all',
      entityIds: merged?.entities.map(({ id }) => id) ?? [],
    })
    await test.client.history.undo()
    await test.client.history.undo()
    expect((await marks())[0]?.entities.map(({ name }) => name)).toEqual(['Peter Lund', 'Ada Brandt'])
  })

  it('is no step to undo where a change leaves all as it is', async () => {
    const mark = await test.client.annotation.add({ articleId, start: 0, end: 9, category: 2, tags: ['a', 'b'] })
    const { undo } = await test.client.history.state()
    const same = { start: 0, end: 9, category: 2, note: '', tags: ['a', 'b'], entityIds: [] }
    expect(await test.client.annotation.update({ annotationId: mark.id, ...same })).toEqual(mark)
    expect((await test.client.history.state()).undo).toEqual(undo)
  })

  it('gives a merged mark the links of all, and both halves of a split one', async () => {
    const { ada, peter } = await searched()
    const first = await test.client.annotation.add({ articleId, start: 0, end: 9, entityIds: [ada] })
    const second = await test.client.annotation.add({ articleId, start: 10, end: 19, entityIds: [ada, peter] })
    const merged = await test.client.annotation.merge({ annotationIds: [first.id, second.id] })
    expect(merged.entities.map(({ name }) => name)).toEqual(['Ada Brandt', 'Peter Lund'])
    const halves = await test.client.annotation.split({ annotationId: first.id, at: 9 })
    expect([halves.first.entities, halves.second.entities]).toEqual([merged.entities, merged.entities])
  })

  it('keeps links where the text changes and the mark loses its place', async () => {
    const { ada } = await searched()
    await test.client.annotation.add({ articleId, start: 4, end: 15, entityIds: [ada] })
    await test.client.article.updateText({ articleId, text: 'Nothing of it is left in these words at all.' })
    expect((await marks())[0]).toMatchObject({ anchor: 'lost', entities: [{ name: 'Ada Brandt' }] })
  })
})
