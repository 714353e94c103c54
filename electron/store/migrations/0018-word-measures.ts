import type { Migration } from '../migrate.ts'

/** How what a group of figures measures is worded most often is read from an index alone. */
export const wordMeasures: Migration = {
  version: 18,
  name: 'word-measures',
  up(db) {
    db.exec('CREATE INDEX figure_by_group_words ON figure (measure_group, measures)')
  },
}
