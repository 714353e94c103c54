import type { Migration } from '../migrate.ts'

/** What practice and typed answers leave behind: answers that count too, and who was taken for whom. */
export const practice: Migration = {
  version: 4,
  name: 'practice',
  up(db) {
    db.exec(`
CREATE TABLE accepted_answer (
  id TEXT PRIMARY KEY,
  entity_id TEXT REFERENCES entity (id) ON DELETE CASCADE,
  card_id TEXT REFERENCES card (id) ON DELETE CASCADE,
  answer TEXT NOT NULL,
  answer_folded TEXT NOT NULL,
  created_at_ms INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL,
  CHECK (entity_id IS NOT NULL OR card_id IS NOT NULL)
) STRICT;
CREATE INDEX accepted_answer_by_entity ON accepted_answer (entity_id) WHERE entity_id IS NOT NULL;
CREATE INDEX accepted_answer_by_card ON accepted_answer (card_id) WHERE card_id IS NOT NULL;

CREATE TABLE confusion (
  id TEXT PRIMARY KEY,
  entity_id TEXT NOT NULL REFERENCES entity (id) ON DELETE CASCADE,
  other_id TEXT NOT NULL REFERENCES entity (id) ON DELETE CASCADE,
  card_id TEXT REFERENCES card (id) ON DELETE SET NULL,
  created_at_ms INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL,
  CHECK (entity_id <> other_id)
) STRICT;
CREATE INDEX confusion_by_entity ON confusion (entity_id, other_id);
CREATE INDEX confusion_by_other ON confusion (other_id, entity_id);
`)
  },
}
