import type { Migration } from '../migrate.ts'

/** The ledger by whom figures are of, by who said them, and by the day they hold for, which a search works out. */
export const sortFigures: Migration = {
  version: 15,
  name: 'sort-figures',
  up(db) {
    db.exec(`
ALTER TABLE figure ADD COLUMN as_of_day INTEGER;
CREATE INDEX figure_by_subject ON figure (coalesce(lower(subject), '~'), start, id);
CREATE INDEX figure_by_speaker ON figure (coalesce(lower(said_by), '~'), start, id);
CREATE INDEX figure_by_day ON figure (coalesce(as_of_day, -1000000), start, id);
UPDATE article SET extraction_engine = NULL;
`)
  },
}
