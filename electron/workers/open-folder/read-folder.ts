import { lstatSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  ARTICLE_FOLDER,
  DATA_FOLDER,
  FOLDER_FORMAT,
  type FolderManifest,
  MANIFEST_FILE,
  readManifest,
} from '#electron/formats/open-folder/manifest.ts'
import type { WriteHandle } from '#electron/store/handle.ts'
import { type Library, openLibrary } from '#electron/store/open.ts'
import { dropTextless } from '#electron/store/open-folder/drop-textless.ts'
import { type KeptTable, listKeptTables } from '#electron/store/open-folder/kept-tables.ts'
import { mendPlaces } from '#electron/store/open-folder/mend-places.ts'
import { createInserter, keyOf, type Row } from '#electron/store/open-folder/rows.ts'
import { pictureName } from '#electron/workers/export/anki-notes.ts'
import type { Report } from '#electron/workers/progress.ts'
import { correctionRecord } from '#shared/contract/correction.ts'
import { lineToRow, readLines } from './json-rows.ts'
import { type NoteEdit, readEdits } from './read-edits.ts'

/** Why a folder is not read. */
export type FolderTrouble = 'NOT_A_FOLDER' | 'NEWER_FOLDER' | 'DAMAGED_FOLDER'

/** A row that could not be taken in, and why. */
export interface RowTrouble {
  readonly table: string
  readonly row: string
  readonly why: string
}

/** What a folder holds, now that a library of its own holds the same. */
export interface FolderContent {
  readonly manifest: FolderManifest
  readonly edits: readonly NoteEdit[]
  /** The first hundred. */
  readonly troubles: readonly RowTrouble[]
  readonly troubleCount: number
}

export type FolderResult = { readonly kind: 'read'; readonly content: FolderContent } | { readonly kind: FolderTrouble }

/** More are only counted. */
const MOST_TROUBLES = 100

type Trouble = (table: string, row: string, why: string) => void

/**
 * Brings an open folder into a new library in `libraryDir`, with all constraints that a library has. A row that does
 * not fit is named and left out. Nothing outside of `libraryDir` is written.
 */
export function readFolder(folder: string, libraryDir: string, nowMs: number, report: Report): FolderResult {
  const file = join(folder, MANIFEST_FILE)
  if (!isPlainFile(file)) return { kind: 'NOT_A_FOLDER' }
  const manifest = readManifest(readFileSync(file, 'utf8'))
  if (!manifest) return { kind: 'DAMAGED_FOLDER' }
  if (manifest.format > FOLDER_FORMAT) return { kind: 'NEWER_FOLDER' }
  const library = openLibrary(libraryDir, nowMs)
  try {
    const troubles: RowTrouble[] = []
    let troubleCount = 0
    const trouble: Trouble = (table, row, why) => {
      troubleCount += 1
      if (troubles.length < MOST_TROUBLES) troubles.push({ table, row, why })
    }
    takeRows(library, folder, manifest, report, trouble)
    const edits = readEdits(library.read, folder, (file, why) => trouble(ARTICLE_FOLDER, file, why))
    return { kind: 'read', content: { manifest, edits, troubles, troubleCount } }
  } finally {
    library.close()
  }
}

function takeRows(library: Library, folder: string, manifest: FolderManifest, report: Report, trouble: Trouble): void {
  const tables = listKeptTables(library.read)
  for (const name of Object.keys(manifest.tables))
    if (!tables.some((table) => table.name === name)) trouble(name, '', 'this version of Dossier has no such table')
  for (const [index, table] of tables.entries()) {
    report('reading', index, tables.length)
    const path = join(folder, DATA_FOLDER, `${table.name}.jsonl`)
    const expected = manifest.tables[table.name]
    if (expected === undefined) continue
    const read = isPlainFile(path) ? library.write((db) => takeTable(db, folder, table, path, trouble)) : 0
    if (read !== expected) trouble(table.name, '', `${expected} rows were written, ${read} are there`)
  }
  for (const { id, title, marks } of library.write(dropTextless))
    trouble(
      'article',
      id,
      `(“${title}”) has no text in data/article_text.jsonl, so it and ${marks === 1 ? '1 mark' : `${marks} marks`} on it are left out`,
    )
  for (const id of library.write(mendPlaces))
    trouble('article', id, 'has places outside of its text, which were taken off')
}

function takeTable(db: WriteHandle, folder: string, table: KeptTable, path: string, trouble: Trouble): number {
  const insert = createInserter(db, table)
  let lines = 0
  for (const line of readLines(path)) {
    if (line.trim() === '') continue
    lines += 1
    const row = lineToRow(line)
    const whole = row && (table.name === 'picture' ? withBytes(folder, row) : row)
    if (!whole) trouble(table.name, `line ${lines}`, row ? 'its file in media is missing' : 'not a row in JSON')
    else if (table.name === 'correction' && !isCorrection(whole))
      trouble(table.name, keyOf(table, whole), 'not a correction')
    else
      try {
        insert(whole)
      } catch (error) {
        trouble(table.name, keyOf(table, whole), error instanceof Error ? error.message : String(error))
      }
  }
  return lines
}

/** What is replayed later must be of the kinds that are known. */
function isCorrection({ payload }: Row): boolean {
  try {
    return correctionRecord.safeParse(JSON.parse(String(payload))).success
  } catch {
    return false
  }
}

function withBytes(folder: string, row: Row): Row | null {
  const name = pictureName({ sha256: String(row['sha256']), mediaType: String(row['media_type']) })
  if (!/^[0-9a-f]{64}\.[a-z0-9+.-]{1,20}$/.test(name)) return null
  const path = join(folder, 'media', name)
  return isPlainFile(path) ? { ...row, bytes: readFileSync(path) } : null
}

/** Whether there is a file, and no link to one, nor a device that would never end. */
function isPlainFile(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() ?? false
}
