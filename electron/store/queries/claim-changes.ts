import type Database from 'better-sqlite3'
import type { ArticleId } from '#shared/domain/ids.ts'
import type { ReadHandle, WriteHandle } from '../handle.ts'

/**
 * Notes, for as long as the connection is open, what figures may say something else than before: by their articles, and
 * by names that are looked up in the whole library.
 */
export function watchClaims(db: Database.Database): void {
  const note = (name: string, on: string, articles: string, table = 'touched_article') =>
    `CREATE TEMP TRIGGER touch_${name} AFTER ${on} BEGIN INSERT INTO ${table} ${articles} ON CONFLICT DO NOTHING; END;`
  const ofAll = 'SELECT article_id FROM mention WHERE entity_id = NEW.id'
  const changesNamesakes = `NEW.kind <> 'person' AND (NEW.name <> OLD.name OR NEW.kind <> OLD.kind
    OR NEW.canonical_id <> OLD.canonical_id OR (NEW.article_count > 0) <> (OLD.article_count > 0))`
  // As `namesakesOf` writes it.
  const lookedFor = (row: string) =>
    `'= ' || iif(${row}.name_folded LIKE 'the %', substr(${row}.name_folded, 5), ${row}.name_folded)`
  db.exec(`
CREATE TEMP TABLE claim_watch (is_fresh INTEGER NOT NULL);
INSERT INTO claim_watch VALUES (1);
CREATE TEMP TABLE touched_article (article_id TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TEMP TABLE touched_name (name_folded TEXT PRIMARY KEY) WITHOUT ROWID;
${note('figure_in', 'INSERT ON main.figure', 'VALUES (NEW.article_id)')}
${note('figure_out', 'DELETE ON main.figure', 'VALUES (OLD.article_id)')}
${note('figure', 'UPDATE OF measures, measure_group, subject, said_by, low, high ON main.figure', 'VALUES (NEW.article_id)')}
${note('mention', 'UPDATE OF entity_id ON main.mention', 'VALUES (NEW.article_id)')}
${note('alias', 'UPDATE OF entity_id ON main.entity_alias', 'VALUES (NEW.article_id)')}
${note('entity', 'UPDATE OF name, kind ON main.entity WHEN NEW.name <> OLD.name OR NEW.kind <> OLD.kind', ofAll)}
${note('namesake', `UPDATE OF name, kind, canonical_id, article_count ON main.entity WHEN ${changesNamesakes}`, `VALUES (${lookedFor('OLD')}), (${lookedFor('NEW')})`, 'touched_name')}
${note('article', 'UPDATE OF deleted_at_ms, published_on ON main.article', 'VALUES (NEW.id)')}
${note('name_in', 'INSERT ON main.entity_name', 'VALUES (NEW.name_folded)', 'touched_name')}
${note('name_out', 'DELETE ON main.entity_name', 'VALUES (OLD.name_folded)', 'touched_name')}
${note('name', 'UPDATE OF article_count ON main.entity_name WHEN (NEW.article_count > 0) <> (OLD.article_count > 0)', 'VALUES (NEW.name_folded)', 'touched_name')}
`)
}

/** What was touched since it was asked last; `isFresh` when nobody has asked yet, so that all counts as touched. */
export interface TouchedClaims {
  readonly isFresh: boolean
  readonly articles: readonly ArticleId[]
  readonly names: readonly string[]
}

/** Gives what was touched, and begins anew. */
export function takeTouchedClaims(db: WriteHandle): TouchedClaims {
  const touched = {
    isFresh: db.prepare('SELECT is_fresh FROM temp.claim_watch').pluck().get() === 1,
    articles: db.prepare('SELECT article_id FROM temp.touched_article').pluck().all() as ArticleId[],
    names: db.prepare('SELECT name_folded FROM temp.touched_name').pluck().all() as string[],
  }
  if (touched.isFresh) db.prepare('UPDATE temp.claim_watch SET is_fresh = 0').run()
  for (const table of ['touched_article', 'touched_name']) db.prepare(`DELETE FROM temp.${table}`).run()
  return touched
}

/** Whether there is anything to take. */
export function hasTouchedClaims(db: ReadHandle): boolean {
  return (
    db
      .prepare(
        `SELECT (SELECT is_fresh FROM temp.claim_watch) OR EXISTS (SELECT 1 FROM temp.touched_article)
           OR EXISTS (SELECT 1 FROM temp.touched_name)`,
      )
      .pluck()
      .get() === 1
  )
}

/** The articles that have figures. */
export function listArticlesWithFigures(db: ReadHandle): ArticleId[] {
  return db.prepare('SELECT id FROM article WHERE figure_count > 0 ORDER BY id').pluck().all() as ArticleId[]
}
