import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { PORT_CHANNEL } from '#shared/contract/channels.ts'
import { bundlePage } from './bundle.ts'
import type { ElectronDouble } from './electron-double.ts'

/** How long a sound program may take for one answer. */
const PATIENCE_MS = 6000

/** Puts a client of the contract into the page, as `window.probe`. */
export async function addProbe(page: Page): Promise<void> {
  probe ??= bundlePage(join(import.meta.dirname, 'probe.ts'))
  // A string is run by the debugger, which the page's policy does not bind.
  await page.evaluate(`(() => { ${await probe} })()`)
}

let probe: Promise<string> | undefined

/** Everything that Electron would hold the program to, in one run; throws at the first thing that is wrong. */
export async function checkApp(app: ElectronDouble): Promise<void> {
  const page = await app.firstPage()
  await checkScheme(app)
  await checkBridge(page)
  await checkGuards(app)
  await checkCommands(app, page)
  await checkPort(app, page)
  expect(app.seen, 'nothing leaves and nothing complains').toMatchObject({ outside: [], consoleProblems: [] })
  expect(await app.close(), 'exit code').toBe(0)
}

async function checkScheme(app: ElectronDouble): Promise<void> {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true }
  expect((await app.state()).schemes, 'privileges of the scheme').toEqual({ app: privileges })
  const policies = await Promise.all([fetchPolicy(app), fetchPolicy(app)])
  for (const policy of policies)
    expect(policy, 'policy').toMatch(/^default-src 'none'; script-src 'self';.*'nonce-[^']{20,}'/)
  expect(policies[0], 'nonce of the next answer').not.toBe(policies[1])
}

async function fetchPolicy(app: ElectronDouble): Promise<string> {
  const answer = await app.main.ask('request', 'app://dossier/', 'GET')
  expect(new TextDecoder().decode(answer?.body)).not.toContain('__CSP_NONCE__')
  return answer?.headers['content-security-policy'] ?? ''
}

async function checkBridge(page: Page): Promise<void> {
  const bridge = await page.evaluate(() => ({
    keys: Object.keys(window.dossierHost ?? {}),
    isFrozen: Object.isFrozen(window.dossierHost),
    hasNode: 'require' in window || 'process' in window,
  }))
  const keys = ['kind', 'platform', 'onCommand', 'pathForFile', 'savePdf']
  expect(bridge, 'bridge').toEqual({ keys, isFrozen: true, hasNode: false })
}

async function checkGuards(app: ElectronDouble): Promise<void> {
  expect(await app.main.ask('navigate', 1, 'https://example.org/', true), 'leaving is refused').toBe(true)
  expect(await app.main.ask('windowOpen', 1, 'https://example.org/'), 'a new window').toBe('deny')
  expect(await app.main.ask('requestPermission', 1, 'media'), 'permission asked for').toBe(false)
  expect(await app.main.ask('checkPermission', 1, 'media'), 'permission looked up').toBe(false)
}

async function checkCommands(app: ElectronDouble, page: Page): Promise<void> {
  const heard = page.evaluate(() => new Promise((answer) => window.dossierHost?.onCommand(answer)))
  await app.chooseMenu('Go', 'Library')
  expect(await within(heard, 'a command')).toBe('go-library')
}

async function checkPort(app: ElectronDouble, page: Page): Promise<void> {
  await addProbe(page)
  const info = await within(
    page.evaluate(() => window.probe.library.info()),
    'an answer over the port',
  )
  expect(info).toMatchObject({ host: 'electron' })
  const { openPorts } = await app.state()
  await app.offerPorts({ url: 'https://example.org/', isMain: true }, PORT_CHANNEL, 1)
  expect((await app.state()).openPorts, 'port of another page').toBe(openPorts)
  await app.offerPorts({ url: 'app://dossier/index.html', isMain: false }, PORT_CHANNEL, 1)
  expect((await app.state()).openPorts, 'port of a frame').toBe(openPorts)
}

async function within<T>(promise: Promise<T>, what: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Error(`${what} did not come`)), PATIENCE_MS)
  })
  try {
    return await Promise.race([promise, late])
  } finally {
    clearTimeout(timer)
  }
}
