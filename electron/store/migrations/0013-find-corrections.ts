import type { Migration } from '../migrate.ts'

/** Finds the corrections of an article without reading all others. */
export const findCorrections: Migration = {
  version: 13,
  name: 'find-corrections',
  up(db) {
    db.exec(`
CREATE INDEX correction_by_article ON correction (payload ->> '$.place.articleId') WHERE deleted_at_ms IS NULL;
CREATE INDEX correction_by_content ON correction (payload ->> '$.place.contentSha256') WHERE deleted_at_ms IS NULL;
`)
  },
}
