// Where the program puts its windows and finds its libraries: the built program, run against the double of Electron.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ankiPackage } from '../support/anki-package.ts'
import { addProbe } from '../support/electron-double/check-app.ts'
import { expect, test } from '../support/electron-double/double-test.ts'
import type { ElectronDouble } from '../support/electron-double/electron-double.ts'

let library: string
test.beforeEach(({ userData }) => {
  library = join(userData, 'a library')
})

async function openWith(app: ElectronDouble) {
  const page = await app.firstPage()
  await addProbe(page)
  return page
}

async function articleCount(app: ElectronDouble): Promise<number> {
  return (await (await openWith(app)).evaluate(() => window.probe.library.info())).articleCount
}

test.describe('a window', () => {
  const twoDisplays = JSON.stringify([
    { x: 0, y: 0, width: 1920, height: 1040 },
    { x: 1920, y: 0, width: 1600, height: 900 },
  ])

  test('comes back where it was, on its display, as large and as full as it was', async ({ startFixture }) => {
    const env = { ELECTRON_DOUBLE_DISPLAYS: twoDisplays }
    const first = startFixture({ env })
    await first.firstPage()
    const [opened] = (await first.state()).windows
    await first.main.ask('arrangeWindow', 1, { x: 2000, y: 30, isFullScreen: true })
    await first.close()
    const again = startFixture({ env })
    await again.firstPage()
    const size = { width: opened?.bounds.width, height: opened?.bounds.height }
    expect((await again.state()).windows).toMatchObject([{ isFullScreen: true, bounds: { x: 2000, y: 30, ...size } }])
    await again.main.ask('arrangeWindow', 1, { isFullScreen: false, isMaximized: true })
    await again.close()
    const maximized = startFixture({ env })
    await maximized.firstPage()
    await expect
      .poll(async () => (await maximized.state()).windows)
      .toMatchObject([{ isFullScreen: false, isMaximized: true, bounds: { x: 2000, y: 30 } }])
  })

  test('comes to a display that is there when its own is gone', async ({ startFixture }) => {
    const first = startFixture({ env: { ELECTRON_DOUBLE_DISPLAYS: twoDisplays } })
    await first.firstPage()
    await first.main.ask('arrangeWindow', 1, { x: 2000, y: 30 })
    await first.close()
    const small = { ELECTRON_DOUBLE_DISPLAYS: JSON.stringify([{ x: 0, y: 0, width: 1000, height: 700 }]) }
    const page = await startFixture({ env: small }).firstPage()
    expect(page.viewportSize()).toEqual({ width: 1000, height: 700 })
  })

  test('lies beside those that are open, so that each can be seen', async ({ startApp }) => {
    const app = startApp({ args: ['--library', library] })
    const page = await openWith(app)
    const open = () => page.evaluate(() => window.probe.desktop.openWindow({ path: '/cards' }))
    await open()
    await expect.poll(() => app.pages().length).toBe(2)
    await app.main.ask('arrangeWindow', 2, { x: 100, y: 60 })
    await app.main.ask('closeByUser', 2)
    await expect.poll(async () => (await app.state()).windows.length).toBe(1)
    await open()
    await open()
    await expect
      .poll(async () => (await app.state()).windows.map(({ bounds }) => [bounds.x, bounds.y]).slice(1))
      .toEqual([
        [100, 60],
        [128, 88],
      ])
  })
})

test.describe('a library that is not where it was', () => {
  test('is asked for, and never made anew unasked', async ({ startApp, userData }) => {
    const args = ['--library', library]
    const first = startApp({ args })
    const page = await openWith(first)
    await page.evaluate(() => window.probe.article.importText({ text: 'The council met.', title: 'Council' }))
    await first.close()
    const away = join(userData, 'away')
    renameSync(library, away)
    // What is left of a disk that is not connected.
    mkdirSync(library)
    const left = startApp({ args })
    expect(await left.exit).toBe(0)
    expect(existsSync(join(library, 'library.db'))).toBe(false)

    const chosen = startApp({
      args,
      env: {
        ELECTRON_DOUBLE_PRESSES: JSON.stringify(['Look again', 'Choose another folder…']),
        ELECTRON_DOUBLE_FOLDERS: JSON.stringify([away]),
      },
    })
    expect(await articleCount(chosen)).toBe(1)
    const { questions } = await chosen.state()
    expect(questions).toEqual(Array(2).fill(expect.stringContaining(`There is none in ${library} now.`)))
    await chosen.close()

    const anew = startApp({ args, env: { ELECTRON_DOUBLE_PRESSES: '["Begin an empty one there"]' } })
    expect(await articleCount(anew)).toBe(0)
  })
})

test.describe('a library that is to be moved', () => {
  const moved = (userData: string) => JSON.parse(readFileSync(join(userData, 'libraries.json'), 'utf8'))

  async function moveTo(app: ElectronDouble, to: string): Promise<void> {
    const page = await openWith(app)
    await page.evaluate(() => window.probe.article.importText({ text: 'The council met.', title: 'Council' }))
    await app.main.ask('chooseNextFolder', to)
    await page.evaluate(() => window.probe.desktop.moveLibrary()).catch(() => {}) // the page goes with the program
    expect(await app.exit).toBe(0)
  }

  test('stays where a folder is not empty, and that is said', async ({ startApp, userData }) => {
    const to = join(userData, 'full')
    mkdirSync(to)
    writeFileSync(join(to, 'letter.txt'), 'Dear all')
    const args = ['--library', library]
    await moveTo(startApp({ args }), to)
    const again = startApp({ args })
    expect(await articleCount(again)).toBe(1)
    expect((await again.state()).errorBoxes).toEqual([expect.stringMatching(/^The library was not moved: .*not empty/)])
    expect(moved(userData).move).toBeNull()
  })

  test('is known by its new place alone, and opens first only if it did before', async ({ startApp, userData }) => {
    const to = join(userData, 'elsewhere')
    const usual = join(userData, 'usual')
    const env = { XDG_DATA_HOME: usual, APPDATA: usual }
    await moveTo(startApp({ args: ['--library', library], env }), to)
    const again = startApp({ args: ['--library', library], env })
    expect(await articleCount(again)).toBe(1)
    expect(moved(userData)).toEqual({ current: null, recent: [to], move: null })
  })
})

test.describe('a start', () => {
  test('takes the file that macOS opens the program with before it is ready', async ({ startApp, userData }) => {
    const file = join(userData, 'bridge.txt')
    writeFileSync(file, 'A bridge fell.\n\nNobody was hurt.')
    const app = startApp({ args: ['--library', library], env: { ELECTRON_DOUBLE_OPEN_FILE: file } })
    const page = await openWith(app)
    const titles = () =>
      page.evaluate(async () => (await window.probe.article.list({ limit: 9 })).items.map(({ title }) => title))
    await expect.poll(titles).toEqual(['A bridge fell'])
    const cards = join(userData, 'French.apkg')
    writeFileSync(cards, ankiPackage('latest'))
    await app.main.ask('openFile', cards)
    await expect
      .poll(() => page.evaluate(async () => (await window.probe.card.list({ limit: 9 })).items.length))
      .toBeGreaterThan(0)
    expect(await app.state()).toMatchObject({ recentDocuments: [file, cards], errorBoxes: [] })
  })

  test('with the computer shows no window until it is asked for', async ({ startApp }) => {
    const args = ['--library', library]
    const app = startApp({ args: [...args, '--hidden'] })
    await expect.poll(async () => (await app.state()).menu.length).toBeGreaterThan(0)
    expect((await app.state()).windows).toEqual([])
    expect(await startApp({ args }).exit).toBe(0)
    await app.firstPage()
    await expect.poll(async () => (await app.state()).windows).toMatchObject([{ isVisible: true, isFocused: true }])
  })

  test('with the computer is off until it is wanted, and off again', async ({ startApp, userData }) => {
    test.skip(process.platform !== 'linux', 'elsewhere the system keeps it')
    const app = startApp({ args: ['--library', library], env: { ELECTRON_DOUBLE_PACKAGED: '1' } })
    const page = await openWith(app)
    const file = join(userData, 'places/appData/autostart/dossier.desktop')
    expect(existsSync(file)).toBe(false)
    await page.evaluate(() => window.probe.desktop.set({ openAtLogin: true }))
    expect(readFileSync(file, 'utf8')).toMatch(/^Exec="[^"]+" --hidden$/m)
    await page.evaluate(() => window.probe.desktop.set({ openAtLogin: false }))
    expect(existsSync(file)).toBe(false)
    rmSync(join(userData, 'places'), { recursive: true })
  })
})
