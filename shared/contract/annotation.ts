import { oc } from '@orpc/contract'
import { z } from 'zod'
import { MOST_LINKS } from '#shared/domain/mark.ts'
import {
  annotationId,
  articleId,
  categoryId,
  cursor,
  entityId,
  markdown,
  offset,
  page,
  pageLimit,
  tagName,
  timeMs,
} from './primitives.ts'

/** The colours a category can have; the theme holds their values. */
export const categoryColor = z.enum(['yellow', 'blue', 'orange', 'green', 'rose', 'violet', 'teal', 'grey'])
export type CategoryColor = z.output<typeof categoryColor>

/** A named meaning of a colour. `position` (1..8) is the key that picks it. */
export const category = z.object({
  id: categoryId,
  position: z.number().int().min(1).max(8),
  name: z.string(),
  color: categoryColor,
})
export type Category = z.output<typeof category>

/**
 * How surely a mark stands where it stands since the text of its article has changed. `unsure` and `lost` wait to be
 * repaired, `detached` ones are kept as quotes; none of the three has a place.
 */
export const anchorState = z.enum(['placed', 'moved', 'unsure', 'lost', 'detached'])

/** A marked passage; a quote without a place; or, with no quote, a note on the whole article. */
export const annotation = z.object({
  id: annotationId,
  articleId,
  articleTitle: z.string(),
  start: offset.nullable(),
  end: offset.nullable(),
  /** The marked words as they stood when the mark was made; empty for a note on the article. */
  quote: z.string(),
  anchor: anchorState,
  /** 0..1; 1 where the passage stands as it was marked. */
  anchorScore: z.number().min(0).max(1),
  categoryId: categoryId.nullable(),
  note: z.string(),
  tags: z.array(z.string()),
  /** Whom or what the person linked it to. */
  entities: z.array(z.object({ id: entityId, kind: z.enum(['person', 'group', 'place']), name: z.string() })),
  createdAtMs: timeMs,
  updatedAtMs: timeMs,
})
export type Annotation = z.output<typeof annotation>

/** People, groups and places that a mark is linked to. */
const entityIds = z.array(entityId).max(MOST_LINKS)

const categoryKey = z.union([z.number().int().min(1).max(8), categoryId])

export const annotationContract = {
  /** Marks `start` to `end`; without both, a note on the whole article. `category` is its key 1..8 or its id. */
  add: oc
    .input(
      z
        .object({
          articleId,
          start: offset.optional(),
          end: offset.optional(),
          category: categoryKey.default(1),
          note: markdown.default(''),
          tags: z.array(tagName).max(50).default([]),
          entityIds: entityIds.default([]),
        })
        .refine((a) => (a.start === undefined) === (a.end === undefined), 'start and end go together')
        .refine((a) => a.start === undefined || a.end === undefined || a.start < a.end, 'start lies before end'),
    )
    .output(annotation)
    .errors({
      ARTICLE_MISSING: { status: 404 },
      CATEGORY_MISSING: { status: 404 },
      ENTITY_MISSING: { status: 404 },
      OUT_OF_RANGE: { status: 422 },
    }),
  update: oc
    .input(
      z.object({
        annotationId,
        category: categoryKey.optional(),
        note: markdown.optional(),
        tags: z.array(tagName).max(50).optional(),
        entityIds: entityIds.optional(),
        start: offset.optional(),
        end: offset.optional(),
      }),
    )
    .output(annotation)
    .errors({
      ANNOTATION_MISSING: { status: 404 },
      CATEGORY_MISSING: { status: 404 },
      ENTITY_MISSING: { status: 404 },
      OUT_OF_RANGE: { status: 422 },
    }),
  /** Gives many marks another category, adds tags and links and takes some away; one action. */
  updateMany: oc
    .input(
      z.object({
        annotationIds: z.array(annotationId).min(1).max(10_000),
        category: categoryKey.optional(),
        addTags: z.array(tagName).max(50).default([]),
        removeTags: z.array(tagName).max(50).default([]),
        addEntityIds: entityIds.default([]),
        removeEntityIds: entityIds.default([]),
      }),
    )
    .output(z.object({ updated: z.number().int() }))
    .errors({ CATEGORY_MISSING: { status: 404 }, ENTITY_MISSING: { status: 404 } }),
  /** Makes one mark of several of one article, from where the first begins to where the last ends; notes, tags and links join. */
  merge: oc
    .input(z.object({ annotationIds: z.array(annotationId).min(2).max(100) }))
    .output(annotation)
    .errors({ ANNOTATION_MISSING: { status: 404 }, OUT_OF_RANGE: { status: 422 } }),
  /** Makes two marks of one, the second of which begins at `at`; both keep category, tags and links, the first the note. */
  split: oc
    .input(z.object({ annotationId, at: offset }))
    .output(z.object({ first: annotation, second: annotation }))
    .errors({ ANNOTATION_MISSING: { status: 404 }, OUT_OF_RANGE: { status: 422 } }),
  remove: oc
    .input(z.object({ annotationIds: z.array(annotationId).min(1).max(10_000) }))
    .output(z.object({ removed: z.number().int() })),
  /** Of one article by place in the text; of the whole library newest first. */
  list: oc
    .input(
      z.object({
        articleId: articleId.optional(),
        categoryId: categoryId.optional(),
        tag: tagName.optional(),
        /** Marks whose words name that entity, and those linked to it. */
        entityId: entityId.optional(),
        /** Made at that time or later, and before that one. */
        fromMs: timeMs.optional(),
        beforeMs: timeMs.optional(),
        query: z.string().max(500).optional(),
        limit: pageLimit.default(200),
        cursor: cursor.optional(),
      }),
    )
    .output(page(annotation).extend({ total: z.number().int() })),
}

export const categoryContract = {
  list: oc.output(z.array(category)),
  /** Gives a category another key; those between move up or down by one. */
  move: oc
    .input(z.object({ categoryId, position: z.number().int().min(1).max(8) }))
    .output(z.array(category))
    .errors({ CATEGORY_MISSING: { status: 404 } }),
  rename: oc
    .input(z.object({ categoryId, name: z.string().trim().min(1).max(40) }))
    .output(category)
    .errors({ CATEGORY_MISSING: { status: 404 } }),
}

export const tagContract = {
  /** Tags in use, most used first. */
  list: oc.output(z.array(z.object({ name: z.string(), count: z.number().int() }))),
}
