import { existsSync } from 'node:fs'
import { copyFile, mkdir, readdir, readFile, rename, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type SettledEdit, settleEdit } from '#electron/formats/open-folder/settle-edit.ts'
import type { ReadHandle, WriteHandle } from '#electron/store/handle.ts'
import {
  attachFolder,
  countFolderRows,
  detachFolder,
  type MergedRows,
  type MergedTable,
  mergeFolder,
} from '#electron/store/open-folder/merge-folder.ts'
import { findAnnotation, updateAnnotation } from '#electron/store/queries/annotations.ts'
import { listRecordsOf } from '#electron/store/queries/corrections.ts'
import { indexArticle, indexEntry } from '#electron/store/queries/search.ts'
import type { NoteEdit } from '#electron/workers/open-folder/read-edits.ts'
import type { FolderContent } from '#electron/workers/open-folder/read-folder.ts'
import { isOriginal } from '#electron/workers/open-folder/write-folder.ts'
import type { CorrectionRecord } from '#shared/contract/correction.ts'
import type { FolderImported, FolderImportProgress } from '#shared/contract/open-folder.ts'
import type { AnnotationId, ArticleId } from '#shared/domain/ids.ts'
import type { ServiceContext } from './context.ts'
import { turnFollower } from './follow-turn.ts'
import { settleInParts } from './settle-corrections.ts'
import { sha256 } from './store-article.ts'
import { TakenNotes } from './taken-notes.ts'

/** A folder that was read into a library of its own, ready to be imported. */
export interface Look {
  readonly id: string
  readonly dir: string
  readonly folder: string
  readonly content: FolderContent
}

/** The tables to which something happens. */
export function changedTables(tables: readonly MergedTable[]) {
  return tables
    .filter(({ added, changed, returned }) => added + changed + returned > 0)
    .map(({ left: _, ...table }) => table)
}

/** Tells how far it is on the way. Null, and nothing came in, when `signal` has aborted before the end. */
export async function* importFolder(
  context: ServiceContext,
  { dir, folder, content }: Look,
  bringBack: boolean,
  signal: AbortSignal | undefined,
): AsyncGenerator<FolderImportProgress, FolderImported | null, void> {
  const { library, changes, clock } = context
  yield { type: 'progress', done: 0, total: 0 }
  await takeOriginals(join(folder, 'originals'), library.dir, signal)
  if (signal?.aborted) return null
  const nowMs = clock()
  const day = new Date(content.manifest.exportedAtMs).toISOString().slice(0, 10)
  const step = { kind: 'folder.import', label: `Import of the open folder of ${day}`, articleId: null }
  const coming = new FolderImport(content, bringBack, nowMs)
  attachFolder(library.read, join(dir, 'library.db'))
  try {
    coming.countAll(library.read)
    for await (const _ of library.actInParts(step, nowMs, coming.parts(), turnFollower(clock), coming.follows())) {
      yield coming.progress()
      if (signal?.aborted) return null
    }
  } finally {
    detachFolder(library.read)
    changes.announce(folderAreas)
  }
  return coming.result()
}

const folderAreas = [
  'article',
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
] as const

type Part = (db: WriteHandle) => void
/** So many rows are put into the index at once. */
const INDEXED_AT_ONCE = 10

/** An import of a folder, in parts: its rows, the notes that were changed outside, and what follows from both. */
class FolderImport {
  readonly #content: FolderContent
  readonly #bringBack: boolean
  readonly #nowMs: number
  #merged: MergedRows | null = null
  readonly #notes = { editCount: 0, conflictCount: 0, leftCount: 0 }
  #done = 0
  #total = 0

  constructor(content: FolderContent, bringBack: boolean, nowMs: number) {
    this.#content = content
    this.#bringBack = bringBack
    this.#nowMs = nowMs
  }

  /** Counts what is to be done: rows, and once more those of articles, which are put into the index. */
  countAll(db: ReadHandle): void {
    const { edits, manifest } = this.#content
    this.#total = countFolderRows(db) + edits.length + (manifest.tables['article'] ?? 0)
  }

  progress(): FolderImportProgress {
    return { type: 'progress', done: Math.min(this.#done, this.#total), total: this.#total }
  }

  *parts(): Generator<Part, void, void> {
    this.#merged = yield* mergeFolder(this.#bringBack, this.#nowMs, (rows) => {
      this.#done += rows
    })
    yield* this.#takeEdits()
  }

  /** A note that was changed outside comes in; one that was changed here too keeps both. */
  *#takeEdits(): Generator<Part, void, void> {
    let taken: TakenNotes | null = null
    for (const edit of this.#content.edits)
      yield (db) => {
        taken ??= new TakenNotes(db)
        this.#count(takeEdit(db, edit, taken, this.#nowMs))
        this.#done += 1
      }
    yield (db) => {
      if (this.#notes.editCount > 0) taken?.store(db, this.#nowMs)
    }
  }

  #count(kind: EditOutcome): void {
    if (kind === 'CHANGED' || kind === 'BOTH') this.#notes.editCount += 1
    if (kind === 'BOTH') this.#notes.conflictCount += 1
    if (kind === 'TOO_LONG' || kind === 'GONE') this.#notes.leftCount += 1
  }

  /** Search, names and corrections follow what came in. */
  *follows(): Generator<Part, void, void> {
    const merged = this.#merged
    if (!merged) return
    for (const id of merged.articleIds)
      yield (db) => {
        indexArticle(db, id as ArticleId)
        this.#done += 1
      }
    const entries = [
      ...merged.entityIds.map((id) => ['entity', id] as const),
      ...merged.annotationIds.map((id) => ['annotation', id] as const),
      ...merged.cardIds.map((id) => ['card', id] as const),
    ]
    for (let from = 0; from < entries.length; from += INDEXED_AT_ONCE)
      yield (db) => {
        for (const [kind, id] of entries.slice(from, from + INDEXED_AT_ONCE)) indexEntry(db, kind, id)
      }
    let records: readonly CorrectionRecord[] = []
    yield (db) => {
      records = listRecordsOf(db, merged.corrections)
    }
    yield* settleInParts(records, this.#nowMs)
  }

  result(): FolderImported {
    return { tables: changedTables(this.#merged?.tables ?? []), ...this.#notes }
  }
}

type EditOutcome = SettledEdit['kind'] | 'GONE'

function takeEdit(db: WriteHandle, edit: NoteEdit, taken: TakenNotes, nowMs: number): EditOutcome {
  const found = findAnnotation(db, edit.annotationId as AnnotationId)
  if (!found) return 'GONE'
  const settled = settleEdit(found.note, edit, (note) => taken.has(found.id, note))
  if (settled.kind === 'CHANGED' || settled.kind === 'BOTH') {
    updateAnnotation(db, found.id, { categoryId: found.categoryId, note: settled.note }, nowMs)
    indexEntry(db, 'annotation', found.id)
    taken.add(found.id, edit.after)
  }
  return settled.kind
}

/** The files as they were imported; one whose bytes are not those of its name is left. */
async function takeOriginals(from: string, libraryDir: string, signal: AbortSignal | undefined): Promise<void> {
  if (libraryDir === ':memory:') return
  const to = join(libraryDir, 'originals')
  await mkdir(to, { recursive: true })
  for (const name of await readdir(from).catch(() => [])) {
    if (signal?.aborted) return
    const [source, target] = [join(from, name), join(to, name)]
    if (!isOriginal(name) || existsSync(target) || !(await stat(source)).isFile()) continue
    if (sha256(await readFile(source)) !== name.slice(0, 64)) continue
    await copyFile(source, `${target}.part`)
    await rename(`${target}.part`, target)
  }
}
