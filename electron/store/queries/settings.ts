import type { ReadHandle, WriteHandle } from '../handle.ts'

/** Names of settings that more than one place must know. */
export const settingKeys = {
  /** Where else backups go. */
  backupFolder: 'backupFolder',
  watchedFolder: 'watchedFolder',
  watchPaused: 'watchPaused',
  /** Files of the watched folder that were looked at. */
  watchSeen: 'watchSeen',
  /** The damaged library in whose place this one stands. */
  setAside: 'setAside',
  /** The fit that memories were worked out with. */
  memoryRebuiltFor: 'memoryRebuiltFor',
  /** Which versions of notes came in from open folders. */
  folderNotes: 'folderNotes',
} as const

/** Those of this computer: they outlast a restore, and no other computer's take their place. */
const ofThisComputer = [
  settingKeys.backupFolder,
  settingKeys.watchedFolder,
  settingKeys.watchPaused,
  settingKeys.watchSeen,
] as const

/** Those that say nothing in another library file: of this computer, or of the file itself. As a list in SQL. */
export const LOCAL_SETTINGS = `(${[
  ...ofThisComputer,
  settingKeys.setAside,
  settingKeys.memoryRebuiltFor,
  settingKeys.folderNotes,
]
  .map((key) => `'${key}'`)
  .join(', ')})`

/** The settings of this computer, to be kept over a restore. */
export function readComputerSettings(db: ReadHandle): readonly (readonly [string, unknown])[] {
  const stored = listSettings(db)
  return ofThisComputer.map((key) => [key, stored[key] ?? null] as const)
}

/** Puts back what `readComputerSettings` gave. */
export function putComputerSettings(
  db: WriteHandle,
  settings: ReturnType<typeof readComputerSettings>,
  nowMs: number,
): void {
  for (const [key, value] of settings) putSetting(db, key, value, nowMs)
}

/** All settings that were ever set, as parsed JSON. */
export function listSettings(db: ReadHandle): Record<string, unknown> {
  const rows = db.prepare('SELECT key, value FROM setting').all() as { key: string; value: string }[]
  return Object.fromEntries(rows.map(({ key, value }) => [key, JSON.parse(value) as unknown]))
}

/** One setting, as parsed JSON; null when it was never set. */
export function findSetting(db: ReadHandle, key: string): unknown {
  const value = db.prepare('SELECT value FROM setting WHERE key = ?').pluck().get(key) as string | undefined
  return value === undefined ? null : JSON.parse(value)
}

/** Sets one setting. `value` must be plain data. */
export function putSetting(db: WriteHandle, key: string, value: unknown, nowMs: number): void {
  db.prepare(
    `INSERT INTO setting (key, value, updated_at_ms) VALUES (?, ?, ?)
     ON CONFLICT (key) DO UPDATE SET value = excluded.value, updated_at_ms = excluded.updated_at_ms`,
  ).run(key, JSON.stringify(value), nowMs)
}
