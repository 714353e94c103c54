import { readFileSync } from 'node:fs'
import type { ContractRouterClient } from '@orpc/contract'
import type { Browser, Page } from '@playwright/test'
import type { contract } from '#shared/contract/contract.ts'
import { measure, type Sample } from './sample.ts'

type Client = ContractRouterClient<typeof contract>

const PARAGRAPHS = 1250
const MARKS = 2000
const EXTRACTION_PATIENCE_MS = 300_000

const filler =
  'The water stood high that week and nobody on the quay could say how long it would stay there, so the carts went ' +
  'round by the old road and came in after dark, one behind the other, while the clerks wrote down what was owed and ' +
  'what was paid, and argued about the rest until the lamps were put out.'

/** A made-up book of about 100,000 words in 50 chapters, with some 5,000 names in it. */
function bookText(): string {
  return Array.from({ length: PARAGRAPHS }, (_, index) => {
    const chapter = index % 25 === 0 ? `## Chapter ${index / 25 + 1}\n\n` : ''
    const people = `Minister Anna Berg met ${index + 3} delegates of the Harbour Party in Lisbon, said Peter Lund.`
    return `${chapter}${people} ${filler}`
  }).join('\n\n')
}

/** Puts the book with its marks into the library; gives its id once its names have been found. */
export async function importBook(client: Client): Promise<string> {
  let articleId = ''
  const files = [new File([`# The book\n\n${bookText()}`], 'book.md')]
  for await (const event of await client.article.import({ files }))
    if (event.type === 'result' && event.outcome.kind === 'imported') articleId = event.outcome.articleId
  const { text } = await client.article.get({ articleId })
  const step = Math.floor(text.length / MARKS)
  for (let mark = 0; mark < MARKS; mark++)
    await client.annotation.add({ articleId, start: mark * step, end: mark * step + 90, category: (mark % 8) + 1 })
  const givesUpMs = Date.now() + EXTRACTION_PATIENCE_MS
  while ((await client.article.get({ articleId })).extraction === 'waiting') {
    if (Date.now() > givesUpMs) throw new Error('The names of the book were not found in time.')
    await new Promise((resolve) => setTimeout(resolve, 1000))
  }
  return articleId
}

/** A page of the app that has shown an article before, as it has after a while of use. */
async function openWarm(browser: Browser, url: string, otherId: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  await page.goto(url)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await goTo(page, `/article/${otherId}`)
  await page.locator('[role=document]').waitFor()
  await goTo(page, '/library')
  await page.locator('[role=document]').waitFor({ state: 'detached' })
  return page
}

function goTo(page: Page, hash: string): Promise<void> {
  return page.evaluate((path) => {
    location.hash = path
  }, hash)
}

/** What a book costs to open, to mark and to scroll, and what it holds in memory. `megabytes` is of the page's process. */
export async function measureBook(
  browser: Browser,
  url: string,
  articleId: string,
  otherId: string,
): Promise<{ samples: Sample[]; megabytes: number }> {
  const painted: number[] = []
  const drawn: number[] = []
  for (let run = 0; run < 5; run++) {
    const page = await openWarm(browser, url, otherId)
    const times = await timeOpening(page, `/article/${articleId}`)
    painted.push(times.paintedMs)
    drawn.push(times.drawnMs)
    await page.close()
  }
  const page = await openWarm(browser, url, otherId)
  await timeOpening(page, `/article/${articleId}`)
  const marked = await measure({ name: 'book: key to drawn mark', runs: 20, warmUps: 3, budgetMs: 16 }, () =>
    timeMark(page),
  )
  const frames = await timeScroll(page)
  const megabytes = await memoryOf(browser, page)
  await page.close()
  return {
    samples: [
      { name: 'book: open to first paint', timesMs: painted, budgetMs: 500 },
      { name: 'book: open to all marks drawn', timesMs: drawn, budgetMs: null },
      marked,
      { name: 'book: frames while scrolling', timesMs: frames, budgetMs: 32 },
    ],
    megabytes,
  }
}

function timeOpening(page: Page, hash: string): Promise<{ paintedMs: number; drawnMs: number }> {
  return page.evaluate(
    async ([path, wanted]) => {
      const beganMs = performance.now()
      location.hash = path
      const until = (isThere: () => boolean) =>
        new Promise<number>((resolve) => {
          const look = () =>
            isThere() ? requestAnimationFrame(() => resolve(performance.now() - beganMs)) : requestAnimationFrame(look)
          look()
        })
      const sizes = (name: string) =>
        [...CSS.highlights].filter(([one]) => one.startsWith(name)).reduce((sum, [, { size }]) => sum + size, 0)
      const paintedMs = await until(() => document.querySelector('[role=document] p') !== null)
      const drawnMs = await until(() => sizes('mark-') >= wanted)
      return { paintedMs, drawnMs }
    },
    [hash, MARKS] as const,
  )
}

/** From the key to the range that draws the new mark: all of it is script within one frame. */
async function timeMark(page: Page): Promise<number> {
  await page.keyboard.press('Escape')
  await page.keyboard.press('j')
  await page.waitForTimeout(400)
  await page.evaluate(() => {
    const times = { pressedMs: 0, drawnMs: 0 }
    Object.assign(window, { markTimes: times })
    const add = Highlight.prototype.add
    window.addEventListener('keydown', () => (times.pressedMs = performance.now()), { capture: true, once: true })
    Highlight.prototype.add = function (range) {
      Highlight.prototype.add = add
      times.drawnMs = performance.now()
      return add.call(this, range)
    }
  })
  await page.keyboard.press('1')
  await page.waitForTimeout(300)
  return page.evaluate(() => {
    const { markTimes } = window as unknown as { markTimes: { pressedMs: number; drawnMs: number } }
    return markTimes.drawnMs - markTimes.pressedMs
  })
}

/** The time of each of 400 frames while the text goes by at some twelve screens a second. */
async function timeScroll(page: Page): Promise<number[]> {
  await page.waitForTimeout(2000)
  return page.evaluate(async () => {
    let scroller: Element | null = document.querySelector('[role=document]')
    while (scroller && scroller.scrollHeight <= scroller.clientHeight + 10) scroller = scroller.parentElement
    if (!scroller) throw new Error('Nothing scrolls.')
    scroller.scrollTop = 0
    const frames: number[] = []
    let last = await new Promise<number>(requestAnimationFrame)
    for (let frame = 0; frame < 400; frame++) {
      scroller.scrollTop += 160
      const now = await new Promise<number>(requestAnimationFrame)
      frames.push(now - last)
      last = now
    }
    return frames
  })
}

/** What the page's process holds for itself and its share of what it has in common with others, in megabytes. */
async function memoryOf(browser: Browser, page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.collectGarbage')
  const whole = await browser.newBrowserCDPSession()
  const { processInfo } = await whole.send('SystemInfo.getProcessInfo')
  const sizes = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => proportionalKb(id))
  return Math.round(Math.max(...sizes) / 1024)
}

function proportionalKb(pid: number): number {
  // Only Linux tells; elsewhere the number is left out.
  if (process.platform !== 'linux') return Number.NaN
  return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? Number.NaN)
}
