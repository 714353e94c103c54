import { eventIterator, oc } from '@orpc/contract'
import { z } from 'zod'
import { libraryCheck, rescue, restoreFailures } from './backup.ts'
import { exportFormat, markdownTemplate } from './export.ts'
import { annotationId, articleId, cardId, entityId, offset } from './primitives.ts'
import { studyOptions } from './study-options.ts'

/** What a change touched: the client asks again for what it shows of that. */
export const changedArea = z.enum([
  'article',
  // What lists show of an article besides itself: progress, counts of marks and cards.
  'articleCounts',
  'annotation',
  'category',
  'entity',
  'figure',
  'suggestion',
  'card',
  'deck',
  'review',
  'settings',
  'history',
  'backup',
  'desktop',
  'watch',
  // The library is another one, or what is known of its health.
  'library',
])
export type ChangedArea = z.output<typeof changedArea>

const change = z.object({ areas: z.array(changedArea), revision: z.number().int(), articleId: articleId.nullable() })
export type Change = z.output<typeof change>

export const libraryContract = {
  /** What this library and this program are. */
  info: oc.output(
    z.object({
      version: z.string(),
      host: z.enum(['electron', 'loopback']),
      libraryDir: z.string(),
      articleCount: z.number().int(),
      cardCount: z.number().int(),
      starterCount: z.number().int(),
      /** Whether the starter articles were offered and answered. */
      starterAnswered: z.boolean(),
      /** What happened to the library's file, until the person has answered it; null when it is sound. */
      rescue: rescue.nullable(),
    }),
  ),
  /** Looks through the whole library. Reads all of it, off the main thread. */
  check: oc.output(libraryCheck),
  /** Writes a library whose file was taken away while it was open to its folder again. */
  writeAgain: oc.output(z.object({})),
  /** The person goes on with what there is. */
  dismissRescue: oc.output(z.object({})),
  /** Adds the starter articles; one action. */
  addStarter: oc.output(z.object({ added: z.number().int() })),
  /** Removes the starter articles with what was made from them; one action. */
  removeStarter: oc.output(z.object({ removed: z.number().int() })),
  /** Remembers that the person wants to begin with an empty library. */
  declineStarter: oc.output(z.object({})),
  /** Announces every change, whoever made it. The first event comes at once, with no areas. */
  changes: oc.output(eventIterator(change)),
}

/** What the person prefers; each has a default that is good. */
export const settings = z.object({
  theme: z.enum(['system', 'light', 'sepia', 'dark']).default('system'),
  /** Reading size in px. */
  textSizePx: z.number().int().min(14).max(28).default(19),
  /** Reading width in characters. */
  measureChars: z.number().int().min(50).max(90).default(66),
  lineHeight: z.number().min(1.3).max(2).default(1.62),
  readingFont: z.enum(['serif', 'sans']).default('serif'),
  showEntityMarks: z.boolean().default(true),
  /** Lines under names show how well they are remembered, rather than of what kind they are. */
  drawMemory: z.boolean().default(true),
  /** Keys of shortcuts, by the id of the command, where they are not those of the keymap. An empty list: no key. */
  keys: z.record(z.string().max(80), z.array(z.string().max(60)).max(16)).default({}),
  ...studyOptions.shape,
  /** The hour at which a new study day begins, 0..23, local time. */
  dayStartsAtHour: z.number().int().min(0).max(23).default(4),
  /** How many old marks are shown again each day; 0 none. */
  oldMarksPerDay: z.number().int().min(0).max(20).default(3),
  /** How long before its time a card in learning may be asked when nothing else is left, in minutes. */
  learnAheadMinutes: z.number().int().min(0).max(1439).default(0),
  /** Whether the review screen shows how long one has been at a card. */
  showTimer: z.boolean().default(true),
  /** More time than this is not counted for one answer, in seconds. Source: Anki's maximum answer seconds. */
  longestAnswerSeconds: z.number().int().min(5).max(3600).default(60),
  /** How much of a usual day's reviews each weekday may carry, Monday first: 1 all, 0 none where it can be helped. */
  easyDays: z.array(z.number().min(0).max(1)).length(7).default([1, 1, 1, 1, 1, 1, 1]),
  /** What was chosen at the last export. */
  exportChoice: z
    .object({ format: exportFormat, wikiLinks: z.boolean(), hasMarks: z.boolean(), hasCards: z.boolean() })
    .default({ format: 'markdown', wikiLinks: false, hasMarks: true, hasCards: true }),
  /** How an article's Markdown is laid out; empty for the layout that Dossier comes with. */
  markdownTemplate: markdownTemplate.default(''),
})
export type Settings = z.output<typeof settings>

// `partial()` alone would fill in the defaults of what was not given, and so reset it.
const settingsChange = z.object(
  Object.fromEntries(Object.entries(settings.shape).map(([key, field]) => [key, field.unwrap().optional()])),
) as unknown as z.ZodType<Partial<Settings>, Partial<Settings>>

export const settingsContract = {
  get: oc.output(settings),
  set: oc.input(settingsChange).output(settings),
}

/** One undo step, in words for the person. */
const step = z.object({ kind: z.string(), label: z.string(), articleId: articleId.nullable() }).nullable()
export type HistoryStep = z.output<typeof step>

export const historyContract = {
  /** What undo and redo would do now. */
  state: oc.output(z.object({ undo: step, redo: step })),
  /** Takes back the last action, or a restore if that was last, and says which; null when there is none. */
  undo: oc.output(z.object({ step })).errors(restoreFailures),
  redo: oc.output(z.object({ step })).errors(restoreFailures),
}

const searchItem = z.object({
  kind: z.enum(['article', 'annotation', 'person', 'group', 'place', 'card']),
  articleId: articleId.optional(),
  annotationId: annotationId.optional(),
  entityId: entityId.optional(),
  cardId: cardId.optional(),
  start: offset.optional(),
  end: offset.optional(),
  title: z.string(),
  /** Found words stand between U+E000 and U+E001, two private-use characters no text uses. */
  snippet: z.string(),
})
export type SearchItem = z.output<typeof searchItem>

export const searchContract = {
  /** Any input is fine: it is read as words, the last one as the beginning of a word. */
  query: oc
    .input(z.object({ q: z.string().max(1000), limit: z.number().int().min(1).max(100).default(20) }))
    .output(z.object({ items: z.array(searchItem) })),
}
