import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Migration, migrate, migrations, NewerLibraryError } from '#electron/store/migrate.ts'
import { DamagedLibraryError, openLibrary } from '#electron/store/open.ts'

const SNAPSHOT = join(import.meta.dirname, '../../../fixtures/schema.sql')
const NOW = Date.UTC(2026, 0, 2, 3, 4, 5)

let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'dossier-migrate-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

function openAt(file: string): Database.Database {
  const db = new Database(file)
  db.pragma('journal_mode = WAL')
  return db
}

function schemaOf(db: Database.Database): string {
  const rows = db.prepare('SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name').pluck().all()
  return `${rows.join(';\n\n')};\n`
}

describe('migrate', () => {
  it('gives a new file the schema that the snapshot shows', () => {
    const db = openAt(join(dir, 'library.db'))
    migrate(db, null, NOW)
    const schema = schemaOf(db)
    db.close()
    if (process.env.UPDATE_SCHEMA) writeFileSync(SNAPSHOT, schema)
    expect(schema).toBe(readFileSync(SNAPSHOT, 'utf8'))
  })

  it('does nothing to a file that is up to date', () => {
    const file = join(dir, 'library.db')
    const db = openAt(file)
    migrate(db, file, NOW)
    migrate(db, file, NOW)
    db.close()
    expect(readdirSync(dir)).toEqual(['library.db'])
  })

  it('copies a file that holds data before its next step, and keeps the format before when the step throws', () => {
    const file = join(dir, 'library.db')
    const db = openAt(file)
    migrate(db, file, NOW)
    db.prepare("INSERT INTO setting (key, value, updated_at_ms) VALUES ('theme', '\"sepia\"', 1)").run()
    const broken: Migration = {
      version: migrations.length + 1,
      name: 'break',
      up(step) {
        step.exec('CREATE TABLE half (id INTEGER) STRICT')
        throw new Error('the step breaks')
      },
    }
    expect(() => migrate(db, file, NOW, [...migrations, broken])).toThrow('the step breaks')
    expect(db.pragma('user_version', { simple: true })).toBe(migrations.length)
    expect(db.prepare("SELECT count(*) FROM sqlite_schema WHERE name = 'half'").pluck().get()).toBe(0)
    db.close()
    const [copy] = readdirSync(join(dir, 'backups'))
    const backup = new Database(join(dir, 'backups', copy ?? ''), { readonly: true })
    expect(backup.prepare('SELECT value FROM setting').pluck().get()).toBe('"sepia"')
    backup.close()
  })

  it('refuses a file from a newer Dossier and leaves it as it is', () => {
    const file = join(dir, 'library.db')
    const db = openAt(file)
    db.pragma('user_version = 999')
    expect(() => migrate(db, file, NOW)).toThrow(NewerLibraryError)
    expect(schemaOf(db)).toBe(';\n')
    db.close()
  })

  it('opens no library from a newer Dossier, and changes not a byte of it', () => {
    const file = join(dir, 'library.db')
    const db = new Database(file)
    db.exec('CREATE TABLE later (id INTEGER)')
    db.pragma('user_version = 999')
    db.close()
    const before = readFileSync(file)
    expect(() => openLibrary(dir, NOW)).toThrow(NewerLibraryError)
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  it('opens no database of another program, and changes not a byte of it', () => {
    const file = join(dir, 'library.db')
    const db = new Database(file)
    db.exec('CREATE TABLE recipe (id INTEGER)')
    db.close()
    const before = readFileSync(file)
    expect(() => openLibrary(dir, NOW)).toThrow(DamagedLibraryError)
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  it('does not start with a step that is out of its place', () => {
    const db = openAt(':memory:')
    const gap: Migration = { version: migrations.length + 2, name: 'gap', up() {} }
    expect(() => migrate(db, null, NOW, [...migrations, gap])).toThrow('stands where')
    db.close()
  })
})
