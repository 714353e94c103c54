import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { storeArticle } from '#electron/services/store-article.ts'
import { openLibrary } from '#electron/store/open.ts'
import { findNear } from '#electron/store/queries/likeness.ts'
import { parseText } from '#electron/workers/prepare-document.ts'
import type { contract } from '#shared/contract/contract.ts'
import { ankiPackage } from '#test/support/anki-package.ts'
import { createHttpClient } from '#test/support/http-client.ts'
import { startServe } from '#test/support/serve-process.ts'
import { makePdf, makeZip } from '../unit/electron/formats/import/make-files.ts'
import { formatTable, measure, type Sample, summarize } from './sample.ts'

const { values } = parseArgs({ strict: false, options: { json: { type: 'boolean' } } })
const FILES = 1000
const MAX_MB = 600
const ARTICLES = 5000

const words = (number: number, sentences: number) =>
  Array.from(
    { length: sentences },
    (_, at) =>
      `In report ${number} clerk ${at * 7 + number} of office ${(number * 31 + at) % 997} counted ${at + number} boats.`,
  ).join(' ')

/** File `number` of a batch of many kinds, some of which can't be read. */
function makeFile(number: number): File {
  const title = `Report ${number}`
  const text = words(number, 60)
  const file = (name: string, body: string | Uint8Array) =>
    new File([body as Uint8Array<ArrayBuffer>], `${number}.${name}`)
  switch (number % 10) {
    case 0:
      return file('md', `---\ntitle: ${title}\n---\n\n${text}`)
    case 1:
      return file(
        'html',
        `<html><head><title>${title}</title></head><body><nav>Home</nav><article><h1>${title}</h1><p>${text.replaceAll('. ', '.</p><p>')}</p></article></body></html>`,
      )
    case 2:
      return file(
        'pdf',
        makePdf([
          [
            { text: title, x: 72, y: 760, size: 18 },
            ...text
              .split('. ')
              .slice(0, 40)
              .map((line, at) => ({ text: `${line}.`, x: 72, y: 720 - at * 14 })),
          ],
        ]),
      )
    case 3:
      return file('csv', `title,text\n${title},"${text}"\n`)
    case 4:
      return file('json', JSON.stringify([{ title, text }]))
    case 5:
      return file(
        'zip',
        makeZip({ 'a.txt': `${title}, one\n\n${text}`, 'b.txt': `${title}, two\n\n${words(number + 5000, 60)}` }),
      )
    case 6:
      return file(
        'epub',
        makeZip({
          'META-INF/container.xml': '<container><rootfiles><rootfile full-path="b.opf"/></rootfiles></container>',
          'b.opf': `<package><metadata><dc:title>${title}</dc:title></metadata><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>`,
          'a.xhtml': `<body><h1>One</h1><p>${text}</p></body>`,
        }),
      )
    case 7:
      return number % 100 === 7
        ? file('apkg', ankiPackage('latest'))
        : file('png', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0]))
    default:
      return file('txt', `${title}\n\n${text}`)
  }
}

const dir = mkdtempSync(join(tmpdir(), 'dossier-bench-'))
const serve = await startServe(dir)
const client = createHttpClient<typeof contract>(serve.origin, serve.token)
/** The most memory the host has held so far, in MB; 0 where the system does not tell. */
const mostMemoryMb = () => {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${serve.pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}

/** Asks for the library again and again until it is stopped; gives how long each answer took. */
function ping() {
  const timesMs: number[] = []
  let isOver = false
  const running = (async () => {
    while (!isOver) {
      const from = performance.now()
      await client.article.list({ limit: 50 })
      timesMs.push(performance.now() - from)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  })()
  return {
    async stop() {
      isOver = true
      await running
      return timesMs
    },
  }
}

/** How long it takes to find what an article is near to, among 5,000. */
function measureNear(): Promise<Sample> {
  const library = openLibrary(':memory:', 1)
  const documentOf = (number: number) => parseText(words(number * 61, 45), `Report ${number}`)
  for (let first = 0; first < ARTICLES; first += 500)
    library.write((db) => {
      for (let number = first; number < first + 500; number++)
        storeArticle(db, documentOf(number), { sha256: null, name: null, isStarter: false }, number + 1, 'shown')
    })
  return measure({ name: `near ones among ${ARTICLES} articles`, runs: 100, warmUps: 5, budgetMs: 20 }, async (run) => {
    const { print } = documentOf(run * 37)
    const from = performance.now()
    const found = findNear(library.read, { addressKey: null, print })
    if (found.length === 0) throw new Error('An article is near to itself.')
    return performance.now() - from
  }).finally(() => library.close())
}

const samples: Sample[] = [await measureNear()]
try {
  const files = Array.from({ length: FILES }, (_, number) => makeFile(number))
  let intakeId = ''
  const rowIds: number[] = []
  const pings = ping()
  samples.push(
    await measure({ name: `read ${FILES} mixed files`, runs: 1, warmUps: 0 }, async () => {
      intakeId = (await client.intake.open()).intakeId
      const from = performance.now()
      for await (const event of await client.intake.read({ intakeId, files }))
        if (event.type === 'rows')
          rowIds.push(
            ...event.rows.filter(({ state }) => state === 'new' || state === 'near').map(({ rowId }) => rowId),
          )
      return performance.now() - from
    }),
    await measure({ name: 'store them', runs: 1, warmUps: 0 }, async () => {
      const from = performance.now()
      for await (const _ of await client.intake.store({ intakeId, rowIds }));
      return performance.now() - from
    }),
  )
  samples.push({ name: 'library asked meanwhile', timesMs: await pings.stop(), budgetMs: 50 })
  samples.push(
    await measure({ name: 'cancel while reading', runs: 5, warmUps: 1, budgetMs: 1000 }, async () => {
      const ending = new AbortController()
      const { intakeId: id } = await client.intake.open()
      const events = await client.intake.read({ intakeId: id, files }, { signal: ending.signal })
      await events.next()
      await events.next()
      const from = performance.now()
      ending.abort()
      await events.next().catch(() => null)
      await client.intake.close({ intakeId: id })
      await client.article.list({ limit: 1 })
      return performance.now() - from
    }),
  )
  const summaries = samples.map(summarize)
  if (values.json) console.log(JSON.stringify({ node: process.version, files: FILES, summaries }))
  else console.log(formatTable(summaries))
  const mb = Math.round(mostMemoryMb())
  console.log(`Most memory of the host: ${mb} MB (bound ${MAX_MB} MB).`)
  if (mb > MAX_MB) process.exitCode = 1
} finally {
  await serve.stop('SIGTERM')
  rmSync(dir, { recursive: true, force: true })
}
