import { oc } from '@orpc/contract'
import { z } from 'zod'
import { articleId, deckId, entityId, isoDate, tagName, timeMs } from './primitives.ts'
import { ownStudyOptions } from './study-options.ts'

/** A saved search: the filter of the cards' table, without what changes by itself with time and answers. */
export const savedSearch = z.object({
  query: z.string().trim().min(1).max(300).optional(),
  tag: tagName.optional(),
  articleId: articleId.optional(),
  entityId: entityId.optional(),
  state: z.literal('leech').optional(),
})
export type SavedSearch = z.output<typeof savedSearch>

/**
 * Which cards a deck holds: those with a tag, of an article, of an entity, made from a mark of a category, or of a saved
 * search. `rest` is the one deck for all others, and is always there.
 */
export const deckRule = z.object({
  kind: z.enum(['rest', 'tag', 'article', 'entity', 'category', 'search']),
  /**
   * The tag's name, the id of the article, entity or category; of a search the words, or a `SavedSearch` as JSON; empty
   * for the rest.
   */
  value: z.string().trim().max(500),
})

/** "Know this by then": the day, and the share of the cards to be known on it. */
const deadline = z.object({ on: isoDate, share: z.number().min(0.5).max(0.99).default(0.9) })

/** Cards that are studied alike. A card belongs to the first deck whose rule it fits. */
export const deck = z.object({
  id: deckId,
  name: z.string(),
  rule: deckRule,
  /** What the rule's value names, in words. */
  ruleLabel: z.string(),
  options: ownStudyOptions,
  deadline: deadline.nullable(),
  /** What the deadline takes, as of today; null without one, and when its day has come. */
  plan: z
    .object({
      desiredRetention: z.number(),
      newPerDay: z.number().int(),
      answersPerDay: z.number().int(),
      mostAnswers: z.number().int(),
      known: z.number(),
      isReached: z.boolean(),
    })
    .nullable(),
  cardCount: z.number().int(),
  dueCount: z.number().int(),
  newCount: z.number().int(),
  createdAtMs: timeMs,
})
export type Deck = z.output<typeof deck>

const name = z.string().trim().min(1).max(80)
const deckMissing = { DECK_MISSING: { status: 404 } } as const
const wrongRule = { RULE_UNKNOWN: { status: 422 } } as const

export const deckContract = {
  /** In the order in which they choose their cards; the rest comes last. */
  list: oc.input(z.object({ now: timeMs.optional() }).default({})).output(z.object({ items: z.array(deck) })),
  create: oc
    .input(
      z.object({
        name: name.optional(),
        rule: deckRule,
        options: ownStudyOptions.default({}),
        deadline: deadline.nullable().default(null),
      }),
    )
    .output(deck)
    .errors(wrongRule),
  update: oc
    .input(
      z.object({
        deckId,
        name: name.optional(),
        options: ownStudyOptions.optional(),
        deadline: deadline.nullable().optional(),
      }),
    )
    .output(deck)
    .errors(deckMissing),
  /**
   * "Know this by then" for whatever a rule chooses: gives its deck the deadline and lets it choose first, or makes that
   * deck. Null takes the deadline away, and the deck with it where it has nothing else of its own.
   */
  setDeadline: oc
    .input(z.object({ rule: deckRule, deadline: deadline.nullable(), now: timeMs.optional() }))
    .output(deck.nullable())
    .errors(wrongRule),
  /** Puts a deck before another, so that it chooses first. */
  move: oc
    .input(z.object({ deckId, beforeId: deckId }))
    .output(z.object({}))
    .errors(deckMissing),
  /** Its cards go to the next deck they fit. */
  remove: oc.input(z.object({ deckId })).output(z.object({})).errors(deckMissing),
}
