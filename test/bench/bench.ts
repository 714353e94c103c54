import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Browser, chromium } from '@playwright/test'
import type { contract } from '#shared/contract/contract.ts'
import { chromiumArgs, findChromium } from '#test/support/find-chromium.ts'
import { createHttpClient } from '#test/support/http-client.ts'
import { type ServeProcess, startServe } from '#test/support/serve-process.ts'
import { importBook, measureBook } from './book.ts'
import { measureDossiers } from './dossiers.ts'
import { measureEntities } from './entities.ts'
import { measureReAnchoring } from './re-anchor.ts'
import { formatTable, measure, type Sample, summarize } from './sample.ts'

const { values } = parseArgs({ strict: false, options: { json: { type: 'boolean' } } })

/** A made-up article of about 600 words; `number` makes it another one. */
function articleText(number: number): string {
  const paragraph = (index: number) =>
    `In the year ${1900 + index} Minister Anna Berg of the Harbour Party met ${index + 3} delegates in Lisbon, ` +
    `and between ${100 + index} and ${200 + index} dockers stopped work, said Peter Lund. Report ${number} has more on it. `.repeat(
      2,
    )
  return Array.from({ length: 12 }, (_, index) => paragraph(index)).join('\n\n')
}

const clientOf = ({ origin, token }: ServeProcess) => createHttpClient<typeof contract>(origin, token)

/** From the start of the host's process to the first contentful paint, in a browser that runs already. */
function measureColdStart(browser: Browser, libraryDir: string): Promise<Sample> {
  return measure({ name: 'cold start to first paint', runs: 7, warmUps: 1 }, async () => {
    const beganAtMs = performance.timeOrigin + performance.now()
    const serve = await startServe(libraryDir)
    const page = await browser.newPage()
    await page.goto(serve.url)
    await page.getByRole('heading', { level: 1 }).waitFor()
    const paintedAtMs = await page.evaluate(
      () =>
        performance.timeOrigin + (performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN),
    )
    await page.close()
    await serve.stop('SIGTERM')
    return paintedAtMs - beganAtMs
  })
}

const REST_MS = 300

/**
 * From the change of the address until the frame that shows the article's text has been painted, out of a library that
 * has come to rest: who opens an article has looked for it there.
 */
async function measureOpen(browser: Browser, serve: ServeProcess, articleIds: readonly string[]): Promise<Sample> {
  const page = await browser.newPage()
  await page.goto(serve.url)
  await page.getByRole('heading', { level: 1 }).waitFor()
  const sample = await measure({ name: 'article open', runs: 20, warmUps: 3, budgetMs: 50 }, async (run) => {
    await page.waitForTimeout(REST_MS)
    return page.evaluate(
      async (articleId) => {
        const beganMs = performance.now()
        location.hash = `/article/${articleId}`
        const isShown = () => document.querySelector('[role=document]') !== null
        await new Promise<void>((resolve) => {
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = () => resolve()
          // A frame's callback comes before its paint, a message sent from it after.
          const look = () => (isShown() ? port2.postMessage(null) : requestAnimationFrame(look))
          requestAnimationFrame(look)
        })
        const tookMs = performance.now() - beganMs
        location.hash = '/library'
        await new Promise<void>((resolve) => {
          const look = () => (isShown() ? requestAnimationFrame(look) : resolve())
          look()
        })
        return tookMs
      },
      articleIds[run % articleIds.length] ?? '',
    )
  })
  await page.close()
  return sample
}

async function run(): Promise<{ samples: Sample[]; bookMegabytes: number }> {
  const libraryDir = mkdtempSync(join(tmpdir(), 'dossier-bench-'))
  const browser = await chromium.launch({ executablePath: findChromium(), args: [...chromiumArgs] })
  try {
    const cold = await measureColdStart(browser, libraryDir)
    const serve = await startServe(libraryDir)
    const client = clientOf(serve)
    const articleIds: string[] = []
    const imported = await measure(
      { name: 'import of an article (600 words)', runs: 20, warmUps: 3 },
      async (number) => {
        const files = [new File([`Report ${number}\n\n${articleText(number)}`], `report-${number}.txt`)]
        for await (const event of await client.article.import({ files }))
          if (event.type === 'result' && event.outcome.kind === 'imported') articleIds.push(event.outcome.articleId)
      },
    )
    const [articleId = ''] = articleIds
    const marked = await measure({ name: 'mark stored', runs: 300, warmUps: 20, budgetMs: 20 }, async (number) => {
      await client.annotation.add({ articleId, start: number, end: number + 40, category: (number % 8) + 1 })
    })
    const opened = await measureOpen(browser, serve, articleIds.slice(1))
    const book = await measureBook(browser, serve.url, await importBook(client), articleIds[1] ?? '')
    await serve.stop('SIGTERM')
    const samples = [cold, opened, marked, imported, ...book.samples, ...(await measureReAnchoring())]
    return { samples, bookMegabytes: book.megabytes }
  } finally {
    await browser.close()
    rmSync(libraryDir, { recursive: true, force: true })
  }
}

const { samples, bookMegabytes } = await run()
const summaries = [...samples, ...(await measureDossiers()), ...(await measureEntities())].map(summarize)
if (values.json) console.log(JSON.stringify({ node: process.version, cpus: cpus().length, summaries, bookMegabytes }))
else console.log(`${formatTable(summaries)}\n\nbook: memory of the page ${bookMegabytes} MB (budget 300 MB)`)
