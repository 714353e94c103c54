import type { RestoredRow } from '#electron/store/actions.ts'
import type { ChangedArea } from '#shared/contract/library.ts'
import type { ArticleId } from '#shared/domain/ids.ts'
import { restoreCodes } from './backup-service.ts'
import { os, type ServiceContext } from './context.ts'
import type { Extractor } from './extractor.ts'
import { turnFollower } from './follow-turn.ts'
import { inJob } from './jobs.ts'
import type { MemoryKeeper } from './memory-service.ts'
import { RESTORE_STEP } from './restore-steps.ts'
import type { Safety } from './safety.ts'
import { settleArticles } from './settle-articles.ts'

/** Undo and redo of every action, and of a restore that was the last thing done. */
export function createHistoryService(
  context: ServiceContext,
  extractor: Extractor,
  memory: MemoryKeeper,
  safety: Safety,
) {
  const { library, changes, clock, jobs } = context
  const turn = async (direction: 'undo' | 'redo') => {
    const articleIds = new Set<ArticleId>()
    const areas = new Set<ChangedArea>(['history'])
    const follow = turnFollower(clock)
    const step = await inJob(jobs, () =>
      library[direction](clock(), (db, restored) => {
        for (const row of restored) {
          for (const area of areasOf[row.table]) areas.add(area)
          if (row.table === 'article') articleIds.add(String(row.row.id) as ArticleId)
        }
        follow(db, restored)
      }),
    )
    await settleArticles(context, [...articleIds])
    if (step) changes.announce([...areas])
    // An article that was gone when its turn came was passed over.
    if (areas.has('article')) extractor.resume()
    memory.follow()
    return { step }
  }
  const turnRestore = async (direction: 'undo' | 'redo') => {
    const backupId = safety.findRestore(direction)
    return backupId === null ? null : safety.restore(backupId)
  }
  return {
    state: os.history.state.handler(() => ({
      undo: safety.findRestore('undo') ? RESTORE_STEP : library.findUndo(),
      redo: safety.findRestore('redo') ? RESTORE_STEP : library.findRedo(),
    })),
    undo: os.history.undo.handler(async ({ errors }) => {
      const restored = await turnRestore('undo')
      if (restored && 'failed' in restored) throw errors[restoreCodes[restored.failed]]()
      return restored ? { step: RESTORE_STEP } : turn('undo')
    }),
    redo: os.history.redo.handler(async ({ errors }) => {
      const restored = await turnRestore('redo')
      if (restored && 'failed' in restored) throw errors[restoreCodes[restored.failed]]()
      return restored ? { step: RESTORE_STEP } : turn('redo')
    }),
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
  setting: ['settings', 'review', 'card'],
  article_text: ['article', 'annotation', 'card', 'entity', 'figure', 'suggestion'],
  block: ['article'],
}
