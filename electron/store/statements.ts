import type Database from 'better-sqlite3'
import type { ReadHandle } from './handle.ts'

/**
 * Prepared statements are kept: preparing costs more than most queries. Whoever asks for single values (`pluck`) gets a
 * statement of its own: else the next who asks with the same words would get values where it wants rows.
 */
export function cachedStatements(db: Database.Database): ReadHandle {
  const statements = new Map<string, Database.Statement>()
  const prepare = (sql: string) => {
    const known = statements.get(sql)
    if (known) return known
    const rows = db.prepare(sql)
    let values: Database.Statement | undefined
    rows.pluck = () => {
      values ??= db.prepare(sql).pluck()
      return values
    }
    statements.set(sql, rows)
    return rows
  }
  return { prepare: prepare as Database.Database['prepare'] }
}
