import type { Migration } from '../migrate.ts'

/**
 * Two people can have one full name: what articles say of its bearer is kept with each entity and is part of its id.
 * Every article is searched again, and what earlier searches found stays until then.
 */
export const tellBearers: Migration = {
  version: 11,
  name: 'tell-bearers',
  up(db) {
    db.exec(`
ALTER TABLE entity ADD COLUMN bearer TEXT;
UPDATE article SET extraction_engine = NULL;
`)
  },
}
