import type { Migration } from '../migrate.ts'

/** Where the text names who states a figure and whom it is of, so that both follow who is meant there. */
export const tellWhoStatesFigures: Migration = {
  version: 19,
  name: 'tell-who-states-figures',
  up(db) {
    db.exec(`
ALTER TABLE figure ADD COLUMN said_start INTEGER;
ALTER TABLE figure ADD COLUMN subject_start INTEGER;
ALTER TABLE figure ADD COLUMN subject_end INTEGER;
UPDATE article SET extraction_engine = NULL;
`)
  },
}
