import { setImmediate as nextTurn } from 'node:timers/promises'
import type Database from 'better-sqlite3'
import type { ActionLog, ActionStep, RestoredRow } from './actions.ts'
import type { WriteHandle } from './handle.ts'
import { followDecks } from './queries/decks.ts'
import { isSqliteError } from './sqlite-error.ts'

/** What follows undo or redo in the same transaction: the search index, for one. */
export type AfterTurn = (db: WriteHandle, restored: readonly RestoredRow[]) => void

/** A connection with the log of its actions. */
export interface ActionFile {
  readonly db: Database.Database
  readonly actions: ActionLog
}

/** So many rows are taken back in one transaction. */
const AT_ONCE = 400
/** So long others wait for a part of a long action. */
const PART_MS = 5
/** The same of rows that much follows from. */
const HEAVY_AT_ONCE = 10
const BETWEEN_LOOKS = { most: 20, mostHeavy: 1 }
const TRY_AGAIN_MS = 5_000

/** Runs parts for as long as others can wait; true when none is left. Call inside a transaction. */
export function runSome(parts: Iterator<(db: WriteHandle) => void>, db: WriteHandle): boolean {
  const untilMs = performance.now() + PART_MS
  while (performance.now() < untilMs) {
    const next = parts.next()
    if (next.done) return true
    next.value(db)
  }
  return false
}

/** What is done, taken back or done again in many short transactions, with turns for others between. */
export class LongActions {
  readonly #file: () => ActionFile
  readonly #write: <T>(work: (db: WriteHandle) => T) => T
  #turning: Promise<unknown> = Promise.resolve()
  /** Those that could not be brought to their end for want of room. */
  readonly #stuck = new Map<number, () => void>()

  /** `file`: the one that is open now. */
  constructor(file: () => ActionFile, write: <T>(work: (db: WriteHandle) => T) => T) {
    this.#file = file
    this.#write = write
  }

  async *actInParts(
    step: ActionStep,
    nowMs: number,
    parts: Iterable<(db: WriteHandle) => void>,
    after: AfterTurn,
    follows: Iterable<(db: WriteHandle) => void> = [],
  ): AsyncGenerator<void, void, void> {
    this.settle()
    const actions = this.#file().actions
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
      isWhole = this.#write((db) => {
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
      this.#write(() => actions.finish(done))
      isWhole = true
    } finally {
      if (!isWhole && seq !== null) await this.#leave(actions, seq, nowMs, after)
    }
  }

  /** Takes back what was done of a long action; where that can't be written now, later. */
  async #leave(actions: ActionLog, seq: number, nowMs: number, after: AfterTurn): Promise<void> {
    // Another library may have been put in its place, or the first part was not done at all.
    if (!this.#file().db.open || actions !== this.#file().actions || !actions.listUnfinished().includes(seq)) return
    await this.#turnInParts(seq, nowMs, after, 'leaving')
  }

  /** One after the other: what is taken back first was done last. */
  turn(turn: 'undoing' | 'redoing', nowMs: number, after: AfterTurn): Promise<ActionStep | null> {
    const done = this.#turning.then(() => {
      // What is still in sight of an action that was given up is gone before anything else is taken back.
      this.settle()
      const next = this.#file().actions.findTurn(turn)
      if (!next) return null
      // Looked for among few rows alone: a walk through those of a large import takes longer than its first part.
      const isShort = next.changes <= AT_ONCE && !this.#file().actions.isHeavy(next.seq)
      if (isShort || next.changes <= HEAVY_AT_ONCE) return this.#turnNow(next.seq, turn, nowMs, after)
      return this.#turnInParts(next.seq, nowMs, after, turn)
    })
    this.#turning = done.catch(() => {})
    return done
  }

  undoNow(nowMs: number, after: AfterTurn): ActionStep | null {
    this.settle()
    const next = this.#file().actions.findTurn('undoing')
    return next && this.#turnNow(next.seq, 'undoing', nowMs, after)
  }

  #turnNow(seq: number, turn: 'undoing' | 'redoing', nowMs: number, after: AfterTurn): ActionStep | null {
    return this.#write((db) => {
      this.#file().actions.beginTurn(seq, turn)
      const all = { most: Number.MAX_SAFE_INTEGER, mostHeavy: Number.MAX_SAFE_INTEGER }
      const { restored } = this.#file().actions.turnSome(seq, all, nowMs)
      after(db, restored)
      followDecks(db, restored)
      return this.#file().actions.endTurn(seq, nowMs)
    })
  }

  /**
   * Null when the library was closed before the end; what is left is done when it is opened again. What can't be written
   * now, as on a full disk, is brought to its end as soon as it can.
   */
  async #turnInParts(
    seq: number,
    nowMs: number,
    after: AfterTurn,
    turn: 'undoing' | 'redoing' | 'leaving',
  ): Promise<ActionStep | null> {
    const { db, actions } = this.#file()
    try {
      this.#write(() => actions.beginTurn(seq, turn))
      while (db.open) {
        if (this.#turnSome(seq, nowMs, after)) return this.#write(() => actions.endTurn(seq, nowMs))
        await nextTurn()
      }
      return null
    } catch (error) {
      this.#tryAgainSoon(actions, seq, nowMs, after)
      throw error
    }
  }

  #tryAgainSoon(actions: ActionLog, seq: number, nowMs: number, after: AfterTurn): void {
    this.#stuck.set(seq, () => {
      if (this.#file().db.open && actions === this.#file().actions && actions.listUnfinished().includes(seq))
        this.#finish(seq, nowMs, after)
    })
    const tryAgain = () => {
      try {
        this.settle()
      } catch (error) {
        if (!isSqliteError(error, 'SQLITE_FULL') && !isSqliteError(error, 'SQLITE_IOERR')) throw error
        setTimeout(tryAgain, TRY_AGAIN_MS).unref()
      }
    }
    setTimeout(tryAgain, TRY_AGAIN_MS).unref()
  }

  /** Brings to an end what there was no room for. Throws as long as there is none. */
  settle(): void {
    for (const [seq, finish] of this.#stuck) {
      finish()
      this.#stuck.delete(seq)
    }
  }

  /** Goes on with a turn; true when all rows were turned. */
  #turnSome(seq: number, nowMs: number, after: AfterTurn): boolean {
    return this.#writePart((db) => {
      const { actions } = this.#file()
      const untilMs = performance.now() + PART_MS
      do {
        const { restored, isOver } = actions.turnSome(seq, BETWEEN_LOOKS, nowMs)
        after(db, restored)
        followDecks(db, restored)
        if (isOver) return true
      } while (performance.now() < untilMs)
      return false
    })
  }

  /** A part of something that is as if it had not been begun until all of it is there: it need not outlast a power cut. */
  #writePart<T>(work: (db: WriteHandle) => T): T {
    this.#file().db.pragma('synchronous = NORMAL')
    try {
      return this.#write(work)
    } finally {
      if (this.#file().db.open) this.#file().db.pragma('synchronous = FULL')
    }
  }

  /** Brings to an end what was left in between, at once. */
  finishTurns(nowMs: number, after: AfterTurn): void {
    for (const seq of this.#file().actions.listUnfinished()) this.#finish(seq, nowMs, after)
  }

  #finish(seq: number, nowMs: number, after: AfterTurn): void {
    while (!this.#turnSome(seq, nowMs, after));
    this.#write(() => this.#file().actions.endTurn(seq, nowMs))
  }
}
