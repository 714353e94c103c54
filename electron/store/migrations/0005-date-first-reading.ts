import type { Migration } from '../migrate.ts'

/**
 * When an article was opened first: what one knew on a day is what one had opened by then, and `opened_at_ms` moves on
 * with each visit. And by what a figure is measured, told apart from how it is worded; null until it is worked out.
 */
export const dateFirstReading: Migration = {
  version: 5,
  name: 'date first reading',
  up(db) {
    db.exec(`
ALTER TABLE article ADD COLUMN first_opened_at_ms INTEGER;
UPDATE article SET first_opened_at_ms = opened_at_ms;
ALTER TABLE figure ADD COLUMN measure_group TEXT;
CREATE INDEX figure_by_group ON figure (measure_group, article_id);
`)
  },
}
