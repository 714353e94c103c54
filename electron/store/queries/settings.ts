import type { ReadHandle, WriteHandle } from '../handle.ts'

/** All settings that were ever set, as parsed JSON. */
export function listSettings(db: ReadHandle): Record<string, unknown> {
  const rows = db.prepare('SELECT key, value FROM setting').all() as { key: string; value: string }[]
  return Object.fromEntries(rows.map(({ key, value }) => [key, JSON.parse(value) as unknown]))
}

/** Sets one setting. `value` must be plain data. */
export function putSetting(db: WriteHandle, key: string, value: unknown, nowMs: number): void {
  db.prepare(
    `INSERT INTO setting (key, value, updated_at_ms) VALUES (?, ?, ?)
     ON CONFLICT (key) DO UPDATE SET value = excluded.value, updated_at_ms = excluded.updated_at_ms`,
  ).run(key, JSON.stringify(value), nowMs)
}
