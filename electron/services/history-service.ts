import type { RestoredRow } from '#electron/store/actions.ts'
import type { WriteHandle } from '#electron/store/handle.ts'
import { markUnsearched } from '#electron/store/queries/articles.ts'
import { forgetFound } from '#electron/store/queries/found.ts'
import { forgetPrint } from '#electron/store/queries/likeness.ts'
import { indexArticle, indexEntry } from '#electron/store/queries/search.ts'
import type { CorrectionRecord } from '#shared/contract/correction.ts'
import type { ChangedArea } from '#shared/contract/library.ts'
import type { ArticleId } from '#shared/domain/ids.ts'
import { os, type ServiceContext } from './context.ts'
import type { Extractor } from './extractor.ts'
import type { MemoryKeeper } from './memory-service.ts'
import { settleArticles } from './settle-articles.ts'
import { settleCorrections } from './settle-corrections.ts'

/** Undo and redo of every action. */
export function createHistoryService(context: ServiceContext, extractor: Extractor, memory: MemoryKeeper) {
  const { library, changes, clock } = context
  const turn = async (direction: 'undo' | 'redo') => {
    const articleIds = new Set<ArticleId>()
    const areas = new Set<ChangedArea>(['history'])
    const step = library[direction](clock(), (db, restored) => {
      for (const row of restored) {
        for (const area of areasOf[row.table]) areas.add(area)
        reindex(db, row)
        if (row.table === 'article') articleIds.add(String(row.row.id) as ArticleId)
      }
      settleCorrections(db, correctionsIn(restored), clock())
    })
    await settleArticles(context, [...articleIds])
    if (step) changes.announce([...areas])
    // An article that was gone when its turn came was passed over.
    if (areas.has('article')) extractor.resume()
    memory.follow()
    return { step }
  }
  return {
    state: os.history.state.handler(() => ({ undo: library.findUndo(), redo: library.findRedo() })),
    undo: os.history.undo.handler(() => turn('undo')),
    redo: os.history.redo.handler(() => turn('redo')),
  }
}

const areasOf: Record<RestoredRow['table'], readonly ChangedArea[]> = {
  article: ['article', 'annotation', 'entity', 'figure', 'suggestion', 'card', 'review'],
  category: ['category', 'annotation'],
  annotation: ['annotation', 'articleCounts'],
  annotation_tag: ['annotation'],
  annotation_entity: ['annotation', 'entity'],
  annotation_repair: ['annotation'],
  tag: ['annotation', 'card'],
  correction: ['entity', 'figure', 'suggestion', 'article', 'card'],
  card: ['card', 'review', 'articleCounts', 'entity'],
  card_tag: ['card'],
  suggestion: ['suggestion'],
  review: ['review', 'card'],
  deck: ['deck', 'card', 'review'],
  fsrs_fit: ['review', 'card'],
  accepted_answer: ['card'],
  confusion: ['card'],
  kept_apart: ['article'],
  contrast: ['card'],
  article_text: ['article', 'annotation', 'card', 'entity', 'figure', 'suggestion'],
  block: ['article'],
}

/** The corrections that undo or redo took back or made again. */
function correctionsIn(restored: readonly RestoredRow[]): CorrectionRecord[] {
  // Payloads are written by the store alone, from records.
  return restored.flatMap(({ table, row }) =>
    table === 'correction' ? [JSON.parse(String(row.payload)) as CorrectionRecord] : [],
  )
}

/** The search index follows what undo put back. */
function reindex(db: WriteHandle, { table, row }: RestoredRow): void {
  const id = String(row.id)
  if (table === 'annotation' || table === 'card') indexEntry(db, table, id)
  // The image of a row of `article` holds its id as it was stored.
  if (table === 'article') indexArticle(db, id as ArticleId)
  if (table === 'article_text') {
    const articleId = String(row.article_id) as ArticleId
    indexArticle(db, articleId)
    // What was found in it was found in another text.
    markUnsearched(db, articleId)
    forgetFound(db, articleId)
    forgetPrint(db, articleId)
  }
}
