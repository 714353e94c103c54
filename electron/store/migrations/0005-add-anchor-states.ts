import type { Migration } from '../migrate.ts'

/** How surely each mark stands where it stands, and what is known of those that have no place in a changed text. */
export const addAnchorStates: Migration = {
  version: 5,
  name: 'add-anchor-states',
  up(db) {
    db.exec(`
ALTER TABLE annotation ADD COLUMN anchor TEXT NOT NULL DEFAULT 'placed'
  CHECK (anchor IN ('placed', 'moved', 'unsure', 'lost', 'detached'));
ALTER TABLE annotation ADD COLUMN anchor_score REAL NOT NULL DEFAULT 1;
CREATE INDEX annotation_adrift ON annotation (article_id, id) WHERE anchor IN ('unsure', 'lost') AND deleted_at_ms IS NULL;
CREATE INDEX article_by_address ON article (url) WHERE url IS NOT NULL AND deleted_at_ms IS NULL;

CREATE TABLE annotation_repair (
  annotation_id TEXT PRIMARY KEY REFERENCES annotation (id) ON DELETE CASCADE,
  before TEXT NOT NULL,
  after TEXT NOT NULL,
  places TEXT NOT NULL CHECK (json_valid(places))
) STRICT, WITHOUT ROWID;
`)
  },
}
