import type { ReadHandle } from '../handle.ts'

/** One page of rows, and where the next begins. */
export interface Page<Row> {
  readonly items: Row[]
  readonly nextCursor: string | null
}

type Key = string | number | null

/**
 * Cuts a page of `limit` out of rows that were asked for with one more than that; the cursor holds `keyOf` the last.
 */
export function cutPage<Row>(rows: Row[], limit: number, keyOf: (row: Row) => readonly Key[]): Page<Row> {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  const more = rows.length > limit && last !== undefined
  return { items, nextCursor: more ? Buffer.from(JSON.stringify(keyOf(last))).toString('base64url') : null }
}

/** The keys in a cursor, or null for the first page, and for a cursor that is not one of ours. */
export function readCursor(cursor: string | undefined, length: number): Key[] | null {
  if (cursor === undefined) return null
  try {
    const keys: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    return Array.isArray(keys) && keys.length === length && keys.every(isKey) ? keys : null
  } catch {
    // Not JSON, so not ours: the list begins anew, which is what a stale cursor deserves.
    return null
  }
}

function isKey(key: unknown): key is Key {
  return key === null || typeof key === 'string' || typeof key === 'number'
}

/**
 * How many rows of `table` (with an alias, and an `article_id`) fit `where` and stand in articles that live. Those in
 * deleted ones are counted apart and taken off: they are few, and asking each row for its article takes ten times as
 * long.
 */
export function countIn(db: ReadHandle, table: string, where: string, values: Record<string, unknown>): number {
  const [name, alias] = table.split(' ')
  const sql = `SELECT (SELECT count(*) FROM ${table} WHERE ${where})
    - (SELECT count(*) FROM article a CROSS JOIN ${name} ${alias} ON ${alias}.article_id = a.id
       WHERE a.deleted_at_ms IS NOT NULL AND ${where})`
  return db.prepare(sql).pluck().get(values) as number
}
