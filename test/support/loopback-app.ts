import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ContractRouterClient } from '@orpc/contract'
import { test as base, type ConsoleMessage, expect, type Page } from '@playwright/test'
import type { contract } from '#shared/contract/contract.ts'
import { createHttpClient } from './http-client.ts'
import { ENDED_WELL, type ServeProcess, startServe } from './serve-process.ts'

/** Dossier in a browser, on a library of its own. */
export interface LoopbackApp {
  readonly libraryDir: string
  /** The address with the token of this run. */
  url(): string
  /** What a script with the token can do. */
  client(): ContractRouterClient<typeof contract>
  /** Opens the app in the page and waits until it shows. */
  open(): Promise<void>
  /** Ends the host well, does something to its folder, starts it again and opens the app again. */
  restart(meanwhile?: () => void): Promise<void>
  /** Something the page is to complain of in this test, as of an answer that the test provokes. */
  expectComplaint(about: RegExp): void
  /** Ends the host as a crash would. */
  kill(): Promise<void>
}

/** Playwright's test with `app`. It fails on every console error or warning, refused resource and page error. */
export const test = base.extend<{ app: LoopbackApp }>({
  app: async ({ page }, use) => {
    const complaints = listenForComplaints(page)
    const expected: RegExp[] = []
    // A dialog that opens before Playwright has begun to wait for one is closed by the browser: it waits all the time.
    page.on('filechooser', () => {})
    const libraryDir = mkdtempSync(join(tmpdir(), 'dossier-app-'))
    let serve = await startServe(libraryDir)
    const open = async () => {
      // A fragment alone would not load the page again.
      await page.goto('about:blank')
      await page.goto(serve.url)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await waitUntilPainted(page)
    }
    await use({
      libraryDir,
      url: () => serve.url,
      client: () => createHttpClient<typeof contract>(serve.origin, serve.token),
      open,
      async restart(meanwhile = () => {}) {
        await page.goto('about:blank')
        await stopWell(serve)
        meanwhile()
        serve = await startServe(libraryDir)
        await open()
      },
      expectComplaint: (about) => void expected.push(about),
      async kill() {
        await page.goto('about:blank')
        await serve.stop('SIGKILL')
      },
    })
    await page.goto('about:blank')
    await serve.stop('SIGTERM')
    rmSync(libraryDir, { recursive: true, force: true })
    expect(complaints.filter((one) => !expected.some((about) => about.test(one)))).toEqual([])
    for (const about of expected) expect(complaints).toContainEqual(expect.stringMatching(about))
    expect(serve.output.stderr).toEqual([])
  },
})

/** Waits for two frames: Chromium drops keys and clicks that come before a new page was painted. */
async function waitUntilPainted(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
}

async function stopWell(serve: ServeProcess): Promise<void> {
  expect(await serve.stop('SIGTERM')).toBe(ENDED_WELL)
  expect(serve.output.stderr).toEqual([])
}

/** Everything the page complains of from now on, refusals of its security policy among it. */
function listenForComplaints(page: Page): string[] {
  const complaints: string[] = []
  page.on('console', (message: ConsoleMessage) => {
    if (['error', 'warning', 'assert'].includes(message.type()))
      complaints.push(`${message.type()}: ${message.text()} (${message.location().url})`)
  })
  page.on('pageerror', (error) => complaints.push(`page error: ${error.stack ?? error.message}`))
  page.on('requestfailed', (request) => {
    // Streams and what was still loading are cut off when a page is left.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED')
      complaints.push(`failed: ${request.url()} ${request.failure()?.errorText}`)
  })
  return complaints
}
