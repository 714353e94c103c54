import type { Migration } from '../migrate.ts'

/** Decks, cards that belong together, and a log of reviews that tells a card's whole schedule. */
export const planStudy: Migration = {
  version: 2,
  name: 'plan-study',
  up(db) {
    db.exec(`
CREATE TABLE deck (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  position INTEGER NOT NULL,
  rule_kind TEXT NOT NULL CHECK (rule_kind IN ('rest', 'tag', 'article', 'entity', 'category', 'search')),
  rule_value TEXT NOT NULL DEFAULT '',
  options TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(options)),
  deadline_on TEXT,
  deadline_share REAL,
  plan TEXT CHECK (plan IS NULL OR json_valid(plan)),
  created_at_ms INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL,
  deleted_at_ms INTEGER
) STRICT;
INSERT INTO deck (id, name, position, rule_kind, created_at_ms, updated_at_ms)
  VALUES ('00000000-0000-7000-8000-000000000001', 'Everything else', 1000000, 'rest', 0, 0);

ALTER TABLE card ADD COLUMN family_id TEXT;
ALTER TABLE card ADD COLUMN part INTEGER NOT NULL DEFAULT 0;
ALTER TABLE card ADD COLUMN typed INTEGER NOT NULL DEFAULT 0 CHECK (typed IN (0, 1));
ALTER TABLE card ADD COLUMN deck_id TEXT NOT NULL DEFAULT '00000000-0000-7000-8000-000000000001';
ALTER TABLE card ADD COLUMN reviews INTEGER NOT NULL DEFAULT 0;
ALTER TABLE card ADD COLUMN leech INTEGER NOT NULL DEFAULT 0 CHECK (leech IN (0, 1));

CREATE TABLE fsrs_fit (
  id TEXT PRIMARY KEY,
  parameters TEXT NOT NULL CHECK (json_valid(parameters)),
  review_count INTEGER NOT NULL,
  log_loss_before REAL NOT NULL,
  log_loss_after REAL NOT NULL,
  rmse_before REAL NOT NULL,
  rmse_after REAL NOT NULL,
  created_at_ms INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL,
  deleted_at_ms INTEGER
) STRICT;

CREATE TABLE picture (
  sha256 TEXT PRIMARY KEY,
  media_type TEXT NOT NULL,
  bytes BLOB NOT NULL,
  created_at_ms INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE day_stat (
  day INTEGER NOT NULL,
  deck_id TEXT NOT NULL,
  answers INTEGER NOT NULL DEFAULT 0,
  new_cards INTEGER NOT NULL DEFAULT 0,
  again INTEGER NOT NULL DEFAULT 0,
  hard INTEGER NOT NULL DEFAULT 0,
  good INTEGER NOT NULL DEFAULT 0,
  easy INTEGER NOT NULL DEFAULT 0,
  reviews INTEGER NOT NULL DEFAULT 0,
  recalled INTEGER NOT NULL DEFAULT 0,
  old_reviews INTEGER NOT NULL DEFAULT 0,
  old_recalled INTEGER NOT NULL DEFAULT 0,
  duration_ms INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (day, deck_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE recall_stat (
  bin INTEGER PRIMARY KEY,
  answers INTEGER NOT NULL DEFAULT 0,
  recalled INTEGER NOT NULL DEFAULT 0,
  predicted REAL NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE new_review (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  card_id TEXT NOT NULL REFERENCES card (id) ON DELETE CASCADE,
  kind TEXT NOT NULL DEFAULT 'answer' CHECK (kind IN ('answer', 'due', 'reset', 'reschedule')),
  grade INTEGER NOT NULL CHECK (grade BETWEEN 0 AND 4),
  reviewed_at_ms INTEGER NOT NULL,
  duration_ms INTEGER,
  day INTEGER NOT NULL,
  deck_id TEXT NOT NULL,
  elapsed_days INTEGER NOT NULL,
  predicted REAL,
  state_before INTEGER NOT NULL,
  state_after INTEGER NOT NULL,
  step_after INTEGER NOT NULL,
  scheduled_days INTEGER NOT NULL,
  stability REAL NOT NULL,
  difficulty REAL NOT NULL,
  due_at_ms INTEGER NOT NULL,
  effects TEXT CHECK (effects IS NULL OR json_valid(effects)),
  created_at_ms INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL,
  deleted_at_ms INTEGER,
  CHECK ((kind = 'answer') = (grade > 0))
) STRICT;
INSERT INTO new_review (seq, id, card_id, grade, reviewed_at_ms, duration_ms, day, deck_id, elapsed_days, state_before,
    state_after, step_after, scheduled_days, stability, difficulty, due_at_ms, created_at_ms, updated_at_ms, deleted_at_ms)
  SELECT r.seq, r.id, r.card_id, r.grade, r.reviewed_at_ms, r.duration_ms,
    CAST(julianday(date(r.reviewed_at_ms / 1000 - 14400, 'unixepoch', 'localtime')) - 2440587.5 AS INTEGER),
    '00000000-0000-7000-8000-000000000001',
    coalesce(r.reviewed_at_ms / 86400000 - lag(r.reviewed_at_ms) OVER this / 86400000, 0), r.state_before,
    coalesce(lead(r.state_before) OVER this, c.state),
    iif(lead(r.seq) OVER this IS NULL, c.learning_steps, 0),
    iif(lead(r.seq) OVER this IS NULL, c.scheduled_days, max(0, (r.due_at_ms - r.reviewed_at_ms) / 86400000)),
    r.stability, r.difficulty, r.due_at_ms, r.created_at_ms, r.updated_at_ms, r.deleted_at_ms
  FROM review r JOIN card c ON c.id = r.card_id
  WINDOW this AS (PARTITION BY r.card_id, r.deleted_at_ms IS NULL ORDER BY r.seq);
UPDATE card SET reviews = (SELECT count(*) FROM new_review r
  WHERE r.card_id = card.id AND r.deleted_at_ms IS NULL AND r.state_before = 2) WHERE reps > 0;
DROP TABLE review;
ALTER TABLE new_review RENAME TO review;
CREATE INDEX review_by_card ON review (card_id, seq);
CREATE INDEX review_by_time ON review (reviewed_at_ms) WHERE deleted_at_ms IS NULL AND kind = 'answer';

DROP INDEX card_new;
CREATE INDEX card_new ON card (deck_id, created_at_ms, id, buried_until_ms)
  WHERE suspended = 0 AND state = 0 AND deleted_at_ms IS NULL;
CREATE INDEX card_due_in_deck ON card (deck_id, state, due_at_ms, id, buried_until_ms)
  WHERE suspended = 0 AND state > 0 AND deleted_at_ms IS NULL;
CREATE INDEX card_family ON card (family_id) WHERE family_id IS NOT NULL;
CREATE INDEX card_by_due ON card (due_at_ms, id) WHERE deleted_at_ms IS NULL;
CREATE INDEX card_by_change ON card (updated_at_ms, id) WHERE deleted_at_ms IS NULL;
CREATE INDEX card_by_lapses ON card (lapses, id) WHERE deleted_at_ms IS NULL;
CREATE INDEX card_by_difficulty ON card (difficulty, id) WHERE deleted_at_ms IS NULL;
CREATE INDEX card_by_stability ON card (stability, id) WHERE deleted_at_ms IS NULL;
`)
    db.exec(`${countTriggers()}
INSERT INTO day_stat (day, deck_id, answers, new_cards, again, hard, good, easy, reviews, recalled, old_reviews, old_recalled, duration_ms)
  SELECT day, deck_id, count(*), sum(state_before = 0), sum(grade = 1), sum(grade = 2), sum(grade = 3), sum(grade = 4),
    sum(state_before = 2), sum(state_before = 2 AND grade > 1), sum(state_before = 2 AND elapsed_days >= 21),
    sum(state_before = 2 AND elapsed_days >= 21 AND grade > 1), sum(coalesce(duration_ms, 0))
  FROM review WHERE deleted_at_ms IS NULL GROUP BY day, deck_id;`)
  },
}

/** Days and calibration follow the log by themselves: nothing that writes an answer, undo included, can forget them. */
function countTriggers(): string {
  const add = (row: 'NEW' | 'OLD', sign: '' | '-') => `
  INSERT INTO day_stat (day, deck_id, answers, new_cards, again, hard, good, easy, reviews, recalled, old_reviews, old_recalled, duration_ms)
    VALUES (${row}.day, ${row}.deck_id, ${sign}1, ${sign}(${row}.state_before = 0), ${sign}(${row}.grade = 1),
      ${sign}(${row}.grade = 2), ${sign}(${row}.grade = 3), ${sign}(${row}.grade = 4), ${sign}(${row}.state_before = 2),
      ${sign}(${row}.state_before = 2 AND ${row}.grade > 1), ${sign}(${row}.state_before = 2 AND ${row}.elapsed_days >= 21),
      ${sign}(${row}.state_before = 2 AND ${row}.elapsed_days >= 21 AND ${row}.grade > 1),
      ${sign}coalesce(${row}.duration_ms, 0))
    ON CONFLICT DO UPDATE SET answers = answers + excluded.answers, new_cards = new_cards + excluded.new_cards,
      again = again + excluded.again, hard = hard + excluded.hard, good = good + excluded.good, easy = easy + excluded.easy,
      reviews = reviews + excluded.reviews, recalled = recalled + excluded.recalled,
      old_reviews = old_reviews + excluded.old_reviews, old_recalled = old_recalled + excluded.old_recalled,
      duration_ms = duration_ms + excluded.duration_ms;
  INSERT INTO recall_stat (bin, answers, recalled, predicted)
    SELECT CAST(min(${row}.predicted, 0.9999) * 20 AS INTEGER), ${sign}1, ${sign}(${row}.grade > 1), ${sign}${row}.predicted
    WHERE ${row}.predicted IS NOT NULL
    ON CONFLICT DO UPDATE SET answers = answers + excluded.answers, recalled = recalled + excluded.recalled,
      predicted = predicted + excluded.predicted;`
  return `
CREATE TRIGGER review_comes AFTER INSERT ON review WHEN NEW.kind = 'answer' AND NEW.deleted_at_ms IS NULL BEGIN${add('NEW', '')}
END;
CREATE TRIGGER review_returns AFTER UPDATE OF deleted_at_ms ON review
  WHEN NEW.kind = 'answer' AND OLD.deleted_at_ms IS NOT NULL AND NEW.deleted_at_ms IS NULL BEGIN${add('NEW', '')}
END;
CREATE TRIGGER review_goes AFTER UPDATE OF deleted_at_ms ON review
  WHEN OLD.kind = 'answer' AND OLD.deleted_at_ms IS NULL AND NEW.deleted_at_ms IS NOT NULL BEGIN${add('OLD', '-')}
END;
CREATE TRIGGER review_dies AFTER DELETE ON review WHEN OLD.kind = 'answer' AND OLD.deleted_at_ms IS NULL BEGIN${add('OLD', '-')}
END;`
}
