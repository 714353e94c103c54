import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { collect, openTestCore } from '#test/support/open-test-core.ts'

const NOON = Date.UTC(2026, 4, 14, 12)
const HARBOUR = `Harbour strike enters its third week

Dock workers in Port Elmina have stopped work since 3 May, the Harbour Union said on Thursday.

Minister of Transport Ama Boateng met the union on Wednesday. "We are close to an agreement," Ms Boateng said.

About 400 containers wait on the quay.`
const RELIEF = `Relief ships reach Port Elmina

Minister of Transport Ama Boateng welcomed two ships with rice and medicine.

The Harbour Union said its members unloaded 120 tonnes without pay.`

let test: ReturnType<typeof openTestCore>
beforeEach(() => {
  test = openTestCore(NOON)
})
afterEach(() => test.core.close())

const textFile = (name: string, text: string | Uint8Array<ArrayBuffer>) =>
  new File([text], name, { type: 'text/plain' })

describe('article.get', () => {
  it('tells an article whose import was undone from one that was deleted', async () => {
    const { articleId } = await test.client.article.importText({ text: HARBOUR })
    const missing = () => test.client.article.get({ articleId }).catch(({ code, data }) => [code, data])
    await test.client.article.delete({ articleIds: [articleId] })
    expect(await missing()).toEqual(['ARTICLE_MISSING', { isUndone: false }])
    await test.client.history.undo()
    await test.client.history.undo()
    expect(await missing()).toEqual(['ARTICLE_MISSING', { isUndone: true }])
    await test.client.history.redo()
    expect(await test.client.article.get({ articleId })).toMatchObject({ id: articleId })
    // What would come again with the deletion is not there to be read.
    await test.client.history.redo()
    expect(await missing()).toEqual(['ARTICLE_MISSING', { isUndone: false }])
  })
})

describe('article.import', () => {
  it('imports what it can, says of each other file why not, and undoes the batch in one step', async () => {
    const files = [
      textFile('harbour.txt', HARBOUR),
      textFile('same.txt', HARBOUR.replaceAll('\n', '\r\n')),
      textFile('empty.txt', ''),
      textFile('picture.png', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0])),
      textFile('relief.txt', RELIEF),
    ]
    const events = await collect(test.client.article.import({ files }))
    const results = events.flatMap((e) => (e.type === 'result' ? [[e.name, e.outcome.kind]] : []))
    expect(results).toEqual([
      ['harbour.txt', 'imported'],
      ['same.txt', 'duplicate'],
      ['empty.txt', 'failed'],
      ['picture.png', 'failed'],
      ['relief.txt', 'imported'],
    ])
    const codes = events.flatMap((e) => (e.type === 'result' && e.outcome.kind === 'failed' ? [e.outcome.code] : []))
    expect(codes).toEqual(['EMPTY', 'BINARY'])
    expect((await test.client.article.list({ limit: 10 })).total).toBe(2)
    expect((await test.client.history.undo()).step?.label).toBe('Import of 2 articles')
    expect((await test.client.article.list({ limit: 10 })).total).toBe(0)
    await test.client.history.redo()
    expect((await test.client.article.list({ limit: 10 })).total).toBe(2)
    expect(test.failures).toEqual([])
  })

  it('lets a text be imported again after it was deleted', async () => {
    const first = await test.client.article.importText({ text: HARBOUR })
    await test.client.article.delete({ articleIds: [first.articleId] })
    const second = await test.client.article.importText({ text: HARBOUR })
    expect(second.duplicateOf).toBeNull()
    expect((await test.client.article.importText({ text: HARBOUR })).duplicateOf).toBe(second.articleId)
  })
})

describe('article.importText', () => {
  it('answers when the names in the text have been found', async () => {
    const { articleId } = await test.client.article.importText({ text: RELIEF })
    expect((await test.client.article.get({ articleId })).extraction).toBe('done')
    expect((await test.client.entity.list({ articleId, limit: 10 })).items.map((e) => e.name)).toContain('Ama Boateng')
  })
})

describe('extraction over several articles', () => {
  it('joins a person of full name and a group across articles, with the roles and mentions of both', async () => {
    await test.client.article.importText({ text: HARBOUR, date: '2026-05-12' })
    await test.client.article.importText({ text: RELIEF, date: '2026-05-13' })
    await test.core.settled()
    const { items } = await test.client.entity.list({ limit: 50, query: 'boateng' })
    expect(items.map(({ name, kind, articleCount }) => ({ name, kind, articleCount }))).toEqual([
      { name: 'Ama Boateng', kind: 'person', articleCount: 2 },
    ])
    const id = items[0]?.id ?? ''
    const mentions = await test.client.entity.mentions({ entityId: id, limit: 10 })
    expect(mentions.items.map((m) => m.articleTitle)).toEqual([
      'Relief ships reach Port Elmina',
      'Harbour strike enters its third week',
      'Harbour strike enters its third week',
    ])
    for (const m of mentions.items) expect(m.sentence).toContain(m.surface)
    const dossier = await test.client.entity.get({ entityId: id })
    expect(dossier.roles.map((r) => [r.role, r.count])).toEqual([['Minister of Transport', 2]])
    expect(test.failures).toEqual([])
  })

  it('asks no question twice, whether a card or another article asks it already', async () => {
    await test.client.article.importText({ text: HARBOUR })
    const [first] = (await test.client.suggestion.list({})).items.filter((s) => s.kind === 'who')
    expect(first?.front).toBe('Who is Ama Boateng?')
    await test.client.article.importText({ text: RELIEF })
    const asked = async () => (await test.client.suggestion.list({})).items.filter((s) => s.front === first?.front)
    expect(await asked()).toHaveLength(1)
    await test.client.suggestion.accept({ suggestionId: first?.id ?? '' })
    await test.client.article.importText({ text: `${RELIEF} More ships follow.` })
    expect(await asked()).toEqual([])
  })

  it('hides an entity whose only article was deleted, and shows it again on undo', async () => {
    const { articleId } = await test.client.article.importText({ text: RELIEF })
    await test.core.settled()
    const before = await test.client.entity.list({ limit: 50 })
    await test.client.article.delete({ articleIds: [articleId] })
    expect((await test.client.entity.list({ limit: 50 })).items).toEqual([])
    expect((await test.client.search.query({ q: 'Boateng' })).items).toEqual([])
    await test.client.history.undo()
    expect(await test.client.entity.list({ limit: 50 })).toEqual(before)
  })
})

describe('cards and suggestions', () => {
  const absent = '019b8e07-0000-7000-8000-000000000000'

  it('refuses a card from an article, mark or entity that is not there', async () => {
    const { articleId } = await test.client.article.importText({ text: HARBOUR })
    await test.client.article.delete({ articleIds: [articleId] })
    const card = { front: 'q', back: 'a' }
    const codes = await Promise.all(
      [{ articleId }, { annotationId: absent }, { entityId: absent }].map((from) =>
        test.client.card.create({ ...card, ...from }).catch((error: { code: string }) => error.code),
      ),
    )
    expect(codes).toEqual(['ARTICLE_MISSING', 'ANNOTATION_MISSING', 'ENTITY_MISSING'])
    expect(test.failures).toEqual([])
  })

  it('makes cards of many suggestions in one step, passes over those that are gone, and takes all back at once', async () => {
    await test.client.article.importText({ text: HARBOUR })
    const { items, total } = await test.client.suggestion.list({ limit: 50 })
    const suggestionIds = items.map(({ id }) => id)
    await test.client.suggestion.dismiss({ suggestionId: suggestionIds[0] ?? '' })
    expect(await test.client.suggestion.acceptMany({ suggestionIds })).toEqual({ accepted: total - 1 })
    expect(await test.client.suggestion.acceptMany({ suggestionIds })).toEqual({ accepted: 0 })
    expect((await test.client.card.list({ limit: 50 })).total).toBe(total - 1)
    await test.client.history.undo()
    expect((await test.client.card.list({ limit: 50 })).total).toBe(0)
    expect((await test.client.suggestion.list({ limit: 50 })).total).toBe(total - 1)
  })

  it('makes of a suggestion one card, and only one that hides or answers something', async () => {
    await test.client.article.importText({ text: HARBOUR })
    const { items } = await test.client.suggestion.list({ limit: 50 })
    const suggestionId = items.find((one) => one.cardKind === 'cloze')?.id ?? ''
    const code = (error: { code: string }) => error.code
    expect(await test.client.suggestion.accept({ suggestionId, front: 'no gap' }).catch(code)).toBe('CARD_INCOMPLETE')
    await test.client.suggestion.accept({ suggestionId })
    expect(await test.client.suggestion.dismiss({ suggestionId }).catch(code)).toBe('SUGGESTION_MISSING')
    expect((await test.client.card.list({ limit: 5 })).total).toBe(1)
  })
})

describe('the starter library', () => {
  it('gives dossiers over several articles, and goes in one step with what was made from it', async () => {
    expect((await test.client.library.addStarter()).added).toBeGreaterThanOrEqual(3)
    await test.core.settled()
    const { items } = await test.client.entity.list({ limit: 5, sort: 'articles' })
    expect(items[0]?.articleCount).toBeGreaterThanOrEqual(3)
    const [suggestion] = (await test.client.suggestion.list({ limit: 1 })).items
    await test.client.suggestion.accept({ suggestionId: suggestion?.id ?? '' })
    const articleId = suggestion?.articleId ?? ''
    await test.client.annotation.add({ articleId, start: 0, end: 10 })
    const own = await test.client.article.importText({ text: HARBOUR })
    await test.client.library.removeStarter()
    const info = await test.client.library.info()
    expect({ articles: info.articleCount, cards: info.cardCount, starter: info.starterCount }).toEqual({
      articles: 1,
      cards: 0,
      starter: 0,
    })
    expect((await test.client.article.list({ limit: 5 })).items[0]?.id).toBe(own.articleId)
    await test.client.history.undo()
    expect((await test.client.library.info()).cardCount).toBe(1)
  })
})
