import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { type Core, openCore } from '#electron/services/core.ts'
import { workerFile } from './built-worker.ts'

const root = join(import.meta.dirname, '../..')

/** 2026-03-02, 10:00 UTC: when tests happen, so that no result depends on the day they run. */
export const TEST_NOW_MS = Date.UTC(2026, 2, 2, 10)

/** A made-up news page, with furniture, captions, cross-heads, names, groups, places and figures. */
export const riverAccord = {
  name: 'river-accord.txt',
  bytes: readFileSync(join(root, 'test/fixtures/river-accord.txt')),
}

/** A core over a library of its own in a temporary folder. */
export interface LibraryFixture {
  readonly core: Core
  readonly dir: string
  /** Bugs that the core told of. */
  readonly failures: unknown[]
  /** How many rows each table holds, read past the core. */
  countRows(): Record<string, number>
  close(): Promise<void>
}

/** Opens a core on an empty library; `close` removes the folder too. `clock` starts at TEST_NOW_MS unless given. */
export function openLibraryFixture(clock: () => number = tickingClock()): LibraryFixture {
  const dir = mkdtempSync(join(tmpdir(), 'dossier-library-'))
  const failures: unknown[] = []
  const core = openCore({
    libraryDir: dir,
    host: 'loopback',
    version: '0.0.0-test',
    workerFile,
    starterDir: join(root, 'resources/starter'),
    clock,
    onFailure: (error) => failures.push(error),
  })
  return {
    core,
    dir,
    failures,
    countRows: () => countRows(join(dir, 'library.db')),
    async close() {
      await core.close()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}

/** How many rows each table of a library file holds. */
export function countRows(file: string): Record<string, number> {
  const db = new Database(file, { readonly: true })
  try {
    const tables = db.prepare("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").pluck().all()
    return Object.fromEntries(
      tables.map((table) => [table, db.prepare(`SELECT count(*) FROM "${table}"`).pluck().get()]),
    ) as Record<string, number> // names and counts are what SQLite gives here
  } finally {
    db.close()
  }
}

// Every call is a little later, as in life: what is newest first stays in order.
function tickingClock(): () => number {
  let nowMs = TEST_NOW_MS
  return () => ++nowMs
}
