import { oc } from '@orpc/contract'
import { z } from 'zod'
import { entityKind } from './entity.ts'
import { articleId, correctionId, cursor, entityId, isoDate, offset, page, pageLimit, timeMs } from './primitives.ts'

const name = z.string().trim().min(1).max(300)

/** A passage by its words, so that it is found again after the text was searched or imported anew. */
export const correctionPlace = z.object({
  articleId,
  /** Of the article's title and text: finds it again under another id. */
  contentSha256: z.string().max(64),
  start: offset,
  end: offset,
  quote: z.string().max(2000),
  prefix: z.string().max(200),
  suffix: z.string().max(200),
})
export type CorrectionPlace = z.output<typeof correctionPlace>

/** An entity by the id that follows from its name, with passages that name it should the name be read otherwise. */
export const entityReference = z.object({
  id: entityId,
  kind: entityKind,
  name: z.string().max(2000),
  places: z.array(correctionPlace).max(3),
})
export type EntityReference = z.output<typeof entityReference>

/**
 * What stood there as found, with how sure the search was of it, 0..1; missing where nothing had been found. `asked`:
 * whether Dossier asked about it, rather than the person noticing. Precision is measured by these.
 */
const found = z.object({
  kind: z.enum(['person', 'group', 'place', 'figure']),
  confidence: z.number().min(0).max(1),
  asked: z.boolean(),
  /** The words found, where they are not those of the correction. */
  surface: z.string().max(2000).optional(),
})
export type FoundBefore = z.output<typeof found>
const before = { found: found.optional() }
const reach = {
  /** It holds for all that the article takes for the same. */
  all: z.boolean().optional(),
  /** With `all`: only where it is written as in this place (`isWrittenAlike`). */
  alike: z.boolean().optional(),
}

/** How much a figure is, in its unit; an end that is null is open. */
const statedValue = z
  .object({ low: z.number().nullable(), high: z.number().nullable() })
  .refine(({ low, high }) => (low === null ? high !== null : high === null || low <= high))

/** What is kept of a correction. Entities of one merge become the first. */
export const correctionRecord = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('merge'), entities: z.array(entityReference).min(2).max(200) }),
  z.object({ kind: z.literal('keep-apart'), entities: z.array(entityReference).length(2) }),
  z.object({
    kind: z.literal('split'),
    entity: entityReference,
    places: z.array(correctionPlace).max(500),
    passages: z.array(correctionPlace).max(500).optional(),
    name,
  }),
  z.object({ kind: z.literal('rename'), entity: entityReference, name }),
  z.object({ kind: z.literal('retype'), entity: entityReference, to: entityKind, ...before }),
  z.object({ kind: z.literal('alias'), entity: entityReference, name }),
  z.object({
    kind: z.literal('not-entity'),
    entities: z.array(entityReference).min(1).max(200),
    /** False where somebody else had the name: then it stands for nothing in texts to come only where it is one of these. */
    isOnlyOne: z.boolean().optional(),
    ...before,
  }),
  z.object({ kind: z.literal('not-mention'), place: correctionPlace, ...reach, ...before }),
  z.object({
    kind: z.literal('mention'),
    place: correctionPlace,
    entity: entityReference.nullable(),
    as: entityKind,
    name,
    own: z.boolean().optional(),
    /** Of someone new: who it was taken for, and never is. */
    from: entityReference.optional(),
    ...reach,
    ...before,
  }),
  z.object({
    kind: z.literal('measure'),
    place: correctionPlace,
    measures: name,
    subject: name.nullable().optional(),
    saidBy: name.nullable().optional(),
    asOf: name.nullable().optional(),
    value: statedValue.optional(),
    ...before,
  }),
  z.object({ kind: z.literal('confirm'), entity: entityReference, place: correctionPlace.optional(), ...before }),
  z.object({ kind: z.literal('confirm-figure'), place: correctionPlace, ...before }),
  /** No two figures at these places contradict each other. */
  z.object({ kind: z.literal('no-disagreement'), places: z.array(correctionPlace).min(2).max(200) }),
])
export type CorrectionRecord = z.output<typeof correctionRecord>

const range = { articleId, start: offset, end: offset }
const ranges = z.array(z.object(range)).max(500).default([])
/** The answer holds wherever this article takes a name written so for the same, not for this passage alone. */
const all = z.boolean().default(false)
const asked = z.boolean().default(false)

/** A correction as the person asks for it. */
export const newCorrection = z.discriminatedUnion('kind', [
  /** These are one: all of them become `into`. */
  z.object({ kind: z.literal('merge'), into: entityId, entityIds: z.array(entityId).min(1).max(199) }),
  /** These two are never one. */
  z.object({ kind: z.literal('keep-apart'), entityIds: z.array(entityId).length(2) }),
  /**
   * What these passages name is someone else, called `name`. Each of `places` stands for all its article says of the
   * entity, each of `passages` for itself.
   */
  z.object({ kind: z.literal('split'), entityId, places: ranges, passages: ranges, name }),
  z.object({ kind: z.literal('rename'), entityId, name }),
  z.object({ kind: z.literal('retype'), entityId, to: entityKind, asked }),
  z.object({ kind: z.literal('alias'), entityId, name }),
  z.object({ kind: z.literal('not-entity'), entityId, asked }),
  z.object({ kind: z.literal('not-mention'), ...range, all, asked }),
  /**
   * The range names `entityId`, or whoever is called `name` (the words of the range without it). `own`: someone new,
   * even where another has that name.
   */
  z.object({
    kind: z.literal('mention'),
    ...range,
    entityId: entityId.nullable().default(null),
    as: entityKind,
    name: name.optional(),
    own: z.boolean().default(false),
    all,
    asked,
  }),
  /**
   * The figure in the range measures this, of `subject`, said by `saidBy`, as of the day that `asOf` names ("Friday",
   * "1 March 2024", "2024-03-01"), and is `value`. What is left away stays; null says that there is none.
   */
  z.object({
    kind: z.literal('measure'),
    ...range,
    measures: name,
    subject: name.nullable().optional(),
    saidBy: name.nullable().optional(),
    asOf: name.nullable().optional(),
    value: statedValue.optional(),
  }),
  /** What was found is right: all that is known as the entity, or what `passage` and its article call so. */
  z.object({ kind: z.literal('confirm'), entityId, passage: z.object(range).nullable().default(null), asked }),
  z.object({ kind: z.literal('confirm-figure'), ...range }),
  /** No two of these figures contradict each other, whatever they say. */
  z.object({ kind: z.literal('no-disagreement'), figures: z.array(z.object(range)).min(2).max(200) }),
])
export type NewCorrection = z.output<typeof newCorrection>
/** The same as a caller may write it, with what has a default left away. */
export type NewCorrectionInput = z.input<typeof newCorrection>

/** What a correction changed. */
export const correctionEffect = z.object({
  mentions: z.number().int(),
  articles: z.number().int(),
  figures: z.number().int(),
})
export type CorrectionEffect = z.output<typeof correctionEffect>

export const correction = z.object({
  id: correctionId,
  record: correctionRecord,
  /** What it says, in words. */
  label: z.string(),
  createdAtMs: timeMs,
  /** What it changed when it was made here; null for one that came with a file. */
  effect: correctionEffect.nullable(),
  /** Whether its passage or its name is in this library. */
  isHere: z.boolean(),
})
export type Correction = z.output<typeof correction>

/** Two entities that may be one, and why that may be. `a` is named more often: the other would become it. */
const sameQuestion = z.object({
  a: entityId,
  b: entityId,
  reason: z.enum(['same-name', 'surname', 'given-name', 'short-name', 'other-kind', 'longer-name']),
  /** What of each side makes it a question, in words; may be empty. */
  aBecause: z.string(),
  bBecause: z.string(),
})
export type SameQuestion = z.output<typeof sameQuestion>

/** What an article takes a passage for without being sure. `places`: how often it names the same so. */
const doubtfulFind = z.object({
  articleId,
  articleTitle: z.string(),
  source: z.string().nullable(),
  publishedOn: isoDate.nullable(),
  start: offset,
  end: offset,
  surface: z.string(),
  sentence: z.string(),
  sentenceStart: offset,
  kind: entityKind,
  confidence: z.number(),
  entityId,
  name: z.string(),
  places: z.number().int(),
})

const judgedKind = z.enum(['person', 'group', 'place', 'figure'])

/** What the person's answers say of how right finds are. */
export const honesty = z.object({
  /** Finds of a kind, judged; `band` is the index of `confidenceBands` in shared/domain/honesty.ts. */
  judged: z.array(
    z.object({
      kind: judgedKind,
      band: z.number().int(),
      outcome: z.enum(['right', 'no-name', 'other-kind', 'other-words', 'other-entity', 'other-measure']),
      asked: z.boolean(),
      count: z.number().int(),
    }),
  ),
  /** Names the search had passed over and the person added. */
  missed: z.array(z.object({ kind: judgedKind, count: z.number().int() })),
  /** Judged before it was kept what had been found. */
  unknown: z.number().int(),
  corrections: z.array(z.object({ kind: z.string(), count: z.number().int() })),
})
export type Honesty = z.output<typeof honesty>

export const correctionContract = {
  add: oc
    .input(newCorrection)
    .output(z.object({ correction, effect: correctionEffect, entityId: entityId.nullable() }))
    .errors({
      ENTITY_MISSING: { status: 404 },
      ARTICLE_MISSING: { status: 404 },
      OUT_OF_RANGE: { status: 400 },
      FIGURE_MISSING: { status: 404 },
      /** The person has said that two of these are never one. */
      KEPT_APART: { status: 409 },
    }),
  /** The log, latest first. */
  list: oc.input(z.object({ limit: pageLimit, cursor: cursor.optional() })).output(page(correction)),
  /** Takes one back, whenever it was made; this is an action of its own. */
  undo: oc
    .input(z.object({ correctionId }))
    .output(z.object({ effect: correctionEffect }))
    .errors({ CORRECTION_MISSING: { status: 404 } }),
  /** The whole log as a text, one correction a line. */
  export: oc.output(z.object({ text: z.string(), count: z.number().int() })),
  /** Adds the corrections of an exported log that are not there yet; one action. */
  import: oc.input(z.object({ text: z.string().max(50_000_000) })).output(
    z.object({
      added: z.number().int(),
      known: z.number().int(),
      unreadable: z.number().int(),
      /** Of those added, how many speak of passages or names that are not in this library (yet). */
      absent: z.number().int(),
    }),
  ),
  /** Pairs that may be one, those first whose answer puts most right. Of whom a short name can mean at most eight. */
  same: oc
    .input(z.object({ limit: pageLimit, cursor: cursor.optional() }))
    .output(page(sameQuestion).extend({ total: z.number().int() })),
  /** Finds that are more likely wrong than others, the latest article first; counted up to 1,001. */
  doubtful: oc
    .input(z.object({ limit: pageLimit, cursor: cursor.optional() }))
    .output(page(doubtfulFind).extend({ total: z.number().int() })),
  /** Finds drawn by chance, sure or not, that nobody has judged; other ones each time. */
  sample: oc.input(z.object({ limit: pageLimit })).output(z.object({ items: z.array(doubtfulFind) })),
  honesty: oc.output(honesty),
}
