import type Database from 'better-sqlite3'
import { type ActionId, type ArticleId, newId } from '#shared/domain/ids.ts'
import type { ReadHandle, WriteHandle } from './handle.ts'
import { unindexArticle } from './queries/search.ts'
import { cachedStatements } from './statements.ts'

/** One undo step in words: `kind` for programs, `label` for the person ("Highlight in “…”"). */
export interface ActionStep {
  readonly kind: string
  readonly label: string
  readonly articleId: string | null
  /** Whether the action gives an article another text. */
  readonly changesText?: boolean
  /** Actions that say the same here and follow each other closely are one step. */
  readonly joins?: string | null
}

/** Tables that are noted only by actions that change a text: an import would fill the log with what it stores anyway. */
const textTables = ['article_text', 'block'] as const

/**
 * The tables whose rows undo and redo bring back. What is found in a text (mentions, figures) is derived and therefore
 * not here; places read are not actions. Settings are changed by actions only where others come with an open folder.
 */
const trackedTables = [
  'article',
  'category',
  'annotation',
  'annotation_tag',
  'annotation_entity',
  'annotation_repair',
  'tag',
  'correction',
  'card',
  'card_tag',
  'suggestion',
  'review',
  'deck',
  'fsrs_fit',
  'accepted_answer',
  'confusion',
  'kept_apart',
  'contrast',
  'setting',
  ...textTables,
] as const
type TrackedTable = (typeof trackedTables)[number]

/** A row that undo or redo has put back, for the search index and for telling the windows. */
export interface RestoredRow {
  readonly table: TrackedTable
  readonly row: Readonly<Record<string, unknown>>
}

/** The first of some changes, with no more than `most` corrections among them. */
function upToHeavy(changes: readonly ChangeRow[], most: number): readonly ChangeRow[] {
  let heavy = 0
  const end = changes.findIndex(({ table_name }) => table_name === 'correction' && ++heavy > most)
  return end < 0 ? changes : changes.slice(0, end)
}

interface Column {
  readonly name: string
  readonly pk: number
}

interface ChangeRow {
  readonly seq: number
  readonly table_name: TrackedTable
  readonly before: string | null
  readonly after: string | null
}

interface UnfinishedRow {
  /** `doing` and `leaving` end alike: nothing of it stays. */
  readonly turn: 'doing' | 'leaving' | 'undoing' | 'redoing'
  /** The last change that was turned. */
  readonly changeSeq: number | null
}

interface ActionRow extends ActionStep {
  readonly seq: number
}

type Row = Record<string, string | number | null>

const quoted = (name: string) => `"${name}"`

function columnsOf(db: Database.Database, table: string): Column[] {
  return db.prepare('SELECT name, pk FROM pragma_table_info(?)').all(table) as Column[]
}

function keysOf(columns: readonly Column[]): string[] {
  return columns.filter((c) => c.pk > 0).map((c) => c.name)
}

function changedColumns(from: Row, to: Row): string[] {
  return Object.keys(to).filter((name) => name in from && from[name] !== to[name])
}

function imageOf(side: 'OLD' | 'NEW', columns: readonly Column[]): string {
  return `json_object(${columns.map((c) => `'${c.name}', ${side}.${quoted(c.name)}`).join(', ')})`
}

/**
 * Lets SQLite itself note each change of a tracked table while an action is open, so that no query can forget to.
 * The triggers are temporary: they belong to this connection and follow the schema of the day.
 * Source: the technique of sqlite.org/undoredo.html, with row images in place of SQL text.
 */
function installTriggers(db: Database.Database): void {
  db.exec('CREATE TEMP TABLE open_action (seq INTEGER NOT NULL, changes_text INTEGER NOT NULL)')
  for (const table of trackedTables) {
    const columns = columnsOf(db, table)
    const [old, fresh] = [imageOf('OLD', columns), imageOf('NEW', columns)]
    const isText = (textTables as readonly string[]).includes(table)
    // Where the index stands is no part of the text.
    const also = `${isText ? ' WHERE changes_text' : ''})${table === 'article_text' ? ' AND OLD.text <> NEW.text' : ''}`
    const trigger = (event: string, before: string, after: string) => `
      CREATE TEMP TRIGGER note_${table}_${event.toLowerCase()} AFTER ${event} ON main.${table}
      WHEN EXISTS (SELECT 1 FROM temp.open_action${also}
      BEGIN
        INSERT INTO action_change (action_seq, table_name, before, after)
        VALUES ((SELECT seq FROM temp.open_action), '${table}', ${before}, ${after});
      END;`
    const update = trigger('UPDATE', old, fresh)
    if (table === 'article_text') db.exec(update)
    else db.exec(trigger('INSERT', 'NULL', fresh) + update + trigger('DELETE', old, 'NULL'))
  }
}

/** So soon after each other actions are one step to the person. */
const JOINED_WITHIN_MS = 3000

/** The log of actions on one connection: records them, takes them back, does them again. */
export class ActionLog {
  readonly #db: ReadHandle
  readonly #write: WriteHandle
  #last: { readonly seq: number; readonly joins: string; readonly atMs: number } | null = null
  readonly #keyColumns: ReadonlyMap<string, readonly string[]>

  constructor(db: Database.Database) {
    this.#db = cachedStatements(db)
    // Undo and redo are called inside a transaction alone.
    this.#write = this.#db as WriteHandle
    this.#keyColumns = new Map(trackedTables.map((table) => [table, keysOf(columnsOf(db, table))]))
    installTriggers(db)
  }

  #keys(table: TrackedTable): readonly string[] {
    return this.#keyColumns.get(table) ?? []
  }

  /**
   * Runs `work` as one undo step. Call inside a transaction. An action that changed nothing leaves no trace and keeps
   * what could be redone.
   */
  record<T>(step: ActionStep, nowMs: number, work: () => T): { result: T; touched: RestoredRow[] } {
    const joined = this.#findJoined(step, nowMs)
    const seq = joined ?? this.#begin(step, nowMs)
    const result = this.#noting(seq, step, work)
    const touched = this.#settle(seq) ? this.#touched(seq, 0) : []
    this.#last = step.joins ? { seq, joins: step.joins, atMs: nowMs } : null
    return { result, touched }
  }

  #noting<T>(seq: number, { changesText }: ActionStep, work: () => T): T {
    this.#db
      .prepare('INSERT INTO temp.open_action (seq, changes_text) VALUES (?, ?)')
      .run(seq, Number(changesText ?? false))
    try {
      return work()
    } finally {
      this.#db.prepare('DELETE FROM temp.open_action').run()
    }
  }

  /** Begins an action that takes several transactions: none of it is to be undone until it is finished. */
  beginLong(step: ActionStep, nowMs: number): number {
    const seq = this.#begin(step, nowMs)
    this.#db.prepare("INSERT INTO unfinished_action (action_seq, turn) VALUES (?, 'doing')").run(seq)
    return seq
  }

  /** Does the next part of a long action. Call inside a transaction. */
  goOn<T>(seq: number, step: ActionStep, work: () => T): { result: T; touched: RestoredRow[] } {
    const before = this.#db.prepare('SELECT max(seq) AS seq FROM action_change WHERE action_seq = ?').get(seq)
    const result = this.#noting(seq, step, work)
    return { result, touched: this.#touched(seq, (before as { seq: number | null }).seq ?? 0) }
  }

  /** All of a long action is done. */
  finish(seq: number): void {
    this.#db.prepare('DELETE FROM unfinished_action WHERE action_seq = ?').run(seq)
    this.#settle(seq)
    this.#last = null
  }

  /** Long actions that nobody has finished, the newest first. */
  listUnfinished(): number[] {
    const rows = this.#db.prepare('SELECT action_seq AS seq FROM unfinished_action ORDER BY action_seq DESC').all()
    return (rows as { seq: number }[]).map(({ seq }) => seq)
  }

  #begin(step: ActionStep, nowMs: number): number {
    const { lastInsertRowid } = this.#db
      .prepare(
        'INSERT INTO action (id, kind, label, article_id, created_at_ms, updated_at_ms) VALUES (?, ?, ?, ?, ?, ?)',
      )
      .run(newId<ActionId>(nowMs), step.kind, step.label, step.articleId, nowMs, nowMs)
    return Number(lastInsertRowid)
  }

  /** The action that this one goes on with: the very last thing done, a moment ago. */
  #findJoined({ joins }: ActionStep, nowMs: number): number | null {
    const last = this.#last
    if (!joins || last?.joins !== joins || nowMs - last.atMs > JOINED_WITHIN_MS) return null
    const isLatest = this.#find("state = 'done' ORDER BY seq DESC")?.seq === last.seq
    return isLatest && !this.findRedo() ? last.seq : null
  }

  /** Gives whether anything was changed. */
  #settle(seq: number): boolean {
    const changed = this.#db.prepare('SELECT 1 FROM action_change WHERE action_seq = ? LIMIT 1').get(seq) !== undefined
    if (!changed) this.#db.prepare('DELETE FROM action WHERE seq = ?').run(seq)
    else this.#db.prepare("UPDATE action SET state = 'dropped' WHERE state = 'undone'").run()
    return changed
  }

  /** Which rows an action touched that decks are chosen by: keys alone, for an import touches thousands of others. */
  #touched(seq: number, after: number): RestoredRow[] {
    const rows = this.#db
      .prepare(
        `SELECT DISTINCT table_name AS "table", coalesce(after, before) ->> 'id' AS id,
           coalesce(after, before) ->> 'card_id' AS cardId
         FROM action_change WHERE action_seq = ? AND seq > ? AND table_name IN ('card', 'card_tag', 'annotation', 'deck', 'correction')`,
      )
      .all(seq, after) as { table: TrackedTable; id: string | null; cardId: string | null }[]
    return rows.map(({ table, id, cardId }) => ({ table, row: { id, card_id: cardId } }))
  }

  /** The action that undo would take back, or null. */
  findUndo(): ActionStep | null {
    return this.#find("state = 'done' ORDER BY seq DESC")
  }

  /** The action that redo would do again, or null. */
  findRedo(): ActionStep | null {
    return this.#find("state = 'undone' ORDER BY seq ASC")
  }

  #find(where: string): ActionRow | null {
    const sql = `SELECT seq, kind, label, article_id AS articleId FROM action
      WHERE seq NOT IN (SELECT action_seq FROM unfinished_action) AND ${where} LIMIT 1`
    return (this.#db.prepare(sql).get() as ActionRow | undefined) ?? null
  }

  /** The action to be taken back or done again next, and how many rows that touches. */
  findTurn(turn: 'undoing' | 'redoing'): { readonly seq: number; readonly changes: number } | null {
    const action = this.#find(
      turn === 'undoing' ? "state = 'done' ORDER BY seq DESC" : "state = 'undone' ORDER BY seq ASC",
    )
    if (!action) return null
    const { changes } = this.#db
      .prepare('SELECT count(*) AS changes FROM action_change WHERE action_seq = ?')
      .get(action.seq) as { changes: number }
    return { seq: action.seq, changes }
  }

  /** Whether much follows from each of its rows: what a correction says is held against texts again. */
  isHeavy(seq: number): boolean {
    const sql = "SELECT 1 FROM action_change WHERE action_seq = ? AND table_name = 'correction' LIMIT 1"
    return this.#db.prepare(sql).get(seq) !== undefined
  }

  /** Begins to take an action back, or to do it again. `leaving`: nothing of it is to stay, as if it had not been begun. */
  beginTurn(seq: number, turn: 'undoing' | 'redoing' | 'leaving'): void {
    this.#db
      .prepare(
        `INSERT INTO unfinished_action (action_seq, turn) VALUES (?, ?)
         ON CONFLICT DO UPDATE SET turn = excluded.turn WHERE turn = 'doing'`,
      )
      .run(seq, turn)
  }

  /**
   * Goes on with what `beginTurn` began, by at most `most` rows, and `mostHeavy` of those from which much follows.
   * `isOver`: all rows were turned, and `endTurn` is next. Call inside a transaction.
   */
  turnSome(
    seq: number,
    { most, mostHeavy }: { readonly most: number; readonly mostHeavy: number },
    nowMs: number,
  ): { readonly restored: RestoredRow[]; readonly isOver: boolean } {
    const at = this.#unfinished(seq)
    const isForwards = at.turn === 'redoing'
    const next = this.#db
      .prepare(
        `SELECT seq, table_name, before, after FROM action_change WHERE action_seq = ?
         AND seq ${isForwards ? '> coalesce(?, 0)' : '< coalesce(?, 9e15)'} ORDER BY seq ${isForwards ? 'ASC' : 'DESC'} LIMIT ?`,
      )
      .all(seq, at.changeSeq, most) as ChangeRow[]
    const changes = upToHeavy(next, mostHeavy)
    const isLeaving = at.turn === 'leaving' || at.turn === 'doing'
    const restored = changes.map((change) => {
      const row = this.#apply(change, !isForwards, nowMs)
      // What never was leaves no deleted rows: the same import would take them for what the person has deleted.
      if (isLeaving && change.before === null) this.#purge(row)
      return row
    })
    if (isLeaving) {
      const forget = this.#db.prepare('DELETE FROM action_change WHERE seq = ?')
      for (const change of changes) forget.run(change.seq)
    }
    const last = changes.at(-1)
    if (last) this.#db.prepare('UPDATE unfinished_action SET change_seq = ? WHERE action_seq = ?').run(last.seq, seq)
    return { restored, isOver: next.length < most && changes.length === next.length }
  }

  #unfinished(seq: number): UnfinishedRow {
    const row = this.#db
      .prepare('SELECT turn, change_seq AS changeSeq FROM unfinished_action WHERE action_seq = ?')
      .get(seq)
    if (!row) throw new Error(`Nothing was begun with action ${seq}.`)
    return row as UnfinishedRow
  }

  /** All rows were turned: the action is undone, done again, or as if it had not been begun. Call inside a transaction. */
  endTurn(seq: number, nowMs: number): ActionStep {
    const { turn } = this.#unfinished(seq)
    const state = turn === 'undoing' ? 'undone' : turn === 'redoing' ? 'done' : null
    const step = this.#db.prepare('SELECT kind, label, article_id AS articleId FROM action WHERE seq = ?').get(seq)
    this.#db.prepare('DELETE FROM unfinished_action WHERE action_seq = ?').run(seq)
    if (state === null) this.#db.prepare('DELETE FROM action WHERE seq = ?').run(seq)
    else this.#db.prepare('UPDATE action SET state = ?, updated_at_ms = ? WHERE seq = ?').run(state, nowMs, seq)
    // What was done while it was taken back leaves nothing to do again.
    if (state === 'undone')
      this.#db
        .prepare(
          `UPDATE action SET state = 'dropped' WHERE seq = @seq AND EXISTS (SELECT 1 FROM action later
             WHERE later.seq > @seq AND later.state = 'done')`,
        )
        .run({ seq })
    return step as ActionStep
  }

  #apply(change: ChangeRow, backwards: boolean, nowMs: number): RestoredRow {
    const [from, to] = (backwards ? [change.after, change.before] : [change.before, change.after]).map(
      (image) => (image === null ? null : JSON.parse(image)) as Row | null,
    )
    const table = change.table_name
    // The index has to be told what it forgets, while that is still there.
    if (table === 'article_text') unindexArticle(this.#write, String(to?.article_id) as ArticleId)
    if (from && to) this.#update(table, to, changedColumns(from, to))
    else if (to) this.#bringBack(table, to)
    else if (from) this.#takeAway(table, from, nowMs)
    return { table, row: to ?? from ?? {} }
  }

  /** Only what the action changed: what was written since in other columns (an extraction, say) stays. */
  #update(table: TrackedTable, to: Row, columns: readonly string[]): number {
    if (columns.length === 0) return 0
    const keys = this.#keys(table)
    return this.#db
      .prepare(
        `UPDATE ${table} SET ${columns.map((c) => `${quoted(c)} = ?`).join(', ')}
         WHERE ${keys.map((c) => `${quoted(c)} = ?`).join(' AND ')}`,
      )
      .run(...columns.map((c) => to[c] ?? null), ...keys.map((c) => to[c] ?? null)).changes
  }

  #bringBack(table: TrackedTable, to: Row): void {
    if ('deleted_at_ms' in to && this.#update(table, to, ['deleted_at_ms']) > 0) return
    const names = Object.keys(to)
    this.#db
      .prepare(
        `INSERT INTO ${table} (${names.map(quoted).join(', ')}) VALUES (${names.map(() => '?').join(', ')})
         ON CONFLICT DO NOTHING`,
      )
      .run(...names.map((name) => to[name] ?? null))
  }

  #takeAway(table: TrackedTable, from: Row, nowMs: number): void {
    if ('deleted_at_ms' in from) this.#update(table, { ...from, deleted_at_ms: nowMs }, ['deleted_at_ms'])
    else this.#delete(table, from)
  }

  #purge({ table, row }: RestoredRow): void {
    if (!('deleted_at_ms' in row)) return
    if (table === 'article') unindexArticle(this.#write, String(row.id) as ArticleId)
    // Images of rows hold what SQLite can.
    this.#delete(table, row as Row)
  }

  #delete(table: TrackedTable, row: Row): void {
    const keys = this.#keys(table)
    this.#db
      .prepare(`DELETE FROM ${table} WHERE ${keys.map((c) => `${quoted(c)} = ?`).join(' AND ')}`)
      .run(...keys.map((c) => row[c] ?? null))
  }
}
