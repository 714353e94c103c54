import { oc } from '@orpc/contract'
import { z } from 'zod'
import { hasCloze } from '../domain/cloze.ts'
import { bulkChange, cardFilter, cardWindow } from './card-browser.ts'
import {
  annotationId,
  articleId,
  cardId,
  cursor,
  deckId,
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
  kind: z.enum(['who', 'role', 'group', 'other-name', 'how-many', 'cloze', 'who-said']),
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
  /** Of a cloze the number of the gaps that are asked, 0 for all; of a basic card 1 when the back asks for the front. */
  part: z.number().int().nonnegative(),
  /** Whether the answer is to be typed. */
  typed: z.boolean(),
  /** Shared by the cards that were written as one: two directions, or the gaps of one text. Null: it is alone. */
  familyId: z.uuid().nullable(),
  deckId,
  front: z.string(),
  back: z.string(),
  tags: z.array(z.string()),
  evidence,
  state: z.enum(['new', 'learning', 'review', 'relearning']),
  dueAtMs: timeMs,
  stability: z.number(),
  difficulty: z.number(),
  reps: z.number().int(),
  /** Answers in the review stage, and how many of them were Again. */
  reviews: z.number().int(),
  lapses: z.number().int(),
  /** Forgotten so often that asking it again is of no use. */
  leech: z.boolean(),
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
    .errors({ ...suggestionMissing, CARD_INCOMPLETE: { status: 422 } }),
  /** Makes cards of many as they are, in one step; those that are open no more are passed over. */
  acceptMany: oc
    .input(z.object({ suggestionIds: z.array(suggestionId).min(1).max(200) }))
    .output(z.object({ accepted: z.number().int() })),
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
  /** Whether that card is in learning: it can be asked ahead of its time. Others wait for their day. */
  isNextLearning: z.boolean(),
})
export type ReviewCounts = z.output<typeof reviewCounts>

/** A card to answer, and with it what each grade would do. */
export const nextReview = card.extend({
  intervals: z.array(z.object({ grade, intervalMs: z.number().int().nonnegative(), dueAtMs: timeMs })).length(4),
})
export type NextReview = z.output<typeof nextReview>

export const cardContract = {
  list: oc
    .input(
      cardFilter.extend({
        limit: pageLimit,
        cursor: cursor.optional(),
        now: timeMs.optional(),
      }),
    )
    .output(page(card).extend({ total: z.number().int() })),
  get: oc.input(z.object({ cardId })).output(card).errors(cardMissing),
  /** Makes a card and those of its family; gives the first. */
  create: oc
    .input(
      z
        .object({
          /** `reversed` makes two cards, one in each direction; a cloze one card for each number among its gaps. */
          kind: z.enum(['basic', 'reversed', 'cloze']).default('basic'),
          typed: z.boolean().default(false),
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
    .errors({
      ARTICLE_MISSING: { status: 404 },
      ANNOTATION_MISSING: { status: 404 },
      ENTITY_MISSING: { status: 404 },
      OUT_OF_RANGE: { status: 422 },
    }),
  /** Changes a card, and its whole family with it. Gaps that are new become cards, those that are gone take theirs along. */
  update: oc
    .input(
      z.object({
        cardId,
        front: markdown.trim().min(1).optional(),
        back: markdown.optional(),
        tags: z.array(tagName).max(50).optional(),
        typed: z.boolean().optional(),
      }),
    )
    .output(card)
    .errors({ ...cardMissing, CARD_INCOMPLETE: { status: 422 } }),
  /** Any stretch of the sorted list. */
  browse: oc.input(cardWindow).output(z.object({ items: z.array(card), total: z.number().int() })),
  /** One change to many cards; gives how many there were. */
  bulk: oc.input(bulkChange).output(z.object({ changed: z.number().int() })),
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

/** Of which deck, as of when. */
const asked = z
  .object({
    now: timeMs.optional(),
    deckId: deckId.optional(),
    /** How far ahead of their time cards in learning are asked, in place of what the settings say. */
    aheadMinutes: z.number().int().min(0).max(1439).optional(),
  })
  .default({})

export const reviewContract = {
  /** The card to answer now, of one deck or of all, or null. `now` lets a script simulate time. */
  next: oc.input(asked).output(nextReview.nullable()),
  answer: oc
    .input(
      z.object({
        cardId,
        grade,
        now: timeMs.optional(),
        durationMs: z.number().int().min(0).max(3_600_000).optional(),
        /** What was typed before the answer showed: who was named in another's place is noted with the answer. */
        typed: z.string().max(500).optional(),
        /** How often the card had been answered when it was shown: refused if it has been since, in another window. */
        reps: z.number().int().nonnegative().optional(),
      }),
    )
    .output(z.object({ reviewId, card }))
    .errors({ ...cardMissing, ANSWERED_MEANWHILE: { status: 409 } }),
  /** Takes the last answer back, wherever it stands in the history, and gives its card and what each grade would do; null without any. */
  undo: oc.output(z.object({ card, intervals: nextReview.shape.intervals }).nullable()),
  counts: oc.input(asked).output(reviewCounts),
  /** Cards answered or put off by a clock that was ahead of what it says now, and until when; null without any. */
  late: oc
    .input(z.object({ now: timeMs.optional() }).default({}))
    .output(z.object({ cards: z.number().int(), untilMs: timeMs }).nullable()),
  /** Lets these wait from now on, as long as they were to wait from their last answer. One step. */
  bringBack: oc.input(z.object({ now: timeMs.optional() }).default({})).output(z.object({ changed: z.number().int() })),
}
