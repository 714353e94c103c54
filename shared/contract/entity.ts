import { oc } from '@orpc/contract'
import { z } from 'zod'
import { annotation } from './annotation.ts'
import { articleId, cursor, entityId, figureId, isoDate, offset, page, pageLimit, timeMs } from './primitives.ts'
import { card } from './study.ts'

export const entityKind = z.enum(['person', 'group', 'place'])

/**
 * Up to when articles count: those published by the end of that day, or those the person had opened by then. Without
 * it all do.
 */
export const asOf = z.object({ by: z.enum(['published', 'read']), day: isoDate })
export type AsOf = z.output<typeof asOf>

/** What a list shows of an entity. Counts are over live articles, or over one when the list was asked for one. */
export const entitySummary = z.object({
  id: entityId,
  kind: entityKind,
  name: z.string(),
  aliases: z.array(z.string()),
  /** The role named most often, or null. */
  role: z.string().nullable(),
  mentionCount: z.number().int(),
  articleCount: z.number().int(),
  cardCount: z.number().int(),
})
export type EntitySummary = z.output<typeof entitySummary>

const rolePassage = z.object({
  articleId,
  articleTitle: z.string(),
  publishedOn: isoDate.nullable(),
  start: offset,
  end: offset,
})

/** A role over time: where it is named first and, in `last`, last. */
const role = rolePassage.extend({ role: z.string(), count: z.number().int(), last: rolePassage })

/** A mention with the sentence around it. `sentenceStart` is where `sentence` begins in the article's text. */
export const mention = z.object({
  articleId,
  articleTitle: z.string(),
  source: z.string().nullable(),
  publishedOn: isoDate.nullable(),
  start: offset,
  end: offset,
  surface: z.string(),
  confidence: z.number(),
  sentence: z.string(),
  sentenceStart: offset,
})
export type Mention = z.output<typeof mention>

const quotation = mention.omit({ surface: true, confidence: true })

/**
 * The page on one entity. Mentions, quotations, notes and cards come paged, figures from `figure.list`. Counts, names
 * and roles are those of the articles asked for; where none of them names it, `name` is empty.
 */
export const dossier = entitySummary.extend({
  /** Those named most often, at most sixty, the one named latest first. */
  roles: z.array(role),
  /** The latest, at most twenty. */
  quotations: z.array(quotation),
  /** Who it appears with, by how many sentences they share, at most twelve. */
  appearsWith: z.array(
    z.object({
      id: entityId,
      kind: entityKind,
      name: z.string(),
      sharedArticles: z.number().int(),
      shared: z.number().int(),
    }),
  ),
  /** Who of them stand together in its sentences. */
  ties: z.array(z.object({ from: entityId, to: entityId, shared: z.number().int() })),
})
export type Dossier = z.output<typeof dossier>

/** What one wants to know of a name while reading: who that is, where one met it last, how well it is remembered. */
export const glance = entitySummary.extend({
  /** The latest three, without their passages. */
  roles: z.array(z.object({ role: z.string(), publishedOn: isoDate.nullable() })),
  /** The article opened last that names it, other than the one being read. */
  lastSeen: z
    .object({ articleId, articleTitle: z.string(), publishedOn: isoDate.nullable(), openedAtMs: timeMs })
    .nullable(),
  /** How many of its cards have been answered, and the mean of how likely they are remembered now. */
  answered: z.number().int(),
  meanRecall: z.number().nullable(),
})
export type Glance = z.output<typeof glance>

/** A mention as the reader draws it. */
export const placedMention = z.object({
  start: offset,
  end: offset,
  entityId,
  kind: entityKind,
  confidence: z.number(),
})
export type PlacedMention = z.output<typeof placedMention>

const part = z.object({ entityId, asOf: asOf.optional(), limit: pageLimit, cursor: cursor.optional() })

const missing = { ENTITY_MISSING: { status: 404 } } as const

export const entityContract = {
  /** Entities with at least one mention in a live article, most mentioned first. */
  list: oc
    .input(
      z.object({
        articleId: articleId.optional(),
        kind: entityKind.optional(),
        query: z.string().max(500).optional(),
        sort: z.enum(['mentions', 'articles', 'name']).default('mentions'),
        limit: pageLimit,
        cursor: cursor.optional(),
      }),
    )
    .output(page(entitySummary).extend({ total: z.number().int() })),
  get: oc
    .input(z.object({ entityId, asOf: asOf.optional() }))
    .output(dossier)
    .errors(missing),
  /** A dossier in a few lines, seen from the article being read. */
  glance: oc.input(z.object({ entityId, articleId })).output(glance).errors(missing),
  mentions: oc
    .input(part.extend({ articleId: articleId.optional() }))
    .output(page(mention))
    .errors(missing),
  quotations: oc.input(part).output(page(quotation)).errors(missing),
  /** The person's marks that lie on its mentions, and notes that name it; the latest first. */
  notes: oc
    .input(part)
    .output(page(annotation).extend({ total: z.number().int() }))
    .errors(missing),
  /** The cards on it, the latest first. `recall` is how likely one is remembered now, 0..1; null before any answer. */
  cards: oc
    .input(part)
    .output(
      page(card.extend({ recall: z.number().nullable() })).extend({
        total: z.number().int(),
        /** How many have been answered, and the mean of their `recall`; null without one. */
        answered: z.number().int(),
        meanRecall: z.number().nullable(),
      }),
    )
    .errors(missing),
  /** All mentions in one article, by place, for drawing. */
  inArticle: oc.input(z.object({ articleId })).output(z.array(placedMention)),
}

/** A number as stated. See `FoundFigure` in shared/domain/extraction.ts for what each field means. */
export const figure = z.object({
  id: figureId,
  articleId,
  articleTitle: z.string(),
  source: z.string().nullable(),
  publishedOn: isoDate.nullable(),
  start: offset,
  end: offset,
  surface: z.string(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  hedge: z.string().nullable(),
  unit: z.string().nullable(),
  measures: z.string().nullable(),
  subject: z.string().nullable(),
  asOf: z.string().nullable(),
  saidBy: z.string().nullable(),
  /** What the library calls whom `saidBy` names; null where it names nobody it has. As of a day, what it was called then. */
  speaker: z.string().nullable(),
  confidence: z.number(),
  sentence: z.string(),
  sentenceStart: offset,
  /** Where one entity was asked for: whether it states the figure, is what the figure is about, or stands beside it. */
  relation: z.enum(['by', 'about', 'beside']).nullable(),
})
export type Figure = z.output<typeof figure>

/** Two figures that measure the same of the same at the same time and cannot both hold; the earlier comes first. */
export const disagreement = z.object({
  measures: z.string(),
  /** Of whom or what, where that has a page of its own. */
  subject: z.object({ id: entityId, kind: entityKind, name: z.string() }).nullable(),
  first: figure,
  second: figure,
})
export type Disagreement = z.output<typeof disagreement>

/** All that disagrees on one thing: the same measure of the same. */
export const dispute = z.object({
  /** To be handed to `figure.disagreements`. */
  key: z.string(),
  measures: z.string(),
  subject: z.object({ id: entityId, kind: entityKind, name: z.string() }).nullable(),
  /** A figure for each value that is stated, the least first, at most eight. */
  figures: z.array(figure),
  figureCount: z.number().int(),
  pairCount: z.number().int(),
})
export type Dispute = z.output<typeof dispute>

/** What figures measure, however they word it. */
export const measure = z.object({
  /** What they have in common; to be handed to `figure.list`. */
  group: z.string(),
  /** How it is worded most often. */
  measures: z.string(),
  figureCount: z.number().int(),
  articleCount: z.number().int(),
})
export type Measure = z.output<typeof measure>

/** Kinds of quantities, as groups of measures begin. */
export const quantity = z.enum(['count', 'share', 'money', 'length', 'area', 'weight', 'time', 'years'])
export type Quantity = z.output<typeof quantity>

const group = z.string().min(1).max(400)

export const figureContract = {
  /**
   * Of one article by place; of one entity those that it states, that are about it, or that share a sentence with it;
   * of the library newest article first. Those of an entity are counted up to 201.
   */
  list: oc
    .input(
      z.object({
        articleId: articleId.optional(),
        entityId: entityId.optional(),
        asOf: asOf.optional(),
        query: z.string().max(500).optional(),
        group: group.optional(),
        /** Of whom, as the figures word it. */
        subject: z.string().max(500).optional(),
        quantity: quantity.optional(),
        sort: z.enum(['article', 'measures', 'value', 'subject', 'speaker', 'day']).default('article'),
        limit: pageLimit,
        cursor: cursor.optional(),
      }),
    )
    .output(page(figure).extend({ total: z.number().int() })),
  /** What the figures of the library measure, that of most figures first. */
  measures: oc
    .input(
      z.object({
        query: z.string().max(500).optional(),
        quantity: quantity.optional(),
        limit: pageLimit,
        cursor: cursor.optional(),
      }),
    )
    .output(page(measure).extend({ total: z.number().int() })),
  /** Figures that contradict each other, those of the latest articles first; of one entity those about or by it. */
  disagreements: oc
    .input(
      z.object({
        entityId: entityId.optional(),
        /** Those of one dispute. */
        dispute: z.string().max(2000).optional(),
        asOf: asOf.optional(),
        limit: pageLimit,
        cursor: cursor.optional(),
      }),
    )
    .output(
      page(disagreement).extend({
        total: z.number().int(),
        /** False while not all figures have been held against each other yet; a change of figures is told when they are. */
        isComplete: z.boolean(),
      }),
    ),
  /** The same by measure and subject, those of the latest articles first. */
  disputes: oc
    .input(
      z.object({
        query: z.string().max(500).optional(),
        quantity: quantity.optional(),
        limit: pageLimit,
        cursor: cursor.optional(),
      }),
    )
    .output(page(dispute).extend({ total: z.number().int(), isComplete: z.boolean() })),
}
