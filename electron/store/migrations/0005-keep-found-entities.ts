import type { Migration } from '../migrate.ts'

/**
 * What the texts alone say of entities (`base_id`) is kept beside what is shown after links across articles and
 * corrections (`entity_id`), so that a correction can be taken back. What was found of an article is kept whole. Ids now
 * follow from the text: every article is searched again, and what earlier searches found stays until then.
 */
export const keepFoundEntities: Migration = {
  version: 5,
  name: 'keep found entities',
  up(db) {
    db.exec(`
ALTER TABLE entity ADD COLUMN canonical_id TEXT;
ALTER TABLE entity ADD COLUMN found_kind TEXT;
ALTER TABLE entity ADD COLUMN found_name TEXT;
ALTER TABLE entity ADD COLUMN name_key TEXT;
ALTER TABLE entity ADD COLUMN surname TEXT;
ALTER TABLE entity ADD COLUMN is_full INTEGER NOT NULL DEFAULT 1 CHECK (is_full IN (0, 1));
UPDATE entity SET canonical_id = id, found_kind = kind, found_name = name, name_key = name_folded;
CREATE INDEX entity_by_canonical ON entity (canonical_id);
CREATE INDEX entity_by_key ON entity (name_key, found_kind);
CREATE INDEX entity_by_surname ON entity (surname, is_full) WHERE surname IS NOT NULL;

ALTER TABLE mention ADD COLUMN base_id TEXT NOT NULL DEFAULT '';
UPDATE mention SET base_id = entity_id;
CREATE INDEX mention_by_base ON mention (base_id);
ALTER TABLE quotation ADD COLUMN base_id TEXT;
UPDATE quotation SET base_id = entity_id;
CREATE INDEX quotation_by_base ON quotation (base_id);

CREATE TABLE new_alias (
  entity_id TEXT NOT NULL REFERENCES entity (id) ON DELETE CASCADE,
  article_id TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  base_id TEXT NOT NULL,
  alias TEXT NOT NULL,
  alias_folded TEXT NOT NULL,
  PRIMARY KEY (base_id, article_id, alias)
) STRICT, WITHOUT ROWID;
INSERT INTO new_alias SELECT entity_id, article_id, entity_id, alias, alias_folded FROM entity_alias;
CREATE TABLE new_role (
  entity_id TEXT NOT NULL REFERENCES entity (id) ON DELETE CASCADE,
  article_id TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  base_id TEXT NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  role TEXT NOT NULL,
  PRIMARY KEY (base_id, article_id, start, role)
) STRICT, WITHOUT ROWID;
INSERT INTO new_role SELECT entity_id, article_id, entity_id, start, "end", role FROM entity_role;
DROP TRIGGER counted_article_insert;
DROP TRIGGER counted_article_delete;
DROP TABLE entity_alias;
DROP TABLE entity_role;
ALTER TABLE new_alias RENAME TO entity_alias;
ALTER TABLE new_role RENAME TO entity_role;
CREATE INDEX entity_alias_by_entity ON entity_alias (entity_id, article_id);
CREATE INDEX entity_alias_by_name ON entity_alias (alias_folded);
CREATE INDEX entity_alias_by_article ON entity_alias (article_id);
CREATE INDEX entity_role_by_entity ON entity_role (entity_id, article_id, start);
CREATE INDEX entity_role_by_article ON entity_role (article_id);
CREATE INDEX entity_role_by_role ON entity_role (entity_id, role, article_id);
${totals('INSERT')};
${totals('DELETE')};

CREATE TABLE found (
  article_id TEXT PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
  result BLOB NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX correction_active ON correction (kind) WHERE deleted_at_ms IS NULL;
UPDATE article SET extraction_engine = NULL;
`)
  },
}

/** As in the first schema, for tables that were made anew. */
function totals(event: 'INSERT' | 'DELETE'): string {
  const [row, sign] = event === 'INSERT' ? ['NEW', '+'] : ['OLD', '-']
  return `CREATE TRIGGER counted_article_${event.toLowerCase()} AFTER ${event} ON counted_article BEGIN
  UPDATE entity SET mention_count = mention_count ${sign} m.mentions, article_count = article_count ${sign} 1
    FROM (SELECT entity_id, count(*) AS mentions FROM mention WHERE article_id = ${row}.article_id GROUP BY entity_id) m
    WHERE entity.id = m.entity_id;
  INSERT INTO entity_name (entity_id, name, name_folded, article_count)
    SELECT DISTINCT entity_id, alias, alias_folded, ${sign}1 FROM entity_alias WHERE article_id = ${row}.article_id
    ON CONFLICT DO UPDATE SET article_count = article_count + excluded.article_count;
  INSERT INTO entity_title (entity_id, role, role_count)
    SELECT entity_id, role, ${sign}count(*) FROM entity_role WHERE article_id = ${row}.article_id GROUP BY entity_id, role
    ON CONFLICT DO UPDATE SET role_count = role_count + excluded.role_count;
END`
}
