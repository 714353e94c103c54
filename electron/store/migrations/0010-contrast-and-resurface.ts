import type { Migration } from '../migrate.ts'

/** Cards that tell two entities apart, and which old marks were shown again on which day. */
export const contrastAndResurface: Migration = {
  version: 10,
  name: 'contrast-and-resurface',
  up(db) {
    db.exec(`
CREATE TABLE contrast (
  one_id TEXT NOT NULL REFERENCES entity (id) ON DELETE CASCADE,
  two_id TEXT NOT NULL REFERENCES entity (id) ON DELETE CASCADE,
  card_id TEXT NOT NULL REFERENCES card (id) ON DELETE CASCADE,
  created_at_ms INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL,
  PRIMARY KEY (one_id, two_id),
  CHECK (one_id < two_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX contrast_by_card ON contrast (card_id);

CREATE TABLE resurfaced (
  day INTEGER NOT NULL,
  position INTEGER NOT NULL,
  annotation_id TEXT NOT NULL REFERENCES annotation (id) ON DELETE CASCADE,
  seen_at_ms INTEGER,
  PRIMARY KEY (day, annotation_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX resurfaced_by_annotation ON resurfaced (annotation_id, day);
CREATE INDEX card_by_annotation ON card (annotation_id, created_at_ms)
  WHERE annotation_id IS NOT NULL AND deleted_at_ms IS NULL;
`)
  },
}
