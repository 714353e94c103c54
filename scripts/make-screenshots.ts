/**
 * Takes the pictures of the README from the built app over the starter library: `npm run screenshots`. Nothing in
 * them comes from anywhere else. Each is taken once what it is of can be seen; a page that never shows it, or that
 * complains, ends the script.
 */
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ContractRouterClient } from '@orpc/contract'
import { type Browser, chromium, expect, type Page } from '@playwright/test'
import type { contract } from '#shared/contract/contract.ts'
import { articlePath, dossierPath, routes } from '#shared/domain/routes.ts'
import { chromiumArgs, findChromium } from '#test/support/find-chromium.ts'
import { createHttpClient } from '#test/support/http-client.ts'
import { startServe } from '#test/support/serve-process.ts'
import { buildWhenStale } from './build-when-stale.ts'

const ROOT = join(import.meta.dirname, '..')
const PICTURES = join(ROOT, 'docs/images')
const PARIS = 'The Paris conference on Iraq'
const marks = [
  { sentence: 'The guests included', category: 2, note: 'Who was **not** invited?' },
  { sentence: 'In their closing statement', category: 1 },
  { sentence: 'The statement dealt with Iraq', category: 4, note: 'Compare with the Wales summit ten days before.' },
] as const

type Client = ContractRouterClient<typeof contract>
type Article = Awaited<ReturnType<Client['article']['get']>>

/** A library as it looks after an hour of use. Gives what the pictures are of. */
async function furnish(client: Client): Promise<{ article: Article; personId: string }> {
  await client.library.addStarter()
  await expect.poll(() => countWaiting(client), { timeout: 60_000 }).toBe(0)
  const listed = (await client.article.list({ limit: 50 })).items.find(({ title }) => title.startsWith(PARIS))
  const [person] = (await client.entity.list({ kind: 'person', sort: 'articles', limit: 1 })).items
  if (!listed || !person) throw new Error(`The starter library lacks “${PARIS}” or people in it.`)
  const article = await client.article.get({ articleId: listed.id })
  for (const { sentence, ...mark } of marks)
    await client.annotation.add({ articleId: article.id, ...findSentence(article.text, sentence), ...mark })
  const suggestions = await client.suggestion.list({ articleId: article.id, limit: 6 })
  for (const { id } of suggestions.items) await client.suggestion.accept({ suggestionId: id })
  return { article, personId: person.id }
}

async function countWaiting(client: Client): Promise<number> {
  const { items } = await client.article.list({ limit: 50 })
  return items.filter((article) => article.extraction === 'waiting').length
}

function findSentence(text: string, beginning: string): { start: number; end: number } {
  const start = text.indexOf(beginning)
  const end = text.indexOf('.', start) + 1
  if (start < 0 || end === 0) throw new Error(`No sentence of the starter article begins with “${beginning}”.`)
  return { start, end }
}

/** The app in a page of its own, once it stands. Before that a change of the fragment would take its token away. */
async function openApp(browser: Browser, url: string, colorScheme: 'light' | 'dark'): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, colorScheme, reducedMotion: 'reduce' })
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') throw new Error(message.text())
  })
  page.on('pageerror', (error) => {
    throw error
  })
  await page.goto(url)
  await expect(page.getByRole('heading', { level: 1, name: 'Library' })).toBeVisible()
  return page
}

async function go(page: Page, path: string): Promise<void> {
  await page.evaluate((hash) => {
    window.location.hash = hash
  }, path)
}

const taken = new Map<string, string>()

/** Writes the picture once nothing moves or loads any more. Throws when it is the same as another one. */
async function take(page: Page, name: string): Promise<void> {
  await page.mouse.move(0, 0)
  await page.evaluate(() => document.fonts.ready)
  await page.waitForFunction(() => document.getAnimations().every((animation) => animation.playState !== 'running'))
  const picture = await page.screenshot()
  const digest = createHash('sha256').update(picture).digest('hex')
  const twin = taken.get(digest)
  if (twin !== undefined) throw new Error(`The pictures ${twin} and ${name} are the same.`)
  taken.set(digest, name)
  writeFileSync(join(PICTURES, `${name}.png`), picture)
}

async function takeReader(page: Page, article: Article, name: string): Promise<void> {
  await go(page, articlePath(article.id))
  await expect(page.getByRole('heading', { level: 1, name: article.title })).toBeVisible()
  await expect(page.getByRole('tab', { name: `Marks ${marks.length}` })).toBeVisible()
  await page.waitForFunction((count) => [...CSS.highlights].filter(([, { size }]) => size > 0).length > count, 3)
  await take(page, name)
}

async function takeOthers(page: Page, article: Article, personId: string): Promise<void> {
  await go(page, routes.library)
  await expect(page.getByText('In it', { exact: true })).toBeVisible()
  await take(page, 'library')
  await go(page, dossierPath(personId))
  await expect(page.getByText('Mentions', { exact: true })).toBeVisible()
  await expect(page.getByText('Appears with', { exact: true })).toBeVisible()
  await take(page, 'dossier')
  await go(page, routes.review)
  await expect(page.getByRole('button', { name: 'Show answer' })).toBeVisible()
  await page.keyboard.press('Space')
  await page.keyboard.press('p')
  await expect(page.getByRole('link', { name: 'Open in article' })).toBeVisible()
  await expect(page.getByText(article.title)).toHaveCount(2)
  await take(page, 'review')
}

await buildWhenStale(ROOT)
mkdirSync(PICTURES, { recursive: true })
const libraryDir = mkdtempSync(join(tmpdir(), 'dossier-pictures-'))
const serve = await startServe(libraryDir)
const browser = await chromium.launch({ executablePath: findChromium(), args: [...chromiumArgs] })
try {
  const { article, personId } = await furnish(createHttpClient<typeof contract>(serve.origin, serve.token))
  const page = await openApp(browser, serve.url, 'light')
  await takeReader(page, article, 'reader')
  await takeOthers(page, article, personId)
  await takeReader(await openApp(browser, serve.url, 'dark'), article, 'reader-dark')
} finally {
  await browser.close()
  await serve.stop('SIGTERM')
  rmSync(libraryDir, { recursive: true, force: true })
}
