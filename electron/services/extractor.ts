import {
  findArticle,
  findArticleText,
  listArticleIds,
  listBlocks,
  putExtractionState,
} from '#electron/store/queries/articles.ts'
import type { ArticleId } from '#shared/domain/ids.ts'
import type { ServiceContext } from './context.ts'
import { storeFound } from './store-found.ts'

/** Looks for people, groups, places and figures in articles, one at a time, off the main thread. */
export interface Extractor {
  queue(ids: readonly ArticleId[]): void
  /** Takes up what an earlier run left waiting. */
  resume(): void
  /** Resolves when nothing is left to do. */
  settled(): Promise<void>
  close(): void
}

export function createExtractor(context: ServiceContext): Extractor {
  const waiting = new Set<ArticleId>()
  let running: Promise<void> | null = null
  let closed = false

  async function drain(): Promise<void> {
    for (const id of waiting) {
      if (closed) break
      waiting.delete(id)
      await extractOne(context, id, () => closed)
    }
  }

  function start(): void {
    if (running || waiting.size === 0 || closed) return
    running = drain().finally(() => {
      running = null
      start()
    })
  }

  return {
    queue(ids) {
      for (const id of ids) waiting.add(id)
      start()
    },
    resume() {
      this.queue(listArticleIds(context.library.read, 'waiting'))
    },
    async settled() {
      while (running) await running
    },
    close() {
      closed = true
    },
  }
}

async function extractOne(context: ServiceContext, id: ArticleId, isClosed: () => boolean): Promise<void> {
  const { library, worker, changes, onFailure } = context
  const article = findArticle(library.read, id)
  const text = findArticleText(library.read, id)
  if (!article || text === null) return
  try {
    const { title, publishedOn } = article
    const result = await worker.run('extract', { title, text, publishedOn, blocks: listBlocks(library.read, id) })
    if (isClosed()) return
    library.write((db) => storeFound(db, { id, text, publishedOn }, result, context.clock()))
  } catch (error) {
    if (isClosed()) return
    onFailure(error)
    library.write((db) => putExtractionState(db, id, 'failed', null))
  }
  changes.announce(['article', 'entity', 'figure', 'suggestion'], id)
}
