import type { Migration } from '../migrate.ts'

/** Whom or what a mark is about, as the person said: the entity that was chosen, whatever it has become part of since. */
export const addMarkLinks: Migration = {
  version: 8,
  name: 'add-mark-links',
  up(db) {
    db.exec(`
CREATE TABLE annotation_entity (
  annotation_id TEXT NOT NULL REFERENCES annotation (id) ON DELETE CASCADE,
  entity_id TEXT NOT NULL REFERENCES entity (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  PRIMARY KEY (annotation_id, entity_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX annotation_entity_by_entity ON annotation_entity (entity_id);
`)
  },
}
