import { appendFileSync, mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { MANIFEST_FILE } from '#electron/formats/open-folder/manifest.ts'
import { openTestCore } from '#test/support/open-test-core.ts'

const NOON = Date.UTC(2026, 4, 14, 12)
const LATE = { timeout: 15_000, interval: 100 }

let dir: string
let folder: string
let test: ReturnType<typeof openTestCore>
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'dossier-watch-'))
  folder = join(dir, 'inbox')
  mkdirSync(folder)
  test = openTestCore(NOON, join(dir, 'library'))
})
afterEach(async () => {
  await test.core.close()
  rmSync(dir, { recursive: true, force: true })
})

const put = (name: string, text = `# ${name.split('.')[0]}\n\nThe council met.`) =>
  writeFileSync(join(folder, name), text)
const titles = async () => (await test.client.article.list({ limit: 50 })).items.map(({ title }) => title).sort()
const expectTitles = (...wanted: string[]) =>
  vi.waitFor(async () => expect(await titles()).toEqual(wanted.toSorted()), LATE)

it('imports what comes, not what was there, as one step that can be undone', { timeout: 40_000 }, async () => {
  put('old.txt')
  await test.client.watch.setFolder({ folder })
  put('Accra.md')
  put('Elmina.md')
  put('picture.png')
  put('.hidden.txt')
  await expectTitles('Accra', 'Elmina')
  expect((await test.client.history.undo()).step?.label).toBe('Import of 2 articles')
  expect(await titles()).toEqual([])
  put('empty.txt', '')
  await vi.waitFor(async () => {
    const { arrivals } = await test.client.watch.state()
    expect(arrivals.map(({ name, outcome }) => [name, outcome.kind])).toContainEqual(['empty.txt', 'failed'])
  }, LATE)
  await test.core.close()
  put('Tema.md')
  test = openTestCore(NOON + 1e6, join(dir, 'library'))
  // What was undone does not come back by itself; what came meanwhile is taken in.
  await expectTitles('Tema')
  expect(test.failures).toEqual([])
})

it('leaves links to files elsewhere, and libraries that went out', { timeout: 40_000 }, async () => {
  await test.client.watch.setFolder({ folder })
  writeFileSync(join(dir, 'private.txt'), 'What is none of its business.')
  symlinkSync(join(dir, 'private.txt'), join(folder, 'link.txt'))
  mkdirSync(join(folder, 'Dossier 2026', 'Articles'), { recursive: true })
  writeFileSync(join(folder, 'Dossier 2026', MANIFEST_FILE), '{}')
  put('Dossier 2026/Articles/Keta.md')
  mkdirSync(join(folder, 'Dossier 2027.part'))
  put('Dossier 2027.part/Winneba.md')
  // Later than all of these.
  await pause(1_500)
  put('Accra.md')
  await expectTitles('Accra')
})

it('waits until a file is whole', { timeout: 40_000 }, async () => {
  await test.client.watch.setFolder({ folder })
  put('slow.md', '# Slow\n\nThe beginning. ')
  for (let turn = 0; turn < 6; turn++) {
    await new Promise((resolve) => setTimeout(resolve, 400))
    expect(await titles()).toEqual([])
    appendFileSync(join(folder, 'slow.md'), `Sentence ${turn}. `)
  }
  await expectTitles('Slow')
  const [article] = (await test.client.article.list({ limit: 1 })).items
  expect((await test.client.article.get({ articleId: article?.id ?? '' })).text).toContain('Sentence 5.')
})

it('pauses, goes on, and says that its folder is away', { timeout: 40_000 }, async () => {
  await test.client.watch.setFolder({ folder })
  await test.client.watch.pause({ isPaused: true })
  put('Accra.md')
  await new Promise((resolve) => setTimeout(resolve, 2_500))
  expect(await titles()).toEqual([])
  await test.client.watch.pause({ isPaused: false })
  await expectTitles('Accra')
  renameSync(folder, join(dir, 'elsewhere'))
  await vi.waitFor(async () => expect((await test.client.watch.state()).isAway).toBe(true), LATE)
})

it('refuses what is no folder, and the library itself', async () => {
  const fail = async (path: string) => (await test.client.watch.setFolder({ folder: path })).failed
  expect(await fail(join(dir, 'nowhere'))).toBe('MISSING')
  expect(await fail('inbox')).toBe('MISSING')
  expect(await fail(join(dir, 'library'))).toBe('LIBRARY')
  expect(await fail(dir)).toBe('LIBRARY')
  expect((await test.client.watch.state()).folder).toBeNull()
  expect(await fail(folder)).toBeNull()
  await test.client.watch.setFolder({ folder: null })
  expect((await test.client.watch.state()).folder).toBeNull()
})
