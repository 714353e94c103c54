import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from '@playwright/test'

const { env } = process

const candidates: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/microsoft-edge',
    '/snap/bin/chromium',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA]
    .filter((folder) => folder !== undefined)
    .flatMap((folder) => [
      join(folder, 'Google/Chrome/Application/chrome.exe'),
      join(folder, 'Chromium/Application/chrome.exe'),
      join(folder, 'Microsoft/Edge/Application/msedge.exe'),
    ]),
}

const advice: Readonly<Partial<Record<NodeJS.Platform, string>>> = {
  linux: 'apt-get install -y chromium (Debian), or npx playwright install --with-deps chromium',
  darwin: 'brew install --cask google-chrome, or npx playwright install chromium',
  win32: 'winget install Google.Chrome, or npx playwright install chromium',
}

/**
 * The browser that tests run in: the one `CHROMIUM` names, an installed one, or Playwright's own. Throws, saying
 * what to install, when there is none.
 */
export function findChromium(): string {
  if (env.CHROMIUM) {
    if (existsSync(env.CHROMIUM)) return env.CHROMIUM
    throw new Error(`CHROMIUM names ${env.CHROMIUM}, which is not there.`)
  }
  const found = [...(candidates[process.platform] ?? []), chromium.executablePath()].find((file) => existsSync(file))
  if (found !== undefined) return found
  throw new Error(
    `The browser tests need Chromium, Chrome or Edge, and none was found. Install one: ${advice[process.platform] ?? 'npx playwright install chromium'}. One that lies elsewhere can be named by CHROMIUM=/path/to/it.`,
  )
}

/** Flags for a browser under test: quiet, offline by itself, and without its sandbox only where root forbids it. */
export const chromiumArgs: readonly string[] = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--disable-gpu',
  '--no-first-run',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
]
