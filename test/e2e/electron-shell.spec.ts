// The real shell, preload and port host over a tiny router, run against the double.
import { readFileSync, writeFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { PORT_CHANNEL } from '#shared/contract/channels.ts'
import { expect, test } from '../support/electron-double/double-test.ts'
import type { ElectronDouble } from '../support/electron-double/electron-double.ts'

async function expectQuiet(app: ElectronDouble): Promise<void> {
  expect(app.seen).toMatchObject({ outside: [], consoleProblems: [] })
}

test.describe('the port', () => {
  test('carries calls, declared errors and refusals of what does not fit the contract', async ({ startFixture }) => {
    const app = startFixture()
    const page = await app.firstPage()
    const outcome = (text: unknown) =>
      page.evaluate(async (given) => {
        // The cast lets the test send what the types forbid.
        const [error, value] = await window.tiny.note.add({ text: given as string }).then(
          (added) => [null, added],
          (thrown: { code: string; defined: boolean; status: number }) => [
            { code: thrown.code, defined: thrown.defined, status: thrown.status },
            null,
          ],
        )
        return { error, value }
      }, text)
    expect(await outcome('one')).toEqual({ error: null, value: 1 })
    expect(await outcome('full')).toEqual({ error: { code: 'FULL', defined: true, status: 409 }, value: null })
    expect(await outcome(7)).toEqual({ error: { code: 'BAD_REQUEST', defined: false, status: 400 }, value: null })
    await expectQuiet(app)
  })

  test('carries files in both directions', async ({ startFixture }) => {
    const page = await startFixture().firstPage()
    const sizes = await page.evaluate(async () => {
      const bytes = new Uint8Array(300_000).map((_, at) => at % 251)
      const uploaded = await window.tiny.note.upload({ file: new File([bytes], 'a.bin') })
      const file = await window.tiny.note.download()
      return { uploaded, name: file.name, type: file.type, text: await file.text() }
    })
    expect(sizes).toEqual({ uploaded: 300_000, name: 'notes ü.md', type: 'text/markdown', text: '# Notes' })
  })

  test('carries a stream until the page ends it or goes', async ({ startFixture }) => {
    const app = startFixture()
    const page = await app.firstPage()
    const first = await page.evaluate(async () => {
      const ticks = await window.tiny.note.ticks()
      const { value } = await ticks.next()
      await ticks.return(undefined)
      return value
    })
    expect(first).toBe(0)
    await page.evaluate(async () => {
      await (await window.tiny.note.ticks()).next()
    })
    await page.reload()
    await app.close()
    expect(app.output.join('')).toContain('closed {"open":2,"ended":2}')
  })

  test('tells the page nothing of a bug, and the program everything', async ({ startFixture }) => {
    const app = startFixture()
    const page = await app.firstPage()
    const message = await page.evaluate(() => window.tiny.note.broken().catch((error: Error) => error.message))
    expect(message).toBe('Internal server error')
    expect(app.output.join('')).toContain('failure TypeError: a private sentence')
  })

  test('carries binary and structured values unchanged, and ports with them', async ({ startFixture }) => {
    const page = await startFixture({ env: { FIXTURE_PORTS: 'plain' } }).firstPage()
    const result = await page.evaluate(async () => {
      const answer = (port: MessagePort, data: unknown, transfer: Transferable[] = []) =>
        new Promise<MessageEvent>((resolve) => {
          port.addEventListener('message', resolve, { once: true })
          port.start()
          port.postMessage(data, transfer)
        })
      const port = window.openPort()
      const sent = {
        bytes: new Uint8Array([0, 255]),
        map: new Map([['a', new Set([1n])]]),
        at: new Date(0),
        none: undefined,
      }
      const { data } = await answer(port, sent)
      const { port1, port2 } = new MessageChannel()
      await answer(port, 'take this', [port2])
      const given = await answer(port, 'channel')
      return {
        bytes: data.bytes instanceof Uint8Array && [...data.bytes],
        map: [...data.map.get('a')],
        at: data.at.getTime(),
        hasNone: 'none' in data,
        throughGivenPort: (await answer(port1, 'one')).data,
        throughTheirPort: (await answer(given.ports[0] as MessagePort, 'two')).data,
      }
    })
    const bytes = [0, 255]
    expect(result).toEqual({ bytes, map: [1n], at: 0, hasNone: true, throughGivenPort: 'one', throughTheirPort: 'two' })
  })

  test('closes from either end, and when the page is loaded again', async ({ startFixture }) => {
    const app = startFixture({ env: { FIXTURE_PORTS: 'plain' } })
    const page = await app.firstPage()
    const closedCount = () => app.output.join('').split('port closed').length - 1
    await page.evaluate(async () => {
      const port = window.openPort()
      // A port that is closed while it is on its way tells nobody.
      await new Promise((resolve) => {
        port.addEventListener('message', resolve)
        port.postMessage('hello')
      })
      port.close()
    })
    await expect.poll(closedCount).toBe(1)
    await page.evaluate(
      () =>
        new Promise((resolve) => {
          const port = window.openPort()
          port.addEventListener('close', resolve)
          port.postMessage('close')
        }),
    )
    await page.evaluate(() => window.history.replaceState(null, '', '#/elsewhere'))
    expect(closedCount()).toBe(1)
    await page.reload()
    await expect.poll(closedCount).toBe(2)
    await expect.poll(async () => (await app.state()).openPorts).toBe(1)
  })

  test('is refused to a frame, to another page and to a message with more than one port', async ({ startFixture }) => {
    const app = startFixture()
    const page = await app.firstPage()
    await page.evaluate(() => window.tiny.note.add({ text: 'over the port of the page itself' }))
    const offer = async (url: string, isMain: boolean, count = 1) => {
      const before = (await app.state()).openPorts
      await app.offerPorts({ url, isMain }, PORT_CHANNEL, count)
      return (await app.state()).openPorts - before
    }
    expect(await offer('https://example.org/', true)).toBe(0)
    expect(await offer('app://dossier.example.org/', true)).toBe(0)
    expect(await offer('app://dossier/index.html', false)).toBe(0)
    expect(await offer('app://dossier/index.html', true, 2)).toBe(0)
    expect(await offer('app://dossier/index.html', true)).toBe(1)
  })
})

test('the page sees a frozen bridge and nothing of Node', async ({ startFixture }) => {
  const app = startFixture()
  const page = await app.firstPage()
  const seen = await page.evaluate(() => ({
    keys: Object.keys(window.dossierHost ?? {}),
    kind: window.dossierHost?.kind,
    platform: window.dossierHost?.platform,
    isFrozen: Object.isFrozen(window.dossierHost),
    node: ['require', 'process', 'module', 'Buffer', 'global'].filter((name) => name in window),
    inMemory: window.dossierHost?.pathForFile(new File([], 'made.txt')),
  }))
  expect(seen).toEqual({
    keys: ['kind', 'platform', 'onCommand', 'pathForFile', 'savePdf'],
    kind: 'electron',
    platform: process.platform,
    isFrozen: true,
    node: [],
    inMemory: '',
  })
  await app.main.ask('setFilePath', 1, 'news.txt', '/articles/news.txt')
  await page.getByLabel('File').setInputFiles({ name: 'news.txt', mimeType: 'text/plain', buffer: Buffer.from('x') })
  const path = await page.getByLabel('File').evaluate((input: HTMLInputElement) => {
    return window.dossierHost?.pathForFile(input.files?.[0] as File)
  })
  expect(path).toBe('/articles/news.txt')
  await expectQuiet(app)
})

test.describe('the scheme', () => {
  test('is standard and secure, without the privilege that lets other origins read it', async ({ startFixture }) => {
    const app = startFixture()
    await app.firstPage()
    const privileges = { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true }
    expect((await app.state()).schemes).toEqual({ app: privileges })
  })

  test('serves each page with a strict policy and a nonce of its own', async ({ startFixture }) => {
    const app = startFixture()
    const page = await app.firstPage()
    const nonces = []
    for (const path of ['/', '/index.html', '/page.js']) {
      const answer = await app.main.ask('request', `app://dossier${path}`, 'GET')
      const policy = answer?.headers['content-security-policy'] ?? ''
      const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? ''
      expect(policy).toContain("default-src 'none'; script-src 'self';")
      expect(answer?.headers['x-content-type-options']).toBe('nosniff')
      expect(Buffer.from(nonce, 'base64')).toHaveLength(16)
      const text = new TextDecoder().decode(answer?.body)
      if (path !== '/page.js') expect(text).toContain(`<meta name="csp-nonce" content="${nonce}"`)
      expect(text).not.toContain('__CSP_NONCE__')
      nonces.push(nonce)
    }
    expect(new Set(nonces).size).toBe(3)
    await expect(page.locator('#text')).toHaveCSS('color', 'rgb(1, 2, 3)')
    await page.evaluate(() =>
      document.head.append(Object.assign(document.createElement('style'), { textContent: 'p{color:red}' })),
    )
    await expect(page.locator('#text')).toHaveCSS('color', 'rgb(1, 2, 3)')
  })

  test('answers nothing outside the folder, no other host and no other method', async ({ startFixture }) => {
    const app = startFixture()
    await app.firstPage()
    const status = async (url: string, method = 'GET') => (await app.main.ask('request', url, method))?.status
    expect(await status('app://dossier/index.html', 'HEAD')).toBe(200)
    expect(await status('app://dossier/index.html', 'POST')).toBe(405)
    expect(await status('app://other/index.html')).toBe(404)
    expect(await status('app://dossier/..%2fpreload.cjs')).toBe(404)
    expect(await status('app://dossier/%2e%2e/preload.cjs')).toBe(404)
    expect(await status('app://dossier/missing.js')).toBe(404)
  })
})

test.describe('the window', () => {
  test('opens links in the system browser, and only http, https and mailto', async ({ startFixture }) => {
    const app = startFixture()
    const page = await app.firstPage()
    const open = (url: string) => page.evaluate((target) => void window.open(target), url)
    await open('https://example.org/read')
    await expect.poll(async () => (await app.state()).externalLinks).toEqual(['https://example.org/read'])
    for (const url of ['file:///etc/passwd', 'javascript:alert(1)', 'smb://host/share', 'app://dossier/index.html'])
      expect(await app.main.ask('windowOpen', 1, url)).toBe('deny')
    expect(await app.main.ask('windowOpen', 1, 'mailto:someone@example.org')).toBe('deny')
    const links = ['https://example.org/read', 'mailto:someone@example.org']
    expect((await app.state()).externalLinks).toEqual(links)
    expect(page.context().pages()).toHaveLength(1)
    await expectQuiet(app)
  })

  test('stays on its own page', async ({ startFixture }) => {
    const app = startFixture()
    const page = await app.firstPage()
    await page.getByRole('link', { name: 'The example article' }).click()
    await expect.poll(async () => (await app.state()).externalLinks).toEqual(['https://example.org/plain'])
    await expect(page.locator('#text')).toBeVisible()
    expect(await app.main.ask('navigate', 1, 'file:///tmp/dropped.txt', true)).toBe(true)
    expect(await app.main.ask('navigate', 1, 'app://dossier/index.html', true)).toBe(false)
    expect(await app.main.ask('navigate', 1, 'app://dossier/index.html', false)).toBe(true)
    expect((await app.state()).externalLinks).toEqual(['https://example.org/plain'])
    await expectQuiet(app)
  })

  test('permits nothing but writing to the clipboard', async ({ startFixture }) => {
    const app = startFixture()
    await app.firstPage()
    for (const permission of ['media', 'geolocation', 'notifications', 'clipboard-read', 'fullscreen']) {
      expect(await app.main.ask('requestPermission', 1, permission)).toBe(false)
      expect(await app.main.ask('checkPermission', 1, permission)).toBe(false)
    }
    expect(await app.main.ask('requestPermission', 1, 'clipboard-sanitized-write')).toBe(true)
    expect(await app.main.ask('checkPermission', 1, 'clipboard-sanitized-write')).toBe(true)
  })

  test('is shown when it has loaded, and comes back in its size', async ({ startFixture, userData }) => {
    writeFileSync(`${userData}/window.json`, JSON.stringify({ width: 900, height: 20, isMaximized: false }))
    const app = startFixture()
    const page = await app.firstPage()
    expect(page.viewportSize()).toEqual({ width: 900, height: 480 })
    await expect.poll(async () => (await app.state()).windows[0]?.isVisible).toBe(true)
    await app.close()
    const state = JSON.parse(readFileSync(`${userData}/window.json`, 'utf8'))
    expect(state).toEqual({ x: 340, y: 90, width: 900, height: 480, isMaximized: false, isFullScreen: false })
  })
})

test.describe('the menu', () => {
  const listen = (page: Page) =>
    page.evaluate(() => {
      const heard: string[] = []
      Object.assign(window, { heard })
      window.dossierHost?.onCommand((command) => heard.push(command))
    })
  const heard = (page: Page) => page.evaluate(() => (window as Window & { heard?: string[] }).heard)

  test('speaks to the page, also of what was chosen before the page listened', async ({ startFixture }) => {
    const app = startFixture()
    const page = await app.firstPage()
    await app.chooseMenu('Edit', 'Undo')
    await listen(page)
    await app.chooseMenu('View', 'Theme', 'Sepia')
    await app.chooseMenu('Go', 'Review')
    await expect.poll(() => heard(page)).toEqual(['undo', 'theme-sepia', 'go-review'])
    await expectQuiet(app)
  })

  test('lets the page open a file chooser, which takes a gesture of the person', async ({ startFixture }) => {
    const app = startFixture()
    const page = await app.firstPage()
    // A dialog that opens before Playwright has begun to wait for one is closed by the browser: it waits all the time.
    page.on('filechooser', () => {})
    await page.evaluate(() => {
      const input = document.querySelector('input')
      window.dossierHost?.onCommand((command) => command === 'import' && input?.click())
    })
    const chooser = page.waitForEvent('filechooser', { timeout: 5000 })
    await app.chooseMenu('File', 'Import…')
    await chooser
    await expectQuiet(app)
  })

  test('ends the program', async ({ startFixture }) => {
    test.skip(process.platform === 'darwin', 'macOS has it in the menu of the program')
    const app = startFixture()
    await app.firstPage()
    await app.chooseMenu('File', 'quit')
    expect(await app.exit).toBe(0)
  })
})

test.describe('the program', () => {
  test('runs once: a second start hands over its files and ends', async ({ startFixture }) => {
    const first = startFixture()
    await first.firstPage()
    const second = startFixture({ args: ['/articles/a.txt', '/articles/b.md'] })
    expect(await second.exit).toBe(0)
    await expect.poll(() => first.output.join('')).toContain('import /articles/a.txt /articles/b.md')
    await expect.poll(async () => (await first.state()).windows).toMatchObject([{ isFocused: true }])
  })

  test('hears of a file that the system opens with it', async ({ startFixture }) => {
    const app = startFixture()
    await app.firstPage()
    await app.main.ask('openFile', '/articles/dropped on the dock.txt')
    await expect.poll(() => app.output.join('')).toContain('import /articles/dropped on the dock.txt')
  })

  test('closes what it holds before it ends, however it is ended', async ({ startFixture }) => {
    const quit = startFixture()
    await quit.firstPage()
    expect(await quit.close()).toBe(0)
    expect(quit.output.join('')).toContain('closed')
    const terminated = startFixture()
    await terminated.firstPage()
    terminated.kill('SIGTERM')
    expect(await terminated.exit).toBe(process.platform === 'win32' ? null : 0)
  })

  test('ends with its last window, but on macOS stays', async ({ startFixture }) => {
    const app = startFixture()
    const page = await app.firstPage()
    await page.close()
    if (process.platform === 'darwin') expect((await app.state()).windows).toEqual([])
    else expect(await app.exit).toBe(0)
  })

  test('starts again after it was killed', async ({ startFixture }) => {
    const killed = startFixture()
    await killed.firstPage()
    killed.kill()
    expect(await killed.exit).toBeNull()
    const page = await startFixture().firstPage()
    expect(await page.evaluate(() => window.tiny.note.add({ text: 'again' }))).toBe(1)
  })
})
