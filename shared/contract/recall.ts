import { oc } from '@orpc/contract'
import { z } from 'zod'
import { articleId, entityId, figureId, timeMs } from './primitives.ts'

const recall = z.object({
  state: z.enum(['known', 'fading', 'forgotten', 'waiting']),
  /** The chance of remembering it, 0..1; null while no card on it was answered. */
  chance: z.number().min(0).max(1).nullable(),
})

/** How well what an article names is remembered. What is not in it has no card yet. */
const articleMemory = z.object({
  entities: z.array(recall.extend({ entityId })),
  figures: z.array(recall.extend({ figureId })),
})
export type ArticleMemory = z.output<typeof articleMemory>

export const recallContract = {
  /** Of the names and figures in one article that have cards, how well they are remembered now. */
  inArticle: oc.input(z.object({ articleId, now: timeMs.optional() })).output(articleMemory),
  /**
   * Makes one card for each name and figure of the article that has none, those named most often first, at most fifty;
   * one action. `left` are still without one and can be made next; `unfit` stand in no sentence that could be asked.
   */
  makeCards: oc
    .input(z.object({ articleId }))
    .output(z.object({ made: z.number().int(), left: z.number().int(), unfit: z.number().int() }))
    .errors({ ARTICLE_MISSING: { status: 404 } }),
}
