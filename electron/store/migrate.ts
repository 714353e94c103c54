import { copyFileSync, existsSync, mkdirSync, renameSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { createLibrary } from './migrations/0001-create-library.ts'
import { planStudy } from './migrations/0002-plan-study.ts'
import { countCards } from './migrations/0003-count-cards.ts'
import { keepFoundEntities } from './migrations/0004-keep-found-entities.ts'
import { dateFirstReading } from './migrations/0005-date-first-reading.ts'
import { practice } from './migrations/0006-practice.ts'
import { addAnchorStates } from './migrations/0007-add-anchor-states.ts'
import { addMarkLinks } from './migrations/0008-add-mark-links.ts'
import { askAboutFinds } from './migrations/0009-ask-about-finds.ts'
import { contrastAndResurface } from './migrations/0010-contrast-and-resurface.ts'
import { tellBearers } from './migrations/0011-tell-bearers.ts'
import { keepMovedQuotes } from './migrations/0012-keep-moved-quotes.ts'
import { findCorrections } from './migrations/0013-find-corrections.ts'
import { compareArticles } from './migrations/0014-compare-articles.ts'
import { sortFigures } from './migrations/0015-sort-figures.ts'
import { keepLostSources } from './migrations/0016-keep-lost-sources.ts'
import { finishLongActions } from './migrations/0017-finish-long-actions.ts'
import { wordMeasures } from './migrations/0018-word-measures.ts'
import { tellWhoStatesFigures } from './migrations/0019-tell-who-states-figures.ts'
import { knowEarlierTexts } from './migrations/0020-know-earlier-texts.ts'

/** One numbered step of the schema. A shipped step is frozen. */
export interface Migration {
  readonly version: number
  readonly name: string
  up(db: Pick<Database.Database, 'exec' | 'prepare'>): void
}

/** All steps, in order and without gaps. */
export const migrations: readonly Migration[] = [
  createLibrary,
  planStudy,
  countCards,
  keepFoundEntities,
  dateFirstReading,
  practice,
  addAnchorStates,
  addMarkLinks,
  askAboutFinds,
  contrastAndResurface,
  tellBearers,
  keepMovedQuotes,
  findCorrections,
  compareArticles,
  sortFigures,
  keepLostSources,
  finishLongActions,
  wordMeasures,
  tellWhoStatesFigures,
  knowEarlierTexts,
]

/** The file was written by a newer Dossier: it is left untouched. */
export class NewerLibraryError extends Error {
  override readonly name = 'NewerLibraryError'
  readonly fileVersion: number
  constructor(fileVersion: number, knownVersion: number) {
    super(`This library has format ${fileVersion}; this Dossier knows formats up to ${knownVersion}.`)
    this.fileVersion = fileVersion
  }
}

function assertNumbered(steps: readonly Migration[]): void {
  for (const [index, step] of steps.entries())
    if (step.version !== index + 1) throw new Error(`Migration ${step.version} stands where ${index + 1} belongs.`)
}

/** Throws NewerLibraryError when the file is from a newer Dossier; writes nothing. */
export function refuseNewer(db: Pick<Database.Database, 'pragma'>, steps = migrations): void {
  const version = Number(db.pragma('user_version', { simple: true }))
  if (version > steps.length) throw new NewerLibraryError(version, steps.length)
}

/** Copies a library file as it is, its write-ahead log folded in, beside the backups. */
function copyBefore(db: Database.Database, file: string, nowMs: number): void {
  db.pragma('wal_checkpoint(TRUNCATE)')
  const backups = join(dirname(file), 'backups')
  mkdirSync(backups, { recursive: true })
  const stamp = new Date(nowMs).toISOString().replaceAll(':', '-')
  const copy = join(backups, `${basename(file, '.db')}-${stamp}-format.db`)
  if (existsSync(copy)) return
  copyFileSync(file, `${copy}.part`)
  // One file without companions: it can be read where nothing may be written.
  const copied = new Database(`${copy}.part`)
  copied.pragma('journal_mode = DELETE')
  copied.close()
  renameSync(`${copy}.part`, copy)
}

/**
 * Brings the file to the newest format, one transaction a step. A file that holds data is copied into `backups/`
 * before its first pending step. A step that throws leaves the format before it.
 * Throws NewerLibraryError, before anything is written, when the file is from a newer Dossier.
 */
export function migrate(db: Database.Database, file: string | null, nowMs: number, steps = migrations): void {
  assertNumbered(steps)
  refuseNewer(db, steps)
  const version = Number(db.pragma('user_version', { simple: true }))
  const pending = steps.slice(version)
  if (pending.length > 0 && version > 0 && file !== null) copyBefore(db, file, nowMs)
  for (const step of pending)
    db.transaction(() => {
      step.up(db)
      db.pragma(`user_version = ${step.version}`)
    }).exclusive()
}
