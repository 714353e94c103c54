import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { foldText } from '#shared/text/fold.ts'
import { ActionLog, type ActionStep, type RestoredRow } from './actions.ts'
import type { ReadHandle, WriteHandle } from './handle.ts'
import { keepFile, makeFolder, placeAside, standAlone } from './library-files.ts'
import { migrate, refuseNewer } from './migrate.ts'
import { watchClaims } from './queries/claim-changes.ts'
import { followDecks } from './queries/decks.ts'
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

/** What follows undo or redo in the same transaction: the search index, for one. */
export type AfterTurn = (db: WriteHandle, restored: readonly RestoredRow[]) => void

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

/** Whether `error` is SQLite's error of that code, or of one of its extended codes. */
export function isSqliteError(error: unknown, code: string): boolean {
  return error instanceof Database.SqliteError && (error.code === code || error.code.startsWith(`${code}_`))
}

function prepareConnection(db: Database.Database): void {
  db.pragma('journal_mode = WAL')
  // What a person did must survive a power cut: measured at 0.2 ms a transaction.
  db.pragma('synchronous = FULL')
  db.pragma('foreign_keys = ON')
  db.pragma('temp_store = MEMORY')
  db.pragma('cache_size = -32000')
  db.function('fold', { deterministic: true }, (text) => foldText(String(text ?? '')))
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
  #turning: Promise<unknown> = Promise.resolve()

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

  async *actInParts(
    step: ActionStep,
    nowMs: number,
    parts: Iterable<(db: WriteHandle) => void>,
    after: AfterTurn,
    follows: Iterable<(db: WriteHandle) => void> = [],
  ): AsyncGenerator<void, void, void> {
    const actions = this.#actions
    const [rest, unnoted] = [parts[Symbol.iterator](), follows[Symbol.iterator]()]
    let isDone = false
    let seq: number | null = null
    let isWhole = false
    const goOn = (db: WriteHandle) => {
      const begun = seq ?? actions.beginLong(step, nowMs)
      if (!isDone) {
        const { result, touched } = actions.goOn(begun, step, () => runSome(rest, db))
        followDecks(db, touched)
        isDone = result
      }
      return { begun, isOver: isDone && runSome(unnoted, db) }
    }
    try {
      // What is short is done in one.
      isWhole = this.write((db) => {
        const { begun, isOver } = goOn(db)
        if (isOver) actions.finish(begun)
        seq = begun
        return isOver
      })
      if (isWhole) return
      for (let isOver = false; !isOver; ) {
        await nextTurn()
        yield
        isOver = this.#writePart((db) => goOn(db).isOver)
      }
      const done = seq ?? 0
      this.write(() => actions.finish(done))
      isWhole = true
    } finally {
      if (!isWhole && seq !== null) await this.#leave(actions, seq, nowMs, after)
    }
  }

  /** Takes back what was done of a long action; where that can't be written now, later. */
  async #leave(actions: ActionLog, seq: number, nowMs: number, after: AfterTurn): Promise<void> {
    // Another library may have been put in its place, or the first part was not done at all.
    if (!this.#db.open || actions !== this.#actions || !actions.listUnfinished().includes(seq)) return
    try {
      this.write(() => actions.beginTurn(seq, 'leaving'))
      await this.#turnInParts(seq, nowMs, after)
    } catch (error) {
      if (!isSqliteError(error, 'SQLITE_FULL') && !isSqliteError(error, 'SQLITE_IOERR')) throw error
      setTimeout(() => void this.#leave(actions, seq, nowMs, after), TRY_AGAIN_MS).unref()
    }
  }

  undo = (nowMs: number, after: AfterTurn) => this.#turn('undoing', nowMs, after)
  redo = (nowMs: number, after: AfterTurn) => this.#turn('redoing', nowMs, after)

  /** One after the other: what is taken back first was done last. */
  #turn(turn: 'undoing' | 'redoing', nowMs: number, after: AfterTurn): Promise<ActionStep | null> {
    const done = this.#turning.then(() => {
      const next = this.#actions.findTurn(turn)
      if (!next) return null
      if (next.changes <= AT_ONCE) return this.#turnNow(next.seq, turn, nowMs, after)
      this.write(() => this.#actions.beginTurn(next.seq, turn))
      return this.#turnInParts(next.seq, nowMs, after)
    })
    this.#turning = done.catch(() => {})
    return done
  }

  undoNow(nowMs: number, after: AfterTurn): ActionStep | null {
    const next = this.#actions.findTurn('undoing')
    return next && this.#turnNow(next.seq, 'undoing', nowMs, after)
  }

  #turnNow(seq: number, turn: 'undoing' | 'redoing', nowMs: number, after: AfterTurn): ActionStep | null {
    return this.write((db) => {
      this.#actions.beginTurn(seq, turn)
      const restored = this.#actions.turnSome(seq, Number.MAX_SAFE_INTEGER, nowMs)
      after(db, restored)
      followDecks(db, restored)
      return this.#actions.endTurn(seq, nowMs)
    })
  }

  /** Null when the library was closed before the end; what is left is done when it is opened again. */
  async #turnInParts(seq: number, nowMs: number, after: AfterTurn): Promise<ActionStep | null> {
    while (this.#db.open) {
      if (this.#turnSome(seq, nowMs, after)) return this.write(() => this.#actions.endTurn(seq, nowMs))
      await nextTurn()
    }
    return null
  }

  /** Goes on with a turn; true when all rows were turned. */
  #turnSome(seq: number, nowMs: number, after: AfterTurn): boolean {
    return this.#writePart((db) => {
      const untilMs = performance.now() + PART_MS
      do {
        const restored = this.#actions.turnSome(seq, ROWS_BETWEEN_LOOKS, nowMs)
        after(db, restored)
        followDecks(db, restored)
        if (restored.length < ROWS_BETWEEN_LOOKS) return true
      } while (performance.now() < untilMs)
      return false
    })
  }

  /** A part of something that is as if it had not been begun until all of it is there: it need not outlast a power cut. */
  #writePart<T>(work: (db: WriteHandle) => T): T {
    this.#db.pragma('synchronous = NORMAL')
    try {
      return this.write(work)
    } finally {
      if (this.#db.open) this.#db.pragma('synchronous = FULL')
    }
  }

  finishTurns(nowMs: number, after: AfterTurn): void {
    for (const seq of this.#actions.listUnfinished()) {
      while (!this.#turnSome(seq, nowMs, after));
      this.write(() => this.#actions.endTurn(seq, nowMs))
    }
  }

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

/** So many rows are taken back in one transaction. */
const AT_ONCE = 400
/** So long others wait for a part of a long action. */
const PART_MS = 12
const ROWS_BETWEEN_LOOKS = 40
const TRY_AGAIN_MS = 5_000

/** Runs parts for as long as others can wait; true when none is left. */
function runSome(parts: Iterator<(db: WriteHandle) => void>, db: WriteHandle): boolean {
  const untilMs = performance.now() + PART_MS
  while (performance.now() < untilMs) {
    const next = parts.next()
    if (next.done) return true
    next.value(db)
  }
  return false
}

/** A connection with what is kept for it alone. */
interface OpenFile {
  readonly db: Database.Database
  readonly read: ReadHandle
  readonly actions: ActionLog
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
