import { oc } from '@orpc/contract'
import { z } from 'zod'
import { gradeReason } from './practice.ts'
import { cardId, offset } from './primitives.ts'
import { card } from './study.ts'

const missing = { CARD_MISSING: { status: 404 } } as const

/** Whether the passage of a card still says what it said. Source: shared/domain/source-change.ts. */
export const sourceState = z.discriminatedUnion('state', [
  z.object({ state: z.literal('same') }),
  z.object({
    state: z.literal('changed'),
    now: z.string(),
    start: offset,
    end: offset,
    /** What it says in place of what, without what is the same. */
    before: z.string(),
    after: z.string(),
    /** Whether the card can be brought up to date by itself. */
    canUpdate: z.boolean(),
  }),
  z.object({ state: z.literal('lost') }),
])

export type SourceState = z.output<typeof sourceState>

/** What a typed answer to a card is worth. */
export const typedVerdict = z.object({
  correct: z.boolean(),
  reason: gradeReason,
  detail: z.string().nullable(),
  canAccept: z.boolean(),
})
export type TypedVerdict = z.output<typeof typedVerdict>

export const evidenceContract = {
  /** Holds a card against its source as it is now. */
  check: oc.input(z.object({ cardId })).output(sourceState).errors(missing),
  /**
   * Settles a change of the source: the card is brought up to date, keeps what it says as what was said then, or is set
   * aside. One step. What the source does not say any more can be kept as it is, too.
   */
  settle: oc
    .input(z.object({ cardId, how: z.enum(['update', 'keep', 'retire']) }))
    .output(card)
    .errors(missing),
  /** Says which passage of its article the card rests on from now on. */
  place: oc
    .input(z.object({ cardId, start: offset, end: offset }))
    .output(card)
    .errors({ ...missing, OUT_OF_RANGE: { status: 422 } }),
  /** Judges what was typed for a card; null when the card can't be judged: a long answer, or several gaps. */
  judge: oc
    .input(z.object({ cardId, text: z.string().max(500) }))
    .output(typedVerdict.nullable())
    .errors(missing),
  /** From now on the typed answer counts for the card, or for the entity it asks for. */
  acceptAnswer: oc
    .input(z.object({ cardId, text: z.string().trim().min(1).max(500) }))
    .output(z.object({}))
    .errors(missing),
}
