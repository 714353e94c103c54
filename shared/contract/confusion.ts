import { oc } from '@orpc/contract'
import { z } from 'zod'
import { cardId, entityId, timeMs } from './primitives.ts'
import { card } from './study.ts'

/** Two entities that were taken for one another. */
export const confusion = z.object({
  entityId,
  name: z.string(),
  role: z.string().nullable(),
  otherId: entityId,
  otherName: z.string(),
  otherRole: z.string().nullable(),
  count: z.number().int(),
  lastAtMs: timeMs,
  /** The card that asks how the two differ, or null. */
  contrastCardId: cardId.nullable(),
})
export type Confusion = z.output<typeof confusion>

const pair = z.object({ entityId, otherId: entityId })

export const confusionContract = {
  /** Whom the entity of a card was taken for, that entity first in each pair; none for a card about nobody. */
  ofCard: oc
    .input(z.object({ cardId }))
    .output(z.array(confusion))
    .errors({ CARD_MISSING: { status: 404 } }),
  /** Makes the card that asks how two entities differ out of what is known of both, or gives the one there is. */
  contrast: oc
    .input(pair)
    .output(z.object({ card, isNew: z.boolean() }))
    .errors({ ENTITY_MISSING: { status: 404 } }),
  /** Forgets that two were taken for one another. */
  forget: oc.input(pair).output(z.object({ forgotten: z.number().int() })),
}
