import { isDefinedError, safe } from '@orpc/client'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ImportEvent } from '#shared/contract/article.ts'
import type { ArticleId, CardId } from '#shared/domain/ids.ts'
import { type LibraryFixture, openLibraryFixture, riverAccord, TEST_NOW_MS } from '#test/support/library-fixture.ts'
import { collect } from '#test/support/open-test-core.ts'
import { type DossierClient, transports } from './transports.ts'

const absentId = '01890000-0000-7000-8000-000000000000'
const DAY_MS = 86_400_000

describe.each(transports)('over $name', ({ connect }) => {
  let library: LibraryFixture
  let client: DossierClient
  let disconnect: () => Promise<void>
  let hostFailures: unknown[]

  beforeEach(async () => {
    library = openLibraryFixture()
    hostFailures = []
    ;({ client, close: disconnect } = await connect(library.core, (error) => hostFailures.push(error)))
  })
  afterEach(async () => {
    await disconnect()
    await library.close()
    expect([...hostFailures, ...library.failures]).toEqual([])
  })

  /** Imports the made-up news page and waits until names and figures have been looked for. */
  async function importRiverAccord(): Promise<ArticleId> {
    const events: ImportEvent[] = []
    for await (const event of await client.article.import({ files: [file(riverAccord.bytes, riverAccord.name)] }))
      events.push(event)
    await library.core.settled()
    const result = events.find((event) => event.type === 'result')
    if (result?.outcome.kind !== 'imported') throw new Error(`not imported: ${JSON.stringify(events)}`)
    return result.outcome.articleId
  }

  const pasteText = async (text = 'One plain sentence.\n\nAnd another one.') =>
    (await client.article.importText({ text, title: 'Pasted' })).articleId

  describe('article', () => {
    it('imports files with progress and one result each, and knows a text it has', async () => {
      const files = [
        file(riverAccord.bytes, riverAccord.name),
        file(riverAccord.bytes, 'again.txt'),
        file('', 'empty.txt'),
        file(Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 1, 2]), 'program'),
      ]
      const events: ImportEvent[] = []
      for await (const event of await client.article.import({ files })) events.push(event)
      expect(events.filter((event) => event.type === 'progress').at(-1)).toMatchObject({ done: 4, total: 4 })
      const results = events.filter((event) => event.type === 'result').map(({ name, outcome }) => [name, outcome.kind])
      expect(results).toEqual([
        ['river-accord.txt', 'imported'],
        ['again.txt', 'duplicate'],
        ['empty.txt', 'failed'],
        ['program', 'failed'],
      ])
    })

    it('keeps captions and cross-heads as such and drops page furniture', async () => {
      const article = await client.article.get({ articleId: await importRiverAccord() })
      const blocks = article.blocks.map((block) => [block.kind, article.text.slice(block.start, block.end)])
      expect(article).toMatchObject({ title: 'River states agree to keep the locks open', publishedOn: '2019-03-14' })
      expect(blocks).toContainEqual(['heading', "'A fair hearing'"])
      expect(blocks).toContainEqual(['caption', expect.stringContaining('Barges waited for eleven days')])
      expect(article.text).not.toMatch(/Published|Image source/)
    })

    it('lists, corrects, remembers the place and deletes', async () => {
      const articleId = await pasteText()
      await client.article.update({ articleId, source: 'A friend', publishedOn: '2020-02-29' })
      await client.article.setPosition({ articleId, position: 7, progress: 0.25 })
      const listed = await client.article.list({ limit: 10 })
      expect(listed).toMatchObject({
        total: 1,
        nextCursor: null,
        items: [{ id: articleId, title: 'Pasted', source: 'A friend', publishedOn: '2020-02-29', progress: 0.25 }],
      })
      expect(await client.article.get({ articleId })).toMatchObject({ position: 7 })
      expect(await client.article.delete({ articleIds: [articleId] })).toEqual({ deleted: 1 })
      expect((await client.article.list({ limit: 10 })).items).toEqual([])
    })

    it('names the article that already holds a pasted text', async () => {
      const articleId = await pasteText()
      const again = await client.article.importText({
        text: 'One plain sentence.\n\nAnd another one.',
        title: 'Pasted',
      })
      expect(again).toEqual({ articleId, duplicateOf: articleId })
    })

    it('pages through a list without losing or repeating a row', async () => {
      for (let index = 0; index < 5; index++) await pasteText(`Text number ${index}.`)
      const seen: string[] = []
      let cursor: string | null | undefined
      do {
        const page = await client.article.list({ limit: 2, ...(cursor ? { cursor } : {}) })
        seen.push(...page.items.map((item) => item.id))
        cursor = page.nextCursor
      } while (cursor)
      expect([seen.length, new Set(seen).size]).toEqual([5, 5])
    })
  })

  describe('annotation', () => {
    it('adds, changes, lists by place and removes', async () => {
      const articleId = await pasteText()
      const late = await client.annotation.add({ articleId, start: 21, end: 24, category: 2 })
      const early = await client.annotation.add({ articleId, start: 4, end: 24, note: '**why**', tags: ['one'] })
      const whole = await client.annotation.add({ articleId, note: 'on all of it' })
      expect(early).toMatchObject({ articleId, start: 4, end: 24, note: '**why**', tags: ['one'] })
      expect(whole).toMatchObject({ start: null, end: null, quote: '' })
      const changed = await client.annotation.update({ annotationId: late.id, note: 'later', tags: ['one', 'two'] })
      expect(changed).toMatchObject({ id: late.id, note: 'later', tags: ['one', 'two'] })
      const listed = await client.annotation.list({ articleId })
      expect(listed.items.filter((item) => item.start !== null).map((item) => item.id)).toEqual([early.id, late.id])
      expect(await client.tag.list()).toEqual([
        { name: 'one', count: 2 },
        { name: 'two', count: 1 },
      ])
      expect(await client.annotation.remove({ annotationIds: [early.id] })).toEqual({ removed: 1 })
      expect((await client.annotation.list({ articleId })).total).toBe(2)
    })

    it('refuses a range outside the text and an article that is not there, by code', async () => {
      const articleId = await pasteText()
      const outside = await safe(client.annotation.add({ articleId, start: 0, end: 9_999 }))
      const absent = await safe(client.annotation.add({ articleId: absentId, start: 0, end: 3 }))
      expect([outside.error, absent.error]).toEqual([
        expect.objectContaining({ defined: true, code: 'OUT_OF_RANGE', status: 422 }),
        expect.objectContaining({ defined: true, code: 'ARTICLE_MISSING', status: 404 }),
      ])
    })
  })

  describe('category', () => {
    it('lists eight with their keys and renames one', async () => {
      const categories = await client.category.list()
      expect(categories.map((category) => category.position)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
      const [first] = categories
      const renamed = await client.category.rename({ categoryId: first?.id ?? '', name: 'Turning point' })
      expect(renamed).toMatchObject({ id: first?.id, name: 'Turning point' })
    })
  })

  describe('entity and figure', () => {
    it('finds people, groups and places with their passages', async () => {
      const articleId = await importRiverAccord()
      const { text } = await client.article.get({ articleId })
      const { items } = await client.entity.list({ articleId, limit: 200 })
      const named = (kind: string) => items.filter((item) => item.kind === kind).map((item) => item.name)
      expect(named('person')).toEqual(expect.arrayContaining(['Elena Markovic', 'Tomas Brandt']))
      expect(named('group')).toEqual(expect.arrayContaining(['River Transport Union']))
      expect(named('place')).toEqual(expect.arrayContaining(['Croatia', 'Serbia']))
      const entityId = items.find((item) => item.name === 'Elena Markovic')?.id ?? ''
      const mentions = await client.entity.mentions({ entityId, limit: 50 })
      expect(mentions.items.map((mention) => text.slice(mention.start, mention.end))).toEqual(
        mentions.items.map((mention) => mention.surface),
      )
      expect(await client.entity.get({ entityId })).toMatchObject({ id: entityId, mentionCount: mentions.items.length })
      expect(await client.entity.inArticle({ articleId })).toContainEqual(expect.objectContaining({ entityId }))
    })

    it('reads figures with range, hedge and what they count', async () => {
      const articleId = await importRiverAccord()
      const { items } = await client.figure.list({ articleId, limit: 200 })
      expect(items).toContainEqual(expect.objectContaining({ low: 2000, high: 3100 }))
      expect(items).toContainEqual(expect.objectContaining({ low: 160, high: 160, hedge: 'about' }))
    })
  })

  describe('suggestion, card and review', () => {
    it('makes a card of a suggestion, hides another, and takes both back', async () => {
      const articleId = await importRiverAccord()
      const before = await client.suggestion.list({ articleId })
      const [first, second] = before.items
      const card = await client.suggestion.accept({ suggestionId: first?.id ?? '', back: 'My own words' })
      expect(card).toMatchObject({
        front: first?.front,
        back: 'My own words',
        evidence: { articleId, quote: first?.quote },
      })
      await client.suggestion.dismiss({ suggestionId: second?.id ?? '' })
      expect((await client.suggestion.list({ articleId })).total).toBe(before.total - 2)
      await client.history.undo()
      await client.history.undo()
      expect(await client.suggestion.list({ articleId })).toEqual(before)
      expect((await client.card.list({ limit: 10 })).total).toBe(0)
    })

    it('makes, changes, suspends, buries and removes a card', async () => {
      const articleId = await pasteText()
      const card = await client.card.create({ front: 'Which?', back: 'This.', articleId, start: 0, end: 9 })
      expect(card).toMatchObject({ state: 'new', evidence: { articleId, start: 0, end: 9, quote: 'One plain' } })
      expect(await client.card.update({ cardId: card.id, back: 'That.' })).toMatchObject({ back: 'That.' })
      expect(await client.card.suspend({ cardId: card.id })).toMatchObject({ suspended: true })
      expect(await client.review.next({})).toBeNull()
      await client.card.suspend({ cardId: card.id, suspended: false })
      expect((await client.card.bury({ cardId: card.id })).buriedUntilMs).toBeGreaterThan(TEST_NOW_MS)
      expect(await client.review.next({})).toBeNull()
      expect(await client.card.get({ cardId: card.id })).toMatchObject({ front: 'Which?', back: 'That.' })
      expect(await client.card.remove({ cardIds: [card.id] })).toEqual({ removed: 1 })
      const gone = await safe(client.card.get({ cardId: card.id }))
      expect(isDefinedError(gone.error) && gone.error.code).toBe('CARD_MISSING')
    })

    it('lets a year pass: intervals grow, an answer can be taken back', async () => {
      const { id } = await client.card.create({ front: 'Which?', back: 'This.' })
      const answers: number[] = []
      let nowMs = TEST_NOW_MS + 60_000
      while (nowMs < TEST_NOW_MS + 365 * DAY_MS) {
        expect(await client.review.next({ now: nowMs })).toMatchObject({ id })
        const { card } = await client.review.answer({ cardId: id, grade: 3, now: nowMs })
        answers.push(card.dueAtMs - nowMs)
        nowMs = card.dueAtMs
      }
      expect(answers.length).toBeGreaterThan(3)
      expect(answers).toEqual([...answers].sort((a, b) => a - b))
      const learned = await client.card.get({ cardId: id })
      expect(await client.review.undo()).toMatchObject({ card: { id, reps: learned.reps - 1 } })
      expect(await client.review.counts({ now: nowMs })).toMatchObject({ due: 1 })
    })

    it('tells what each grade would do', async () => {
      await client.card.create({ front: 'Which?', back: 'This.' })
      const next = await client.review.next({ now: TEST_NOW_MS + 1000 })
      expect(next?.intervals.map(({ grade }) => grade)).toEqual([1, 2, 3, 4])
      const lengths = next?.intervals.map(({ intervalMs }) => intervalMs) ?? []
      expect(lengths).toEqual([...lengths].sort((a, b) => a - b))
    })

    it('refuses to grade a card that is not there', async () => {
      const answer = await safe(client.review.answer({ cardId: absentId as CardId, grade: 3 }))
      expect(isDefinedError(answer.error) && answer.error.code).toBe('CARD_MISSING')
    })
  })

  describe('search', () => {
    it('finds articles, notes, names and cards by the beginning of a word', async () => {
      const articleId = await importRiverAccord()
      await client.annotation.add({ articleId, start: 0, end: 5, note: 'Markovic again' })
      await client.card.create({ front: 'Who is Markovic?', back: 'The prime minister' })
      const { items } = await client.search.query({ q: 'markov' })
      expect(new Set(items.map((item) => item.kind))).toEqual(new Set(['article', 'annotation', 'person', 'card']))
    })

    it.each(['"', "' OR 1=1 --", 'a* NEAR(', '()', 'NOT', '\u0000', '-', '^x:', '{a b}:c', '😀'])(
      'answers %j without an error',
      async (q) => {
        expect((await client.search.query({ q })).items).toBeInstanceOf(Array)
      },
    )
  })

  describe('export', () => {
    it('ends with a file that holds the notes and where they come from', async () => {
      const articleId = await importRiverAccord()
      const { text } = await client.article.get({ articleId })
      const start = text.indexOf('Nobody gains')
      await client.annotation.add({ articleId, start, end: start + 31, note: 'The turn of the talks' })
      const made = []
      for await (const event of await client.export.run({ articleIds: [articleId] })) made.push(event)
      const last = made.at(-1)
      if (last?.type !== 'file') throw new Error('the stream did not end with a file')
      const markdown = await client.export.file({ fileId: last.fileId })
      expect([markdown.name, markdown.size]).toEqual([last.name, last.sizeBytes])
      const content = await markdown.text()
      for (const part of [
        'Nobody gains from a closed rive',
        'The turn of the talks',
        'River states agree',
        '2019-03-14',
      ])
        expect(content).toContain(part)
    })

    it('says that a file is not there', async () => {
      const absent = await safe(client.export.file({ fileId: 'nowhere' }))
      expect(isDefinedError(absent.error) && absent.error.code).toBe('FILE_MISSING')
    })
  })

  describe('settings, history and library', () => {
    it('keeps what was set and leaves the rest', async () => {
      const before = await client.settings.get()
      expect(await client.settings.set({ theme: 'sepia' })).toEqual({ ...before, theme: 'sepia' })
      expect(await client.settings.get()).toEqual({ ...before, theme: 'sepia' })
    })

    it('takes the last action back and does it again', async () => {
      const articleId = await pasteText()
      await client.annotation.add({ articleId, start: 0, end: 3 })
      expect((await client.history.state()).undo).toMatchObject({ kind: 'annotation.add' })
      await client.history.undo()
      expect((await client.annotation.list({ articleId })).total).toBe(0)
      await client.history.redo()
      expect((await client.annotation.list({ articleId })).total).toBe(1)
      expect(await client.history.redo()).toEqual({ step: null })
    })

    it('offers the starter articles and takes them away in one step', async () => {
      const { added } = await client.library.addStarter()
      expect(added).toBeGreaterThanOrEqual(3)
      expect(await client.library.info()).toMatchObject({ host: 'loopback', articleCount: added, starterCount: added })
      expect(await client.library.removeStarter()).toEqual({ removed: added })
      expect(await client.library.info()).toMatchObject({ articleCount: 0 })
      await library.core.settled()
    })

    it('announces changes until the listener leaves', async () => {
      const leave = new AbortController()
      const changes = await client.library.changes(undefined, { signal: leave.signal })
      expect((await changes.next()).value).toMatchObject({ areas: [] })
      const articleId = await pasteText()
      expect((await changes.next()).value).toMatchObject({ areas: expect.arrayContaining(['article']), articleId })
      await library.core.settled()
      // The search of the text was announced too: that may be on its way still.
      const rest = collect(changes)
      leave.abort()
      await expect(rest).rejects.toThrow()
    })

    it('ends the announcements when the library closes', async () => {
      const changes = await client.library.changes()
      await changes.next()
      const last = changes.next().catch(() => ({ done: true }))
      await library.core.close()
      await vi.waitFor(async () => expect(await last).toMatchObject({ done: true }))
    })
  })

  it('refuses input that does not fit the contract, says where, and changes nothing', async () => {
    const before = library.countRows()
    // biome-ignore lint/suspicious/noExplicitAny: what another program may send is not of the contract's types
    const misfits: [string, () => Promise<any>][] = [
      ['annotation.add', () => client.annotation.add({ articleId: 'x', start: -1, end: 'y' } as never)],
      ['article.importText', () => client.article.importText({ text: '' })],
      ['article.import', () => client.article.import({ files: ['not a file'] } as never)],
      ['article.list', () => client.article.list({ limit: 201 })],
      ['review.answer', () => client.review.answer({ cardId: absentId as CardId, grade: 5 } as never)],
      ['settings.set', () => client.settings.set({ theme: 'neon' } as never)],
    ]
    for (const [name, call] of misfits) {
      const { error } = await safe(call())
      expect([name, error]).toEqual([name, expect.objectContaining({ code: 'BAD_REQUEST', status: 400 })])
    }
    expect(library.countRows()).toEqual(before)
  })
})

function file(content: string | Uint8Array<ArrayBuffer>, name: string): File {
  return new File([content], name, { type: 'text/plain' })
}
