import { oc } from '@orpc/contract'
import { z } from 'zod'
import { hasCloze } from '../domain/cloze.ts'
import {
  annotationId,
  articleId,
  cardId,
  cursor,
  entityId,
  figureId,
  markdown,
  offset,
  page,
  pageLimit,
  reviewId,
  suggestionId,
  tagName,
  timeMs,
} from './primitives.ts'

/** Where a card comes from. Null fields: made by hand without a passage, or the passage's kind is another. */
const evidence = z.object({
  articleId: articleId.nullable(),
  articleTitle: z.string().nullable(),
  start: offset.nullable(),
  end: offset.nullable(),
  /** The sentence or selection the card was made from, as it stood then. */
  quote: z.string(),
  entityId: entityId.nullable(),
  figureId: figureId.nullable(),
  annotationId: annotationId.nullable(),
})

const cardKind = z.enum(['basic', 'cloze'])

/** A card proposed from the text. */
export const suggestion = z.object({
  id: suggestionId,
  articleId,
  kind: z.enum(['who', 'role', 'group', 'how-many', 'cloze', 'who-said']),
  cardKind,
  front: z.string(),
  back: z.string(),
  start: offset,
  end: offset,
  quote: z.string(),
  entityId: entityId.nullable(),
  figureId: figureId.nullable(),
  state: z.enum(['open', 'accepted', 'dismissed']),
})
export type Suggestion = z.output<typeof suggestion>

/** A card with its memory state. Times in ms; stability in days; difficulty 1..10. Source: FSRS-6. */
export const card = z.object({
  id: cardId,
  kind: cardKind,
  front: z.string(),
  back: z.string(),
  tags: z.array(z.string()),
  evidence,
  state: z.enum(['new', 'learning', 'review', 'relearning']),
  dueAtMs: timeMs,
  stability: z.number(),
  difficulty: z.number(),
  reps: z.number().int(),
  lapses: z.number().int(),
  lastReviewAtMs: timeMs.nullable(),
  suspended: z.boolean(),
  buriedUntilMs: timeMs.nullable(),
  createdAtMs: timeMs,
  updatedAtMs: timeMs,
})
export type Card = z.output<typeof card>

/** 1 Again, 2 Hard, 3 Good, 4 Easy. */
export const grade = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)])
export type Grade = z.output<typeof grade>

const suggestionMissing = { SUGGESTION_MISSING: { status: 404 } } as const
const cardMissing = { CARD_MISSING: { status: 404 } } as const

export const suggestionContract = {
  list: oc
    .input(z.object({ articleId: articleId.optional(), limit: pageLimit.default(50), cursor: cursor.optional() }))
    .output(page(suggestion).extend({ total: z.number().int() })),
  /** Makes a card of it, with the words changed if given. */
  accept: oc
    .input(z.object({ suggestionId, front: markdown.min(1).optional(), back: markdown.min(1).optional() }))
    .output(card)
    .errors(suggestionMissing),
  /** Hides it for good; undo brings it back. */
  dismiss: oc.input(z.object({ suggestionId })).output(z.object({})).errors(suggestionMissing),
}

/** How often a person may be shown new things: counts for now. */
export const reviewCounts = z.object({
  /** Reviews due now. */
  due: z.number().int(),
  /** New cards that today's limit still lets in. */
  new: z.number().int(),
  /** Cards in learning steps whose time has come. */
  learning: z.number().int(),
  answeredToday: z.number().int(),
  /** When the next card falls due, if nothing is due now; null without any. */
  nextDueAtMs: timeMs.nullable(),
})
export type ReviewCounts = z.output<typeof reviewCounts>

/** A card to answer, with what each grade would do. */
export const nextReview = z.object({
  card,
  intervals: z.array(z.object({ grade, intervalMs: z.number().int().nonnegative(), dueAtMs: timeMs })).length(4),
})
export type NextReview = z.output<typeof nextReview>

export const cardContract = {
  list: oc
    .input(
      z.object({
        query: z.string().max(500).optional(),
        articleId: articleId.optional(),
        entityId: entityId.optional(),
        state: z.enum(['all', 'new', 'due', 'learning', 'suspended']).default('all'),
        limit: pageLimit,
        cursor: cursor.optional(),
        now: timeMs.optional(),
      }),
    )
    .output(page(card).extend({ total: z.number().int() })),
  get: oc.input(z.object({ cardId })).output(card).errors(cardMissing),
  create: oc
    .input(
      z
        .object({
          kind: cardKind.default('basic'),
          front: markdown.trim().min(1),
          back: markdown.default(''),
          tags: z.array(tagName).max(50).default([]),
          articleId: articleId.optional(),
          start: offset.optional(),
          end: offset.optional(),
          annotationId: annotationId.optional(),
          entityId: entityId.optional(),
          figureId: figureId.optional(),
        })
        .refine((c) => c.kind === 'cloze' || c.back.trim() !== '', 'a basic card has a back')
        .refine((c) => c.kind !== 'cloze' || hasCloze(c.front), 'a cloze card hides something'),
    )
    .output(card)
    .errors({ ARTICLE_MISSING: { status: 404 }, OUT_OF_RANGE: { status: 422 } }),
  update: oc
    .input(
      z.object({
        cardId,
        front: markdown.trim().min(1).optional(),
        back: markdown.optional(),
        tags: z.array(tagName).max(50).optional(),
      }),
    )
    .output(card)
    .errors({ ...cardMissing, CARD_INCOMPLETE: { status: 422 } }),
  remove: oc
    .input(z.object({ cardIds: z.array(cardId).min(1).max(1000) }))
    .output(z.object({ removed: z.number().int() })),
  suspend: oc
    .input(z.object({ cardId, suspended: z.boolean().default(true) }))
    .output(card)
    .errors(cardMissing),
  /** Hides a card until the next day begins. */
  bury: oc
    .input(z.object({ cardId, now: timeMs.optional() }))
    .output(card)
    .errors(cardMissing),
}

export const reviewContract = {
  /** The card to answer now, or null. `now` lets a script simulate time. */
  next: oc.input(z.object({ now: timeMs.optional() }).default({})).output(nextReview.nullable()),
  answer: oc
    .input(
      z.object({
        cardId,
        grade,
        now: timeMs.optional(),
        durationMs: z.number().int().min(0).max(3_600_000).optional(),
      }),
    )
    .output(z.object({ reviewId, card }))
    .errors(cardMissing),
  /** Takes the last answer back, wherever it stands in the history; null when there is none. */
  undo: oc.output(z.object({ card }).nullable()),
  counts: oc.input(z.object({ now: timeMs.optional() }).default({})).output(reviewCounts),
}
