import { oc } from '@orpc/contract'
import { z } from 'zod'
import { articleId, deckId, isoDate, timeMs } from './primitives.ts'

const count = z.number().int()
const share = z.object({ answers: count, recalled: count })
const bin = z.object({ from: z.number(), to: z.number().nullable(), cards: count })
const input = z.object({ now: timeMs.optional(), deckId: deckId.optional() }).default({})

const overview = z.object({
  today: z.object({ on: isoDate, answers: count, newCards: count, again: count, durationMs: count }),
  /** Study days with answers within the last year, oldest first. */
  days: z.array(
    z.object({ on: isoDate, answers: count, newCards: count, reviews: count, recalled: count, durationMs: count }),
  ),
  /** Reviews that fall due today (late ones with it) and on each of the 29 days after. */
  forecast: z.array(z.object({ on: isoDate, due: count })),
  /** Answers in the review stage of the last 30 days: after less than three weeks, and after more. */
  retention: z.object({ desired: z.number(), young: share, old: share }),
  /** By the chance that FSRS foretold, all time: how many answers, and how many were remembered. */
  calibration: z.array(z.object({ predicted: z.number(), answers: count, recalled: count })),
})
export type OverviewStats = z.output<typeof overview>

const cards = z.object({
  states: z.object({ new: count, learning: count, young: count, old: count, suspended: count }),
  /** Cards by stability in days, from day to years. */
  stability: z.array(bin),
  /** Cards by difficulty, 1 to 10. */
  difficulty: z.array(bin),
  /** Cards and answers by what the card is about. */
  byKind: z.array(share.extend({ kind: z.enum(['person', 'group', 'place', 'other']), cards: count })),
  /** The articles whose cards are forgotten most often. */
  byArticle: z.array(share.extend({ articleId, title: z.string(), cards: count })),
})
export type CardStats = z.output<typeof cards>

export const statsContract = {
  /** What was answered day by day, and what falls due: quick, from totals that are kept. */
  overview: oc.input(input).output(overview),
  /** How it stands with the cards themselves. */
  cards: oc.input(input).output(cards),
}
