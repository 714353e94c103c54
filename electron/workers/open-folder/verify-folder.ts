import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { ARTICLE_FOLDER, type FolderManifest } from '#electron/formats/open-folder/manifest.ts'
import { readRegions } from '#electron/formats/open-folder/note-regions.ts'
import { openPackageZip } from '#electron/formats/open-folder/open-package.ts'
import { countCollection } from '#electron/store/anki/count-collection.ts'
import type { ReadHandle } from '#electron/store/handle.ts'
import { type KeptTable, listKeptTables } from '#electron/store/open-folder/kept-tables.ts'
import { countLive, createFinder, iterateLive, keyOf, type Value } from '#electron/store/open-folder/rows.ts'
import { openSnapshot } from '#electron/store/open-read-only.ts'
import type { Report } from '#electron/workers/progress.ts'
import { readFolder } from './read-folder.ts'
import { isOriginal } from './write-folder.ts'

/** How many of one kind were written, and how many came back the same. */
export interface CheckedRows {
  /** A table, or what was checked besides. */
  readonly name: string
  readonly written: number
  readonly same: number
}

/** One thing that did not come back as it was. */
export interface Difference {
  readonly name: string
  /** Which row. */
  readonly row: string
  readonly what: string
}

export interface Verification {
  readonly checked: CheckedRows[]
  /** The first hundred. */
  readonly differences: Difference[]
  readonly differenceCount: number
  readonly fileCount: number
  readonly sizeBytes: number
}

const MOST_DIFFERENCES = 100

/**
 * Imports a folder into an empty library in `copyDir` and compares it, row by row and column by column, with the library it was
 * written from; then reads the notes, the annotations and the Anki package in it again. `read`: the library as it was
 * when the folder was written.
 */
export function verifyFolder(
  read: ReadHandle,
  folder: string,
  copyDir: string,
  originalsDir: string | null,
  nowMs: number,
  report: Report,
): Verification {
  const found = new Findings()
  const result = readFolder(folder, copyDir, nowMs, report)
  if (result.kind !== 'read') found.differ('folder', '', `it can't be read: ${result.kind}`)
  else {
    for (const { table, row, why } of result.content.troubles) found.differ(table, row, why)
    compareTables(read, copyDir, found, report)
    compareForms(read, folder, result.content.manifest, found)
  }
  compareOriginals(folder, originalsDir, found)
  return { ...found.result(), ...measure(folder) }
}

class Findings {
  readonly #checked: CheckedRows[] = []
  readonly #differences: Difference[] = []
  #count = 0

  check(name: string, written: number, same: number): void {
    this.#checked.push({ name, written, same })
  }

  differ(name: string, row: string, what: string): void {
    this.#count += 1
    if (this.#differences.length < MOST_DIFFERENCES) this.#differences.push({ name, row, what })
  }

  /** Checks one number against another. */
  count(name: string, written: number, same: number): void {
    this.check(name, written, same)
    if (written !== same) this.differ(name, '', `${written} were written, ${same} came back`)
  }

  result() {
    return { checked: this.#checked, differences: this.#differences, differenceCount: this.#count }
  }
}

function compareTables(read: ReadHandle, dir: string, found: Findings, report: Report): void {
  const copy = openSnapshot(dir)
  try {
    const tables = listKeptTables(read)
    for (const [index, table] of tables.entries()) {
      report('comparing', index, tables.length)
      compareTable(read, copy.read, tables, table, found)
    }
  } finally {
    copy.close()
  }
}

function compareTable(
  read: ReadHandle,
  copy: ReadHandle,
  tables: readonly KeptTable[],
  table: KeptTable,
  found: Findings,
): void {
  const find = createFinder(copy, table)
  let [written, same] = [0, 0]
  for (const row of iterateLive(read, tables, table)) {
    written += 1
    const other = find(row)
    const differing = other ? table.columns.filter((column) => !isSameValue(row[column], other[column])) : null
    if (differing?.length === 0) same += 1
    else found.differ(table.name, keyOf(table, row), differing ? `differs in ${differing.join(', ')}` : 'is missing')
  }
  const there = countLive(copy, tables, table)
  if (there > written) found.differ(table.name, '', `${there - written} came back that were not written`)
  found.check(table.name, written, same)
}

function isSameValue(a: Value | undefined, b: Value | undefined): boolean {
  if (a instanceof Uint8Array && b instanceof Uint8Array) return Buffer.compare(a, b) === 0
  return a === b
}

/** What other programs read is read again too. */
function compareForms(read: ReadHandle, folder: string, { tables }: FolderManifest, found: Findings): void {
  const notes = new Map<string, string>()
  for (const name of readdirSync(join(folder, ARTICLE_FOLDER)))
    for (const [id, [note]] of readRegions(readFileSync(join(folder, ARTICLE_FOLDER, name), 'utf8')).notes)
      if (note !== undefined) notes.set(id, note)
  const kept = listKeptTables(read)
  const annotation = kept.find(({ name }) => name === 'annotation')
  let same = 0
  if (annotation)
    for (const row of iterateLive(read, kept, annotation)) {
      if (notes.get(String(row['id'])) === String(row['note']).replace(/\r\n?/g, '\n')) same += 1
      else found.differ('Markdown', String(row['id']), 'the note does not read the same')
    }
  found.check('Markdown', tables['annotation'] ?? 0, same)
  const collection: { items?: unknown[] } =
    JSON.parse(readFileSync(join(folder, 'annotations.jsonld'), 'utf8')).first ?? {}
  found.count('JSON-LD', tables['annotation'] ?? 0, collection.items?.length ?? 0)
  const counted = countCollection(openPackageZip(readFileSync(join(folder, 'cards.apkg'))))
  found.count('Anki cards', tables['card'] ?? 0, counted.cards)
  found.count('Anki answers', countAnswers(read, kept), counted.reviews)
}

function countAnswers(read: ReadHandle, kept: readonly KeptTable[]): number {
  const review = kept.find(({ name }) => name === 'review')
  let answers = 0
  if (review) for (const row of iterateLive(read, kept, review)) if (row['kind'] === 'answer') answers += 1
  return answers
}

function compareOriginals(folder: string, originalsDir: string | null, found: Findings): void {
  const sizes = (dir: string) =>
    new Map(
      readdirSync(dir)
        .filter(isOriginal)
        .map((name) => [name, statSync(join(dir, name)).size]),
    )
  const exists = originalsDir !== null && statSync(originalsDir, { throwIfNoEntry: false })?.isDirectory()
  const written = exists ? sizes(originalsDir) : new Map<string, number>()
  const copied = sizes(join(folder, 'originals'))
  const same = [...written].filter(([name, size]) => copied.get(name) === size)
  found.count('originals', written.size, same.length)
}

function measure(folder: string): { fileCount: number; sizeBytes: number } {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return {
    fileCount: files.length,
    sizeBytes: files.reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0),
  }
}
