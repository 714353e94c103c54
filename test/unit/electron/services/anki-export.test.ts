import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { checkApkg, readApkg } from '#test/support/check-apkg.ts'
import { TINY_PNG } from '#test/support/furnish-library.ts'
import { openTestCore } from '#test/support/open-test-core.ts'

const START_MS = Date.UTC(2024, 2, 4, 9)
const DAY_MS = 86_400_000
type Opened = ReturnType<typeof openTestCore>

const opened: Opened[] = []
const dirs: string[] = []
afterEach(async () => {
  for (const { core } of opened.splice(0)) await core.close()
  for (const dir of dirs.splice(0)) rmSync(dir, { recursive: true })
})

/** A library with a card of each kind, one of them answered and one set aside. */
async function fill() {
  // On disk, where a thread of its own reads it.
  const dir = mkdtempSync(join(tmpdir(), 'dossier-anki-'))
  dirs.push(dir)
  const app = openTestCore(START_MS, dir)
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
    const bytes = new Uint8Array(await (await client.export.file({ fileId: event.fileId })).arrayBuffer())
    expect(checkApkg(bytes)).toEqual([])
    return { ...readApkg(bytes), name: event.name }
  }
  throw new Error('no file')
}

describe('the export to Anki', () => {
  it('is a package that Anki takes, with the schedule, the log and the source of each card', async () => {
    const app = await fill()
    const made = await exportCollection(app)
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

  it('takes pictures along by the name that the fields call them by', async () => {
    const app = openTestCore(START_MS)
    opened.push(app)
    const { sha256 } = await app.client.picture.add({ file: new File([TINY_PNG], 'dot.png', { type: 'image/png' }) })
    await app.client.card.create({ front: `What is it? ![a dot](picture:${sha256})`, back: 'A dot' })
    const { notes, media } = await exportCollection(app)
    expect(String(notes[0]?.['flds'])).toContain(`<img src="${sha256}.png" alt="a dot"`)
    expect([...media].map(([name, bytes]) => [name, Buffer.from(bytes).equals(TINY_PNG)])).toEqual([
      [`${sha256}.png`, true],
    ])
  })
})
