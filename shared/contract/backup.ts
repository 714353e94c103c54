import { oc } from '@orpc/contract'
import { z } from 'zod'

const contents = {
  articles: z.number().int(),
  marks: z.number().int(),
  cards: z.number().int(),
}

const backup = z.object({
  /** Its file name, the same in both places. */
  id: z.string(),
  atMs: z.number().int(),
  reason: z.enum(['start', 'daily', 'manual', 'import', 'restore', 'format']),
  sizeBytes: z.number().int(),
  /** In the library's own folder, in the second one, or in both. */
  places: z.array(z.enum(['library', 'second'])).min(1),
  /** What is in it; null when it can't be read. */
  contents: z.object(contents).nullable(),
})
export type Backup = z.output<typeof backup>

/** FOLDER: it can't be reached or written. NEWER: of a newer Dossier. GONE: no longer there. */
export const copyFailure = z.enum(['DISK_FULL', 'FOLDER', 'DAMAGED', 'NEWER', 'GONE'])

/** What went wrong with the last backup, and where. */
const trouble = z.object({
  code: copyFailure,
  place: z.enum(['library', 'second']),
  atMs: z.number().int(),
})

const failures = {
  BACKUP_DISK_FULL: { status: 507 },
  BACKUP_FOLDER: { status: 409 },
  BACKUP_DAMAGED: { status: 409 },
  BACKUP_NEWER: { status: 409 },
  BACKUP_GONE: { status: 404 },
}

/** Why a backup could not be restored. BACKUP_BUSY: an import, an export or another restore is under way. */
export const restoreFailures = { ...failures, BACKUP_BUSY: { status: 409 } }

export const backupContract = {
  /** All backups, the newest first. */
  list: oc.output(
    z.object({
      items: z.array(backup),
      /** Where they lie; null for a library in memory, which has none. */
      folder: z.string().nullable(),
      secondFolder: z.string().nullable(),
      trouble: trouble.nullable(),
    }),
  ),
  /** Makes one now. */
  create: oc.output(backup).errors(failures),
  /**
   * Chooses the second place, a folder by its absolute path, and copies the newest backup there; null for none.
   * `failed`: why it can't be used; then it is as it was before. LIBRARY: it is the library's own folder, in it or
   * around it.
   */
  setSecondFolder: oc
    .input(z.object({ folder: z.string().max(4096).nullable() }))
    .output(z.object({ failed: z.enum([...copyFailure.options, 'LIBRARY']).nullable() })),
  /** What the library holds now, and how much was done in it after a moment: what a restore would take away. */
  now: oc
    .input(z.object({ sinceMs: z.number().int() }))
    .output(z.object({ ...contents, steps: z.number().int(), lastStep: z.string().nullable() })),
  /**
   * Puts a backup in the place of the library, after a backup of how that is now, whose id it gives. Undo goes back to
   * that one while nothing else was done.
   */
  restore: oc
    .input(z.object({ backupId: z.string().max(200) }))
    .output(z.object({ beforeId: z.string().nullable() }))
    .errors(restoreFailures),
}

/** DAMAGE: of the file. REFERENCE: a row names one that is not there. The others are rules of Dossier's own. */
export const findingCode = z.enum([
  'DAMAGE',
  'REFERENCE',
  'TEXT_MISSING',
  'BLOCK_OUTSIDE',
  'MARK_OUTSIDE',
  'SEARCH_GAP',
  'UNDO_EMPTY',
  'CARD_WITHOUT_DECK',
  'ORIGINAL_MISSING',
])
export type FindingCode = z.output<typeof findingCode>

export const libraryCheck = z.object({
  findings: z.array(z.object({ code: findingCode, count: z.number().int(), detail: z.string().nullable() })),
  ...contents,
  tookMs: z.number(),
})
export type LibraryCheck = z.output<typeof libraryCheck>

/**
 * `set-aside`: the file could not be opened, lies in `file` now and the library is empty. `damaged`: it is open, and the
 * check at the start found damage. `gone`: its file was moved or deleted while it was open, and is still held open.
 */
export const rescue = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('set-aside'), file: z.string(), atMs: z.number().int() }),
  z.object({ kind: z.literal('damaged'), detail: z.string() }),
  z.object({ kind: z.literal('gone'), folder: z.string() }),
])
export type Rescue = z.output<typeof rescue>
