import { ENGINE } from '#electron/extraction/engine.ts'
import {
  findArticle,
  findArticleText,
  listArticleIds,
  listBlocks,
  listStaleArticleIds,
  putExtractionState,
} from '#electron/store/queries/articles.ts'
import type { ArticleId } from '#shared/domain/ids.ts'
import type { ServiceContext } from './context.ts'
import { isDiskFull } from './disk-full.ts'
import { storeFound } from './store-found.ts'

/** Looks for people, groups, places and figures in articles, one at a time, off the main thread. */
export interface Extractor {
  queue(ids: readonly ArticleId[]): void
  /** Takes an article before all others; resolves when it has been searched, or when patience is at its end. */
  hurry(id: ArticleId): Promise<void>
  /** Takes up what an earlier run left waiting. */
  resume(): void
  /** Queues what an earlier version of the engine searched; until its turn comes, what that found stays. */
  renew(): void
  /** Resolves when nothing is left to do. */
  settled(): Promise<void>
  close(): void
}

/** So long a pasted text is waited for, that its names are there when it opens; most take a twentieth of it. */
const PATIENCE_MS = 5000

export function createExtractor(context: ServiceContext): Extractor {
  const waiting = new Set<ArticleId>()
  /** Searched by an earlier engine: their turn comes when nothing else waits. */
  const stale = new Set<ArticleId>()
  /** Those that someone waits for, first the latest, with what wakes the waiting. */
  const hurried = new Map<ArticleId, PromiseWithResolvers<void>>()
  let current: ArticleId | null = null
  let running: Promise<void> | null = null
  let closed = false
  /** The disk was full: nothing is tried until more is asked for, and what is left then still waits. */
  let hasNoRoom = false

  async function drain(): Promise<void> {
    while (!closed && !hasNoRoom) {
      const id = [...hurried.keys()].findLast((one) => waiting.has(one)) ?? first(waiting) ?? first(stale)
      if (id === undefined) break
      waiting.delete(id)
      stale.delete(id)
      current = id
      hasNoRoom = (await extractOne(context, id, () => closed)) === 'no-room'
      current = null
      if (hasNoRoom) waiting.add(id)
      hurried.get(id)?.resolve()
      hurried.delete(id)
    }
  }

  function start(): void {
    if (running || waiting.size + stale.size === 0 || closed || hasNoRoom) return
    running = drain().finally(() => {
      running = null
      start()
    })
  }

  return {
    queue(ids) {
      for (const id of ids) waiting.add(id)
      hasNoRoom = false
      start()
    },
    async hurry(id) {
      if (!waiting.has(id) && current !== id) return
      const done = hurried.get(id) ?? Promise.withResolvers<void>()
      hurried.set(id, done)
      const late = setTimeout(done.resolve, context.patienceMs ?? PATIENCE_MS)
      await done.promise
      clearTimeout(late)
    },
    resume() {
      this.queue(listArticleIds(context.library.read, 'waiting'))
    },
    renew() {
      for (const id of listStaleArticleIds(context.library.read, ENGINE)) stale.add(id)
      start()
    },
    async settled() {
      while (running) await running
    },
    close() {
      closed = true
      for (const { resolve } of hurried.values()) resolve()
    },
  }
}

const first = (ids: ReadonlySet<ArticleId>) => ids.values().next().value

async function extractOne(
  context: ServiceContext,
  id: ArticleId,
  isClosed: () => boolean,
): Promise<'done' | 'no-room'> {
  const { library, worker, changes } = context
  const article = findArticle(library.read, id)
  const text = findArticleText(library.read, id)
  if (!article || text === null) return 'done'
  try {
    const { title, publishedOn } = article
    const result = await worker.run('extract', { title, text, publishedOn, blocks: listBlocks(library.read, id) })
    if (isClosed()) return 'done'
    library.write((db) => storeFound(db, { id, text, publishedOn }, result, context.clock()))
  } catch (error) {
    if (isClosed()) return 'done'
    if (isDiskFull(error) || !noteFailure(context, id, error)) return 'no-room'
  }
  changes.announce(['article', 'entity', 'figure', 'suggestion'], id)
  return 'done'
}

/** Tells of the failure and keeps it; false when there is no room to. */
function noteFailure({ library, onFailure }: ServiceContext, id: ArticleId, failure: unknown): boolean {
  onFailure(failure)
  try {
    library.write((db) => putExtractionState(db, id, 'failed', ENGINE))
    return true
  } catch (error) {
    if (!isDiskFull(error)) throw error
    return false
  }
}
