import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ankiPackage } from '#test/support/anki-package.ts'
import { collect, openTestCore } from '#test/support/open-test-core.ts'
import { makeZip } from '../../formats/import/make-files.ts'

let test: ReturnType<typeof openTestCore>
beforeEach(() => {
  test = openTestCore(Date.UTC(2026, 4, 14, 12))
})
afterEach(async () => {
  await test.core.close()
  expect(test.failures).toEqual([])
})

const STORY = `The harbour of Lindow was closed on Tuesday after a freighter ran aground. The master of the ship, Ada Wren, said that fog had hidden the light. Nobody was hurt. About 40 tonnes of grain were lost, the port authority said. Divers will look at the hull before it is towed to the yard at Marrick on Friday.

Work on a second light had been put off twice since 2019. A spokesman for the county said that the money had been spent on the road. Fishermen had asked for the light in three letters, the last of them in March.`
const OTHER_EDIT = STORY.replace('Nobody was hurt. ', 'Two sailors were hurt. ').replace('on Friday', 'on Saturday')

const page = (url: string, title: string, body: string) =>
  `---\ntitle: ${title}\nurl: ${url}\nsource: Lindow Post\n---\n\n${body}`

const text = (name: string, body: string) => new File([body], name)

async function read(...files: File[]) {
  const { intakeId } = await test.client.intake.open()
  const events = await collect(test.client.intake.read({ intakeId, files }))
  return { intakeId, rows: events.flatMap((event) => (event.type === 'rows' ? event.rows : [])) }
}

async function store(intakeId: string, rowIds: number[]) {
  const events = await collect(test.client.intake.store({ intakeId, rowIds }))
  const done = events.at(-1)
  if (done?.type !== 'done') throw new Error('The intake was not stored.')
  return done.result
}

async function readAndStore(...files: File[]) {
  const { intakeId, rows } = await read(...files)
  return store(
    intakeId,
    rows.map(({ rowId }) => rowId),
  )
}

describe('an intake of thousands of cards', () => {
  const MANY = 3000
  const table = () =>
    text('many.tsv', Array.from({ length: MANY }, (_, at) => `What is boat ${at}?\tA boat of ${at} tonnes`).join('\n'))
  const cards = async () => (await test.client.card.list({ limit: 1 })).total

  it('tells how far it is, is one step, and leaves nothing when it is cancelled on the way', async () => {
    const { intakeId, rows } = await read(table())
    const rowIds = rows.map(({ rowId }) => rowId)
    const ending = new AbortController()
    const told: number[] = []
    for await (const event of await test.client.intake.store({ intakeId, rowIds }, { signal: ending.signal })) {
      if (event.type !== 'progress' || event.total !== MANY) continue
      told.push(event.done)
      if (told.length === 3) ending.abort()
    }
    expect(told.length).toBe(3)
    expect(told[2]).toBeGreaterThan(told[0] ?? 0)
    expect([await cards(), (await test.client.history.state()).undo]).toEqual([0, null])
    expect((await store(intakeId, rowIds)).cards).toEqual({ new: MANY, changed: 0, same: 0 })
    expect(await cards()).toBe(MANY)
    await test.client.history.undo()
    expect(await cards()).toBe(0)
    await test.client.history.redo()
    expect(await cards()).toBe(MANY)
    expect((await test.client.search.query({ q: '"boat 2999"' })).items).toHaveLength(1)
  })
})

const count = async () => (await test.client.article.list({ limit: 200 })).total

describe('an intake', () => {
  it('counts the marks that lost their place in a new text of an article', async () => {
    const address = 'http://lindowpost.example/harbour/'
    const { articleIds } = await readAndStore(text('harbour.md', page(address, 'Harbour closed', STORY)))
    const [articleId] = articleIds
    if (!articleId) throw new Error('Nothing was imported.')
    const { text: body } = await test.client.article.get({ articleId })
    const quote = 'Fishermen had asked for the light in three letters, the last of them in March.'
    for (const words of [quote, 'Ada Wren']) {
      const start = body.indexOf(words)
      await test.client.annotation.add({ articleId, start, end: start + words.length, category: 1 })
    }
    const without = STORY.replace(quote, 'Nobody had asked.')
    expect(await readAndStore(text('harbour.md', page(address, 'Harbour closed', without)))).toMatchObject({
      changed: 1,
      adrift: 1,
    })
  })

  it('says of each file whether it is new, the same, changed, near another or can’t be read, and stores nothing', async () => {
    await readAndStore(
      text('a.md', page('https://www.lindowpost.example/harbour?utm_source=x', 'Harbour closed', STORY)),
    )
    const before = await count()
    const { rows } = await read(
      text('same.md', page('https://www.lindowpost.example/harbour?utm_source=x', 'Harbour closed', STORY)),
      text('changed.md', page('http://lindowpost.example/harbour/', 'Harbour still closed', OTHER_EDIT)),
      text('near.md', page('https://marrick.example/ship', 'Ship aground at Lindow', OTHER_EDIT)),
      text(
        'new.md',
        page(
          'https://marrick.example/bread',
          'Bread',
          'The price of bread rose by a third in the spring, bakers said.',
        ),
      ),
      new File([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0])], 'picture.png'),
    )
    expect(rows.map(({ state, file }) => [file, state])).toEqual([
      ['same.md', 'same'],
      ['changed.md', 'changed'],
      ['near.md', 'near'],
      ['new.md', 'new'],
      ['picture.png', 'failed'],
    ])
    expect(rows.at(-1)?.code).toBe('BINARY')
    expect(await count()).toBe(before)
  })

  it('stores the rows that were chosen as one action, which one undo takes back and a redo brings again', async () => {
    const { intakeId, rows } = await read(
      text('a.txt', `Harbour\n\n${STORY}`),
      text('b.txt', 'Bread\n\nBread costs more.'),
      text('c.txt', 'Milk\n\nMilk costs less.'),
    )
    const result = await store(
      intakeId,
      rows.slice(0, 2).map(({ rowId }) => rowId),
    )
    expect([result.articleIds.length, await count()]).toEqual([2, 2])
    await test.client.history.undo()
    expect([await count(), (await test.client.history.state()).undo]).toEqual([0, null])
    await test.client.history.redo()
    expect(await count()).toBe(2)
  })

  it('leaves nothing behind when it is given up half way', async () => {
    const files = Array.from({ length: 6 }, (_, n) => text(`${n}.txt`, `Head ${n}\n\nA text of its own, number ${n}.`))
    const { intakeId, rows } = await read(...files)
    const events = await test.client.intake.store({ intakeId, rowIds: rows.map(({ rowId }) => rowId) })
    for (let n = 0; n < 4; n++) await events.next()
    await events.return?.()
    expect([await count(), (await test.client.history.state()).undo]).toEqual([0, null])
    expect((await read(...files)).rows.map(({ state }) => state)).toEqual(Array(6).fill('new'))
  })

  it('gives up what is being read at once', async () => {
    const { intakeId } = await test.client.intake.open()
    const slow = text('slow.html', `<p>${'<b>'.repeat(400)}${'word '.repeat(2_000_000)}`)
    const ending = new AbortController()
    const events = await test.client.intake.read({ intakeId, files: [slow, slow] }, { signal: ending.signal })
    await events.next()
    const next = events.next().catch(() => null)
    await new Promise((resolve) => setTimeout(resolve, 50))
    const from = performance.now()
    ending.abort()
    await next
    expect(performance.now() - from).toBeLessThan(1000)
  })
})

const CLIPPINGS = `\uFEFFThe Harbour (Wren, Ada)
- Your Highlight on page 3 | Location 40-41 | Added on Tuesday, May 5, 2020 9:10:11 PM

Nobody was hurt
==========
The Harbour (Wren, Ada)
- Your Note on page 3 | Location 41 | Added on Tuesday, May 5, 2020 9:11:00 PM

Ask about this
==========
Das Buch vom Brot (Korn, Karl)
- Ihre Markierung auf Seite 12 | Position 100-101 | Hinzugefügt am Mittwoch, 6. Mai 2020 um 08:00:00

Brot ist teuer geworden.
==========
`

describe('marks from elsewhere', () => {
  it('are anchored to the article that is there, with their notes; others become a source of their own', async () => {
    await readAndStore(text('a.md', `---\ntitle: The Harbour\n---\n\n${STORY}`))
    const { intakeId, rows } = await read(text('My Clippings.txt', CLIPPINGS))
    expect(rows).toMatchObject([
      { kind: 'marks', title: 'The Harbour', state: 'changed', counts: { new: 1 }, other: { title: 'The Harbour' } },
      { kind: 'marks', title: 'Das Buch vom Brot', state: 'new', counts: { new: 1 } },
    ])
    const result = await store(
      intakeId,
      rows.map(({ rowId }) => rowId),
    )
    expect(result).toMatchObject({ marks: 2, adrift: 0 })
    const { items } = await test.client.annotation.list({})
    expect(items.map(({ articleTitle, quote, note, start }) => [articleTitle, quote, note, start !== null])).toEqual([
      ['Das Buch vom Brot', 'Brot ist teuer geworden.', '', true],
      ['The Harbour', 'Nobody was hurt', 'Ask about this', true],
    ])
    expect(new Date(items[0]?.createdAtMs ?? 0).getFullYear()).toBe(2020)
    // The same file again brings nothing; one more mark comes after those that are there.
    expect((await read(text('My Clippings.txt', CLIPPINGS))).rows.map(({ state }) => state)).toEqual(['same', 'same'])
    const more = CLIPPINGS.replace('Brot ist teuer geworden.', 'Mehl auch.')
    await readAndStore(text('My Clippings.txt', more))
    const book = (await test.client.annotation.list({})).items.filter(({ articleTitle }) => /Brot/.test(articleTitle))
    expect(book.map(({ quote }) => quote).sort()).toEqual(['Brot ist teuer geworden.', 'Mehl auch.'])
    expect(book.find(({ quote }) => quote.startsWith('Brot'))?.start).toBe(0)
    await test.client.history.undo()
    await test.client.history.undo()
    expect((await test.client.annotation.list({})).total).toBe(0)
  })

  it('wait on the repair bench when their words are not surely found', async () => {
    await readAndStore(text('a.md', `---\ntitle: The Harbour\n---\n\n${STORY}`))
    const lost = CLIPPINGS.replace('Nobody was hurt', 'Something else altogether that this text never said in any way')
    const { intakeId, rows } = await read(text('My Clippings.txt', lost))
    expect(await store(intakeId, [rows[0]?.rowId ?? 0])).toMatchObject({ marks: 1, adrift: 1 })
    expect((await test.client.repair.list({})).items.map(({ annotation }) => annotation.anchor)).toEqual(['lost'])
  })
})

describe('hundreds of marks of one text', () => {
  const MANY = 300
  const csv = (name: string, from: number, many: number) => {
    const rows = Array.from({ length: many }, (_, at) => `Clerk ${from + at} counted the boats.,The Harbour,Ada Wren`)
    return text(name, `Highlight,Book Title,Book Author\n${rows.join('\n')}\n`)
  }
  const marks = async () => {
    const [article] = (await test.client.article.list({ limit: 10 })).items
    if (!article) return []
    const { text: body } = await test.client.article.get({ articleId: article.id })
    const items: Awaited<ReturnType<typeof test.client.annotation.list>>['items'] = []
    for (let cursor: string | undefined, isOver = false; !isOver; isOver = cursor === undefined) {
      const page = await test.client.annotation.list({ articleId: article.id, limit: 200, cursor })
      items.push(...page.items)
      cursor = page.nextCursor ?? undefined
    }
    return items.map(({ start, end, quote }) => [body.slice(start ?? 0, end ?? 0) === quote, quote])
  }

  it('come in where they stand, those of several files one after the other, and are one step', async () => {
    await readAndStore(csv('first.csv', 0, MANY))
    expect(await count()).toBe(1)
    const result = await readAndStore(csv('second.csv', MANY, 60), csv('third.csv', MANY + 60, 60))
    expect(result).toMatchObject({ marks: 120, adrift: 0, articleIds: [] })
    expect((await test.client.annotation.list({ limit: 1 })).total).toBe(MANY + 120)
    const all = await marks()
    expect(all.filter(([isThere]) => !isThere)).toEqual([])
    expect(new Set(all.map(([, quote]) => quote)).size).toBe(MANY + 120)
    expect((await read(csv('again.csv', 100, MANY))).rows).toMatchObject([{ counts: { new: 0, same: MANY } }])
    await test.client.history.undo()
    expect((await test.client.annotation.list({ limit: 1 })).total).toBe(MANY)
  })

  it('leave nothing when they are given up on the way', async () => {
    const { intakeId, rows } = await read(csv('first.csv', 0, 2000))
    const ending = new AbortController()
    const told: number[] = []
    const rowIds = rows.map(({ rowId }) => rowId)
    for await (const event of await test.client.intake.store({ intakeId, rowIds }, { signal: ending.signal })) {
      if (event.type !== 'progress' || event.total !== 2000) continue
      told.push(event.done)
      ending.abort()
    }
    expect([told.length, (told[0] ?? 2000) < 2000]).toEqual([1, true])
    expect([await count(), (await test.client.history.state()).undo]).toEqual([0, null])
    expect((await test.client.annotation.list({ limit: 1 })).total).toBe(0)
    expect((await store(intakeId, rowIds)).marks).toBe(2000)
  })
})

describe('an article whose text was changed', () => {
  it('does not get an earlier text of its own again', async () => {
    const [first, second] = [STORY, OTHER_EDIT].map((body) =>
      text('story.md', page('https://a.example/h', 'Harbour', body)),
    )
    if (!first || !second) throw new Error('No files.')
    await readAndStore(first)
    expect((await read(second)).rows).toMatchObject([{ state: 'changed' }])
    await readAndStore(second)
    expect((await read(first)).rows).toMatchObject([{ state: 'same', other: { title: 'Harbour' } }])
    await test.client.history.undo()
    expect((await read(second)).rows).toMatchObject([{ state: 'changed' }])
  })

  it('knows the marks that came to it before', async () => {
    const marks = text(
      'readwise.csv',
      'Highlight,Book Title,Book Author,Note,Highlighted at\n"Nobody was hurt. About 40 tonnes of grain were lost",Harbour,Ada,,2026-03-01 10:00:00\n',
    )
    await readAndStore(text('story.md', page('https://a.example/h', 'Harbour', STORY)))
    expect((await readAndStore(marks)).marks).toBe(1)
    await readAndStore(text('story.md', page('https://a.example/h', 'Harbour', STORY.replace('About 40', 'Some 45'))))
    expect((await test.client.annotation.list({ limit: 9 })).items.map(({ quote }) => quote)).toEqual([
      'Nobody was hurt. Some 45 tonnes of grain were lost',
    ])
    expect((await read(marks)).rows).toMatchObject([{ state: 'same' }])
  })
})

describe('many intakes at once', () => {
  it('leave the one alone that is being read', async () => {
    const { intakeId } = await test.client.intake.open()
    const files = Array.from({ length: 4 }, (_, at) => text(`${at}.txt`, `${STORY} It was report ${at}.`))
    const titles: string[] = []
    for await (const event of await test.client.intake.read({ intakeId, files })) {
      for (let more = 0; more < 10; more++) await test.client.intake.open()
      if (event.type === 'rows') titles.push(...event.rows.map(({ file }) => file))
    }
    expect(titles).toEqual(['0.txt', '1.txt', '2.txt', '3.txt'])
  })

  it('compare a report with some of those in the same form, not with all of a thousand', async () => {
    const form = (at: number) => text(`${at}.txt`, `Report ${at}\n\n${STORY} It was report ${at} of that year.`)
    const { rows } = await read(...Array.from({ length: 60 }, (_, at) => form(at)))
    expect(rows.map(({ state }) => state)).toEqual(['new', ...Array.from({ length: 59 }, () => 'near')])
  })
})

describe('a package of Anki', () => {
  for (const form of ['legacy', 'latest'] as const)
    it(`brings cards with schedule, log and pictures, and updates them the second time (${form})`, async () => {
      const file = new File([ankiPackage(form) as Uint8Array<ArrayBuffer>], 'French.apkg')
      const { intakeId, rows } = await read(file)
      expect(rows).toMatchObject([
        { kind: 'cards', state: 'new', counts: { new: 3, changed: 0, same: 0 } },
        { kind: 'file', state: 'failed', code: 'SOUND', title: 'chien.mp3' },
      ])
      expect((await store(intakeId, [0])).cards.new).toBe(3)
      const cards = (await test.client.card.list({ limit: 100 })).items
      expect(
        cards
          .map(({ kind, part, front, state, suspended }) => [kind, part, front.split('\n')[0], state, suspended])
          .sort(),
      ).toEqual(
        [
          ['basic', 0, 'la **maison**', 'review', false],
          ['basic', 0, 'un chien  ', 'new', false],
          ['basic', 1, 'un chien  ', 'new', true],
          ['cloze', 0, 'Paris is in {{c1::France}}', 'learning', false],
        ].sort(),
      )
      const house = cards.find(({ front }) => front.includes('maison'))
      expect(house?.back).toMatch(/^house\s+!\[\]\(picture:[0-9a-f]{64}\)/)
      // Its deck says what it is about, and becomes a tag.
      expect(house?.tags).toEqual(['french', 'house', 'French::Words'])
      expect([house?.reps, house?.lapses, house?.dueAtMs]).toEqual([2, 0, Date.UTC(2026, 0, 1) + 40 * 86_400_000])
      expect(house?.stability).toBeGreaterThan(1)
      expect((await read(file)).rows[0]).toMatchObject({ state: 'same', counts: { same: 3 } })
      const changed = new File([ankiPackage(form, { house: 'home' }) as Uint8Array<ArrayBuffer>], 'French.apkg')
      expect((await readAndStore(changed)).cards).toEqual({ new: 0, changed: 1, same: 2 })
      expect((await test.client.card.list({ limit: 100 })).items).toHaveLength(4)
      await test.client.history.undo()
      await test.client.history.undo()
      expect((await test.client.card.list({ limit: 100 })).items).toEqual([])
    })

  it('gives its cards back to Anki under the names they came with', async () => {
    await readAndStore(new File([ankiPackage('legacy') as Uint8Array<ArrayBuffer>], 'French.apkg'))
    const events = await collect(test.client.export.run({ format: 'anki' }))
    const made = events.at(-1)
    if (made?.type !== 'file') throw new Error('No file.')
    const back = await test.client.export.file({ fileId: made.fileId })
    expect((await read(new File([back], 'back.apkg'))).rows[0]?.counts).toMatchObject({ new: 0 })
  })
})

describe('a table of cards', () => {
  it('is read by the columns it seems to have, or by those the person says', async () => {
    const { intakeId, rows } = await read(text('words.csv', 'tag;Deutsch;English\ntier;Hund;dog\ntier;Katze;cat\n'))
    expect(rows).toMatchObject([{ kind: 'cards', isTable: true, counts: { new: 2 } }])
    const { table } = await test.client.intake.table({ intakeId, rowId: 0 })
    const columns = { front: 2, back: 1, tags: 0, guid: null }
    const row = await test.client.intake.setTable({ intakeId, rowId: 0, table: { ...table, hasHeader: true, columns } })
    expect(row.counts?.new).toBe(2)
    await store(intakeId, [0])
    const { items } = await test.client.card.list({ limit: 10 })
    expect(items.map(({ front, back, tags }) => [front, back, tags]).sort()).toEqual([
      ['cat', 'Katze', ['tier']],
      ['dog', 'Hund', ['tier']],
    ])
  })
})

describe('a book', () => {
  const book = () => {
    const chapter = (n: number) =>
      `<html xmlns="http://www.w3.org/1999/xhtml"><body><h1>Part ${n}</h1><p>${`Words of part ${n} go on. `.repeat(20)}</p></body></html>`
    return new File(
      [
        makeZip({
          'META-INF/container.xml': '<container><rootfiles><rootfile full-path="b.opf"/></rootfiles></container>',
          'b.opf': `<package><metadata><dc:title>Of Ships</dc:title><dc:creator>Ada Wren</dc:creator></metadata><manifest>${[1, 2, 3].map((n) => `<item id="c${n}" href="${n}.xhtml" media-type="application/xhtml+xml"/>`).join('')}</manifest><spine>${[1, 2, 3].map((n) => `<itemref idref="c${n}"/>`).join('')}</spine></package>`,
          ...Object.fromEntries([1, 2, 3].map((n) => [`${n}.xhtml`, chapter(n)])),
        }) as Uint8Array<ArrayBuffer>,
      ],
      'ships.epub',
    )
  }

  it('stays together, its chapters in their order, each knowing those beside it', async () => {
    await readAndStore(book())
    const [ships] = await test.client.article.books()
    expect(ships).toMatchObject({ title: 'Of Ships', byline: 'Ada Wren', chapters: 3, read: 0 })
    const { items } = await test.client.article.list({ limit: 10, ...(ships && { bookId: ships.id }) })
    expect(items.map(({ title }) => title)).toEqual(['Part 1', 'Part 2', 'Part 3'])
    const [first, second, third] = items
    const { chapter } = await test.client.article.get({ articleId: second?.id ?? ('' as never) })
    expect(chapter).toMatchObject({ number: 2, chapters: 3, previousId: first?.id, nextId: third?.id })
    expect((await test.client.duplicate.list({})).total).toBe(0)
    await test.client.history.undo()
    expect(await test.client.article.books()).toEqual([])
  })
})
