import type { Migration } from '../migrate.ts'

/**
 * What articles are compared by, so that the same story is known again from another address or outlet; books, whose
 * chapters are articles; articles that were gathered from marks made elsewhere; and the name a card has elsewhere.
 */
export const compareArticles: Migration = {
  version: 14,
  name: 'compare-articles',
  up(db) {
    db.exec(`
CREATE TABLE article_print (
  article_id TEXT PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
  address_key TEXT,
  shingles INTEGER NOT NULL,
  signature BLOB NOT NULL
) STRICT;
CREATE INDEX article_print_by_address ON article_print (address_key) WHERE address_key IS NOT NULL;

CREATE TABLE article_band (
  band INTEGER NOT NULL,
  article_seq INTEGER NOT NULL REFERENCES article (seq) ON DELETE CASCADE,
  PRIMARY KEY (band, article_seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX article_band_by_article ON article_band (article_seq);

CREATE TABLE near_article (
  first_id TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  second_id TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  likeness REAL NOT NULL,
  same_address INTEGER NOT NULL CHECK (same_address IN (0, 1)),
  PRIMARY KEY (first_id, second_id),
  CHECK (first_id < second_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX near_article_by_second ON near_article (second_id);

CREATE TABLE kept_apart (
  first_id TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  second_id TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  created_at_ms INTEGER NOT NULL,
  PRIMARY KEY (first_id, second_id),
  CHECK (first_id < second_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE book (
  id TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  byline TEXT,
  created_at_ms INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL
) STRICT;
ALTER TABLE article ADD COLUMN book_id TEXT REFERENCES book (id) ON DELETE SET NULL;
ALTER TABLE article ADD COLUMN book_position INTEGER;
CREATE INDEX article_by_book ON article (book_id, book_position, id) WHERE book_id IS NOT NULL AND deleted_at_ms IS NULL;

ALTER TABLE article ADD COLUMN is_gathered INTEGER NOT NULL DEFAULT 0 CHECK (is_gathered IN (0, 1));

ALTER TABLE card ADD COLUMN guid TEXT;
CREATE INDEX card_by_guid ON card (guid) WHERE guid IS NOT NULL;
`)
  },
}
