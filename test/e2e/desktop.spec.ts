// What a program of the desktop does beside its window: the built program, run against the double of Electron.
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Page } from '@playwright/test'
import { addProbe } from '../support/electron-double/check-app.ts'
import { expect, test } from '../support/electron-double/double-test.ts'
import type { ElectronDouble } from '../support/electron-double/electron-double.ts'

let library: string
test.beforeEach(({ userData }) => {
  library = join(userData, 'a library')
})

async function withArticle(app: ElectronDouble): Promise<{ page: Page; articleId: string }> {
  const page = await app.firstPage()
  await addProbe(page)
  const { articleId } = await page.evaluate(() =>
    window.probe.article.importText({ text: 'The council of Elmina met on Monday.', title: 'Council' }),
  )
  return { page, articleId }
}

const place = (page: Page | undefined) => page?.evaluate(() => window.location.hash)

test('a link opens its place, from the command line, a second start and the system', async ({ startApp }) => {
  const args = ['--library', library]
  const app = startApp({ args })
  const { page, articleId } = await withArticle(app)
  expect(await startApp({ args: [...args, `dossier://article/${articleId}?at=4-11`] }).exit).toBe(0)
  await expect.poll(() => place(page)).toBe(`#/article/${articleId}?at=4-11`)
  await expect(page.getByRole('heading', { name: 'Council', level: 1 })).toBeVisible()
  await app.main.ask('openUrl', 'dossier://card/0190-7')
  await expect.poll(() => place(page)).toBe('#/cards?card=0190-7')
  for (const link of ['dossier://settings/x', 'dossier://article/../..', 'https://example.org', 'dossier://card/a%22b'])
    await app.main.ask('openUrl', link)
  expect(await place(page)).toBe('#/cards?card=0190-7')
})

test('several windows show the same library, live', async ({ startApp }) => {
  const app = startApp({ args: ['--library', library] })
  const { page, articleId } = await withArticle(app)
  await page.evaluate((id) => window.probe.desktop.openWindow({ path: `/article/${id}` }), articleId)
  await expect.poll(() => app.pages().length).toBe(2)
  const [, side] = app.pages()
  if (!side) throw new Error('no second window')
  await expect(side.getByRole('heading', { name: 'Council', level: 1 })).toBeVisible()
  await expect(side.getByRole('navigation')).toHaveCount(0)
  await page.evaluate(
    (id) => window.probe.annotation.add({ articleId: id, start: 4, end: 11, note: 'Who?' }),
    articleId,
  )
  await expect(side.getByText('Who?').first()).toBeVisible()
  await app.chooseMenu('File', 'New window')
  await expect.poll(() => app.pages().length).toBe(3)
  const third = app.pages()[2]
  if (!third) throw new Error('no third window')
  await expect(third.getByRole('heading', { name: 'Library', level: 1 })).toBeVisible()
  await app.chooseMenu('File', 'Review in a new window')
  await expect.poll(() => app.pages().length).toBe(4)
  await app.pages()[3]?.waitForURL(/#\/review$/)
  expect(app.seen).toMatchObject({ outside: [], consoleProblems: [] })
})

test('an article is dragged out as a file with its notes, and the other mouse button opens the menu of its row', async ({
  startApp,
}) => {
  const app = startApp({ args: ['--library', library] })
  const { page, articleId } = await withArticle(app)
  await page.evaluate(
    (id) => window.probe.annotation.add({ articleId: id, start: 4, end: 11, note: 'Who sat in it?' }),
    articleId,
  )
  await page.evaluate(() => (window.location.hash = '#/library'))
  const link = page.getByRole('main').getByRole('link', { name: 'Council' }).first()
  await link.dispatchEvent('dragstart')
  await expect.poll(async () => (await app.state()).dragged).toHaveLength(1)
  const [file = ''] = (await app.state()).dragged
  expect(basename(file)).toBe('Council.md')
  expect(readFileSync(file, 'utf8')).toContain('Who sat in it?')
  await link.click({ button: 'right' })
  await expect(page.getByRole('menu')).toBeVisible()
  expect(await place(page)).toBe('#/library')
  expect(app.seen).toMatchObject({ outside: [], consoleProblems: [] })
})

test('the menu lists what was read last, and goes there', async ({ startApp }) => {
  const app = startApp({ args: ['--library', library] })
  const { page, articleId } = await withArticle(app)
  await page.evaluate((id) => (window.location.hash = `#/article/${id}`), articleId)
  await expect(page.getByRole('heading', { name: 'Council', level: 1 })).toBeVisible()
  await app.chooseMenu('Go', 'Cards')
  await expect.poll(() => place(page)).toBe('#/cards')
  const recent = async () =>
    (await app.state()).menu.find(({ label }) => label === 'File')?.submenu.find(({ label }) => label === 'Open recent')
  await expect.poll(async () => (await recent())?.submenu.map(({ label }) => label)).toEqual(['Council'])
  await app.chooseMenu('File', 'Open recent', 'Council')
  await expect.poll(() => place(page)).toBe(`#/article/${articleId}`)
  await app.chooseMenu('File', 'Library', 'Show its folder')
  expect((await app.state()).openedPaths).toEqual([library])
})

test('due cards are counted at the icon and told of once a day, if wanted', async ({ startApp }) => {
  const app = startApp({ args: ['--library', library] })
  const page = await app.firstPage()
  await addProbe(page)
  await page.evaluate(() => window.probe.card.create({ kind: 'basic', front: 'Who met?', back: 'The council' }))
  const shown = async () => {
    const { badgeCount, overlay } = await app.state()
    return process.platform === 'win32' ? Number.parseInt(overlay || '0', 10) : badgeCount
  }
  await expect.poll(shown).toBe(1)
  expect((await app.state()).notifications).toEqual([])
  await page.evaluate(() => window.probe.desktop.set({ notifiesDue: true }))
  await expect.poll(async () => (await app.state()).notifications).toEqual(['1 card is ready for review.'])
  await app.main.ask('chooseNotification')
  await expect.poll(() => place(page)).toBe('#/review')
  await page.evaluate(() => window.probe.desktop.set({ showsBadge: false }))
  await expect.poll(shown).toBe(0)
  expect((await app.state()).notifications).toHaveLength(1)
})

test('spelling is checked only when wanted, in the languages chosen', async ({ startApp }) => {
  const app = startApp({ args: ['--library', library] })
  const page = await app.firstPage()
  expect((await app.state()).spelling.isOn).toBe(false)
  await app.chooseMenu('File', 'Settings…')
  await page.getByLabel('Find a setting').fill('spelling')
  await page.getByRole('switch', { name: 'Check spelling' }).click()
  await page.getByPlaceholder('That of the system').click()
  await page.getByRole('option', { name: 'British English' }).click()
  await expect.poll(async () => (await app.state()).spelling).toEqual({ isOn: true, languages: ['en-GB'] })
  const misspelled = { misspelledWord: 'counsil', dictionarySuggestions: ['council'], isEditable: true }
  await app.main.ask('openContextMenu', 1, misspelled)
  const [menu] = (await app.state()).contextMenus
  expect(menu?.slice(0, 2)).toEqual(['council', 'Add to the dictionary'])
  await app.main.ask('chooseContextMenu', 'council')
  await app.main.ask('chooseContextMenu', 'Add to the dictionary')
  expect((await app.state()).copied).toEqual(['spelling: council', 'dictionary: counsil'])
  await app.main.ask('openContextMenu', 1, { linkURL: 'app://dossier/index.html' })
  expect((await app.state()).contextMenus).toHaveLength(1)
})

test('folders are chosen in a dialog: for an export, an import, a copy of backups and to be watched', async ({
  startApp,
  userData,
}) => {
  const app = startApp({ args: ['--library', library] })
  const { page } = await withArticle(app)
  const folder = (name: string) => {
    const dir = join(userData, name)
    mkdirSync(dir)
    return dir
  }
  const out = folder('out')
  await page.evaluate(() => (window.location.hash = '#/export'))
  const choose = (section: string) =>
    page.getByRole('region', { name: section }).getByRole('button', { name: 'Choose…' })
  // Who thinks better of it changes nothing.
  await choose('Everything, in the open').click()
  await expect(page.getByRole('textbox', { name: 'Into the folder' })).toHaveValue('')
  await app.main.ask('chooseNextFolder', out)
  await choose('Everything, in the open').click()
  await expect(page.getByRole('textbox', { name: 'Into the folder' })).toHaveValue(out)
  await page.getByRole('button', { name: 'Export and verify' }).click()
  await expect(page.getByText(/^All \d+ rows came back the same\.$/)).toBeVisible({ timeout: 30_000 })
  const [written = ''] = readdirSync(out)
  expect(existsSync(join(out, written, 'dossier.json'))).toBe(true)

  await app.main.ask('chooseNextFolder', join(out, written))
  await choose('Import an open folder').click()
  await page.getByRole('button', { name: 'Look into it' }).click()
  await expect(page.getByText('The library holds all of it already.')).toBeVisible({ timeout: 30_000 })

  await page.evaluate(() => (window.location.hash = '#/settings'))
  for (const [words, label] of [
    ['watch', 'Watch a folder'],
    ['second', 'Second place'],
  ] as const) {
    const dir = folder(words)
    await page.getByLabel('Find a setting').fill(words)
    await app.main.ask('chooseNextFolder', dir)
    await page.getByRole('button', { name: 'Choose…' }).click()
    await expect(page.getByRole('textbox', { name: label })).toHaveValue(dir)
  }
  writeFileSync(join(userData, 'watch', 'dam.md'), '# The dam\n\nIt was built in two years.')
  await page.getByLabel('Find a setting').fill('watch')
  const came = page.getByRole('list', { name: 'What came from the folder' })
  await expect(came.getByText('Imported: The dam.')).toBeVisible({ timeout: 15_000 })
  expect(app.seen).toMatchObject({ outside: [], consoleProblems: [] })
})

test('the library moves to another folder with the next start', async ({ startApp, userData }) => {
  const app = startApp({ args: ['--library', library] })
  const { page } = await withArticle(app)
  const to = join(userData, 'elsewhere')
  mkdirSync(to)
  await app.main.ask('chooseNextFolder', to)
  await page.evaluate(() => window.probe.desktop.moveLibrary()).catch(() => {}) // the page goes with the program
  expect(await app.exit).toBe(0)
  const again = startApp({ args: ['--library', library] })
  const moved = await again.firstPage()
  await addProbe(moved)
  expect(await moved.evaluate(() => window.probe.library.info())).toMatchObject({ libraryDir: to, articleCount: 1 })
  expect(existsSync(library)).toBe(false)
})

test('a library that can not be opened is told of in plain words', async ({ startApp, userData }) => {
  test.skip(process.platform === 'win32', 'permissions are of another kind there')
  const file = join(userData, 'no folder')
  writeFileSync(file, '')
  chmodSync(file, 0o400)
  const app = startApp({ args: ['--library', join(file, 'library')] })
  expect(await app.exit).toBe(1)
  expect(app.output.join('')).not.toContain('Error:')
})

test('a fault is noted without private words, and diagnostics are copied', async ({ startApp, userData }) => {
  const app = startApp({ args: ['--library', library] })
  const { page } = await withArticle(app)
  await app.main.ask('crashPage', 1)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await addProbe(page)
  const { text } = await page.evaluate(() => window.probe.desktop.diagnostics())
  expect(text).toMatch(/^Dossier \d+\.\d+\.\d+ \(electron\)\n/)
  expect(text).toContain('1 articles, 0 marks, 0 cards')
  expect(text).toContain('PageGoneError crashed')
  for (const secret of ['Council', 'Elmina', library]) expect(text).not.toContain(secret)
  expect(readFileSync(join(userData, 'log/dossier.log'), 'utf8')).toContain('PageGoneError')
})

test('what was being typed when the page broke is kept', async ({ startApp }) => {
  const app = startApp({ args: ['--library', library] })
  const { page } = await withArticle(app)
  await page.getByRole('button', { name: 'Paste text' }).click()
  await page.getByRole('textbox', { name: 'Text' }).fill('Words that nobody wants to type once more.')
  await expect.poll(() => page.evaluate(() => Object.values(localStorage).join())).toContain('once more')
  await app.main.ask('crashPage', 1)
  const kept = page.getByRole('region', { name: 'What you were typing' })
  await expect(kept).toContainText('Words that nobody wants to type once more.')
  await kept.getByRole('button', { name: 'Drop it' }).click()
  await expect(kept).toHaveCount(0)
})

test('nothing is looked for in the network until that is wanted', async ({ startApp }) => {
  const app = startApp({ args: ['--library', library] })
  const page = await app.firstPage()
  await addProbe(page)
  expect((await page.evaluate(() => window.probe.desktop.state()))?.update).toEqual({ kind: 'off' })
  expect(await page.evaluate(() => window.probe.desktop.lookForUpdate())).toEqual({ kind: 'off' })
  await page.evaluate(() => window.probe.desktop.set({ updates: true }))
  expect(await page.evaluate(() => window.probe.desktop.lookForUpdate())).toEqual({ kind: 'unavailable' })
})
