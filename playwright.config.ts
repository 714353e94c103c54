import { defineConfig } from '@playwright/test'
import { chromiumArgs, findChromium } from './test/support/find-chromium.ts'

export default defineConfig({
  testDir: 'test/e2e',
  globalSetup: './test/support/build-first.ts',
  outputDir: 'test-results',
  // Hosts, ports and browser windows are shared by all tests of a machine.
  workers: 1,
  // A machine of two cores that builds and tests at once is slow; what works is not waited for.
  timeout: 60_000,
  expect: { timeout: 15_000 },
  // One more try, since machines stall; what needed it is named at the end of npm test.
  retries: 1,
  forbidOnly: process.env.CI !== undefined,
  reporter: [['list']],
  use: { browserName: 'chromium', launchOptions: { executablePath: findChromium(), args: [...chromiumArgs] } },
})
