// Where the program puts its windows: the built program, run against the double of Electron.
import { join } from 'node:path'
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
