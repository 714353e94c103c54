/**
 * Takes the pictures of the README from the built app over the starter library: `npm run screenshots` (after
 * `npm run build`). Nothing in them comes from anywhere else.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { ContractRouterClient } from '@orpc/contract'
import { chromium, type Page } from '@playwright/test'
import type { contract } from '#shared/contract/contract.ts'
import { chromiumArgs, findChromium } from '#test/support/find-chromium.ts'

const ROOT = join(import.meta.dirname, '..')
const PICTURES = join(ROOT, 'docs/images')
const PARIS = 'The Paris conference on Iraq'

type Client = ContractRouterClient<typeof contract>

function startHost(libraryDir: string): { host: ChildProcess; address: Promise<string> } {
  const args = [join(ROOT, 'out/main/serve.js'), '--library', libraryDir, '--port', '0', '--no-open']
  const host = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const address = new Promise<string>((resolve, reject) => {
    host.once('exit', () => reject(new Error('The host ended before it was ready. Run "npm run build" first.')))
    host.stdout?.on('data', (chunk) => {
      const found = /http:\S+/.exec(String(chunk))
      if (found) resolve(found[0])
    })
  })
  return { host, address }
}

function connect(address: string): Client {
  const [origin, token] = address.split('/#token=')
  return createORPCClient<Client>(new RPCLink({ url: `${origin}/rpc`, headers: { authorization: `Bearer ${token}` } }))
}

async function untilExtracted(client: Client): Promise<void> {
  for (;;) {
    const { items } = await client.article.list({ limit: 50 })
    if (items.every((article) => article.extraction !== 'waiting')) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

/** A library as it looks after an hour of use. Gives the ids the pictures are of. */
async function furnish(client: Client): Promise<{ articleId: string; entityId: string }> {
  await client.library.addStarter()
  await untilExtracted(client)
  const { items } = await client.article.list({ limit: 50 })
  const article = items.find((item) => item.title.startsWith(PARIS))
  if (!article) throw new Error(`No starter article begins with “${PARIS}”.`)
  const { blocks } = await client.article.get({ articleId: article.id })
  const paragraphs = blocks.filter((block) => block.kind === 'paragraph')
  const notes = ['Who was **not** invited?', '', 'Compare with the Wales summit ten days before.']
  for (const [index, block] of paragraphs.slice(1, 4).entries())
    await client.annotation.add({
      articleId: article.id,
      start: block.start,
      end: Math.min(block.end, block.start + 120),
      category: [2, 1, 4][index] ?? 1,
      note: notes[index] ?? '',
    })
  const suggestions = await client.suggestion.list({ articleId: article.id, limit: 6 })
  for (const { id } of suggestions.items) await client.suggestion.accept({ suggestionId: id })
  const [entity] = (await client.entity.list({ kind: 'person', sort: 'articles', limit: 1 })).items
  return { articleId: article.id, entityId: entity?.id ?? '' }
}

async function takePictures(page: Page, { articleId, entityId }: { articleId: string; entityId: string }) {
  const take = async (name: string, path: string, keys: readonly string[] = []) => {
    await page.evaluate((hash) => {
      window.location.hash = hash
    }, path)
    await page.waitForTimeout(1500)
    for (const key of keys) {
      await page.keyboard.press(key)
      await page.waitForTimeout(600)
    }
    await page.screenshot({ path: join(PICTURES, `${name}.png`) })
  }
  await take('library', '/library')
  await take('reader', `/article/${articleId}`)
  await take('dossier', `/dossier/${entityId}`)
  await take('figures', '/figures')
  await take('review', '/review', ['Space', 'p'])
}

const libraryDir = mkdtempSync(join(tmpdir(), 'dossier-pictures-'))
mkdirSync(PICTURES, { recursive: true })
const { host, address } = startHost(libraryDir)
const browser = await chromium.launch({ executablePath: findChromium(), args: [...chromiumArgs] })
try {
  const ids = await furnish(connect(await address))
  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, colorScheme })
    await page.goto(await address)
    await page.waitForTimeout(1500)
    if (colorScheme === 'light') await takePictures(page, ids)
    else {
      await page.evaluate((hash) => {
        window.location.hash = hash
      }, `/article/${ids.articleId}`)
      await page.waitForTimeout(1500)
      await page.screenshot({ path: join(PICTURES, 'reader-dark.png') })
    }
    await page.close()
  }
} finally {
  await browser.close()
  host.kill('SIGTERM')
  rmSync(libraryDir, { recursive: true, force: true })
}
