import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ENGINE } from '#electron/extraction/engine.ts'
import { unpackFound } from '#electron/services/pack-found.ts'
import { storeFound } from '#electron/services/store-found.ts'
import { openLibrary } from '#electron/store/open.ts'
import { findArticle, findArticleText } from '#electron/store/queries/articles.ts'
import { findFound } from '#electron/store/queries/found.ts'
import type { ArticleId } from '#shared/domain/ids.ts'
import { openBenchCore } from './bench-core.ts'
import { makeBigLibrary } from './big-library.ts'
import { measure, type Sample } from './sample.ts'

const CORRECTIONS = 99
const MERGE_MS = 300
const STORE_MS = 200
const BLOCK_MS = 10
const LOG_BLOCK_MS = 100

/** Corrections and what follows from them in a library of 5,000 articles with 100,000 mentions and 50,000 figures. */
export async function measureEntities(): Promise<Sample[]> {
  const libraryDir = mkdtempSync(join(tmpdir(), 'dossier-entities-'))
  makeBigLibrary(libraryDir, ENGINE)
  try {
    return [...(await measureCore(libraryDir)), await measureStoring(libraryDir)]
  } finally {
    rmSync(libraryDir, { recursive: true, force: true })
  }
}

async function measureCore(libraryDir: string): Promise<Sample[]> {
  const { core, client } = openBenchCore(libraryDir)
  const disagreements = () => client.figure.disagreements({ limit: 50 })
  /** Until all figures have been held against each other. */
  const complete = async () => {
    while (!(await disagreements()).isComplete);
  }
  try {
    const { items } = await client.entity.list({ sort: 'mentions', kind: 'person', limit: 2 * CORRECTIONS + 2 })
    const ids = items.map(({ id }) => id)
    const [first, second] = ids
    if (!first || !second) throw new Error('The library holds nobody.')
    const mentions = items.slice(0, 2).map(({ mentionCount }) => mentionCount)
    const merge = () => client.correction.add({ kind: 'merge', into: first, entityIds: [second] })
    const atFirst = await measure({ name: 'disagreements of 50,000 figures: first answer', runs: 1 }, disagreements)
    const whole = await measure({ name: 'the same: all of them', runs: 1 }, complete)
    const samples = [atFirst, whole]
    samples.push(
      await measure(
        {
          name: `merge of two with ${mentions.join(' and ')} mentions`,
          runs: 9,
          warmUps: 1,
          budgetMs: MERGE_MS,
        },
        async () => {
          const beganMs = performance.now()
          await merge()
          const tookMs = performance.now() - beganMs
          await client.history.undo()
          return tookMs
        },
      ),
      await measure({ name: 'disagreements after a mark', runs: 9 }, async (run) => {
        const article = (await client.article.list({ limit: 1 })).items[0]
        await client.annotation.add({ articleId: article?.id ?? '', note: `Note ${run}` })
        const beganMs = performance.now()
        await complete()
        return performance.now() - beganMs
      }),
      await measure({ name: 'disagreements after that merge', runs: 5 }, async () => {
        await merge()
        const beganMs = performance.now()
        await complete()
        const tookMs = performance.now() - beganMs
        await client.history.undo()
        return tookMs
      }),
      await measure({ name: 'the same: longest block', runs: 5, budgetMs: BLOCK_MS }, async () => {
        await merge()
        const blockMs = await longestBlock(complete)
        await client.history.undo()
        return blockMs
      }),
      await measure({ name: 'disagreements of one dossier, known', runs: 20 }, (run) =>
        client.figure.disagreements({ entityId: ids[run % ids.length] ?? first, limit: 2 }),
      ),
      await measure({ name: 'who may be the same: first page', runs: 5 }, async (run) => {
        await client.annotation.add({
          articleId: (await client.article.list({ limit: 1 })).items[0]?.id ?? '',
          note: `${run}`,
        })
        const beganMs = performance.now()
        await client.correction.same({ limit: 50 })
        return performance.now() - beganMs
      }),
    )
    // Rarer ones, so that the two stay what they are: corrections that every article is held against.
    for (let at = 2; at + 1 < ids.length; at += 2)
      await client.correction.add({ kind: 'merge', into: ids[at] ?? first, entityIds: [ids[at + 1] ?? second] })
    samples.push(...(await measureLog(client)))
    return samples
  } finally {
    await core.close()
  }
}

const LOG_LINES = 400

/** A log of corrections of another library: new names for many, and passages that name nobody. */
async function measureLog(client: ReturnType<typeof openBenchCore>['client']): Promise<Sample[]> {
  const entities = (await client.entity.list({ sort: 'name', kind: 'group', limit: 200 })).items
  const lines: string[] = []
  for (const [at, { id, kind, name }] of entities.entries()) {
    const entity = { id, kind, name, places: [] }
    lines.push(logLine(at, { kind: 'rename', entity, name: `${name} (renamed)` }))
    const { items } = await client.entity.mentions({ entityId: id, limit: 4 })
    for (const [index, { articleId, start, end, surface }] of items.entries()) {
      const place = { articleId, contentSha256: '', start, end, quote: surface, prefix: '', suffix: '' }
      lines.push(logLine(entities.length + at * 4 + index, { kind: 'not-mention', place }))
    }
  }
  const text = lines.slice(0, LOG_LINES).join('\n')
  let blockMs = 0
  const whole = await measure({ name: `import of a log of ${LOG_LINES} corrections`, runs: 1 }, async () => {
    const beganMs = performance.now()
    blockMs = Math.max(blockMs, await longestBlock(async () => void (await client.correction.import({ text }))))
    const tookMs = performance.now() - beganMs
    await client.history.undo()
    return tookMs
  })
  return [whole, { name: 'the same: longest block', timesMs: [blockMs], budgetMs: LOG_BLOCK_MS }]
}

function logLine(at: number, record: unknown): string {
  return JSON.stringify({
    id: `01950000-0000-7000-8000-${String(at).padStart(12, '0')}`,
    record,
    createdAtMs: Date.UTC(2026, 0, 1) + at,
  })
}

/** The longest turn of the event loop while `work` goes on, in time of the processor: what others do here is not its. */
async function longestBlock(work: () => Promise<void>): Promise<number> {
  let [longestMs, isOver] = [0, false]
  let before = process.threadCpuUsage()
  const turn = () => {
    const now = process.threadCpuUsage()
    longestMs = Math.max(longestMs, (now.user + now.system - before.user - before.system) / 1000)
    before = now
    if (!isOver) setImmediate(turn)
  }
  setImmediate(turn)
  await work()
  isOver = true
  return longestMs
}

/** Storing what a search found in an article, with corrections: what a search costs beyond the search. */
async function measureStoring(libraryDir: string): Promise<Sample> {
  const library = openLibrary(libraryDir, Date.now())
  try {
    const ids = library.read.prepare('SELECT id FROM article ORDER BY id').pluck().all() as ArticleId[]
    return await measure(
      { name: `an article searched again, with ${CORRECTIONS} corrections`, runs: 40, warmUps: 5, budgetMs: STORE_MS },
      async (run) => {
        const id = ids[(run * 97) % ids.length]
        const found = id && findFound(library.read, id)
        const [article, text] = id ? [findArticle(library.read, id), findArticleText(library.read, id)] : [null, null]
        if (!found || !article || text === null) throw new Error('An article has nothing found in it.')
        const result = unpackFound(found)
        const beganMs = performance.now()
        library.write((db) => storeFound(db, { id, text, publishedOn: article.publishedOn }, result, Date.now()))
        return performance.now() - beganMs
      },
    )
  } finally {
    library.close()
  }
}
