import { oc } from '@orpc/contract'
import { z } from 'zod'
import { confusion } from './confusion.ts'
import { articleId, cardId, entityId, offset, tagName } from './primitives.ts'

/** The ways to be asked. */
export const practiceKind = z.enum(['choice', 'typed', 'pairs', 'order', 'true-false'])
export type PracticeKind = z.output<typeof practiceKind>

const shared = { id: z.string(), prompt: z.string() }
const words = z.array(z.string())

/** A question without its answer. `prompt` is Markdown; choices and items are plain. */
export const practiceQuestion = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('choice'), ...shared, choices: words }),
  z.object({ kind: z.literal('typed'), ...shared }),
  z.object({ kind: z.literal('true-false'), ...shared, statement: z.string() }),
  /** To each of `left` belongs one of `right`. */
  z.object({ kind: z.literal('pairs'), ...shared, left: words, right: words }),
  /** To be put in the order that the prompt names. */
  z.object({ kind: z.literal('order'), ...shared, items: words }),
])
export type PracticeQuestion = z.output<typeof practiceQuestion>

const indexes = z.array(z.number().int().nonnegative()).max(20)

/** What was given: the index of a choice, words, whether it is true; for each of `left` its `right`; items in order. */
export const practiceGiven = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('choice'), choice: z.number().int().nonnegative() }),
  z.object({ kind: z.literal('typed'), text: z.string().max(500) }),
  z.object({ kind: z.literal('true-false'), isTrue: z.boolean() }),
  z.object({ kind: z.literal('pairs'), pairs: indexes }),
  z.object({ kind: z.literal('order'), order: indexes }),
])
export type PracticeGiven = z.output<typeof practiceGiven>

/** Why a typed answer was or was not accepted. Source: shared/domain/grading/verdict.ts. */
export const gradeReason = z.enum([
  'same',
  'alias',
  'form',
  'last-name',
  'initials',
  'spelling',
  'equal',
  'within-hedge',
  'unit-left-out',
  'empty',
  'other-entity',
  'ambiguous',
  'incomplete',
  'too-much',
  'other-quantity',
  'other-unit',
  'other-bound',
  'different',
])

/** What became of an answer. */
export const practiceOutcome = z.object({
  correct: z.boolean(),
  /** The share of it that was right, 0..1: pairs and orders may be right in part. */
  score: z.number(),
  /** Of a typed answer: why; `detail` names what was matched or mistaken, or the bounds allowed. */
  reason: gradeReason.nullable(),
  detail: z.string().nullable(),
  /** The right answer in words: of pairs and orders one line each. */
  expected: z.array(z.string()),
  /** For each pair or item of an order whether it stands right. */
  parts: z.array(z.boolean()),
  /** Whether the person may say that the typed answer counts. */
  canAccept: z.boolean(),
  cardId: cardId.nullable(),
  passage: z
    .object({
      articleId: articleId.nullable(),
      articleTitle: z.string().nullable(),
      start: offset.nullable(),
      end: offset.nullable(),
      quote: z.string(),
    })
    .nullable(),
})
export type PracticeOutcome = z.output<typeof practiceOutcome>

const practiceMissing = { PRACTICE_MISSING: { status: 404 } } as const

export const practiceContract = {
  /** Questions drawn from cards, and from suggestions where there are too few; none when the library has nothing. */
  start: oc
    .input(
      z.object({
        kinds: z.array(practiceKind).min(1).max(5),
        count: z.number().int().min(1).max(50).default(10),
        articleId: articleId.optional(),
        entityId: entityId.optional(),
        tag: tagName.optional(),
        /** The same library and seed give the same questions. */
        seed: z.number().int().nonnegative().optional(),
      }),
    )
    .output(z.object({ practiceId: z.uuid(), questions: z.array(practiceQuestion) })),
  /** Judges an answer. The schedule of the card stays as it is. */
  answer: oc
    .input(z.object({ practiceId: z.uuid(), questionId: z.string(), given: practiceGiven }))
    .output(practiceOutcome)
    .errors(practiceMissing),
  /** From now on the typed answer counts for what was asked. */
  acceptAnswer: oc
    .input(z.object({ practiceId: z.uuid(), questionId: z.string(), text: z.string().trim().min(1).max(500) }))
    .output(z.object({}))
    .errors(practiceMissing),
  /** The answers of all questions, for the last page of a printed sheet. */
  key: oc
    .input(z.object({ practiceId: z.uuid() }))
    .output(z.array(z.object({ id: z.string(), expected: z.array(z.string()) })))
    .errors(practiceMissing),
  /** Pairs most often confused first. */
  confusions: oc
    .input(
      z
        .object({ entityId: entityId.optional(), limit: z.number().int().min(1).max(200).default(50) })
        .default({ limit: 50 }),
    )
    .output(z.array(confusion)),
}
