import { oc } from '@orpc/contract'
import { z } from 'zod'
import { entityKind } from './entity.ts'
import { articleId, correctionId, cursor, entityId, offset, page, pageLimit, timeMs } from './primitives.ts'

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

/** What is kept of a correction. Entities of one merge become the first. */
export const correctionRecord = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('merge'), entities: z.array(entityReference).min(2).max(200) }),
  z.object({ kind: z.literal('keep-apart'), entities: z.array(entityReference).length(2) }),
  z.object({
    kind: z.literal('split'),
    entity: entityReference,
    places: z.array(correctionPlace).min(1).max(500),
    name,
  }),
  z.object({ kind: z.literal('rename'), entity: entityReference, name }),
  z.object({ kind: z.literal('retype'), entity: entityReference, to: entityKind }),
  z.object({ kind: z.literal('alias'), entity: entityReference, name }),
  z.object({ kind: z.literal('not-entity'), entities: z.array(entityReference).min(1).max(200) }),
  z.object({ kind: z.literal('not-mention'), place: correctionPlace }),
  z.object({
    kind: z.literal('mention'),
    place: correctionPlace,
    entity: entityReference.nullable(),
    as: entityKind,
    name,
  }),
  z.object({ kind: z.literal('measure'), place: correctionPlace, measures: name }),
  z.object({ kind: z.literal('confirm'), entity: entityReference }),
])
export type CorrectionRecord = z.output<typeof correctionRecord>

const range = { articleId, start: offset, end: offset }

/** A correction as the person asks for it. */
export const newCorrection = z.discriminatedUnion('kind', [
  /** These are one: all of them become `into`. */
  z.object({ kind: z.literal('merge'), into: entityId, entityIds: z.array(entityId).min(1).max(199) }),
  /** These two are never one. */
  z.object({ kind: z.literal('keep-apart'), entityIds: z.array(entityId).length(2) }),
  /** What these passages name is someone else, called `name`. Each stands for all its article says of the entity. */
  z.object({
    kind: z.literal('split'),
    entityId,
    places: z.array(z.object(range)).min(1).max(500),
    name,
  }),
  z.object({ kind: z.literal('rename'), entityId, name }),
  z.object({ kind: z.literal('retype'), entityId, to: entityKind }),
  z.object({ kind: z.literal('alias'), entityId, name }),
  z.object({ kind: z.literal('not-entity'), entityId }),
  z.object({ kind: z.literal('not-mention'), ...range }),
  /** The range names `entityId`, or somebody or something new. */
  z.object({ kind: z.literal('mention'), ...range, entityId: entityId.nullable().default(null), as: entityKind }),
  /** The figure in the range measures this. */
  z.object({ kind: z.literal('measure'), ...range, measures: name }),
  /** What was found is right: it is no longer asked about. */
  z.object({ kind: z.literal('confirm'), entityId }),
])
export type NewCorrection = z.output<typeof newCorrection>

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
})
export type Correction = z.output<typeof correction>

/** Two entities that may be one, and why that may be. */
const sameQuestion = z.object({
  a: entityId,
  b: entityId,
  reason: z.enum(['surname', 'given-name', 'short-name', 'other-kind']),
})

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
  import: oc
    .input(z.object({ text: z.string().max(50_000_000) }))
    .output(z.object({ added: z.number().int(), known: z.number().int(), unreadable: z.number().int() })),
  /** Pairs that may be one, those named most first. */
  same: oc.input(z.object({ limit: pageLimit })).output(z.object({ items: z.array(sameQuestion) })),
}
