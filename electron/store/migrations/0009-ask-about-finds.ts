import type { Migration } from '../migrate.ts'

/** What each correction changed when it was made, and the finds that are worth asking about. */
export const askAboutFinds: Migration = {
  version: 9,
  name: 'ask-about-finds',
  up(db) {
    db.exec(`
CREATE TABLE correction_effect (
  correction_id TEXT PRIMARY KEY,
  mentions INTEGER NOT NULL,
  articles INTEGER NOT NULL,
  figures INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX mention_doubtful ON mention (article_id, start) WHERE confidence < 0.75;
`)
  },
}
