import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { collect, openTestCore } from '#test/support/open-test-core.ts'

const paragraphs = [
  'The harbour of Lenz was closed on Tuesday after a fire broke out in one of its two grain stores.',
  'Firefighters needed nine hours to bring it under control. The mayor, Ada Brandt, said nobody had been hurt.',
  'The harbour company expects to open the eastern quay again within a week, and the western one in spring.',
  'In a statement, the insurers said that they would wait for the report before they named a sum.',
]
const TEXT = paragraphs.join('\n\n')

let test: ReturnType<typeof openTestCore>
let articleId: string
beforeEach(async () => {
  test = openTestCore(Date.UTC(2026, 0, 5))
  const input = { text: TEXT, title: 'Fire in Lenz', source: 'The Lenz Post' }
  articleId = (await test.client.article.importText(input)).articleId
})
afterEach(async () => {
  expect(test.failures).toEqual([])
  await test.core.close()
})

const get = () => test.client.article.get({ articleId })
const marks = async () => (await test.client.annotation.list({ articleId })).items
const markWords = async (words: string, note = '') => {
  const { text } = await get()
  const start = text.indexOf(words)
  return test.client.annotation.add({ articleId, start, end: start + words.length, note })
}
const standings = async () => {
  const { text } = await get()
  return (await marks()).map(({ quote, start, end, anchor }) => ({
    quote,
    anchor,
    there: start === null || end === null ? null : text.slice(start, end),
  }))
}

const changedText = [
  'Updated on Wednesday with the names of those concerned.',
  paragraphs[0],
  paragraphs[1]?.replace('nine hours to bring it', 'eleven hours to get it'),
  paragraphs[2],
].join('\n\n')

describe('article.updateText', () => {
  it('lists marks whose words changed with what they read before, until they are confirmed', async () => {
    await markWords('one of its two grain stores')
    const { id } = await markWords('needed nine hours to bring it under control', 'how long?')
    await test.client.article.updateText({ articleId, text: changedText })
    const moved = async () => (await test.client.repair.moved({ articleId })).items
    expect(await moved()).toMatchObject([
      {
        quote: 'needed nine hours to bring it under control',
        before: expect.stringMatching(/Firefighters $/),
        annotation: { id, quote: 'needed eleven hours to get it under control', anchor: 'moved', note: 'how long?' },
      },
    ])
    expect(await test.client.repair.confirm({ annotationIds: [id] })).toEqual({ confirmed: 1 })
    expect(await moved()).toEqual([])
    await test.client.history.undo()
    expect(await moved()).toMatchObject([{ quote: 'needed nine hours to bring it under control' }])
    await test.client.history.undo()
    expect([await moved(), (await marks()).map(({ anchor }) => anchor)]).toEqual([[], ['placed', 'placed']])
  })

  it('shows no name of the old text in the new one while that has not been searched, nor after it is taken back', async () => {
    const seen = new Set<string>()
    const look = async () => {
      const [{ text }, mentions] = await Promise.all([get(), test.client.entity.inArticle({ articleId })])
      for (const { start, end } of mentions) seen.add(text.slice(start, end))
    }
    const lookUntilSearched = async () => {
      do {
        await look()
        await new Promise((resolve) => setImmediate(resolve))
      } while ((await get()).extraction === 'waiting')
      await look()
    }
    await lookUntilSearched()
    const names = new Set(seen)
    expect(names).toContain('Ada Brandt')
    seen.clear()
    const updated = test.client.article.updateText({ articleId, text: changedText })
    let isDone = false
    void updated.then(() => (isDone = true))
    while (!isDone) {
      await look()
      await new Promise((resolve) => setImmediate(resolve))
    }
    await lookUntilSearched()
    await test.client.history.undo()
    await lookUntilSearched()
    expect([...seen].filter((words) => !names.has(words))).toEqual([])
    expect(seen).toContain('Ada Brandt')
  })

  it('lets each mark follow its passage, and takes off the text those that have none', async () => {
    await markWords('one of its two grain stores')
    await markWords('needed nine hours to bring it under control')
    await markWords('named a sum', 'ask the insurers')
    const { changed, marks: counts } = await test.client.article.updateText({ articleId, text: changedText })
    expect({ changed, counts }).toEqual({ changed: true, counts: { placed: 0, moved: 2, unsure: 0, lost: 1 } })
    expect(await standings()).toEqual([
      { quote: 'named a sum', anchor: 'lost', there: null },
      { quote: 'one of its two grain stores', anchor: 'moved', there: 'one of its two grain stores' },
      {
        quote: 'needed eleven hours to get it under control',
        anchor: 'moved',
        there: 'needed eleven hours to get it under control',
      },
    ])
  })

  it('is one action that undo takes back whole, index, blocks and finds included, and redo does again', async () => {
    await markWords('named a sum')
    const card = await test.client.card.create({
      kind: 'basic',
      front: 'Who waits?',
      back: 'The insurers',
      articleId,
      start: TEXT.indexOf('the insurers'),
      end: TEXT.indexOf('the insurers') + 12,
    })
    const found = async (q: string) =>
      (await test.client.search.query({ q })).items.some(({ kind }) => kind === 'article')
    const names = async () => (await test.client.entity.list({ articleId, limit: 50 })).items.map(({ name }) => name)
    const state = async () => {
      await test.core.settled()
      const { text, blocks } = await get()
      const { evidence } = await test.client.card.get({ cardId: card.id })
      return {
        text,
        blocks,
        standings: await standings(),
        start: evidence.start,
        insurers: await found('insurers'),
        wednesday: await found('wednesday'),
        names: await names(),
      }
    }
    const before = await state()
    await test.client.article.updateText({ articleId, text: changedText })
    const after = await state()
    expect([before.insurers, before.wednesday, after.insurers, after.wednesday]).toEqual([true, false, false, true])
    expect(after.start).toBeNull()
    expect((await test.client.history.undo()).step?.label).toBe('New text of “Fire in Lenz”')
    expect(await state()).toEqual(before)
    await test.client.history.redo()
    expect(await state()).toEqual(after)
  })

  it('changes nothing when the text says the same', async () => {
    expect(await test.client.article.updateText({ articleId, text: TEXT })).toMatchObject({ changed: false })
    expect((await test.client.history.state()).undo?.label).toBe('Import of “Fire in Lenz”')
  })
})

describe('importing an article again', () => {
  it('knows the same title from the same source with a changed text', async () => {
    await markWords('one of its two grain stores')
    const again = { text: changedText, title: 'Fire in Lenz', source: 'The Lenz Post' }
    const result = await test.client.article.importText(again)
    expect(result).toEqual({ articleId, duplicateOf: null, marks: { placed: 0, moved: 1, unsure: 0, lost: 0 } })
    expect((await test.client.article.list({ limit: 10 })).total).toBe(1)
  })

  it('takes a quite different text under the same title for an article of its own', async () => {
    const text = 'Nothing here has to do with what was reported a week ago. It is a column that comes out every Friday.'
    const { articleId: other } = await test.client.article.importText({
      text,
      title: 'Fire in Lenz',
      source: 'The Lenz Post',
    })
    expect(other).not.toBe(articleId)
  })

  it('knows a file from the same address, and tells what became of the marks', async () => {
    const file = (text: string, name: string) =>
      new File([`---\ntitle: ${name}\nurl: https://lenz.example/fire\n---\n\n${text}`], `${name}.md`)
    const results = async (files: File[]) =>
      (await collect(test.client.article.import({ files }))).flatMap((e) => (e.type === 'result' ? [e.outcome] : []))
    const [first] = await results([file(TEXT.replace('Tuesday', 'Monday'), 'first')])
    if (first?.kind !== 'imported') throw new Error('The first is not imported.')
    await test.client.annotation.add({ articleId: first.articleId, start: 0, end: 19 })
    expect(await results([file(changedText, 'second')])).toEqual([
      {
        kind: 'changed',
        articleId: first.articleId,
        title: 'first',
        marks: { placed: 0, moved: 1, unsure: 0, lost: 0 },
      },
    ])
    await test.client.history.undo()
    expect((await test.client.article.get({ articleId: first.articleId })).text).toContain('Monday')
  })
})

describe('repair', () => {
  beforeEach(async () => {
    await markWords('The mayor, Ada Brandt, said nobody had been hurt.', 'check this')
    await markWords('named a sum')
    const rewritten = [
      paragraphs[0],
      paragraphs[1]?.replace(/The mayor.*/, 'Ada Brandt, who is mayor, told us of no injuries at all.'),
      paragraphs[2],
    ].join('\n\n')
    await test.client.article.updateText({ articleId, text: rewritten })
  })

  it('lists what has no sure place with the old words, the old surroundings and the best places', async () => {
    const { items, total } = await test.client.repair.list({ articleId })
    expect(total).toBe(2)
    const lost = items.find(({ annotation }) => annotation.anchor === 'lost')
    expect(lost?.annotation.quote).toBe('named a sum')
    expect(lost?.before).toMatch(/before they $/)
  })

  it('puts a mark with its note and cards on the passage the person chose; one undo', async () => {
    const { items } = await test.client.repair.list({ articleId })
    const item = items.find(({ annotation }) => annotation.note === 'check this')
    if (!item) throw new Error('The mark is not in the list.')
    const { text } = await get()
    const start = text.indexOf('Ada Brandt')
    const placed = await test.client.repair.place({ annotationId: item.annotation.id, start, end: start + 10 })
    expect(placed).toMatchObject({ start, quote: 'Ada Brandt', note: 'check this', anchor: 'moved' })
    expect((await test.client.repair.list({ articleId })).total).toBe(1)
    await test.client.history.undo()
    expect((await test.client.repair.list({ articleId })).total).toBe(2)
  })

  it('takes a moved mark that the person moves on with its note, tags, links and cards; one undo', async () => {
    const words = 'eastern quay again within a week'
    const { id } = await markWords(words, 'when exactly?')
    await test.core.settled()
    const entityIds = (await test.client.entity.list({ query: 'Ada Brandt', limit: 1 })).items.map((one) => one.id)
    expect(entityIds).toHaveLength(1)
    await test.client.annotation.update({ annotationId: id, tags: ['quay'], entityIds })
    const from = (await get()).text.indexOf(words)
    const passage = { articleId, start: from, end: from + words.length, annotationId: id }
    const front = 'When does the eastern quay open?'
    const card = await test.client.card.create({ front, back: 'Within a week', ...passage })
    const text = (await get()).text.replace(words, 'eastern quay again within two weeks')
    await test.client.article.updateText({ articleId, text: `Updated.\n\n${text}` })
    const standing = async () => {
      const mark = (await marks()).find((one) => one.id === id)
      const { evidence: now } = await test.client.card.get({ cardId: card.id })
      return { mark, card: [now.start, now.end] }
    }
    const before = await standing()
    expect(before.mark).toMatchObject({ anchor: 'moved', quote: 'eastern quay again within two weeks' })
    const start = (await get()).text.indexOf('western one in spring')
    const end = start + 'western one in spring'.length
    await test.client.repair.place({ annotationId: id, start, end })
    expect(await standing()).toMatchObject({
      mark: { start, end, note: 'when exactly?', tags: ['quay'], entities: entityIds.map((one) => ({ id: one })) },
      card: [start, end],
    })
    await test.client.history.undo()
    expect(await standing()).toEqual(before)
  })

  it('keeps marks as quotes without a place, and takes that back', async () => {
    const { items } = await test.client.repair.list({ articleId })
    const annotationIds = items.map(({ annotation }) => annotation.id)
    expect(await test.client.repair.detach({ annotationIds })).toEqual({ detached: 2 })
    expect((await test.client.repair.list({})).total).toBe(0)
    expect((await marks()).map(({ anchor, start }) => [anchor, start])).toEqual([
      ['detached', null],
      ['detached', null],
    ])
    await test.client.history.undo()
    expect((await test.client.repair.list({})).items).toEqual(items)
  })

  it('accepts all above a score as one action', async () => {
    const likely = (await test.client.repair.list({})).items.filter(({ places }) => (places[0]?.score ?? 0) >= 0.4)
    const { accepted } = await test.client.repair.acceptAll({ minScore: 0.4 })
    expect(accepted).toBe(likely.length)
    expect(accepted).toBeGreaterThan(0)
    await test.client.history.undo()
    expect((await test.client.repair.list({})).total).toBe(2)
  })
})
