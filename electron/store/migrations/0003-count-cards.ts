import type { Migration } from '../migrate.ts'

/** Totals of cards by how they stand and by what they are about, kept by triggers, so that no list or chart counts. */
export const countCards: Migration = {
  version: 3,
  name: 'count-cards',
  up(db) {
    db.exec(`
CREATE TABLE card_stat (
  deck_id TEXT NOT NULL,
  state INTEGER NOT NULL,
  is_old INTEGER NOT NULL,
  suspended INTEGER NOT NULL,
  stability_bin INTEGER NOT NULL,
  difficulty_bin INTEGER NOT NULL,
  cards INTEGER NOT NULL,
  PRIMARY KEY (deck_id, state, is_old, suspended, stability_bin, difficulty_bin)
) STRICT, WITHOUT ROWID;
CREATE TABLE card_about (
  deck_id TEXT NOT NULL,
  entity_id TEXT NOT NULL,
  article_id TEXT NOT NULL,
  cards INTEGER NOT NULL,
  reviews INTEGER NOT NULL,
  lapses INTEGER NOT NULL,
  PRIMARY KEY (deck_id, entity_id, article_id)
) STRICT, WITHOUT ROWID;
INSERT INTO card_stat SELECT ${statKey('card')}, count(*) FROM card WHERE deleted_at_ms IS NULL GROUP BY 1, 2, 3, 4, 5, 6;
INSERT INTO card_about SELECT ${aboutKey('card')}, count(*), sum(reviews), sum(lapses)
  FROM card WHERE deleted_at_ms IS NULL GROUP BY 1, 2, 3;
CREATE INDEX card_leech ON card (created_at_ms, id) WHERE leech = 1 AND deleted_at_ms IS NULL;
CREATE INDEX card_suspended ON card (created_at_ms, id) WHERE suspended = 1 AND deleted_at_ms IS NULL;

CREATE TRIGGER card_stat_insert AFTER INSERT ON card WHEN NEW.deleted_at_ms IS NULL BEGIN
  ${count('NEW', '')}
END;
CREATE TRIGGER card_stat_update
  AFTER UPDATE OF deck_id, state, scheduled_days, suspended, stability, difficulty, reviews, lapses, entity_id, article_id,
    deleted_at_ms ON card BEGIN
  ${count('OLD', '-')}
  ${count('NEW', '')}
END;
CREATE TRIGGER card_stat_delete AFTER DELETE ON card WHEN OLD.deleted_at_ms IS NULL BEGIN
  ${count('OLD', '-')}
END;
`)
  },
}

function statKey(row: 'card' | 'NEW' | 'OLD'): string {
  const bin = (column: string, starts: readonly number[]) =>
    `CASE ${[...starts.entries()]
      .reverse()
      .map(([index, from]) => `WHEN ${row}.${column} >= ${from} THEN ${index}`)
      .join(' ')} ELSE 0 END`
  return `${row}.deck_id, ${row}.state, ${row}.scheduled_days >= 21, ${row}.suspended,
    ${bin('stability', [0, 1, 3, 7, 14, 30, 60, 120, 240, 480, 960])}, ${bin('difficulty', [1, 2, 3, 4, 5, 6, 7, 8, 9])}`
}

function aboutKey(row: 'card' | 'NEW' | 'OLD'): string {
  return `${row}.deck_id, coalesce(${row}.entity_id, ''), coalesce(${row}.article_id, '')`
}

function count(row: 'NEW' | 'OLD', sign: '' | '-'): string {
  return `INSERT INTO card_stat SELECT ${statKey(row)}, ${sign}1 WHERE ${row}.deleted_at_ms IS NULL
    ON CONFLICT DO UPDATE SET cards = cards + excluded.cards;
  INSERT INTO card_about SELECT ${aboutKey(row)}, ${sign}1, ${sign}${row}.reviews, ${sign}${row}.lapses
    WHERE ${row}.deleted_at_ms IS NULL
    ON CONFLICT DO UPDATE SET cards = cards + excluded.cards, reviews = reviews + excluded.reviews,
      lapses = lapses + excluded.lapses;`
}
