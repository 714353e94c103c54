import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ENGINE } from '#electron/extraction/engine.ts'
import { extractWith } from '#electron/extraction/extract.ts'
import { createNameFinder } from '#electron/extraction/names/find-names.ts'
import { loadNameModel } from '#electron/extraction/names/model-load.ts'
import type { FindNames } from '#electron/extraction/names/name-span.ts'
import { splitSentences } from '#electron/extraction/sentences.ts'
import { tokenize } from '#electron/extraction/tokenize.ts'
import type { ArticleNotes, NotesCard } from '#electron/formats/export/article-notes.ts'
import type { DocumentsResult } from '#electron/formats/import/import-result.ts'
import type { backUp, checkFile, copyBackup, readyBackup } from '#electron/store/backup-files.ts'
import type { tryMerge } from '#electron/store/open-folder/try-merge.ts'
import type { BlockKind } from '#shared/domain/article.ts'
import type { Extraction, ExtractionInput } from '#shared/domain/extraction.ts'
import { printText } from '#shared/text/text-print.ts'
import { anchorMarks } from './anchor-marks.ts'
import type { packAnkiOf } from './export/pack-anki.ts'
import { type FitInput, fitMemory } from './fit-memory.ts'
import type { ExportAndVerifyInput } from './open-folder/folder-tasks.ts'
import type { SharedProgress } from './open-folder/progress.ts'
import type { zipFolder } from './open-folder/zip-folder.ts'
import { type PreparedDocument, parseText, prepareDocument } from './prepare-document.ts'
import { reAnchor } from './re-anchor-task.ts'

/** A sentence with the kind of block it stands in. Offsets: UTF-16 code units, end excluded. */
export interface SentenceSpan {
  readonly start: number
  readonly end: number
  readonly kind: BlockKind
}

/** What a search of one article gives. */
export interface ExtractionResult {
  readonly found: Extraction
  readonly sentences: readonly SentenceSpan[]
}

/** The model lies as far above the built worker as above this file. */
const MODEL_FILE = join(import.meta.dirname, '../../resources/extraction/names.bin')

let findNames: FindNames | null = null

/** Loaded with the first article: a worker that only parses files needs no model. */
function getNameFinder(): FindNames {
  findNames ??= createNameFinder(loadNameModel(readFileSync(MODEL_FILE)))
  return findNames
}

/** What a file holds, ready to be stored, or why it can't be read. */
export type ParseResult =
  | Extract<DocumentsResult, { kind: 'failed' }>
  | (Omit<Extract<DocumentsResult, { kind: 'documents' }>, 'documents'> & {
      readonly documents: readonly PreparedDocument[]
    })

/** What the worker can be asked, by name: one argument, one result or a promise of it, both plain data. */
export const tasks = {
  parse: async ({ name, bytes }: { name: string; bytes: Uint8Array }): Promise<ParseResult> => {
    // With the first file: a worker that only searches texts needs no parser of books.
    const { importFile } = await import('#electron/formats/import/import-file.ts')
    const { readAnkiPackage } = await import('./read-anki-package.ts')
    const result = await importFile(name, bytes, { ankiPackage: readAnkiPackage })
    return result.kind === 'failed' ? result : { ...result, documents: result.documents.map(prepareDocument) }
  },
  parseText: ({ text, title }: { text: string; title: string | null }): PreparedDocument => parseText(text, title),
  reAnchor,
  anchorMarks,
  printTexts: (texts: readonly string[]) => texts.map(printText),
  extract: (input: ExtractionInput): ExtractionResult => ({
    found: extractWith(getNameFinder(), ENGINE, input),
    sentences: splitSentences(input.text, tokenize(input.text), input.blocks).map(({ start, end, kind }) => ({
      start,
      end,
      kind,
    })),
  }),
  fitMemory: (input: FitInput) => fitMemory(input),
  backUp: async (given: Parameters<typeof backUp>[0]) =>
    (await import('#electron/store/backup-files.ts')).backUp(given),
  copyBackup: async (given: Parameters<typeof copyBackup>[0]) =>
    (await import('#electron/store/backup-files.ts')).copyBackup(given),
  readyBackup: async (given: Parameters<typeof readyBackup>[0]) =>
    (await import('#electron/store/backup-files.ts')).readyBackup(given),
  readBackups: async (files: readonly string[]) =>
    files.map((await import('#electron/store/backup-files.ts')).readBackup),
  checkFile: async (given: Parameters<typeof checkFile>[0]) =>
    (await import('#electron/store/backup-files.ts')).checkFile(given),
  toWord: async ({ articles, looseCards }: { articles: readonly ArticleNotes[]; looseCards: readonly NotesCard[] }) =>
    (await import('#electron/formats/export/word.ts')).notesToWord(articles, looseCards),
  packAnki: async (given: Parameters<typeof packAnkiOf>[0]) =>
    (await import('./export/pack-anki.ts')).packAnkiOf(given),
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
  | { readonly id: number; readonly error: string }
