/**
 * Renders resources/icon.svg to resources/icons/<size>x<size>.png, the names that electron-builder looks for. Run it
 * after every change of the drawing:
 * `CHROMIUM=/usr/bin/chromium node_modules/.bin/node scripts/make-icons.ts`. Without CHROMIUM, Playwright's own browser.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Page } from '@playwright/test'

const RESOURCES = join(import.meta.dirname, '..', 'resources')
const SIZES_PX = [16, 24, 32, 48, 64, 128, 256, 512, 1024]

async function renderIcon(page: Page, svg: string, sizePx: number): Promise<Buffer> {
  await page.setViewportSize({ width: sizePx, height: sizePx })
  const source = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`
  await page.setContent(
    `<style>*{margin:0}img{display:block}</style><img src="${source}" width="${sizePx}" height="${sizePx}">`,
    { waitUntil: 'load' },
  )
  return page.screenshot({ omitBackground: true, type: 'png' })
}

async function makeIcons(): Promise<void> {
  const svg = readFileSync(join(RESOURCES, 'icon.svg'), 'utf8')
  const folder = join(RESOURCES, 'icons')
  mkdirSync(folder, { recursive: true })
  const executablePath = process.env.CHROMIUM
  const browser = await chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [], // Chromium's sandbox does not start as root
  })
  try {
    const page = await browser.newPage({ deviceScaleFactor: 1 })
    for (const sizePx of SIZES_PX)
      writeFileSync(join(folder, `${sizePx}x${sizePx}.png`), await renderIcon(page, svg, sizePx))
  } finally {
    await browser.close()
  }
}

await makeIcons()
