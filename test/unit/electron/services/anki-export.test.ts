import { createHash } from 'node:crypto'
import Database from 'better-sqlite3'
import { strFromU8, unzipSync } from 'fflate'
import { afterEach, describe, expect, it } from 'vitest'
import { openTestCore } from '#test/support/open-test-core.ts'

const START_MS = Date.UTC(2024, 2, 4, 9)
const DAY_MS = 86_400_000
type Row = Record<string, string | number>
type Opened = ReturnType<typeof openTestCore>

const opened: Opened[] = []
afterEach(async () => {
  for (const { core } of opened.splice(0)) await core.close()
})

/** A library with a card of each kind, one of them answered and one set aside. */
async function fill() {
  const app = openTestCore(START_MS)
  opened.push(app)
  const { client, time } = app
  const text = 'Bo Li met 30 ministers in Paris. They spoke of the river for two days.'
  const { articleId } = await client.article.importText({
    text,
    title: 'Dam talks',
    source: 'River Post',
    date: '2014-09-15',
  })
  const basic = await client.card.create({
    front: 'Who met *30* ministers?',
    back: 'Bo Li & <b>no one</b> else',
    articleId,
    start: 0,
    end: 5,
    tags: ['river talks'],
  })
  await client.card.create({ kind: 'reversed', front: 'dam', back: 'barrage' })
  await client.card.create({ typed: true, front: 'How many?', back: '30' })
  await client.card.create({
    kind: 'cloze',
    front: '{{c1::Bo Li}} met {{c2::30::how many}} ministers',
    back: 'In Paris',
  })
  await client.review.answer({ cardId: basic.id, grade: 3, now: START_MS + DAY_MS })
  await client.review.answer({ cardId: basic.id, grade: 3, now: START_MS + 2 * DAY_MS })
  await client.card.suspend({ cardId: basic.id })
  time.nowMs = START_MS + 3 * DAY_MS
  return { ...app, basic }
}

async function exportCollection({ client }: Opened) {
  for await (const event of await client.export.run({ format: 'anki' })) {
    if (event.type !== 'file') continue
    const file = await client.export.file({ fileId: event.fileId })
    const files = unzipSync(new Uint8Array(await file.arrayBuffer()))
    const db = new Database(Buffer.from(files['collection.anki2'] ?? []))
    const all = (sql: string) => db.prepare(sql).all() as Row[]
    const tables = {
      col: all('SELECT * FROM col'),
      notes: all('SELECT * FROM notes ORDER BY id'),
      cards: all('SELECT * FROM cards ORDER BY nid, ord'),
      revlog: all('SELECT * FROM revlog ORDER BY id'),
    }
    db.close()
    return { ...tables, media: strFromU8(files['media'] ?? new Uint8Array()), name: event.name }
  }
  throw new Error('no file')
}

/** What Anki itself demands of a collection of schema 11. */
function checkStrictly({ col, notes, cards, revlog, media }: Awaited<ReturnType<typeof exportCollection>>): void {
  expect(media).toBe('{}')
  const [only] = col
  expect(col).toHaveLength(1)
  expect(only).toMatchObject({ id: 1, ver: 11 })
  const models: Record<string, { id: number; type: number; tmpls: unknown[]; flds: unknown[] }> = JSON.parse(
    String(only?.['models']),
  )
  const decks = JSON.parse(String(only?.['decks']))
  expect(decks['1']).toMatchObject({ id: 1, name: 'Default', dyn: 0 })
  expect(JSON.parse(String(only?.['dconf']))['1']).toMatchObject({ id: 1 })
  for (const { id, guid, mid, flds, sfld, csum, tags } of notes) {
    const model = models[String(mid)]
    const fields = String(flds).split('\x1f')
    expect(fields).toHaveLength(model?.flds.length ?? 0)
    const plain = String(fields[0]).replace(/<[^>]*>/g, '')
    expect(sfld).toBe(plain)
    expect(csum).toBe(Number.parseInt(createHash('sha1').update(plain).digest('hex').slice(0, 8), 16))
    expect(String(tags)).toMatch(/^(?: \S+(?: \S+)* )?$/)
    expect(String(guid).length).toBeGreaterThan(8)
    const own = cards.filter(({ nid }) => nid === id)
    expect(own.length).toBeGreaterThan(0)
    const ordinals = own.map(({ ord }) => Number(ord))
    expect(new Set(ordinals).size).toBe(ordinals.length)
    if (model?.type === 0) for (const ord of ordinals) expect(ord).toBeLessThan(model.tmpls.length)
    else for (const ord of ordinals) expect(String(fields[0])).toContain(`{{c${ord + 1}::`)
  }
  for (const { did, nid, type, queue, ivl } of cards) {
    expect(decks[String(did)]).toBeDefined()
    expect(notes.some(({ id }) => id === nid)).toBe(true)
    expect([-1, type === 3 ? 1 : type]).toContain(queue)
    if (type === 2) expect(ivl).toBeGreaterThan(0)
  }
  expect(new Set(revlog.map(({ id }) => id)).size).toBe(revlog.length)
  for (const { cid, ease } of revlog) {
    expect(cards.some(({ id }) => id === cid)).toBe(true)
    expect([1, 2, 3, 4]).toContain(ease)
  }
}

describe('the export to Anki', () => {
  it('is a package that Anki takes, with the schedule, the log and the source of each card', async () => {
    const app = await fill()
    const made = await exportCollection(app)
    checkStrictly(made)
    expect(made.name).toMatch(/\.apkg$/)
    expect(made.notes.map(({ flds }) => String(flds).split('\x1f'))).toEqual([
      [
        'Who met <em>30</em> ministers?',
        'Bo Li &amp; &lt;b&gt;no one&lt;/b&gt; else',
        'Dam talks, River Post, 2014-09-15',
      ],
      ['dam', 'barrage', ''],
      ['How many?', '30', ''],
      ['{{c1::Bo Li}} met {{c2::30::how many}} ministers', 'In Paris', ''],
    ])
    expect(made.notes[0]?.['tags']).toBe(' river_talks ')
    expect(made.cards.map(({ ord, queue }) => [ord, queue])).toEqual([
      [0, -1],
      [0, 0],
      [1, 0],
      [0, 0],
      [0, 0],
      [1, 0],
    ])
    expect(made.revlog.map(({ id, ease }) => [id, ease])).toEqual([
      [START_MS + DAY_MS, 3],
      [START_MS + 2 * DAY_MS, 3],
    ])
    const memory = await app.client.card.get({ cardId: app.basic.id })
    const data = JSON.parse(String(made.cards[0]?.['data']))
    expect(data.s).toBeCloseTo(memory.stability, 3)
    expect(data.d).toBeCloseTo(memory.difficulty, 2)
  })

  it('names the same notes, note types and decks each time, so that Anki updates what it has', async () => {
    const app = await fill()
    const first = await exportCollection(app)
    await app.client.card.update({ cardId: app.basic.id, back: 'Bo Li' })
    const second = await exportCollection(app)
    const keys = ({ notes, cards }: typeof first) => [
      notes.map(({ guid, mid }) => [guid, mid]),
      cards.map(({ did }) => did),
    ]
    expect(keys(second)).toEqual(keys(first))
    expect(Number(second.notes[0]?.['mod'])).toBeGreaterThan(Number(first.notes[0]?.['mod']))
  })
})
