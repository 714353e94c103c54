import { oc } from '@orpc/contract'
import { z } from 'zod'
import { articleId, cursor, entityId, figureId, isoDate, offset, page, pageLimit } from './primitives.ts'

export const entityKind = z.enum(['person', 'group', 'place'])

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

const role = z.object({
  role: z.string(),
  articleId,
  articleTitle: z.string(),
  publishedOn: isoDate.nullable(),
  start: offset,
  end: offset,
})

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

/** The page on one entity. Mentions come paged from `entity.mentions`, figures from `figure.list`. */
export const dossier = entitySummary.extend({
  roles: z.array(role),
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
})
export type Dossier = z.output<typeof dossier>

/** A mention as the reader draws it. */
export const placedMention = z.object({
  start: offset,
  end: offset,
  entityId,
  kind: entityKind,
  confidence: z.number(),
})
export type PlacedMention = z.output<typeof placedMention>

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
  get: oc.input(z.object({ entityId })).output(dossier).errors(missing),
  mentions: oc
    .input(z.object({ entityId, articleId: articleId.optional(), limit: pageLimit, cursor: cursor.optional() }))
    .output(page(mention))
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
  confidence: z.number(),
  sentence: z.string(),
  sentenceStart: offset,
})
export type Figure = z.output<typeof figure>

export const figureContract = {
  /** Of one article by place; of one entity those that share a sentence with it; of the library newest article first. */
  list: oc
    .input(
      z.object({
        articleId: articleId.optional(),
        entityId: entityId.optional(),
        query: z.string().max(500).optional(),
        sort: z.enum(['article', 'measures', 'value']).default('article'),
        limit: pageLimit,
        cursor: cursor.optional(),
      }),
    )
    .output(page(figure).extend({ total: z.number().int() })),
}
