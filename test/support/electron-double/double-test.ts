import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base } from '@playwright/test'
import { type DoubleOptions, ElectronDouble } from './electron-double.ts'
import { buildFixture } from './fixture/build-fixture.ts'

type Start = (options?: Omit<Partial<DoubleOptions>, 'browser'>) => ElectronDouble

interface TestFixtures {
  /** A user-data folder of this test's own. */
  userData: string
  /** Starts the built program; ended after the test. */
  startApp: Start
  /** Starts the fixture program over the real shell. */
  startFixture: Start
}

interface WorkerFixtures {
  fixtureDir: string
}

/** Playwright's test with programs run against the double. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  launchOptions: [
    async ({ launchOptions }, use) => {
      // Electron tells a page that the other end of its port is gone; Chromium does so only when asked.
      const args = [...(launchOptions.args ?? []), '--enable-blink-features=MessagePortCloseEvent']
      await use({ ...launchOptions, args })
    },
    { scope: 'worker' },
  ],
  fixtureDir: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'dossier-fixture-'))
      await buildFixture(folder)
      await use(folder)
      rmSync(folder, { recursive: true })
    },
    { scope: 'worker' },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern
  userData: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'dossier-double-'))
    await use(folder)
    rmSync(folder, { recursive: true, force: true })
  },
  startApp: async ({ browser, userData }, use) => {
    const running: ElectronDouble[] = []
    await use((options = {}) => {
      const double = new ElectronDouble({ browser, userData, ...options })
      running.push(double)
      return double
    })
    for (const double of running) await double.close()
  },
  startFixture: async ({ startApp, fixtureDir }, use) => {
    const main = 'test/support/electron-double/fixture/main.ts'
    await use(({ env, ...options } = {}) => startApp({ main, env: { FIXTURE_DIR: fixtureDir, ...env }, ...options }))
  },
})

export { expect } from '@playwright/test'
