import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { migrate, migrations } from '#electron/store/migrate.ts'
import { collect, openTestCore } from '#test/support/open-test-core.ts'

const NOON = Date.UTC(2026, 4, 14, 12)

let dir: string
let test: ReturnType<typeof openTestCore>
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'dossier-backup-'))
  test = openTestCore(NOON, join(dir, 'library'))
})
afterEach(async () => {
  await test.core.close()
  rmSync(dir, { recursive: true, force: true })
})

const add = (title: string) => test.client.article.importText({ text: `The council of ${title} met.`, title })
/** Of all articles: how many there are depends on how fast the machine is. */
async function titles(): Promise<string[]> {
  const found: string[] = []
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = await test.client.article.list({ limit: 50, ...(cursor && { cursor }) })
    found.push(...page.items.map(({ title }) => title))
    cursor = page.nextCursor
  }
  return found.sort()
}
const at = (...path: string[]) => join(dir, 'library', ...path)

describe('backup.create', () => {
  it('keeps a copy that opens, and lists it with what is in it', async () => {
    const { articleId } = await add('Elmina')
    await test.client.annotation.add({ articleId, start: 0, end: 11 })
    const made = await test.client.backup.create()
    expect(made).toMatchObject({ reason: 'manual', places: ['library'], contents: { articles: 1, marks: 1, cards: 0 } })
    expect(readdirSync(at('backups'))).toEqual([made.id])
    expect((await test.client.backup.list()).items).toEqual([made])
    expect(test.failures).toEqual([])
  })

  it('copies it to a second place, and says when that can not be reached', async () => {
    await add('Elmina')
    const second = mkdtempSync(join(dir, 'second-'))
    await test.client.backup.setSecondFolder({ folder: second })
    const made = await test.client.backup.create()
    expect(made.places).toEqual(['library', 'second'])
    rmSync(second, { recursive: true })
    await test.client.backup.create()
    const { trouble } = await test.client.backup.list()
    expect(trouble).toMatchObject({ code: 'FOLDER', place: 'second' })
    expect(await test.client.backup.setSecondFolder({ folder: join(dir, 'nowhere') })).toEqual({ failed: 'FOLDER' })
    await test.client.backup.setSecondFolder({ folder: null })
    expect(await test.client.backup.list()).toMatchObject({ trouble: null, secondFolder: null })
  })

  it('is finished when the program ends meanwhile', async () => {
    await add('Elmina')
    // Its answer is read from the file anew, for which it is too late then.
    test.client.backup.create().catch(() => {})
    // It has begun by then, and its thread has not.
    await new Promise((resolve) => setImmediate(resolve))
    await test.core.close()
    test = openTestCore(NOON + 60_000, at())
    expect((await test.client.backup.list()).items).toHaveLength(1)
  })

  it('refuses a second place that would go with the library, or that takes no file', async () => {
    const inside = at('copies')
    mkdirSync(inside)
    symlinkSync(at(), join(dir, 'elsewhere'))
    const use = async (folder: string) => (await test.client.backup.setSecondFolder({ folder })).failed
    for (const folder of [at(), inside, dir, join(dir, 'elsewhere')]) expect(await use(folder)).toBe('LIBRARY')
    // A folder whose system says that what was just made in it is not there. Elsewhere there is none.
    expect(await use('/proc')).toBe('FOLDER')
    expect(await test.client.backup.list()).toMatchObject({ secondFolder: null, trouble: null })
    expect(readdirSync(inside)).toEqual([])
  })

  it('uses a second place although the newest backup is damaged', async () => {
    await add('Elmina')
    const whole = await test.client.backup.create()
    await add('Accra')
    const { id } = await test.client.backup.create()
    truncateSync(at('backups', id), 5_000)
    const second = mkdtempSync(join(tmpdir(), 'dossier-second-'))
    expect(await test.client.backup.setSecondFolder({ folder: second })).toEqual({ failed: null })
    const { items } = await test.client.backup.list()
    expect(items.map(({ places, contents }) => [places, contents?.articles])).toEqual([
      [['library'], undefined],
      [['library', 'second'], whole.contents?.articles],
    ])
    rmSync(second, { recursive: true })
  })

  it('is made before many files are imported, and again only when something was done', async () => {
    await add('Elmina')
    const files = (from: number) =>
      Array.from({ length: 20 }, (_, i) => new File([`Page ${from + i} of the report, read aloud.`], `${from + i}.txt`))
    await collect(test.client.article.import({ files: files(0) }))
    await collect(test.client.article.import({ files: files(0) }))
    await collect(test.client.article.import({ files: files(100) }))
    const { items } = await test.client.backup.list()
    expect(items.map(({ reason, contents }) => [reason, contents?.articles])).toEqual([
      ['import', 21],
      ['import', 1],
    ])
  })
})

describe('backup.restore', () => {
  it('brings back how it was, after a copy of how it is', async () => {
    await add('Elmina')
    const { id } = await test.client.backup.create()
    await add('Accra')
    const { beforeId } = await test.client.backup.restore({ backupId: id })
    expect(await titles()).toEqual(['Elmina'])
    expect((await test.client.search.query({ q: 'council' })).items).toHaveLength(1)
    expect((await test.client.history.state()).undo?.label).toBe('Restore of a backup')
    await test.client.backup.restore({ backupId: beforeId ?? '' })
    expect(await titles()).toEqual(['Accra', 'Elmina'])
    await add('Tema')
    await test.core.close()
    test = openTestCore(NOON + 60_000, at())
    expect(await titles()).toEqual(['Accra', 'Elmina', 'Tema'])
  })

  it('takes the copy of the second place when the first was damaged since', async () => {
    await add('Elmina')
    const second = mkdtempSync(join(tmpdir(), 'dossier-second-'))
    await test.client.backup.setSecondFolder({ folder: second })
    const made = await test.client.backup.create()
    expect(made.places).toEqual(['library', 'second'])
    await add('Accra')
    truncateSync(at('backups', made.id), 5_000)
    const { items } = await test.client.backup.list()
    expect(items).toEqual([{ ...made, places: ['second'] }])
    await test.client.backup.restore({ backupId: made.id })
    expect(await titles()).toEqual(['Elmina'])
    rmSync(second, { recursive: true })
    const after = (await test.client.backup.list()).items.find(({ id }) => id === made.id)
    expect(after).toMatchObject({ places: ['library'], contents: null })
  })

  it('refuses a backup that is damaged, of a newer Dossier or gone, and changes nothing', async () => {
    await add('Elmina')
    const { id } = await test.client.backup.create()
    const file = at('backups', id)
    const bytes = readFileSync(file)
    const code = () => test.client.backup.restore({ backupId: id }).catch((error: { code: string }) => error.code)
    truncateSync(file, Math.floor(statSync(file).size / 2))
    expect(await code()).toBe('BACKUP_DAMAGED')
    // Bytes 60 to 63 hold user_version. Source: SQLite file format, 1.3.
    bytes.writeUInt32BE(9_999, 60)
    writeFileSync(file, bytes)
    expect(await code()).toBe('BACKUP_NEWER')
    rmSync(file)
    expect(await code()).toBe('BACKUP_GONE')
    const outside = test.client.backup.restore({ backupId: '../library.db' })
    await expect(outside).rejects.toMatchObject({ code: 'BACKUP_GONE' })
    expect(await titles()).toEqual(['Elmina'])
    expect(readdirSync(at()).filter((name) => name.includes('restoring'))).toEqual([])
  })
})

/** Changes a backup from outside. */
function edit(id: string, change: (db: Database.Database) => void): void {
  const db = new Database(at('backups', id))
  db.function('fold', (text) => String(text))
  change(db)
  db.close()
}

describe('history, after a restore', () => {
  const undo = async () => (await test.client.history.undo()).step?.label
  const redo = async () => (await test.client.history.redo()).step?.label

  it('goes back to before it and forth again, and past it only step by step', async () => {
    await add('Elmina')
    const { id } = await test.client.backup.create()
    await add('Accra')
    await test.client.backup.restore({ backupId: id })
    await add('Tema')
    expect(await undo()).toBe('Import of “Tema”')
    expect((await test.client.history.state()).undo?.label).toBe('Restore of a backup')
    expect(await undo()).toBe('Restore of a backup')
    expect(await titles()).toEqual(['Accra', 'Elmina'])
    expect((await test.client.history.state()).undo?.label).toBe('Import of “Accra”')
    expect(await redo()).toBe('Restore of a backup')
    expect(await titles()).toEqual(['Elmina'])
    expect(await redo()).toBe('Import of “Tema”')
    expect(await titles()).toEqual(['Elmina', 'Tema'])
  })

  it('takes back two restores one after the other', async () => {
    await add('Elmina')
    const first = await test.client.backup.create()
    await add('Accra')
    const second = await test.client.backup.create()
    await add('Tema')
    await test.client.backup.restore({ backupId: first.id })
    await test.client.backup.restore({ backupId: second.id })
    await undo()
    expect(await titles()).toEqual(['Elmina'])
    await undo()
    expect(await titles()).toEqual(['Accra', 'Elmina', 'Tema'])
    expect(await undo()).toBe('Import of “Tema”')
  })

  it('counts the way back by the list of backups as the undo that it is', async () => {
    await add('Elmina')
    const { id } = await test.client.backup.create()
    await add('Accra')
    const { beforeId } = await test.client.backup.restore({ backupId: id })
    await test.client.backup.restore({ backupId: beforeId ?? '' })
    expect((await test.client.history.state()).undo?.label).toBe('Import of “Accra”')
    expect((await test.client.history.state()).redo?.label).toBe('Restore of a backup')
  })

  it('acts within the library when how it was is no longer kept', async () => {
    await add('Elmina')
    const { id } = await test.client.backup.create()
    await add('Accra')
    const { beforeId } = await test.client.backup.restore({ backupId: id })
    rmSync(at('backups', beforeId ?? ''))
    expect(await undo()).toBe('Import of “Elmina”')
    expect(await titles()).toEqual([])
  })
})

describe('backup.now', () => {
  it('says what the library holds and what was done since a backup', async () => {
    await add('Elmina')
    const { atMs } = await test.client.backup.create()
    expect(await test.client.backup.now({ sinceMs: atMs })).toMatchObject({ articles: 1, steps: 0, lastStep: null })
    await add('Accra')
    await add('Tema')
    await test.client.history.undo()
    const now = await test.client.backup.now({ sinceMs: atMs })
    expect(now).toEqual({ articles: 2, marks: 0, cards: 0, steps: 1, lastStep: 'Import of “Accra”' })
  })
})

describe('backup.restore, of what is not as it should be', () => {
  it('refuses a sound file in which something of a library is missing, and goes on', async () => {
    await add('Elmina')
    const { id } = await test.client.backup.create()
    edit(id, (db) => db.exec('DROP TABLE annotation_tag'))
    await expect(test.client.backup.restore({ backupId: id })).rejects.toMatchObject({ code: 'BACKUP_DAMAGED' })
    // A step of the schema that does not fit what is there.
    edit(id, (db) => db.exec('PRAGMA user_version = 3'))
    await expect(test.client.backup.restore({ backupId: id })).rejects.toMatchObject({ code: 'BACKUP_DAMAGED' })
    await add('Accra')
    expect(await titles()).toEqual(['Accra', 'Elmina'])
    expect(readdirSync(at()).filter((name) => name.includes('restoring'))).toEqual([])
  })

  it('brings a backup of an older format up to date before it takes the place', async () => {
    await add('Elmina')
    const { id } = await test.client.backup.create()
    rmSync(at('backups', id))
    edit(id, (db) => migrate(db, null, NOON, migrations.slice(0, 9)))
    await test.client.backup.restore({ backupId: id })
    expect(await titles()).toEqual([])
    await add('Accra')
    expect((await test.client.library.check()).findings).toEqual([])
  })
})

describe('backup.restore, while something else is done', () => {
  it('keeps what was done until the very last moment in the backup of before', async () => {
    await add('Elmina')
    const { id } = await test.client.backup.create()
    let isOver = false
    const restoring = test.client.backup.restore({ backupId: id }).finally(() => {
      isOver = true
    })
    const done: string[] = ['Elmina']
    while (!isOver) {
      const title = `During ${done.length}`
      await add(title)
      if (!isOver) done.push(title)
    }
    const { beforeId } = await restoring
    // What was done once the backup was in place, and before that was told, is there and not in the one of before.
    const after = await titles()
    await test.client.backup.restore({ backupId: beforeId ?? '' })
    const kept = [...(await titles()), ...after]
    expect(done.length).toBeGreaterThan(2)
    expect(done.filter((title) => !kept.includes(title))).toEqual([])
  })

  it('is refused during an import, and done when that has ended', async () => {
    await add('Elmina')
    const { id } = await test.client.backup.create()
    const files = [new File(['The council met in the old hall.'], 'a.txt')]
    const events = await test.client.article.import({ files })
    await events.next()
    await expect(test.client.backup.restore({ backupId: id })).rejects.toMatchObject({ code: 'BACKUP_BUSY' })
    await collect(events)
    await test.client.backup.restore({ backupId: id })
    expect(await titles()).toEqual(['Elmina'])
  })

  it('is given up when an import begins in the meantime', async () => {
    await add('Elmina')
    const { id } = await test.client.backup.create()
    const restoring = test.client.backup.restore({ backupId: id })
    const events = await test.client.article.import({ files: [new File(['The council met.'], 'a.txt')] })
    await events.next()
    await expect(restoring).rejects.toMatchObject({ code: 'BACKUP_BUSY' })
    await collect(events)
    expect(await titles()).toHaveLength(2)
  })
})

describe('a damaged library', () => {
  it('is set aside, stands empty, says so until answered, and comes back from a backup', async () => {
    await add('Elmina')
    const { id } = await test.client.backup.create()
    await test.core.close()
    truncateSync(at('library.db'), 5_000)
    const damaged = readFileSync(at('library.db'))
    test = openTestCore(NOON + 1e6, at())
    const { rescue, articleCount } = await test.client.library.info()
    expect({ kind: rescue?.kind, articleCount }).toEqual({ kind: 'set-aside', articleCount: 0 })
    expect(rescue?.kind === 'set-aside' && readFileSync(rescue.file).equals(damaged)).toBe(true)
    await test.client.backup.restore({ backupId: id })
    expect(await titles()).toEqual(['Elmina'])
    expect((await test.client.library.info()).rescue).toBeNull()
  })

  it('lets the person begin anew', async () => {
    await test.client.backup.create()
    await test.core.close()
    writeFileSync(at('library.db'), 'not a database at all, whatever it is')
    test = openTestCore(NOON + 1e6, at())
    expect((await test.client.library.info()).rescue?.kind).toBe('set-aside')
    await test.client.library.dismissRescue()
    await test.core.close()
    test = openTestCore(NOON + 2e6, at())
    expect((await test.client.library.info()).rescue).toBeNull()
    expect(readdirSync(at('damaged'))).toHaveLength(1)
  })
})

describe('library.check', () => {
  it('finds nothing in a sound library, and counts what is in it', async () => {
    await add('Elmina')
    expect(await test.client.library.check()).toMatchObject({ findings: [], articles: 1, marks: 0 })
  })

  it('names an original that was taken away', async () => {
    await collect(test.client.article.import({ files: [new File(['The council met in the old hall.'], 'a.txt')] }))
    rmSync(at('originals'), { recursive: true })
    const { findings } = await test.client.library.check()
    expect(findings).toEqual([{ code: 'ORIGINAL_MISSING', count: 1, detail: null }])
  })
})
