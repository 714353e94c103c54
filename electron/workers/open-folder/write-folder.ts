import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { toAnkiPackage } from '#electron/formats/export/anki-package.ts'
import type { ArticleNotes } from '#electron/formats/export/article-notes.ts'
import { dossierToMarkdown } from '#electron/formats/export/dossier.ts'
import { createFileNamer } from '#electron/formats/export/file-name.ts'
import { notesToTables, reviewsToTable } from '#electron/formats/export/tables.ts'
import { notesToWebAnnotations } from '#electron/formats/export/web-annotation.ts'
import { writeArticleFile } from '#electron/formats/open-folder/article-file.ts'
import {
  ARTICLE_FOLDER,
  DATA_FOLDER,
  FOLDER_FORMAT,
  FOLDER_README,
  type FolderManifest,
  MANIFEST_FILE,
} from '#electron/formats/open-folder/manifest.ts'
import { writeAnkiCollection } from '#electron/store/anki/write-collection.ts'
import type { ReadHandle } from '#electron/store/handle.ts'
import { type KeptTable, listKeptTables } from '#electron/store/open-folder/kept-tables.ts'
import { countLive, iterateLive } from '#electron/store/open-folder/rows.ts'
import { listWrittenNotes } from '#electron/store/open-folder/written-notes.ts'
import { findArticleText, listArticleIds } from '#electron/store/queries/articles.ts'
import { listCards } from '#electron/store/queries/card-list.ts'
import { listEntities } from '#electron/store/queries/entities.ts'
import { listFigures } from '#electron/store/queries/figures.ts'
import { listWholeLog } from '#electron/store/queries/reviews.ts'
import { cardsToAnkiNotes, mediaOf, pictureName } from '#electron/workers/export/anki-notes.ts'
import { readDossier } from '#electron/workers/export/read-dossier.ts'
import { allOf, eachOf, readNotes, toNotesCard } from '#electron/workers/export/read-notes.ts'
import { writeText } from '#electron/workers/export/write-file.ts'
import type { Report } from '#electron/workers/progress.ts'
import { createLineWriter, rowToLine } from './json-rows.ts'

/** What to write, and where. */
export interface FolderOrder {
  readonly read: ReadHandle
  /** Where `originals/` lies, or null when none are kept. */
  readonly originalsDir: string | null
  /** Must not exist. */
  readonly folder: string
  readonly version: string
  readonly nowMs: number
}

/**
 * Writes a whole library as an open folder: what is there at the end is complete, for it gets its name last. Throws
 * what the file system throws.
 */
export function writeFolder(order: FolderOrder, report: Report): FolderManifest {
  const { read, folder, nowMs, version } = order
  const part = `${folder}.part`
  mkdirSync(join(part, DATA_FOLDER), { recursive: true })
  const tables = listKeptTables(read)
  const ids = listArticleIds(read, 'all')
  const total = tables.length + ids.length
  const counts: Record<string, number> = {}
  for (const [index, table] of tables.entries()) {
    report('writing', index, total)
    counts[table.name] = writeTable(order, tables, table, part)
  }
  const notes = writeArticles(read, part, (index) => report('writing', tables.length + index, total))
  writeForms(read, part, notes, nowMs)
  writeDossiers(read, part)
  copyOriginals(order.originalsDir, part)
  writeFileSync(join(part, 'README.md'), FOLDER_README)
  const manifest = { program: 'Dossier', format: FOLDER_FORMAT, version, exportedAtMs: nowMs, tables: counts }
  writeFileSync(join(part, MANIFEST_FILE), `${JSON.stringify(manifest, null, 2)}\n`)
  renameSync(part, folder)
  return manifest
}

function writeTable({ read }: FolderOrder, tables: readonly KeptTable[], table: KeptTable, part: string): number {
  const isMedia = table.name === 'picture'
  const file = createLineWriter(join(part, DATA_FOLDER, `${table.name}.jsonl`))
  let count = 0
  if (isMedia) mkdirSync(join(part, 'media'))
  try {
    for (const row of iterateLive(read, tables, table)) {
      const { bytes, ...rest } = row
      if (isMedia && bytes instanceof Uint8Array) {
        const name = pictureName({ sha256: String(rest.sha256), mediaType: String(rest.media_type) })
        writeFileSync(join(part, 'media', name), bytes)
        file.write(rowToLine(rest))
      } else file.write(rowToLine(row))
      count += 1
    }
  } finally {
    file.close()
  }
  if (count !== countLive(read, tables, table)) throw new Error(`Rows of ${table.name} were left out.`)
  return count
}

/** Every article as Markdown; gives the notes of those that have any. */
function writeArticles(read: ReadHandle, part: string, onOne: (index: number) => void): ArticleNotes[] {
  mkdirSync(join(part, ARTICLE_FOLDER))
  const nameOf = createFileNamer()
  const all: ArticleNotes[] = []
  for (const [index, id] of listArticleIds(read, 'all').entries()) {
    onOne(index)
    const notes = readNotes(read, id)
    if (!notes) continue
    const { title, publishedOn, marks, remarks, cards } = notes
    const name = nameOf(publishedOn === null ? title : `${publishedOn} ${title}`, 'md')
    const file = { notes, text: findArticleText(read, id) ?? '', written: listWrittenNotes(read, id) }
    writeFileSync(join(part, ARTICLE_FOLDER, name), writeArticleFile(file))
    if (marks.length + remarks.length + cards.length > 0) all.push(notes)
  }
  return all
}

/** The same in forms that other programs read. */
function writeForms(read: ReadHandle, part: string, articles: readonly ArticleNotes[], nowMs: number): void {
  const cards = allOf((cursor) => listCards(read, { state: 'all', limit: 200, cursor }, nowMs))
  const looseCards = cards.filter((card) => card.evidence.articleId === null).map(toNotesCard)
  const entities = eachOf((cursor) => listEntities(read, { sort: 'mentions', limit: 200, cursor }))
  const figures = eachOf((cursor) => listFigures(read, { sort: 'article', limit: 200, cursor }))
  mkdirSync(join(part, 'tables'))
  const tables = [...notesToTables({ articles, looseCards, entities, figures }), reviewsToTable(listWholeLog(read))]
  for (const { path, parts } of tables) writeText(join(part, 'tables', path), parts)
  writeText(join(part, 'annotations.jsonld'), notesToWebAnnotations(articles, nowMs))
  const collection = writeAnkiCollection(cardsToAnkiNotes(read, cards), nowMs)
  writeFileSync(join(part, 'cards.apkg'), toAnkiPackage(collection, mediaOf(read, cards)))
}

function writeDossiers(read: ReadHandle, part: string): void {
  mkdirSync(join(part, 'Dossiers'))
  const nameOf = createFileNamer()
  let cursor: string | undefined
  do {
    const page = listEntities(read, { sort: 'mentions', limit: 200, cursor })
    for (const { id } of page.items) {
      const dossier = readDossier(read, id, false)
      if (dossier) writeFileSync(join(part, 'Dossiers', nameOf(dossier.name, 'md')), dossierToMarkdown(dossier))
    }
    cursor = page.nextCursor ?? undefined
  } while (cursor !== undefined)
}

function copyOriginals(from: string | null, part: string): void {
  const to = join(part, 'originals')
  mkdirSync(to)
  if (from === null || !existsSync(from)) return
  for (const name of readdirSync(from)) if (isOriginal(name)) copyFileSync(join(from, name), join(to, name))
}

/** Whether a file of `originals/` is one that was stored whole. */
export function isOriginal(name: string): boolean {
  return /^[0-9a-f]{64}(\.[a-z0-9]{1,8})?$/.test(name) && !name.endsWith('.part')
}

/** A name for a new folder in `dir` that is not taken. */
export function freeFolder(dir: string, nowMs: number): string {
  mkdirSync(dir, { recursive: true })
  const day = new Date(nowMs).toISOString().slice(0, 10)
  for (let number = 1; ; number += 1) {
    const folder = join(dir, number === 1 ? `Dossier ${day}` : `Dossier ${day} ${number}`)
    if (!existsSync(folder) && !existsSync(`${folder}.part`)) return folder
  }
}
