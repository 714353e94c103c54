import type { Migration } from '../migrate.ts'

/** Actions that are being done, taken back or done again in several transactions, and how far that is. */
export const finishLongActions: Migration = {
  version: 17,
  name: 'finish-long-actions',
  up(db) {
    db.exec(`
CREATE TABLE unfinished_action (
  action_seq INTEGER PRIMARY KEY REFERENCES action (seq) ON DELETE CASCADE,
  turn TEXT NOT NULL CHECK (turn IN ('doing', 'leaving', 'undoing', 'redoing')),
  change_seq INTEGER
) STRICT;
`)
  },
}
