import { eventIterator, oc } from '@orpc/contract'
import { z } from 'zod'
import { importFailure } from './article.ts'
import { articleId } from './primitives.ts'

const intakeId = z.string().max(100)
const rowId = z.number().int().nonnegative()

/**
 * What storing a row would do. new: adds it. same: nothing, it is there. changed: gives what is there another text, or
 * more marks or cards. near: adds it beside an article that tells the same story. failed: nothing, it can't be read.
 */
export const intakeState = z.enum(['new', 'same', 'changed', 'near', 'failed'])
export type IntakeState = z.output<typeof intakeState>

/** How many marks or cards of a row are new, say something else now, or are there. */
const partCounts = z.object({ new: z.number().int(), changed: z.number().int(), same: z.number().int() })

/** One thing found in the files. */
export const intakeRow = z.object({
  rowId,
  /** The file it is in. */
  file: z.string(),
  kind: z.enum(['article', 'marks', 'cards', 'address', 'file']),
  title: z.string(),
  /** Source, author and the like, in one line. */
  about: z.string(),
  state: intakeState,
  /** Why it can't be read. */
  code: importFailure.optional(),
  /** The article it is the same as, another text of, near to, or whose marks these are; null id: one of this import. */
  other: z.object({ articleId: articleId.nullable(), title: z.string(), likeness: z.number() }).optional(),
  counts: partCounts.optional(),
  /** The book it is a chapter of. */
  book: z.string().optional(),
  /** A table whose columns can be said to be others. */
  isTable: z.boolean().optional(),
})
export type IntakeRow = z.output<typeof intakeRow>

const readEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('progress'), done: z.number().int(), total: z.number().int(), name: z.string() }),
  z.object({ type: z.literal('rows'), rows: z.array(intakeRow) }),
])
export type IntakeReadEvent = z.output<typeof readEvent>

/** What was stored in the end. */
const intakeResult = z.object({
  articleIds: z.array(articleId),
  changed: z.number().int(),
  marks: z.number().int(),
  /** Marks without a sure place, those of articles with a new text among them. */
  adrift: z.number().int(),
  cards: partCounts,
  same: z.number().int(),
  failed: z.array(z.object({ rowId, code: importFailure })),
})
export type IntakeResult = z.output<typeof intakeResult>

const storeEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('progress'), done: z.number().int(), total: z.number().int(), name: z.string() }),
  z.object({ type: z.literal('done'), result: intakeResult }),
])
export type IntakeStoreEvent = z.output<typeof storeEvent>

const column = z.number().int().min(0).max(500)
/** How a table of cards is read. */
export const cardTable = z.object({
  separator: z.string().min(1).max(3),
  hasHeader: z.boolean(),
  isHtml: z.boolean(),
  columns: z.object({ front: column, back: column.nullable(), tags: column.nullable(), guid: column.nullable() }),
})
export type CardTable = z.output<typeof cardTable>

const gone = { INTAKE_MISSING: { status: 404 } } as const

/**
 * Bringing things in, in two steps: files are read and compared with the library, which stores nothing, and then what
 * the person wants is stored as one action.
 */
export const intakeContract = {
  open: oc.output(z.object({ intakeId })),
  /** Reads files; may be called again with more. Ending the stream gives up what is being read at once. */
  read: oc
    .input(
      z.object({
        intakeId,
        files: z.array(z.file()).min(1).max(1000),
        paths: z.array(z.string().max(1000)).optional(),
      }),
    )
    .output(eventIterator(readEvent))
    .errors(gone),
  /** The table of a row: how it is read, and its first rows as they are cut by that. */
  table: oc
    .input(z.object({ intakeId, rowId, as: cardTable.optional() }))
    .output(z.object({ table: cardTable, rows: z.array(z.array(z.string())) }))
    .errors(gone),
  /** Reads the table of a row otherwise; gives the row as it is then. */
  setTable: oc
    .input(z.object({ intakeId, rowId, table: cardTable }))
    .output(intakeRow)
    .errors({ ...gone, NO_CARDS: { status: 422 } }),
  /** Stores the rows named, as one action, fetching addresses among them. Ending the stream before `done` stores nothing. */
  store: oc
    .input(z.object({ intakeId, rowIds: z.array(rowId).max(100_000) }))
    .output(eventIterator(storeEvent))
    .errors(gone),
  /** Forgets what was read. */
  close: oc.input(z.object({ intakeId })).output(z.object({})),
}
