import { z } from 'zod'
import { articleId, cardId, deckId, entityId, pageLimit, tagName, timeMs } from './primitives.ts'

/** Which cards a list shows. */
export const cardFilter = z.object({
  query: z.string().max(500).optional(),
  articleId: articleId.optional(),
  entityId: entityId.optional(),
  deckId: deckId.optional(),
  tag: tagName.optional(),
  state: z.enum(['all', 'new', 'due', 'learning', 'review', 'suspended', 'buried', 'leech']).default('all'),
})

export type CardFilter = z.output<typeof cardFilter>

/** A stretch of the sorted list from the row at `offset` on: for lists that can be scrolled to any place. */
export const cardWindow = z.object({
  filter: cardFilter.default({ state: 'all' }),
  sort: z.enum(['created', 'changed', 'due', 'lapses', 'difficulty', 'stability']).default('created'),
  descending: z.boolean().default(true),
  offset: z.number().int().min(0).max(10_000_000).default(0),
  limit: pageLimit,
  now: timeMs.optional(),
})

export type CardSort = z.output<typeof cardWindow>['sort']

/** The cards of a list by name, or all that fit a filter. */
const cardSelection = z.union([
  z.object({ cardIds: z.array(cardId).min(1).max(5000) }),
  z.object({ filter: cardFilter }),
])

export type CardSelection = z.output<typeof cardSelection>

/** What can be done to many cards at once. */
const cardChange = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('tag'),
    add: z.array(tagName).max(50).default([]),
    remove: z.array(tagName).max(50).default([]),
  }),
  z.object({ kind: z.literal('suspend'), suspended: z.boolean() }),
  z.object({ kind: z.literal('unbury') }),
  /** Forgets all that was learned; the log remembers. */
  z.object({ kind: z.literal('reset') }),
  /** Asks them that many days from today; 0 is today. */
  z.object({ kind: z.literal('due'), days: z.number().int().min(0).max(36_500) }),
  z.object({ kind: z.literal('remove') }),
])
export type CardChange = z.output<typeof cardChange>

/** One change to many cards, as one action. */
export const bulkChange = z.object({ selection: cardSelection, change: cardChange, now: timeMs.optional() })
