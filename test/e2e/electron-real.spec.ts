// The built program in Electron itself, where its binary is there: npm start downloads it, CI does so beforehand.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type ElectronApplication, expect, type Page, test } from '@playwright/test'
import { findElectron } from '../../scripts/electron-binary.ts'
import { addProbe } from '../support/electron-double/check-app.ts'

const root = join(import.meta.dirname, '../..')
const binary = findElectron(root)

test.describe('the real Electron', () => {
  test.skip(binary === null, 'real Electron binary not present')

  let folder: string
  let app: ElectronApplication
  let page: Page
  const problems: string[] = []

  async function launch(): Promise<void> {
    const forRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
    app = await _electron.launch({
      ...(binary === null ? {} : { executablePath: binary }),
      args: [...forRoot, root, '--library', join(folder, 'library')],
      // Playwright's own values are strings; what is not set is not passed on.
      env: { ...(process.env as Record<string, string>), XDG_CONFIG_HOME: join(folder, 'config') },
    })
    page = await app.firstWindow()
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') problems.push(message.text())
    })
    await page.locator('#root > *').first().waitFor()
    await addProbe(page)
  }

  test.beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'dossier-real-'))
    problems.length = 0
    await launch()
  })
  test.afterEach(async () => {
    await app.close()
    rmSync(folder, { recursive: true, force: true })
  })

  test('serves the page from its scheme, apart from Node', async () => {
    expect(page.url()).toMatch(/^app:\/\/dossier\//)
    const seen = await page.evaluate(() => ({
      isSecure: window.isSecureContext,
      hasNode: 'require' in window || 'process' in window,
      isFrozen: Object.isFrozen(window.dossierHost),
    }))
    expect(seen).toEqual({ isSecure: true, hasNode: false, isFrozen: true })
    expect(problems).toEqual([])
  })

  test('answers the page over its port, and keeps what was done when it is killed', async () => {
    expect(await page.evaluate(() => window.probe.library.info())).toMatchObject({ host: 'electron' })
    const { articleId } = await page.evaluate(() =>
      window.probe.article.importText({ text: 'A river rose.\n\nIt fell again on Monday.' }),
    )
    const gone = new Promise((resolve) => app.process().once('exit', resolve))
    app.process().kill('SIGKILL')
    await gone
    await launch()
    const article = await page.evaluate((id) => window.probe.article.get({ articleId: id }), articleId)
    expect(article.text).toContain('It fell again on Monday.')
  })

  test('keeps the window on its page and gives links to the system', async () => {
    await app.evaluate(({ shell }) => {
      const opened: string[] = []
      Object.assign(globalThis, { opened })
      shell.openExternal = async (url) => void opened.push(url)
    })
    await page.evaluate(() => {
      window.open('https://example.org/opened')
      window.location.href = 'https://example.org/left'
    })
    const opened = () => app.evaluate(() => (globalThis as typeof globalThis & { opened: string[] }).opened)
    await expect.poll(opened).toEqual(['https://example.org/opened', 'https://example.org/left'])
    expect(page.url()).toMatch(/^app:\/\/dossier\//)
    expect(app.windows()).toHaveLength(1)
  })

  test('refuses permissions', async () => {
    const state = await page.evaluate(async () => (await navigator.permissions.query({ name: 'geolocation' })).state)
    expect(state).toBe('denied')
  })

  test('sends what the menu says to the page', async () => {
    const heard = page.evaluate(() => new Promise((answer) => window.dossierHost?.onCommand(answer)))
    await app.evaluate(({ Menu }) => {
      const go = Menu.getApplicationMenu()?.items.find(({ label }) => label === 'Go')
      go?.submenu?.items.find(({ label }) => label === 'Library')?.click()
    })
    expect(await heard).toBe('go-library')
  })
})
