import type { ReadHandle, WriteHandle } from '../handle.ts'
import { type KeptTable, quoted, selectLive } from './kept-tables.ts'

/** A value of a row: what JSON holds, or bytes. */
export type Value = string | number | null | Uint8Array
export type Row = Readonly<Record<string, Value>>

/** The live rows of a table, one at a time. */
export function* iterateLive(db: ReadHandle, tables: readonly KeptTable[], table: KeptTable): Generator<Row> {
  yield* db.prepare(selectLive(tables, table)).iterate() as Iterable<Row>
}

/** How many live rows a table holds. */
export function countLive(db: ReadHandle, tables: readonly KeptTable[], table: KeptTable): number {
  return db
    .prepare(`SELECT count(*) FROM (${selectLive(tables, table)})`)
    .pluck()
    .get() as number
}

/** What names a row, in one string. */
export function keyOf(table: KeptTable, row: Row): string {
  return table.keys.map((key) => String(row[key])).join(' ')
}

/** Stores a row as it is; one of the same name gives way to it. Columns that the row lacks get what the schema says. */
export function createInserter(db: WriteHandle, table: KeptTable): (row: Row) => void {
  return (row) => {
    const columns = table.columns.filter((column) => column in row)
    const others = columns.filter((column) => !table.keys.includes(column))
    const update = others.map((column) => `${quoted(column)} = excluded.${quoted(column)}`).join(', ')
    const onConflict = others.length === 0 ? 'DO NOTHING' : `DO UPDATE SET ${update}`
    db.prepare(
      `INSERT INTO ${quoted(table.name)} (${columns.map(quoted).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})
       ON CONFLICT (${table.keys.map(quoted).join(', ')}) ${onConflict}`,
    ).run(...columns.map((column) => row[column]))
  }
}

/** Finds a stored row of a table by what names it, or null. */
export function createFinder(db: ReadHandle, table: KeptTable): (row: Row) => Row | null {
  const sql = `SELECT ${table.columns.map(quoted).join(', ')} FROM ${quoted(table.name)}
    WHERE ${table.keys.map((key) => `${quoted(key)} = ?`).join(' AND ')}`
  return (row) => (db.prepare(sql).get(...table.keys.map((key) => row[key])) as Row | undefined) ?? null
}
