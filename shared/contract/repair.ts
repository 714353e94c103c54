import { oc } from '@orpc/contract'
import { z } from 'zod'
import { annotation } from './annotation.ts'
import { annotationId, articleId, cursor, offset, page, pageLimit } from './primitives.ts'

/** A place where a mark may belong, with the words there and around. */
const repairPlace = z.object({
  start: offset,
  end: offset,
  /** How like it is to where the mark was made, 0..1. */
  score: z.number().min(0).max(1),
  before: z.string(),
  quote: z.string(),
  after: z.string(),
})
export type RepairPlace = z.output<typeof repairPlace>

/** A mark that has no sure place in the changed text of its article. */
const repairItem = z.object({
  annotation,
  /** What stood before and after it in the old text. */
  before: z.string(),
  after: z.string(),
  /** Where it may belong now, best first. */
  places: z.array(repairPlace),
})
export type RepairItem = z.output<typeof repairItem>

/** A mark whose words changed with the text of its article, and that was moved all the same. */
const movedItem = z.object({
  annotation,
  /** What it read before, and what stood before and after that. */
  quote: z.string(),
  before: z.string(),
  after: z.string(),
})
export type MovedItem = z.output<typeof movedItem>

const missing = { ANNOTATION_MISSING: { status: 404 } } as const

export const repairContract = {
  /** Marks that are unsure or lost, article by article, the most likely first. */
  list: oc
    .input(z.object({ articleId: articleId.optional(), limit: pageLimit.default(50), cursor: cursor.optional() }))
    .output(page(repairItem).extend({ total: z.number().int() })),
  /** Marks that moved with changed words and wait to be confirmed, article by article, the least like first. */
  moved: oc
    .input(z.object({ articleId: articleId.optional(), limit: pageLimit.default(50), cursor: cursor.optional() }))
    .output(page(movedItem).extend({ total: z.number().int() })),
  /** Takes moved marks for rightly placed; one action. */
  confirm: oc
    .input(z.object({ annotationIds: z.array(annotationId).min(1).max(10_000) }))
    .output(z.object({ confirmed: z.number().int() })),
  /** Puts one mark on a passage of its article, with its cards. */
  place: oc
    .input(z.object({ annotationId, start: offset, end: offset }).refine((a) => a.start < a.end, 'start before end'))
    .output(annotation)
    .errors({ ...missing, OUT_OF_RANGE: { status: 422 } }),
  /** Accepts the first place of every mark that is at least so likely; one action. */
  acceptAll: oc
    .input(z.object({ articleId: articleId.optional(), minScore: z.number().min(0).max(1) }))
    .output(z.object({ accepted: z.number().int() })),
  /** Keeps marks as quotes without a place; one action. */
  detach: oc
    .input(z.object({ annotationIds: z.array(annotationId).min(1).max(1000) }))
    .output(z.object({ detached: z.number().int() })),
}
