import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { EntityId } from '#shared/domain/ids.ts'
import { TEST_NOW_MS } from './library-fixture.ts'
import { openTestCore } from './open-test-core.ts'

const corpusDir = join(import.meta.dirname, '../fixtures/planted-corpus')

/** What is derived from texts and corrections, without the times at which it was written. */
const derived = {
  entity: `SELECT id, kind, detail, name, canonical_id, mention_count, article_count FROM entity WHERE mention_count > 0`,
  mention: 'SELECT * FROM mention ORDER BY article_id, start',
  entity_alias: 'SELECT * FROM entity_alias ORDER BY base_id, article_id, alias',
  entity_role: 'SELECT * FROM entity_role ORDER BY base_id, article_id, start, role',
  entity_name: 'SELECT * FROM entity_name WHERE article_count > 0 ORDER BY entity_id, name',
  entity_title: 'SELECT * FROM entity_title WHERE role_count > 0 ORDER BY entity_id, role',
  quotation: 'SELECT * FROM quotation ORDER BY article_id, start',
  figure: `SELECT id, article_id, start, "end", low, high, measures, measures_key, folded, said_by, said_start,
    subject, subject_start, as_of, as_of_day FROM figure ORDER BY id`,
  suggestion: 'SELECT id, article_id, key, front, back, entity_id, figure_id, rank FROM suggestion ORDER BY id',
} as const

/** A library on disk that holds the planted corpus. */
export class PlantedLibrary {
  readonly dir = mkdtempSync(join(tmpdir(), 'dossier-planted-'))
  test = openTestCore(TEST_NOW_MS, this.dir)

  get client() {
    return this.test.client
  }

  async fill(): Promise<void> {
    const names = readdirSync(corpusDir).filter((name) => /^\d/.test(name))
    await this.test.core.importPaths(names.sort().map((name) => join(corpusDir, name)))
    await this.test.core.settled()
  }

  /** Closes the core, lets `work` at the file, and opens it again, until all is searched. */
  async reopen(work: (db: Database.Database) => void = () => {}): Promise<void> {
    await this.test.core.close()
    const db = new Database(join(this.dir, 'library.db'))
    work(db)
    db.close()
    this.test = openTestCore(this.test.time.nowMs, this.dir)
    await this.test.core.settled()
  }

  /** Forgets all that was found, and searches all articles again. */
  async searchAnew(work: (db: Database.Database) => void = () => {}): Promise<void> {
    await this.reopen((db) => {
      work(db)
      for (const table of ['counted_article', 'found', ...Object.keys(derived).filter((t) => t !== 'entity'), 'entity'])
        db.prepare(`DELETE FROM ${table}`).run()
      db.prepare("UPDATE article SET extraction = 'waiting'").run()
    })
  }

  /** All that is derived, as text. */
  dump(): string {
    const db = new Database(join(this.dir, 'library.db'), { readonly: true })
    try {
      const rows = Object.entries(derived).map(([table, sql]) => [table, db.prepare(`${sql}`).all()] as const)
      return rows.map(([table, all]) => [table, ...all.map((row) => JSON.stringify(row)).sort()].join('\n')).join('\n')
    } finally {
      db.close()
    }
  }

  /** The entities of that name, most mentioned first. */
  async find(name: string): Promise<EntityId[]> {
    const { items } = await this.client.entity.list({ query: name, limit: 200 })
    return items.filter((one) => one.name === name).map((one) => one.id)
  }

  async one(name: string): Promise<EntityId> {
    const [id] = await this.find(name)
    if (!id) throw new Error(`Nothing is called ${name}.`)
    return id
  }

  async close(): Promise<void> {
    await this.test.core.close()
    rmSync(this.dir, { recursive: true, force: true })
  }
}
