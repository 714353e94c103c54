import type { Migration } from '../migrate.ts'

/** The first schema: articles, marks, what was found in them, cards, the log of actions, and the search index. */
export const createLibrary: Migration = {
  version: 1,
  name: 'create library',
  up(db) {
    db.exec(`
CREATE TABLE article (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  source TEXT,
  byline TEXT,
  published_on TEXT,
  language TEXT,
  url TEXT,
  content_sha256 TEXT NOT NULL,
  original_sha256 TEXT,
  original_name TEXT,
  length_chars INTEGER NOT NULL,
  word_count INTEGER NOT NULL,
  extraction TEXT NOT NULL DEFAULT 'waiting' CHECK (extraction IN ('waiting', 'done', 'failed')),
  extraction_engine TEXT,
  is_starter INTEGER NOT NULL DEFAULT 0 CHECK (is_starter IN (0, 1)),
  created_at_ms INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL,
  deleted_at_ms INTEGER
) STRICT;
CREATE INDEX article_by_content ON article (content_sha256);
CREATE INDEX article_by_import ON article (created_at_ms, id) WHERE deleted_at_ms IS NULL;

CREATE TABLE article_text (
  article_id TEXT PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
  text TEXT NOT NULL,
  indexed_title TEXT
) STRICT;

CREATE TABLE block (
  article_id TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('heading', 'paragraph', 'quote', 'list-item', 'caption', 'code')),
  level INTEGER,
  PRIMARY KEY (article_id, start)
) STRICT, WITHOUT ROWID;

CREATE TABLE reading_place (
  article_id TEXT PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
  position INTEGER NOT NULL DEFAULT 0,
  progress REAL NOT NULL DEFAULT 0,
  opened_at_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE category (
  id TEXT PRIMARY KEY,
  position INTEGER NOT NULL CHECK (position BETWEEN 1 AND 8),
  name TEXT NOT NULL,
  color TEXT NOT NULL,
  created_at_ms INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE annotation (
  id TEXT PRIMARY KEY,
  article_id TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  start INTEGER,
  "end" INTEGER,
  quote TEXT NOT NULL,
  prefix TEXT NOT NULL,
  suffix TEXT NOT NULL,
  category_id TEXT REFERENCES category (id) ON DELETE SET NULL,
  note TEXT NOT NULL DEFAULT '',
  created_at_ms INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL,
  deleted_at_ms INTEGER,
  CHECK ((start IS NULL) = ("end" IS NULL)),
  CHECK (start IS NULL OR start < "end")
) STRICT;
CREATE INDEX annotation_by_place ON annotation (article_id, start, id) WHERE deleted_at_ms IS NULL;
CREATE INDEX annotation_by_time ON annotation (created_at_ms, id) WHERE deleted_at_ms IS NULL;

CREATE TABLE tag (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL COLLATE NOCASE UNIQUE,
  created_at_ms INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE annotation_tag (
  annotation_id TEXT NOT NULL REFERENCES annotation (id) ON DELETE CASCADE,
  tag_id TEXT NOT NULL REFERENCES tag (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  PRIMARY KEY (annotation_id, tag_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX annotation_tag_by_tag ON annotation_tag (tag_id);

CREATE TABLE entity (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('person', 'group', 'place')),
  detail TEXT,
  name TEXT NOT NULL,
  name_folded TEXT NOT NULL,
  created_at_ms INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL,
  deleted_at_ms INTEGER
) STRICT;
CREATE INDEX entity_by_name ON entity (name_folded, kind);

CREATE TABLE entity_alias (
  entity_id TEXT NOT NULL REFERENCES entity (id) ON DELETE CASCADE,
  article_id TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  alias TEXT NOT NULL,
  alias_folded TEXT NOT NULL,
  PRIMARY KEY (entity_id, article_id, alias)
) STRICT, WITHOUT ROWID;
CREATE INDEX entity_alias_by_name ON entity_alias (alias_folded);
CREATE INDEX entity_alias_by_article ON entity_alias (article_id);

CREATE TABLE entity_role (
  entity_id TEXT NOT NULL REFERENCES entity (id) ON DELETE CASCADE,
  article_id TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  role TEXT NOT NULL,
  PRIMARY KEY (entity_id, article_id, start, role)
) STRICT, WITHOUT ROWID;
CREATE INDEX entity_role_by_article ON entity_role (article_id);

CREATE TABLE mention (
  article_id TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  entity_id TEXT NOT NULL REFERENCES entity (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('person', 'group', 'place')),
  surface TEXT NOT NULL,
  confidence REAL NOT NULL,
  found_by TEXT NOT NULL,
  sentence_start INTEGER NOT NULL,
  sentence_end INTEGER NOT NULL,
  PRIMARY KEY (article_id, start)
) STRICT, WITHOUT ROWID;
CREATE INDEX mention_by_entity ON mention (entity_id, article_id, start);

CREATE TABLE quotation (
  article_id TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  entity_id TEXT REFERENCES entity (id) ON DELETE CASCADE,
  sentence_start INTEGER NOT NULL,
  sentence_end INTEGER NOT NULL,
  PRIMARY KEY (article_id, start)
) STRICT, WITHOUT ROWID;
CREATE INDEX quotation_by_entity ON quotation (entity_id, article_id, start);

CREATE TABLE figure (
  id TEXT PRIMARY KEY,
  article_id TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  surface TEXT NOT NULL,
  low REAL,
  high REAL,
  hedge TEXT,
  unit TEXT,
  measures TEXT,
  subject TEXT,
  as_of TEXT,
  said_by TEXT,
  confidence REAL NOT NULL,
  sentence_start INTEGER NOT NULL,
  sentence_end INTEGER NOT NULL,
  created_at_ms INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX figure_by_place ON figure (article_id, start);

CREATE TABLE correction (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  payload TEXT NOT NULL CHECK (json_valid(payload)),
  created_at_ms INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL,
  deleted_at_ms INTEGER
) STRICT;

CREATE TABLE card (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('basic', 'cloze')),
  front TEXT NOT NULL,
  back TEXT NOT NULL,
  article_id TEXT REFERENCES article (id) ON DELETE SET NULL,
  start INTEGER,
  "end" INTEGER,
  quote TEXT NOT NULL DEFAULT '',
  entity_id TEXT REFERENCES entity (id) ON DELETE SET NULL,
  figure_id TEXT,
  annotation_id TEXT REFERENCES annotation (id) ON DELETE SET NULL,
  state INTEGER NOT NULL DEFAULT 0 CHECK (state BETWEEN 0 AND 3),
  due_at_ms INTEGER NOT NULL,
  stability REAL NOT NULL DEFAULT 0,
  difficulty REAL NOT NULL DEFAULT 0,
  scheduled_days INTEGER NOT NULL DEFAULT 0,
  learning_steps INTEGER NOT NULL DEFAULT 0,
  reps INTEGER NOT NULL DEFAULT 0,
  lapses INTEGER NOT NULL DEFAULT 0,
  last_review_at_ms INTEGER,
  suspended INTEGER NOT NULL DEFAULT 0 CHECK (suspended IN (0, 1)),
  buried_until_ms INTEGER,
  created_at_ms INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL,
  deleted_at_ms INTEGER
) STRICT;
CREATE INDEX card_due ON card (state, due_at_ms, id) WHERE suspended = 0 AND state > 0 AND deleted_at_ms IS NULL;
CREATE INDEX card_new ON card (created_at_ms, id) WHERE suspended = 0 AND state = 0 AND deleted_at_ms IS NULL;
CREATE INDEX card_by_article ON card (article_id) WHERE deleted_at_ms IS NULL;
CREATE INDEX card_by_entity ON card (entity_id) WHERE deleted_at_ms IS NULL;
CREATE INDEX card_by_time ON card (created_at_ms, id) WHERE deleted_at_ms IS NULL;

CREATE INDEX card_by_front ON card (front) WHERE deleted_at_ms IS NULL;

CREATE TABLE card_tag (
  card_id TEXT NOT NULL REFERENCES card (id) ON DELETE CASCADE,
  tag_id TEXT NOT NULL REFERENCES tag (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  PRIMARY KEY (card_id, tag_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX card_tag_by_tag ON card_tag (tag_id);

CREATE TABLE suggestion (
  id TEXT PRIMARY KEY,
  article_id TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  key TEXT NOT NULL,
  kind TEXT NOT NULL,
  card_kind TEXT NOT NULL CHECK (card_kind IN ('basic', 'cloze')),
  front TEXT NOT NULL,
  back TEXT NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  quote TEXT NOT NULL,
  entity_id TEXT REFERENCES entity (id) ON DELETE SET NULL,
  figure_id TEXT,
  rank REAL NOT NULL,
  state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'accepted', 'dismissed')),
  card_id TEXT REFERENCES card (id) ON DELETE SET NULL,
  created_at_ms INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL,
  UNIQUE (article_id, key)
) STRICT;
CREATE INDEX suggestion_by_front ON suggestion (front);
CREATE INDEX suggestion_open ON suggestion (rank DESC, id) WHERE state = 'open';

CREATE TABLE review (
  id TEXT PRIMARY KEY,
  card_id TEXT NOT NULL REFERENCES card (id) ON DELETE CASCADE,
  grade INTEGER NOT NULL CHECK (grade BETWEEN 1 AND 4),
  reviewed_at_ms INTEGER NOT NULL,
  duration_ms INTEGER,
  state_before INTEGER NOT NULL,
  stability REAL NOT NULL,
  difficulty REAL NOT NULL,
  due_at_ms INTEGER NOT NULL,
  created_at_ms INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL,
  deleted_at_ms INTEGER
) STRICT;
CREATE INDEX review_by_card ON review (card_id, reviewed_at_ms);
CREATE INDEX review_by_time ON review (reviewed_at_ms) WHERE deleted_at_ms IS NULL;

CREATE TABLE action (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  label TEXT NOT NULL,
  article_id TEXT,
  state TEXT NOT NULL DEFAULT 'done' CHECK (state IN ('done', 'undone', 'dropped')),
  created_at_ms INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX action_by_state ON action (state, seq);

CREATE TABLE action_change (
  seq INTEGER PRIMARY KEY,
  action_seq INTEGER NOT NULL REFERENCES action (seq) ON DELETE CASCADE,
  table_name TEXT NOT NULL,
  before TEXT,
  after TEXT
) STRICT;
CREATE INDEX action_change_by_action ON action_change (action_seq, seq);

CREATE TABLE setting (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL CHECK (json_valid(value)),
  updated_at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE VIEW article_document (seq, title, text) AS
  SELECT article.seq, article_text.indexed_title, article_text.text FROM article JOIN article_text ON article_text.article_id = article.id;
CREATE VIRTUAL TABLE article_fts USING fts5 (
  title, text, content='article_document', content_rowid='seq',
  tokenize="unicode61 remove_diacritics 2", prefix='2 3'
);

CREATE TABLE search_entry (
  seq INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('annotation', 'entity', 'card')),
  ref_id TEXT NOT NULL,
  title TEXT NOT NULL,
  body TEXT NOT NULL,
  UNIQUE (kind, ref_id)
) STRICT;
CREATE VIRTUAL TABLE entry_fts USING fts5 (
  title, body, content='search_entry', content_rowid='seq',
  tokenize="unicode61 remove_diacritics 2", prefix='2 3'
);
`)
  },
}
