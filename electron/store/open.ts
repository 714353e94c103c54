import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { ActionLog, type ActionStep } from './actions.ts'
import { addFold } from './fold-function.ts'
import type { ReadHandle, WriteHandle } from './handle.ts'
import { keepFile, makeFolder, placeAside, standAlone } from './library-files.ts'
import { type ActionFile, type AfterTurn, LongActions } from './long-actions.ts'
import { migrate, refuseNewer } from './migrate.ts'
import { watchClaims } from './queries/claim-changes.ts'
import { followDecks } from './queries/decks.ts'
import { isSqliteError } from './sqlite-error.ts'
import { cachedStatements } from './statements.ts'

/** Another Dossier has this library open. */
export class LibraryInUseError extends Error {
  override readonly name = 'LibraryInUseError'
}

/** The library file is not a database, or is damaged. It is left as it is. */
export class DamagedLibraryError extends Error {
  override readonly name = 'DamagedLibraryError'
}

/** The file is the database of another program. */
export class ForeignLibraryError extends DamagedLibraryError {}

/** An open library: one connection that writes. */
export interface Library {
  readonly dir: string
  /** For queries. */
  readonly read: ReadHandle
  /** How often another file was put in the place of the first. */
  readonly replacements: number
  /** Runs `work` in one transaction as one undo step; what follows from it by itself comes `after`, unrecorded. */
  act<T>(step: ActionStep, nowMs: number, work: (db: WriteHandle) => T, after?: (db: WriteHandle) => void): T
  /** Runs `work` in one transaction that undo does not cover: places read, settings, what was found in a text. */
  write<T>(work: (db: WriteHandle) => T): T
  /**
   * Runs `parts` in order as one undo step, as many at a time as take no longer than others can wait, each time in a
   * transaction of its own. Yields between. Whoever leaves before the end, a part that throws and a crash leave nothing
   * of it; `after` follows what is taken back. `follows`: what comes of it by itself, unrecorded.
   */
  actInParts(
    step: ActionStep,
    nowMs: number,
    parts: Iterable<(db: WriteHandle) => void>,
    after: AfterTurn,
    follows?: Iterable<(db: WriteHandle) => void>,
  ): AsyncGenerator<void, void, void>
  /** Takes the last action back, with `after` in the same transaction; one of many rows in several. */
  undo(nowMs: number, after: AfterTurn): Promise<ActionStep | null>
  /** Does the last action that was taken back again. */
  redo(nowMs: number, after: AfterTurn): Promise<ActionStep | null>
  /** Takes the last action back at once, however long it was. */
  undoNow(nowMs: number, after: AfterTurn): ActionStep | null
  /** Brings to an end what a crash has left in between. */
  finishTurns(nowMs: number, after: AfterTurn): void
  findUndo(): ActionStep | null
  findRedo(): ActionStep | null
  /**
   * Puts another file, which `proveOpens` has let pass, in the place of the library's own; `read` reads that from then on.
   * Takes the file away from where it is. When that fails the library goes on as it was. `keep`: where the file of till
   * now goes, with all that was ever written to it; `damaged` is the folder for those. Null: nowhere.
   */
  replace(file: string, keep: string | 'damaged' | null, nowMs: number): void
  /** Whether its file is still where it was: it may be moved or deleted while it is open. */
  isThere(): boolean
  /** Writes all that the open file holds to another, in slices. The folder must be there. */
  copyTo(file: string): Promise<void>
  /** The number of the newest step of the schema that the file has. */
  formatVersion(): number
  close(): void
}

/**
 * Holds an exclusive lock on a file beside the library for as long as it is open. The system lets go of it however
 * the process ends, so no stale lock can keep a person out.
 */
function holdLock(dir: string): Database.Database {
  const lock = new Database(join(dir, 'library.lock'), { timeout: 0 })
  try {
    lock.pragma('journal_mode = DELETE')
    lock.exec('BEGIN EXCLUSIVE')
    return lock
  } catch (cause) {
    lock.close()
    if (isSqliteError(cause, 'SQLITE_BUSY'))
      throw new LibraryInUseError(`The library in ${dir} is open in another Dossier.`, { cause })
    throw cause
  }
}

/** Keeps everyone else out of the library in a folder until what it gives is called. Throws LibraryInUseError. */
export function holdLibrary(dir: string): () => void {
  const lock = holdLock(dir)
  return () => {
    lock.close()
  }
}

function prepareConnection(db: Database.Database): void {
  db.pragma('journal_mode = WAL')
  // What a person did must survive a power cut: measured at 0.2 ms a transaction.
  db.pragma('synchronous = FULL')
  db.pragma('foreign_keys = ON')
  db.pragma('temp_store = MEMORY')
  db.pragma('cache_size = -32000')
  addFold(db)
}

/** A database that some other program made has no format of ours, but tables. */
function refuseForeign(db: Database.Database, file: string): void {
  const isForeign = 'SELECT 1 FROM pragma_user_version JOIN sqlite_schema WHERE user_version = 0 LIMIT 1'
  if (db.prepare(isForeign).get()) throw new ForeignLibraryError(`${file} is not a library. It was left as it is.`)
}

/**
 * SQLite takes a file that was emptied, or cut short within its head, for a new one. Beside files that were imported,
 * or with anything in it, it is none; a journal means that SQLite itself was stopped while it made the file.
 */
function refuseCut(dir: string, file: string): void {
  const bytes = statSync(file, { throwIfNoEntry: false })?.size
  if (bytes === undefined || bytes >= 512 || existsSync(`${file}-journal`)) return
  const originals = join(dir, 'originals')
  if (bytes === 0 && (!existsSync(originals) || readdirSync(originals).length === 0)) return
  throw new DamagedLibraryError(`${file} was cut short and is damaged. It was left as it is.`)
}

/**
 * Brings a file to the newest format and opens it once, with all that an open library needs; throws what SQLite says.
 * The file stands alone after, without companions.
 */
export function proveOpens(file: string, nowMs: number): void {
  const db = openFile(file, nowMs, null)
  try {
    openFileOf(db)
    db.pragma('journal_mode = DELETE')
  } finally {
    db.close()
  }
}

/** `library`: the one beside whose backups the file is copied before its format changes; null for a copy itself. */
function openFile(file: string, nowMs: number, library: string | null = file): Database.Database {
  const db = new Database(file)
  try {
    // Before anything that writes, as a change of the journal does: what is newer is not touched.
    refuseNewer(db)
    refuseForeign(db, file)
    prepareConnection(db)
    migrate(db, library === ':memory:' ? null : library, nowMs)
    return db
  } catch (cause) {
    db.close()
    if (isSqliteError(cause, 'SQLITE_NOTADB') || isSqliteError(cause, 'SQLITE_CORRUPT'))
      throw new DamagedLibraryError(`${file} is not a library, or is damaged. It was left as it is.`, { cause })
    throw cause
  }
}

class OpenLibrary implements Library {
  readonly dir: string
  #lock: Database.Database | null
  // Services keep it: it goes on to whatever file is open.
  readonly read: ReadHandle = {
    prepare: ((sql: string) => this.#open.read.prepare(sql)) as ReadHandle['prepare'],
  }
  replacements = 0
  #open: OpenFile
  readonly #long = new LongActions(
    () => this.#open,
    (work) => this.write(work),
  )

  constructor(dir: string, db: Database.Database, lock: Database.Database | null) {
    this.dir = dir
    this.#lock = lock
    this.#open = openFileOf(db)
  }

  get #db(): Database.Database {
    return this.#open.db
  }

  get #actions(): ActionLog {
    return this.#open.actions
  }

  write<T>(work: (db: WriteHandle) => T): T {
    // The brand is given here alone: whoever holds a write handle is inside a transaction.
    return this.#db.transaction(() => work(this.read as WriteHandle)).immediate()
  }

  act<T>(step: ActionStep, nowMs: number, work: (db: WriteHandle) => T, after?: (db: WriteHandle) => void): T {
    return this.write((db) => {
      const { result, touched } = this.#actions.record(step, nowMs, () => work(db))
      after?.(db)
      // Last: who is who may follow from what came after.
      followDecks(db, touched)
      return result
    })
  }

  actInParts = (...given: Parameters<LongActions['actInParts']>) => this.#long.actInParts(...given)
  undo = (nowMs: number, after: AfterTurn) => this.#long.turn('undoing', nowMs, after)
  redo = (nowMs: number, after: AfterTurn) => this.#long.turn('redoing', nowMs, after)
  undoNow = (nowMs: number, after: AfterTurn) => this.#long.undoNow(nowMs, after)
  finishTurns = (nowMs: number, after: AfterTurn) => this.#long.finishTurns(nowMs, after)
  findUndo = () => this.#actions.findUndo()
  findRedo = () => this.#actions.findRedo()

  replace(file: string, keep: string | null, nowMs: number): void {
    const own = join(this.dir, 'library.db')
    // What is still in the log would be written over the other file, and lost to the one that is kept.
    const [log] = this.#db.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[]
    if (log?.busy) throw new Database.SqliteError('The library is being read.', 'SQLITE_BUSY')
    this.#db.close()
    try {
      if (keep !== null) keepFile(own, keep === 'damaged' ? placeAside(this.dir, nowMs) : keep)
      for (const companion of ['-wal', '-shm']) rmSync(own + companion, { force: true })
      // At any moment there is one whole file of that name.
      renameSync(file, own)
    } finally {
      this.#open = openFileOf(openFile(own, nowMs))
      this.replacements += 1
      // A folder that was made anew has no lock that anyone else would see.
      if (!existsSync(join(this.dir, 'library.lock'))) {
        this.#lock?.close()
        this.#lock = holdLock(this.dir)
      }
    }
    if (keep !== null && keep !== 'damaged') standAlone(keep)
  }

  isThere(): boolean {
    return this.dir === ':memory:' || existsSync(join(this.dir, 'library.db'))
  }

  async copyTo(file: string): Promise<void> {
    makeFolder(dirname(file))
    await this.#db.backup(file)
  }

  formatVersion(): number {
    return Number(this.#db.pragma('user_version', { simple: true }))
  }

  close(): void {
    this.#db.close()
    this.#lock?.close()
  }
}

/** A connection with what is kept for it alone. */
interface OpenFile extends ActionFile {
  readonly read: ReadHandle
}

function openFileOf(db: Database.Database): OpenFile {
  watchClaims(db)
  return { db, read: cachedStatements(db), actions: new ActionLog(db) }
}

/**
 * Opens the library in `dir`, making it when there is none; `':memory:'` gives one that is gone on close.
 * Throws LibraryInUseError, NewerLibraryError or DamagedLibraryError; nothing stored is touched then.
 */
export function openLibrary(dir: string, nowMs: number): Library {
  if (dir === ':memory:') return new OpenLibrary(dir, openFile(dir, nowMs), null)
  makeFolder(dir)
  const lock = holdLock(dir)
  try {
    refuseCut(dir, join(dir, 'library.db'))
    return new OpenLibrary(dir, openFile(join(dir, 'library.db'), nowMs), lock)
  } catch (error) {
    lock.close()
    throw error
  }
}

/**
 * Moves a damaged file with its companions into `damaged/`, so that another can take its place; gives where it is now.
 * Null, and nothing is moved, when nothing beside it says that it was a library: neither originals nor backups.
 */
export function setAside(dir: string, nowMs: number): string | null {
  const isLibrary = ['originals', 'backups'].some((name) => {
    const beside = join(dir, name)
    return existsSync(beside) && readdirSync(beside).length > 0
  })
  if (!isLibrary) return null
  const lock = holdLock(dir)
  try {
    const aside = placeAside(dir, nowMs)
    for (const companion of ['-wal', '-shm', '-journal', ''])
      if (existsSync(join(dir, `library.db${companion}`)))
        renameSync(join(dir, `library.db${companion}`), aside + companion)
    return aside
  } finally {
    lock.close()
  }
}
