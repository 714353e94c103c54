import { oc } from '@orpc/contract'
import { z } from 'zod'
import { annotation } from './annotation.ts'
import { annotationId, cardId, isoDate, timeMs } from './primitives.ts'

/** An old mark that is shown again today. */
export const resurfacedMark = z.object({
  mark: annotation,
  /** When it was looked at today; null: not yet. */
  seenAtMs: timeMs.nullable(),
  /** The newest card made from it, or null. */
  cardId: cardId.nullable(),
})
export type ResurfacedMark = z.output<typeof resurfacedMark>

export const resurfaceContract = {
  /**
   * The marks of today: chosen once a day out of those of earlier days, rather old ones, not seen for long and without
   * a card. The schedule of cards knows nothing of it.
   */
  today: oc
    .input(z.object({ now: timeMs.optional() }).default({}))
    .output(z.object({ on: isoDate, items: z.array(resurfacedMark) })),
  /** Remembers that a mark of today was looked at. */
  seen: oc.input(z.object({ annotationId, now: timeMs.optional() })).output(z.object({})),
}
