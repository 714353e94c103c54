import type { Migration } from '../migrate.ts'

/** Which texts an article has had: an older one of its own is no news when its file is seen again. */
export const knowEarlierTexts: Migration = {
  version: 20,
  name: 'know-earlier-texts',
  up(db) {
    db.exec(`
CREATE TABLE article_earlier_text (
  article_id TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  content_sha256 TEXT NOT NULL,
  PRIMARY KEY (article_id, content_sha256)
) STRICT, WITHOUT ROWID;
CREATE INDEX article_earlier_text_by_content ON article_earlier_text (content_sha256);
`)
  },
}
