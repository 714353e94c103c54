import { join } from 'node:path'
import type { backUp, checkFile, copyBackup, readyBackup } from '#electron/store/backup-files.ts'
import type { tryMerge } from '#electron/store/open-folder/try-merge.ts'
import type { ExtractionInput } from '#shared/domain/extraction.ts'
import { printText } from '#shared/text/text-print.ts'
import { anchorMarks } from './anchor-marks.ts'
import type { countExport } from './export/count-scope.ts'
import type { ExportOrder } from './export/export-order.ts'
import { type FitInput, fitMemory } from './fit-memory.ts'
import type { ExportAndVerifyInput } from './open-folder/folder-tasks.ts'
import type { zipFolder } from './open-folder/zip-folder.ts'
import { type PreparedDocument, parseText, prepareDocument } from './prepare-document.ts'
import type { SharedProgress } from './progress.ts'
import { reAnchor } from './re-anchor-task.ts'
import type { ReadFileInput, ReadFileResult, readTable } from './reading/read-file.ts'

/** The model lies as far above the built worker as above this file. */
const MODEL_FILE = join(import.meta.dirname, '../../resources/extraction/names.bin')

/** What the worker can be asked, by name: one argument, one result or a promise of it, both plain data. */
export const tasks = {
  // With the first file: a worker that only searches texts needs no parser of books.
  readFile: async (input: ReadFileInput): Promise<ReadFileResult> =>
    (await import('./reading/read-file.ts')).readFile(input),
  readTable: async (given: Parameters<typeof readTable>[0]) =>
    (await import('./reading/read-file.ts')).readTable(given),
  prepareDocument,
  parseText: ({ text, title }: { text: string; title: string | null }): PreparedDocument => parseText(text, title),
  reAnchor,
  anchorMarks,
  printTexts: (texts: readonly string[]) => texts.map(printText),
  extract: async (input: ExtractionInput) =>
    // With the first text: a thread that writes or reads files needs no model and no rules.
    (await import('./extract-task.ts')).extract(MODEL_FILE, input),
  fitMemory: (input: FitInput) => fitMemory(input),
  backUp: async (given: Parameters<typeof backUp>[0]) =>
    (await import('#electron/store/backup-files.ts')).backUp(given),
  copyBackup: async (given: Parameters<typeof copyBackup>[0]) =>
    (await import('#electron/store/backup-files.ts')).copyBackup(given),
  tryFolder: async (folder: string) => (await import('#electron/store/backup-files.ts')).tryFolder(folder),
  readyBackup: async (given: Parameters<typeof readyBackup>[0]) =>
    (await import('#electron/store/backup-files.ts')).readyBackup(given),
  readBackups: async (files: readonly string[]) =>
    files.map((await import('#electron/store/backup-files.ts')).readBackup),
  checkLibrary: async (dir: string) => (await import('#electron/store/check-library.ts')).checkLibrary(dir),
  checkFile: async (given: Parameters<typeof checkFile>[0]) =>
    (await import('#electron/store/backup-files.ts')).checkFile(given),
  countExport: async (given: Parameters<typeof countExport>[0]) =>
    (await import('./export/count-scope.ts')).countExport(given),
  writeExport: async (order: ExportOrder) => (await import('./export/write-export.ts')).writeExport(order),
  exportAndVerify: async (input: ExportAndVerifyInput) =>
    (await import('./open-folder/folder-tasks.ts')).exportAndVerify(input),
  tryMerge: async (given: Parameters<typeof tryMerge>[0]) =>
    (await import('#electron/store/open-folder/try-merge.ts')).tryMerge(given),
  zipFolder: async (given: Parameters<typeof zipFolder>[0]) =>
    (await import('./open-folder/zip-folder.ts')).zipFolder(given),
  takeFolder: async (input: { folder: string; libraryDir: string; nowMs: number; progress: SharedProgress }) =>
    (await import('./open-folder/folder-tasks.ts')).takeFolder(input),
}

export type Tasks = typeof tasks
export type TaskName = keyof Tasks
export type TaskInput<Name extends TaskName> = Parameters<Tasks[Name]>[0]
export type TaskOutput<Name extends TaskName> = Awaited<ReturnType<Tasks[Name]>>

export interface TaskRequest {
  readonly id: number
  readonly name: TaskName
  readonly input: unknown
}

export type TaskReply =
  | { readonly id: number; readonly output: unknown }
  | {
      readonly id: number
      readonly error: string
      /** What the system or SQLite calls it. */
      readonly code: string | null
    }
