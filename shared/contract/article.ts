import { eventIterator, oc } from '@orpc/contract'
import { z } from 'zod'
import { articleId, bookId, cursor, isoDate, offset, page, pageLimit, timeMs } from './primitives.ts'

const block = z.object({
  kind: z.enum(['heading', 'paragraph', 'quote', 'list-item', 'caption', 'code']),
  start: offset,
  end: offset,
  level: z.number().int().min(1).max(6).exactOptional(),
})

/** What a list shows of an article. */
export const articleSummary = z.object({
  id: articleId,
  title: z.string(),
  source: z.string().nullable(),
  byline: z.string().nullable(),
  publishedOn: isoDate.nullable(),
  url: z.string().nullable(),
  language: z.string().nullable(),
  lengthChars: z.number().int(),
  wordCount: z.number().int(),
  importedAtMs: timeMs,
  openedAtMs: timeMs.nullable(),
  /** How far the person has read, 0..1. */
  progress: z.number().min(0).max(1),
  /** Whether people, groups and figures have been looked for yet. */
  extraction: z.enum(['waiting', 'done', 'failed']),
  annotationCount: z.number().int(),
  cardCount: z.number().int(),
  entityCount: z.number().int(),
  figureCount: z.number().int(),
  isStarter: z.boolean(),
  /** How many of its names and figures have no card yet; only in a list sorted by that. */
  newCount: z.number().int().exactOptional(),
})
export type ArticleSummary = z.output<typeof articleSummary>

/** A whole article. `position` is where the person left off, in UTF-16 code units. */
export const article = articleSummary.extend({
  text: z.string(),
  blocks: z.array(block),
  position: offset,
  /** Where it stands in its book, counted from 1. */
  chapter: z
    .object({
      bookId,
      title: z.string(),
      number: z.number().int(),
      chapters: z.number().int(),
      previousId: articleId.nullable(),
      nextId: articleId.nullable(),
    })
    .nullable(),
  /** The name of the file it came from, which is kept; null for a text that was pasted. */
  originalName: z.string().nullable(),
})
export type Article = z.output<typeof article>

/** Why a file was not imported. */
export const importFailure = z.enum([
  'EMPTY',
  'BINARY',
  'TOO_LARGE',
  'TOO_SLOW',
  'SOUND',
  'NO_CARD',
  'UNREADABLE',
  'MISSING',
  'UNSUPPORTED',
  'ENCRYPTED',
  'NO_TEXT',
  'DISK_FULL',
  'UNREACHABLE',
])
export type ImportFailure = z.output<typeof importFailure>

/** How many marks of an article are where, after its text changed. */
export const anchorCounts = z.object({
  placed: z.number().int(),
  moved: z.number().int(),
  unsure: z.number().int(),
  lost: z.number().int(),
})
export type AnchorCounts = z.output<typeof anchorCounts>

const importEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('progress'), done: z.number().int(), total: z.number().int(), name: z.string() }),
  z.object({
    type: z.literal('result'),
    name: z.string(),
    outcome: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('imported'), articleId, title: z.string() }),
      /** A new text of an article that was there; its marks have followed. */
      z.object({ kind: z.literal('changed'), articleId, title: z.string(), marks: anchorCounts }),
      z.object({ kind: z.literal('duplicate'), duplicateOf: articleId, title: z.string() }),
      /** A file with several articles: a book, a table, an archive. `title` is that of its first article. */
      z.object({
        kind: z.literal('many'),
        title: z.string(),
        articleIds: z.array(articleId),
        duplicates: z.number().int(),
        failed: z.array(z.object({ name: z.string(), code: importFailure })),
      }),
      z.object({ kind: z.literal('failed'), code: importFailure }),
    ]),
  }),
])
export type ImportEvent = z.output<typeof importEvent>

const newText = z.object({
  text: z.string().min(1),
  title: z.string().trim().min(1).max(1000).optional(),
  date: isoDate.optional(),
  source: z.string().trim().max(500).optional(),
})

const missing = { ARTICLE_MISSING: { status: 404 } } as const

export const articleContract = {
  /** Imports files; yields progress and one result per file. All of them are one action. */
  import: oc.input(z.object({ files: z.array(z.file()).min(1).max(1000) })).output(eventIterator(importEvent)),
  /** Imports a text that was pasted. `marks`: it was a new text of an article that was there. */
  importText: oc
    .input(newText)
    .output(z.object({ articleId, duplicateOf: articleId.nullable(), marks: anchorCounts.optional() }))
    .errors({ EMPTY_TEXT: { status: 422 }, TOO_LARGE: { status: 413 } }),
  /** Fetches a web page, a PDF or a text and imports it; nothing else ever asks the network. */
  importAddress: oc
    .input(z.object({ url: z.string().trim().min(1).max(2000) }))
    .output(z.object({ articleId, duplicateOf: articleId.nullable() }))
    .errors({
      ADDRESS_INVALID: { status: 422 },
      PAGE_UNREACHABLE: { status: 502 },
      PAGE_REFUSED: { status: 502 },
      TOO_LARGE: { status: 413 },
      PAGE_UNREADABLE: { status: 422, data: z.object({ code: importFailure }) },
    }),
  /** Gives an article another text: marks and cards follow, names are looked for anew. One action. */
  updateText: oc
    .input(z.object({ articleId, text: z.string().min(1) }))
    .output(z.object({ changed: z.boolean(), marks: anchorCounts }))
    .errors({ ...missing, EMPTY_TEXT: { status: 422 }, TOO_LARGE: { status: 413 } }),
  /** `updateText` with what a file says. */
  updateFromFile: oc
    .input(z.object({ articleId, file: z.file() }))
    .output(z.object({ changed: z.boolean(), marks: anchorCounts }))
    .errors({ ...missing, NOT_READ: { status: 422, data: z.object({ reason: importFailure }) } }),
  list: oc
    .input(
      z.object({
        query: z.string().max(500).optional(),
        state: z.enum(['all', 'unread', 'reading', 'read']).default('all'),
        sort: z.enum(['imported', 'opened', 'published', 'title', 'new']).default('imported'),
        /** Chapters of one book, in their order. */
        bookId: bookId.optional(),
        limit: pageLimit,
        cursor: cursor.optional(),
      }),
    )
    .output(page(articleSummary).extend({ total: z.number().int() })),
  /** `isUndone`: what brought the article was undone, and redo would bring it back. */
  get: oc
    .input(z.object({ articleId }))
    .output(article)
    .errors({ ARTICLE_MISSING: { status: 404, data: z.object({ isUndone: z.boolean() }) } }),
  /** Books whose chapters are articles, by title. */
  books: oc.output(
    z.array(
      z.object({
        id: bookId,
        title: z.string(),
        byline: z.string().nullable(),
        chapters: z.number().int(),
        read: z.number().int(),
      }),
    ),
  ),
  /**
   * The file an article came from, as it was: opened by the system where the host can do that and it is safe, else
   * given, to be saved.
   */
  openOriginal: oc
    .input(z.object({ articleId }))
    .output(z.object({ file: z.file().nullable() }))
    .errors({ ...missing, ORIGINAL_MISSING: { status: 404 } }),
  /** Corrects what the importer read off the file; null empties a field. */
  update: oc
    .input(
      z.object({
        articleId,
        title: z.string().trim().min(1).max(1000).optional(),
        source: z.string().trim().max(500).nullable().optional(),
        byline: z.string().trim().max(500).nullable().optional(),
        publishedOn: isoDate.nullable().optional(),
        url: z.string().trim().max(2000).nullable().optional(),
      }),
    )
    .output(articleSummary)
    .errors(missing),
  /**
   * Looks for people, groups, places and figures again; what was corrected stays. Answers when that is done or has taken
   * five seconds: `extraction` tells how it went, and the change is announced.
   */
  extract: oc.input(z.object({ articleId })).output(articleSummary).errors(missing),
  /** Where articles come from, for quotes taken from them; those that are gone are left out. */
  origins: oc.input(z.object({ articleIds: z.array(articleId).min(1).max(200) })).output(
    z.array(
      z.object({
        id: articleId,
        title: z.string(),
        source: z.string().nullable(),
        byline: z.string().nullable(),
        publishedOn: z.string().nullable(),
        url: z.string().nullable(),
      }),
    ),
  ),
  /** Remembers the place; not an action, so it can't be undone. Does nothing when the article is gone. */
  setPosition: oc
    .input(z.object({ articleId, position: offset, progress: z.number().min(0).max(1) }))
    .output(z.object({})),
  delete: oc
    .input(z.object({ articleIds: z.array(articleId).min(1).max(1000) }))
    .output(z.object({ deleted: z.number().int() })),
}
