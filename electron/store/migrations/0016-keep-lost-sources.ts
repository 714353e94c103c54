import type { Migration } from '../migrate.ts'

/** Cards that are kept as they are though their article does not say it any more. */
export const keepLostSources: Migration = {
  version: 16,
  name: 'keep-lost-sources',
  up(db) {
    db.exec('ALTER TABLE card ADD COLUMN source_kept INTEGER NOT NULL DEFAULT 0 CHECK (source_kept IN (0, 1));')
  },
}
