import type { Migration } from '../migrate.ts'

/** What a mark read before its words changed with the text, for the person to look at and confirm. */
export const keepMovedQuotes: Migration = {
  version: 12,
  name: 'keep-moved-quotes',
  up(db) {
    db.exec(`
ALTER TABLE annotation_repair ADD COLUMN quote TEXT;
CREATE INDEX annotation_moved ON annotation (article_id, id) WHERE anchor = 'moved' AND anchor_score < 1 AND deleted_at_ms IS NULL;
`)
  },
}
