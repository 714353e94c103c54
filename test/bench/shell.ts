// What the thread that answers the person is busy with, piece by piece, and what each window takes of memory.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay, PerformanceObserver } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import { chromium } from '@playwright/test'
import { chromiumArgs, findChromium } from '#test/support/find-chromium.ts'
import { openTestCore } from '#test/support/open-test-core.ts'
import { startServe } from '#test/support/serve-process.ts'

const WORK_BUDGET_MS = 10
const RESOLUTION_MS = 1

type Client = ReturnType<typeof openTestCore>['client']

const text = (number: number) =>
  Array.from({ length: 12 }, (_, at) =>
    `In ${1900 + at} Minister Anna Berg met ${at + 3} delegates in Lisbon, report ${number} says. `.repeat(4),
  ).join('\n\n')

/** Each kind of work, done again and again; the thread is idle in between. */
const works: { name: string; run: (client: Client, turn: number, articleId: string) => Promise<unknown> }[] = [
  { name: 'import', run: (client, turn) => client.article.importText({ text: text(turn), title: `Report ${turn}` }) },
  { name: 'list', run: (client) => client.article.list({ limit: 100 }) },
  { name: 'open', run: (client, _turn, articleId) => client.article.get({ articleId }) },
  {
    name: 'mark',
    run: (client, turn, articleId) => client.annotation.add({ articleId, start: turn, end: turn + 30 }),
  },
  { name: 'undo and redo', run: (client) => client.history.undo().then(() => client.history.redo()) },
  { name: 'search', run: (client) => client.search.query({ q: 'minister lis' }) },
  { name: 'names', run: (client) => client.entity.list({ limit: 100 }) },
  { name: 'review', run: (client) => client.review.counts({}) },
  { name: 'backup', run: (client) => client.backup.create() },
  { name: 'check', run: (client) => client.library.check() },
]

async function measureLoop(): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), 'dossier-bench-loop-'))
  const { core, client } = openTestCore(Date.now(), dir)
  const collections: { startTime: number; duration: number }[] = []
  const observer = new PerformanceObserver((list) => collections.push(...list.getEntries()))
  observer.observe({ entryTypes: ['gc'] })
  try {
    const ids: string[] = []
    for (let turn = 0; turn < 60; turn++)
      ids.push((await client.article.importText({ text: text(10_000 + turn), title: `Old ${turn}` })).articleId)
    await core.settled()
    console.log(`\nlongest time the main thread was held, ms (budget ${WORK_BUDGET_MS})`)
    for (const { name, run } of works) {
      for (let turn = 0; turn < 5; turn++) await run(client, turn, ids[0] ?? '')
      const histogram = monitorEventLoopDelay({ resolution: RESOLUTION_MS })
      histogram.enable()
      for (let turn = 5; turn < 45; turn++) {
        await run(client, turn, ids[turn % ids.length] ?? '')
        await pause(2)
      }
      histogram.disable()
      const [max, p99] = [histogram.max / 1e6 - RESOLUTION_MS, histogram.percentile(99) / 1e6 - RESOLUTION_MS]
      console.log(
        `${name.padEnd(16)} p99 ${p99.toFixed(1).padStart(6)}   max ${max.toFixed(1).padStart(6)}${max > WORK_BUDGET_MS ? '  over' : ''}`,
      )
    }
    const longest = Math.max(0, ...collections.map(({ duration }) => duration))
    console.log(`of it, the longest garbage collection: ${longest.toFixed(1)} ms`)
  } finally {
    observer.disconnect()
    await core.close()
    rmSync(dir, { recursive: true, force: true })
  }
}

async function measureWindows(): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), 'dossier-bench-windows-'))
  const serve = await startServe(dir)
  const browser = await chromium.launch({ executablePath: findChromium(), args: [...chromiumArgs] })
  try {
    console.log('\nmemory of a window, MB of JavaScript')
    for (const place of ['/library', '/review', '/settings', '/statistics']) {
      const page = await browser.newPage()
      await page.goto(serve.url)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await page.evaluate((path) => (window.location.hash = path), place)
      await pause(800)
      const session = await page.context().newCDPSession(page)
      await session.send('HeapProfiler.collectGarbage')
      const { usedSize } = await session.send('Runtime.getHeapUsage')
      console.log(`${place.padEnd(16)} ${(usedSize / 1e6).toFixed(1).padStart(6)}`)
      await page.close()
    }
  } finally {
    await browser.close()
    await serve.stop('SIGTERM')
    rmSync(dir, { recursive: true, force: true })
  }
}

await measureLoop()
await measureWindows()
