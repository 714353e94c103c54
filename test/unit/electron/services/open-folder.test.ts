import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { unzipSync } from 'fflate'
import { afterEach, describe, expect, it } from 'vitest'
import { describeLibrary, furnishLibrary } from '#test/support/furnish-library.ts'
import { collect, openTestCore } from '#test/support/open-test-core.ts'

const START_MS = Date.UTC(2026, 2, 2, 10)

type Opened = ReturnType<typeof openTestCore> & { readonly dir: string }

const opened: Opened[] = []
const dirs: string[] = []
afterEach(async () => {
  for (const { core } of opened.splice(0)) await core.close()
  for (const dir of dirs.splice(0)) rmSync(dir, { recursive: true, force: true })
})

function newDir(): string {
  const dir = mkdtempSync(join(tmpdir(), 'dossier-folder-'))
  dirs.push(dir)
  return dir
}

function open(startMs = START_MS, dir = newDir()): Opened {
  const test = { ...openTestCore(startMs, dir), dir }
  opened.push(test)
  return test
}

/** Opens a library again after something was done to its file. */
async function openAfter(app: Opened, sql: string): Promise<Opened> {
  await app.core.close()
  opened.splice(opened.indexOf(app), 1)
  const file = new Database(join(app.dir, 'library.db'))
  file.exec(sql)
  file.close()
  return open(app.time.nowMs, app.dir)
}

async function exportFolder({ client }: Opened) {
  const events = await collect(client.folder.verify({}))
  const result = events.find((event) => event.type === 'result')
  if (result?.type !== 'result') throw new Error('no result')
  return result
}

async function look({ client }: Opened, path: string) {
  const event = (await collect(client.folder.look({ path }))).at(-1)
  if (event?.type !== 'look') throw new Error(`no look: ${JSON.stringify(event)}`)
  return event.look
}

async function importFolder(app: Opened, path: string) {
  const { lookId } = await look(app, path)
  const done = (await collect(app.client.folder.import({ lookId }))).at(-1)
  if (done?.type !== 'done') throw new Error(`not imported: ${JSON.stringify(done)}`)
  await app.core.settled()
  const { type: _, ...result } = done
  return result
}

describe('an open folder', () => {
  it('is written, imported elsewhere and found to hold every row', async () => {
    const app = open()
    await furnishLibrary(app)
    const result = await exportFolder(app)
    expect(result.differences).toEqual([])
    const written = Object.fromEntries(result.checked.map(({ name, written }) => [name, written]))
    expect(written).toMatchObject({
      article: 2,
      annotation: 3,
      card: 5,
      review: 3,
      deck: 2,
      correction: 1,
      picture: 1,
      category: 8,
      'Anki cards': 5,
      'Anki answers': 3,
      originals: 1,
    })
    expect(readFileSync(join(result.path, 'tables/reviews.csv'), 'utf8').trim().split('\r\n')).toHaveLength(4)
    expect(readdirSync(result.path).sort()).toEqual([
      'Articles',
      'Dossiers',
      'README.md',
      'annotations.jsonld',
      'cards.apkg',
      'data',
      'dossier.json',
      'media',
      'originals',
      'tables',
    ])
  })

  it('is given as one zip with every file of it, and no other folder is', async () => {
    const app = open()
    await furnishLibrary(app)
    const { path, fileCount } = await exportFolder(app)
    const zip = await app.client.folder.pack({ path })
    const files = unzipSync(new Uint8Array(await zip.arrayBuffer()))
    expect(Object.keys(files)).toHaveLength(fileCount)
    const name = `${basename(path)}/dossier.json`
    expect(Buffer.from(files[name] ?? []).equals(readFileSync(join(path, 'dossier.json')))).toBe(true)
    await expect(app.client.folder.pack({ path: dirname(path) })).rejects.toMatchObject({ code: 'NO_SUCH_FOLDER' })
  })

  it('brings everything back into an empty library, once', async () => {
    const app = open()
    await furnishLibrary(app)
    const { path } = await exportFolder(app)
    const other = open(app.time.nowMs)
    const own = await other.client.settings.get()
    await importFolder(other, path)
    expect(other.failures).toEqual([])
    const before = await describeLibrary(app.client)
    const after = await describeLibrary(other.client)
    const names = (described: typeof before) => described.categories.map(({ name }) => name)
    expect(names(after)).toEqual(names(before))
    expect(after.settings).toEqual(before.settings)
    expect(
      after.articles.items.map(({ id, title, entityCount, figureCount }) => ({ id, title, entityCount, figureCount })),
    ).toEqual(
      before.articles.items.map(({ id, title, entityCount, figureCount }) => ({ id, title, entityCount, figureCount })),
    )
    const plain = ({ marks }: typeof before) => marks.items.map(({ categoryId: _, ...mark }) => mark)
    expect(plain(after)).toEqual(plain(before))
    expect(after.cards).toEqual(before.cards)
    expect(after.decks.items.map(({ name, rule, cardCount }) => ({ name, rule, cardCount }))).toEqual(
      before.decks.items.map(({ name, rule, cardCount }) => ({ name, rule, cardCount })),
    )
    expect(after.corrections).toEqual(before.corrections)
    const again = await look(other, path)
    expect(again).toMatchObject({ tables: [], editCount: 0, troubles: [] })
    const step = await other.client.history.undo()
    expect(step.step?.kind).toBe('folder.import')
    expect((await other.client.article.list({ limit: 10 })).items).toEqual([])
    expect((await other.client.annotation.list({ limit: 10 })).items).toEqual([])
    expect((await other.client.entity.list({ limit: 10 })).items).toEqual([])
    expect(await other.client.settings.get()).toEqual(own)
    expect(own).not.toEqual(before.settings)
    await other.client.history.redo()
    expect(await other.client.settings.get()).toEqual(before.settings)
    expect(plain(await describeLibrary(other.client))).toEqual(plain(before))
  })

  it('brings a note that was changed outside back as that one change and one undo step', async () => {
    const app = open()
    const { mark } = await furnishLibrary(app)
    const { path } = await exportFolder(app)
    const before = await describeLibrary(app.client)
    const dir = join(path, 'Articles')
    for (const name of readdirSync(dir)) {
      const text = readFileSync(join(dir, name), 'utf8')
      // An editor of Windows, that takes white space off the ends of lines too.
      writeFileSync(join(dir, name), text.replace('Who is *he*?', 'He is the **president**.').replace(/\n/g, '\r\n'))
    }
    expect(await look(app, path)).toMatchObject({ tables: [], editCount: 1 })
    expect(await importFolder(app, path)).toEqual({ tables: [], editCount: 1, conflictCount: 0, leftCount: 0 })
    const after = await describeLibrary(app.client)
    const changed = after.marks.items.filter(
      (one) => JSON.stringify(one) !== JSON.stringify(before.marks.items.find(({ id }) => id === one.id)),
    )
    expect(changed).toHaveLength(1)
    expect(changed[0]).toMatchObject({
      id: mark.id,
      note: 'He is the **president**.\n\n```\nan open fence\n<!-- end of note nobody -->',
    })
    await app.client.history.undo()
    expect((await describeLibrary(app.client)).marks.items.map(({ note }) => note)).toEqual(
      before.marks.items.map(({ note }) => note),
    )
  })

  it('keeps both when a note was changed outside and here, says so before, and takes nothing in twice', async () => {
    const app = open()
    const { mark } = await furnishLibrary(app)
    const { path } = await exportFolder(app)
    const noteOf = async () =>
      (await app.client.annotation.list({ limit: 10 })).items.find(({ id }) => id === mark.id)?.note
    const change = (from: RegExp, to: string) => {
      for (const name of readdirSync(join(path, 'Articles'))) {
        const file = join(path, 'Articles', name)
        writeFileSync(file, readFileSync(file, 'utf8').replace(from, to))
      }
    }
    await app.client.annotation.update({ annotationId: mark.id, note: 'Changed here.' })
    change(/Who is [\s\S]*?<!-- end of note nobody -->/, 'Changed there.')
    expect(await look(app, path)).toMatchObject({
      edits: [{ articleTitle: 'Dam talks', before: 'Changed here.', after: 'Changed there.', isBoth: true }],
      editCount: 1,
      conflictCount: 1,
    })
    expect(await importFolder(app, path)).toMatchObject({ editCount: 1, conflictCount: 1 })
    const both = 'Changed here.\n\n---\n\nChanged there.'
    expect(await noteOf()).toBe(both)

    await app.client.annotation.update({ annotationId: mark.id, note: 'Settled.' })
    expect(await look(app, path)).toMatchObject({ tables: [], edits: [], editCount: 0, troubles: [] })
    expect(await importFolder(app, path)).toMatchObject({ tables: [], editCount: 0 })
    // That has left no step: undo takes back what was done before.
    await app.client.history.undo()
    expect(await noteOf()).toBe(both)

    change(/Changed there\./, 'Changed again.')
    const again = 'Changed here.\n\n---\n\nChanged again.'
    expect((await look(app, path)).edits).toMatchObject([{ before: both, after: again, isBoth: false }])
    expect(await importFolder(app, path)).toMatchObject({ editCount: 1, conflictCount: 0 })
    expect(await noteOf()).toBe(again)
    // What was taken back can come in once more.
    await app.client.history.undo()
    expect((await look(app, path)).editCount).toBe(1)

    await app.client.annotation.remove({ annotationIds: [mark.id] })
    const left = (await collect(app.client.folder.look({ path, bringBack: false }))).at(-1)
    expect(left).toMatchObject({
      look: {
        tables: [],
        deletedCount: 1,
        edits: [],
        troubles: [
          { table: 'Articles', row: '“Dam talks”', why: 'holds a changed note on a mark that was deleted here' },
        ],
        troubleCount: 1,
      },
    })
    expect(await look(app, path)).toMatchObject({ tables: [{ returned: 1 }], deletedCount: 1, editCount: 1 })
  })

  it('brings back what was deleted since, and meets the same article under another id', async () => {
    const app = open()
    const { mark, articleId } = await furnishLibrary(app)
    const { path } = await exportFolder(app)
    await app.client.annotation.remove({ annotationIds: [mark.id] })
    expect((await look(app, path)).tables).toEqual([{ name: 'annotation', added: 0, changed: 0, returned: 1 }])
    await importFolder(app, path)
    expect((await app.client.annotation.list({ limit: 10 })).items.map(({ id }) => id)).toContain(mark.id)
    const other = open(app.time.nowMs)
    const { text } = await app.client.article.get({ articleId })
    const own = await other.client.article.importText({ text, title: 'Dam talks', date: '2014-09-15' })
    await importFolder(other, path)
    expect((await other.client.article.list({ limit: 10 })).items).toHaveLength(2)
    expect((await other.client.annotation.list({ articleId: own.articleId as never, limit: 10 })).items).toHaveLength(3)
  })

  it('lets marks wait for repair whose text reads otherwise here', async () => {
    const [app, other] = [open(), open()]
    const ids: string[] = []
    for (const title of ['Boats', 'Bread']) {
      const text = `Ada Wren counted 40 ${title.toLowerCase()} on Monday.`
      ids.push((await app.client.article.importText({ text, title, date: '2014-09-15' })).articleId)
    }
    await importFolder(other, (await exportFolder(app)).path)
    const [boats = '' as never, bread = '' as never] = ids as never[]
    await other.client.article.updateText({ articleId: boats, text: 'On Monday 40 boats were counted by Ada Wren.' })
    for (const articleId of [boats, bread])
      await app.client.annotation.add({ articleId, start: 0, end: 8, category: 1 })
    await importFolder(other, (await exportFolder(app)).path)
    const { items } = await other.client.annotation.list({ limit: 10 })
    expect(items.map(({ articleTitle, anchor, start }) => [articleTitle, anchor, start]).sort()).toEqual([
      ['Boats', 'lost', null],
      ['Bread', 'placed', 0],
    ])
    expect((await other.client.repair.list({})).items).toHaveLength(1)
  })

  it('leaves nothing behind when it is stopped, and refuses a place that is none', async () => {
    const app = open()
    await furnishLibrary(app)
    const into = newDir()
    const stop = new AbortController()
    await expect(
      (async () => {
        for await (const event of await app.client.folder.verify({ into }, { signal: stop.signal }))
          if (event.type === 'progress') stop.abort()
      })(),
    ).rejects.toThrow()
    await expect.poll(() => readdirSync(into)).toEqual([])
    await expect(app.client.folder.verify({ into: join(into, 'gone') })).rejects.toMatchObject({
      code: 'NO_SUCH_FOLDER',
    })
  })

  it('tells how far an import is, and leaves nothing of one that is given up, so that it can be done again', async () => {
    const app = open()
    const rows = Array.from({ length: 300 }, (_, at) => `Report ${at},Clerk ${at} counted ${at + 2} boats.`)
    const csv = new File([`title,text\n${rows.join('\n')}`], 'reports.csv')
    await furnishLibrary(app)
    await collect(app.client.article.import({ files: [csv] }))
    const { path } = await exportFolder(app)
    const other = open(app.time.nowMs)
    const empty = await describeLibrary(other.client)
    const { lookId, tables } = await look(other, path)
    const seen: number[] = []
    const stop = new AbortController()
    for await (const event of await other.client.folder.import({ lookId }, { signal: stop.signal })) {
      if (event.type === 'progress') seen.push(event.done / Math.max(1, event.total))
      if ((seen.at(-1) ?? 0) > 0) stop.abort()
    }
    expect([seen[0], (seen.at(-1) ?? 1) < 1]).toEqual([0, true])
    expect(await describeLibrary(other.client)).toEqual(empty)
    expect((await other.client.history.state()).undo).toBeNull()
    // What was looked at is kept, and nothing of it is taken for deleted.
    const events = await collect(other.client.folder.import({ lookId, bringBack: false }))
    expect(events.at(-1)).toMatchObject({ type: 'done', tables })
    expect((await other.client.article.list({ limit: 10, query: 'report 299' })).items).toHaveLength(1)
    expect((await describeLibrary(other.client)).cards).toEqual((await describeLibrary(app.client)).cards)
  })

  it.each([
    ['deleted', { added: 0, changed: 0, returned: 1 }],
    ['there', { added: 0, changed: 1, returned: 0 }],
  ])('gives an article that is %s its text back when it has lost that', async (state, expected) => {
    const app = open()
    const { articleId } = await app.client.article.importText({ text: 'Bo Li met 30 ministers.', title: 'Dam talks' })
    const { path } = await exportFolder(app)
    const { title, text, blocks } = await app.client.article.get({ articleId })
    if (state === 'deleted') await app.client.history.undo()
    const other = await openAfter(app, 'DELETE FROM article_text; DELETE FROM block')
    expect((await look(other, path)).tables).toEqual([{ name: 'article', ...expected }])
    await importFolder(other, path)
    expect(await other.client.article.get({ articleId })).toMatchObject({ title, text, blocks })
    expect((await other.client.library.check()).findings).toEqual([])
    expect((await look(other, path)).tables).toEqual([])
  })

  it('shows no article before its text is there', async () => {
    const app = open()
    const rows = Array.from({ length: 400 }, (_, at) => `Report ${at},Clerk ${at} counted ${at + 2} boats.`)
    await collect(app.client.article.import({ files: [new File([`title,text\n${rows.join('\n')}`], 'reports.csv')] }))
    const { path } = await exportFolder(app)
    const other = open(app.time.nowMs)
    const { lookId } = await look(other, path)
    let seen = 0
    for await (const _ of await other.client.folder.import({ lookId })) {
      const { items } = await other.client.article.list({ limit: 200 })
      seen += items.length
      for (const { id } of items) expect((await other.client.article.get({ articleId: id })).text).toMatch(/^Clerk/)
    }
    expect(seen).toBeGreaterThan(200)
  })

  it('leaves an article without a text out by name, with the marks on it', async () => {
    const app = open()
    const { articleId } = await furnishLibrary(app)
    const { path } = await exportFolder(app)
    const file = join(path, 'data/article_text.jsonl')
    const lines = readFileSync(file, 'utf8').split('\n')
    writeFileSync(file, lines.filter((line) => !line.includes(articleId)).join('\n'))
    const other = open(app.time.nowMs)
    const { troubles } = await look(other, path)
    expect(troubles).toContainEqual({
      table: 'article',
      row: articleId,
      why: '(“Dam talks”) has no text in data/article_text.jsonl, so it and 3 marks on it are left out',
    })
    await importFolder(other, path)
    const after = await describeLibrary(other.client)
    expect([after.articles.items.length, after.marks.items.length, after.cards.items.length]).toEqual([1, 0, 5])
    expect((await other.client.library.check()).findings).toEqual([])
  })

  it('removes what a run that was killed has left half written, and nothing else', async () => {
    const dir = newDir()
    const names = ['Dossier 2026-01-02 3.part', 'Dossier 2026-01-02', 'Notes.part']
    for (const name of names) mkdirSync(join(dir, 'exports', name, 'data'), { recursive: true })
    open(START_MS, dir)
    await expect.poll(() => readdirSync(join(dir, 'exports')).sort()).toEqual(['Dossier 2026-01-02', 'Notes.part'])
  })

  it('writes nothing for a library whose folder was moved away', async () => {
    const app = open()
    const moved = join(newDir(), 'moved')
    renameSync(app.dir, moved)
    await expect(app.client.folder.verify({})).rejects.toMatchObject({ code: 'LIBRARY_GONE' })
    expect(existsSync(app.dir)).toBe(false)
    renameSync(moved, app.dir)
  })

  it('names what is wrong with a folder, and takes in the rest', async () => {
    const app = open()
    await furnishLibrary(app)
    const { path } = await exportFolder(app)
    const corrections = join(path, 'data/correction.jsonl')
    writeFileSync(corrections, readFileSync(corrections, 'utf8').replaceAll('rename', 'erase'))
    const suggestions = join(path, 'data/suggestion.jsonl')
    rmSync(suggestions)
    symlinkSync('/dev/zero', suggestions)
    const file = join(path, 'data/annotation.jsonl')
    const lines = readFileSync(file, 'utf8').split('\n')
    writeFileSync(
      file,
      [
        'not json',
        lines[1]?.replace(/"article_id":"[^"]*"/, '"article_id":"gone"'),
        lines[2]?.replace(/"end":\\d+/, '"end":99999'),
        '',
      ].join('\n'),
    )
    const other = open(app.time.nowMs)
    const { troubles } = await look(other, path)
    expect(troubles.map(({ table, why }) => `${table}: ${why}`)).toEqual(
      expect.arrayContaining([
        'annotation: not a row in JSON',
        'annotation: FOREIGN KEY constraint failed',
        'correction: not a correction',
        'suggestion: 1 rows were written, 0 are there',
      ]),
    )
    await importFolder(other, path)
    expect((await other.client.annotation.list({ limit: 10 })).items).toHaveLength(1)
    expect(troubles.length).toBeGreaterThan(0)
    const none = await collect(other.client.folder.look({ path: newDir() }))
    expect(none.at(-1)).toEqual({ type: 'trouble', code: 'NOT_A_FOLDER' })
  })
})
