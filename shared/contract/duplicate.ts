import { oc } from '@orpc/contract'
import { z } from 'zod'
import { anchorCounts } from './article.ts'
import { articleId, cursor, isoDate, page, pageLimit, timeMs } from './primitives.ts'

const side = z.object({
  id: articleId,
  title: z.string(),
  source: z.string().nullable(),
  byline: z.string().nullable(),
  publishedOn: isoDate.nullable(),
  url: z.string().nullable(),
  wordCount: z.number().int(),
  annotationCount: z.number().int(),
  cardCount: z.number().int(),
  importedAtMs: timeMs,
})
export type DuplicateSide = z.output<typeof side>

const pair = z.object({
  first: side,
  second: side,
  /** How much of the shorter text stands in the other, 0..1. */
  likeness: z.number(),
  isSameAddress: z.boolean(),
})
export type DuplicatePair = z.output<typeof pair>

const missing = { ARTICLE_MISSING: { status: 404 } } as const

export const duplicateContract = {
  /** Pairs of articles that tell the same story or lie at the same address, the likest first. */
  list: oc
    .input(z.object({ limit: pageLimit.default(50), cursor: cursor.optional() }))
    .output(page(pair).extend({ total: z.number().int() })),
  /** Deletes one of two articles; its marks, notes and cards go to the other, onto its text. One action. */
  merge: oc
    .input(z.object({ keepId: articleId, dropId: articleId }))
    .output(anchorCounts)
    .errors(missing),
  /** Says that two articles are two; they are no longer listed. One action. */
  keepApart: oc
    .input(z.object({ firstId: articleId, secondId: articleId }))
    .output(z.object({}))
    .errors(missing),
}
