import { eventIterator, oc } from '@orpc/contract'
import { z } from 'zod'
import { articleId, categoryId, entityId, isoDate } from './primitives.ts'

/**
 * anki: a package (.apkg) with schedule and log of reviews. json-ld: W3C Web Annotation. csv: annotations, cards,
 * entities and figures, a table each. dossiers-*: the pages on people, groups and places.
 */
export const exportFormat = z.enum([
  'markdown',
  'html',
  'pdf',
  'docx',
  'text',
  'anki',
  'csv',
  'json',
  'json-ld',
  'dossiers-markdown',
  'dossiers-html',
  'dossiers-json',
])
export type ExportFormat = z.output<typeof exportFormat>

/** What of the library goes out; all that is given must hold. */
export const exportScope = z.object({
  articleIds: z.array(articleId).max(10_000).optional(),
  tag: z.string().max(200).optional(),
  categoryId: categoryId.optional(),
  entityId: entityId.optional(),
  /** Marked, noted or made from this day, and until the end of that day. */
  fromDay: isoDate.optional(),
  untilDay: isoDate.optional(),
  /** How surely marks stand where they stand. */
  anchor: z.enum(['sure', 'unsure', 'lost']).optional(),
  cardState: z.enum(['new', 'learning', 'review', 'suspended', 'due', 'leech']).optional(),
  hasMarks: z.boolean().default(true),
  hasCards: z.boolean().default(true),
})
export type ExportScope = z.output<typeof exportScope>

/** How many go out. */
export const exportCounts = z.object({
  articles: z.number().int(),
  marks: z.number().int(),
  notes: z.number().int(),
  cards: z.number().int(),
  entities: z.number().int(),
  figures: z.number().int(),
})
export type ExportCounts = z.output<typeof exportCounts>

const exportFile = z.object({
  fileId: z.string(),
  name: z.string(),
  mediaType: z.string(),
  sizeBytes: z.number().int(),
})
const exportEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('progress'), done: z.number().int(), total: z.number().int() }),
  exportFile.extend({ type: z.literal('file') }),
])
export type ExportEvent = z.output<typeof exportEvent>

const MOST_TEMPLATE_CHARS = 20_000
/** How an article's Markdown is laid out; empty for the layout that Dossier comes with. */
export const markdownTemplate = z.string().max(MOST_TEMPLATE_CHARS)

export const exportContract = {
  /** Without anything given the whole library. Ends with a file, to be fetched by `export.file`. */
  run: oc
    .input(
      exportScope.extend({
        format: exportFormat.default('markdown'),
        /** In Markdown: names as `[[links]]`, with a file for each dossier they lead to. */
        wikiLinks: z.boolean().default(false),
      }),
    )
    .output(eventIterator(exportEvent))
    .errors({
      NO_PDF: { status: 501 },
      /** More than a zip can hold: each article and each dossier is one. */
      TOO_MANY_FILES: { status: 413 },
      TEMPLATE_BROKEN: { data: z.object({ line: z.number(), message: z.string() }) },
    }),
  /** What would go out. */
  count: oc.input(exportScope).output(exportCounts),
  file: oc
    .input(z.object({ fileId: z.string().max(100) }))
    .output(z.file())
    .errors({ FILE_MISSING: { status: 404 } }),
  /** An article's Markdown by a template: that of the article marked last, or a made-up one. */
  preview: oc
    .input(z.object({ template: markdownTemplate }))
    .output(
      z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('text'), text: z.string(), articleTitle: z.string() }),
        z.object({ kind: z.literal('broken'), line: z.number().int(), message: z.string() }),
      ]),
    ),
}
