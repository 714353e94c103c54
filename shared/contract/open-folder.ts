import { eventIterator, oc } from '@orpc/contract'
import { z } from 'zod'
import { timeMs } from './primitives.ts'

const path = z.string().min(1).max(4096)

const checkedRows = z.object({ name: z.string(), written: z.number().int(), same: z.number().int() })
const difference = z.object({ name: z.string(), row: z.string(), what: z.string() })

/** What became of a folder that was written, imported into an empty library and compared with this one. */
export const verification = z.object({
  path: z.string(),
  /** By table, and what was checked besides. */
  checked: z.array(checkedRows),
  /** The first hundred. */
  differences: z.array(difference),
  differenceCount: z.number().int(),
  fileCount: z.number().int(),
  sizeBytes: z.number(),
})
export type Verification = z.output<typeof verification>

const progress = z.object({
  type: z.literal('progress'),
  stage: z.enum(['writing', 'reading', 'comparing']),
  done: z.number().int(),
  total: z.number().int(),
})
export type FolderProgress = z.output<typeof progress>

const mergedTable = z.object({
  name: z.string(),
  added: z.number().int(),
  /** Newer in the folder than here. */
  changed: z.number().int(),
  /** Deleted here since. */
  returned: z.number().int(),
})

/** What an import of a folder would do, or did. */
export const folderLook = z.object({
  lookId: z.string(),
  path: z.string(),
  exportedAtMs: timeMs,
  version: z.string(),
  articleCount: z.number().int(),
  tables: z.array(mergedTable),
  /** Rows that were deleted here since: brought back, or left so. */
  deletedCount: z.number().int(),
  /** Notes that were changed in their Markdown files and are to come in, the first fifty. */
  edits: z.array(
    z.object({
      articleTitle: z.string(),
      /** As it reads here. */
      before: z.string(),
      after: z.string(),
      /** It was changed here too: `after` comes below `before`. */
      isBoth: z.boolean(),
    }),
  ),
  editCount: z.number().int(),
  conflictCount: z.number().int(),
  /** What does not fit and is left out, the first hundred. `table`: or the folder of the file that `row` names. */
  troubles: z.array(z.object({ table: z.string(), row: z.string(), why: z.string() })),
  troubleCount: z.number().int(),
})
export type FolderLook = z.output<typeof folderLook>

const lookEvent = z.discriminatedUnion('type', [
  progress,
  z.object({ type: z.literal('look'), look: folderLook }),
  z.object({ type: z.literal('trouble'), code: z.enum(['NOT_A_FOLDER', 'NEWER_FOLDER', 'DAMAGED_FOLDER']) }),
])
export type LookEvent = z.output<typeof lookEvent>

const verifyEvent = z.discriminatedUnion('type', [progress, verification.extend({ type: z.literal('result') })])
export type VerifyEvent = z.output<typeof verifyEvent>

const importProgress = z.object({ type: z.literal('progress'), done: z.number().int(), total: z.number().int() })
export type FolderImportProgress = z.output<typeof importProgress>

const folderImported = z.object({
  tables: z.array(mergedTable),
  editCount: z.number().int(),
  conflictCount: z.number().int(),
  /** Changed notes that could not come in. */
  leftCount: z.number().int(),
})
export type FolderImported = z.output<typeof folderImported>

const importEvent = z.discriminatedUnion('type', [importProgress, folderImported.extend({ type: z.literal('done') })])
export type FolderImportEvent = z.output<typeof importEvent>

export const folderContract = {
  /** Open folders in the place where they go unless another is named, newest first. */
  list: oc.output(
    z.object({
      dir: z.string(),
      /** Whether `choose` opens a dialog. */
      canChoose: z.boolean(),
      items: z.array(z.object({ path: z.string(), name: z.string(), exportedAtMs: timeMs })),
    }),
  ),
  /** Asks the person for a folder, in a dialog of the system; null when none was chosen. */
  choose: oc.output(z.object({ path: z.string().nullable() })),
  /** Writes the library as a new folder in `into` (a folder that is there), imports it elsewhere and compares. */
  verify: oc
    .input(z.object({ into: path.optional() }))
    .output(eventIterator(verifyEvent))
    .errors({ NO_SUCH_FOLDER: { status: 404 }, LIBRARY_GONE: { status: 404 } }),
  /** A folder that was written here, as one zip; for a window that can't be given a folder. */
  pack: oc
    .input(z.object({ path }))
    .output(z.file())
    .errors({ NO_SUCH_FOLDER: { status: 404 }, FOLDER_TOO_LARGE: { status: 413 } }),
  /** Reads a folder and says what importing it would do. What it read is kept until the next look. */
  look: oc.input(z.object({ path, bringBack: z.boolean().default(true) })).output(eventIterator(lookEvent)),
  /** Imports what was looked at, as one action. Ending the stream before `done` imports nothing, and keeps the look. */
  import: oc
    .input(z.object({ lookId: z.string().max(100), bringBack: z.boolean().default(true) }))
    .output(eventIterator(importEvent))
    .errors({ LOOK_MISSING: { status: 404 } }),
}
