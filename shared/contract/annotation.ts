import { oc } from '@orpc/contract'
import { z } from 'zod'
import {
  annotationId,
  articleId,
  categoryId,
  cursor,
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

/** A marked passage, or a note on the whole article when `start` and `end` are null. */
export const annotation = z.object({
  id: annotationId,
  articleId,
  articleTitle: z.string(),
  start: offset.nullable(),
  end: offset.nullable(),
  /** The marked words as they stood when the mark was made; empty for a note on the article. */
  quote: z.string(),
  categoryId: categoryId.nullable(),
  note: z.string(),
  tags: z.array(z.string()),
  createdAtMs: timeMs,
  updatedAtMs: timeMs,
})
export type Annotation = z.output<typeof annotation>

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
        })
        .refine((a) => (a.start === undefined) === (a.end === undefined), 'start and end go together')
        .refine((a) => a.start === undefined || a.end === undefined || a.start < a.end, 'start lies before end'),
    )
    .output(annotation)
    .errors({ ARTICLE_MISSING: { status: 404 }, CATEGORY_MISSING: { status: 404 }, OUT_OF_RANGE: { status: 422 } }),
  update: oc
    .input(
      z.object({
        annotationId,
        category: categoryKey.optional(),
        note: markdown.optional(),
        tags: z.array(tagName).max(50).optional(),
        start: offset.optional(),
        end: offset.optional(),
      }),
    )
    .output(annotation)
    .errors({ ANNOTATION_MISSING: { status: 404 }, CATEGORY_MISSING: { status: 404 }, OUT_OF_RANGE: { status: 422 } }),
  remove: oc
    .input(z.object({ annotationIds: z.array(annotationId).min(1).max(1000) }))
    .output(z.object({ removed: z.number().int() })),
  /** Of one article by place in the text; of the whole library newest first. */
  list: oc
    .input(
      z.object({
        articleId: articleId.optional(),
        categoryId: categoryId.optional(),
        tag: tagName.optional(),
        query: z.string().max(500).optional(),
        limit: pageLimit.default(200),
        cursor: cursor.optional(),
      }),
    )
    .output(page(annotation).extend({ total: z.number().int() })),
}

export const categoryContract = {
  list: oc.output(z.array(category)),
  rename: oc
    .input(z.object({ categoryId, name: z.string().trim().min(1).max(40) }))
    .output(category)
    .errors({ CATEGORY_MISSING: { status: 404 } }),
}

export const tagContract = {
  /** Tags in use, most used first. */
  list: oc.output(z.array(z.object({ name: z.string(), count: z.number().int() }))),
}
