import type { AcceptedAnswerId, CardId, EntityId } from '#shared/domain/ids.ts'
import { foldText } from '#shared/text/fold.ts'
import type { ReadHandle, WriteHandle } from '../handle.ts'
import { allShownAs } from './shown-as.ts'

/** An answer that the person said counts, for an entity or else for one card. */
export interface NewAcceptedAnswer {
  readonly id: AcceptedAnswerId
  readonly entityId: EntityId | null
  readonly cardId: CardId | null
  readonly answer: string
}

/** Stores an answer that counts from now on; one that counts already stays as it is. */
export function insertAcceptedAnswer(db: WriteHandle, accepted: NewAcceptedAnswer, nowMs: number): void {
  db.prepare(
    `INSERT INTO accepted_answer (id, entity_id, card_id, answer, answer_folded, created_at_ms, updated_at_ms)
     SELECT @id, @entityId, @cardId, @answer, @folded, @nowMs, @nowMs
     WHERE NOT EXISTS (SELECT 1 FROM accepted_answer WHERE answer_folded = @folded
       AND entity_id IS @entityId AND card_id IS @cardId)`,
  ).run({ ...accepted, folded: foldText(accepted.answer), nowMs })
}

/** What the person said counts, for the entity or for the card. */
export function listAcceptedAnswers(db: ReadHandle, entityId: EntityId | null, cardId: CardId | null): string[] {
  return db
    .prepare(`SELECT answer FROM accepted_answer WHERE entity_id IN ${allShownAs('@entityId')} OR card_id = @cardId`)
    .pluck()
    .all({ entityId, cardId }) as string[]
}

/** Notes where the passage of a card stands now, and what it says. */
export function putEvidence(
  db: WriteHandle,
  id: CardId,
  { start, end, quote }: { start: number; end: number; quote: string },
  nowMs: number,
): void {
  db.prepare('UPDATE card SET start = ?, "end" = ?, quote = ?, source_kept = 0, updated_at_ms = ? WHERE id = ?').run(
    start,
    end,
    quote,
    nowMs,
    id,
  )
}

/** Keeps a card as it is though its article does not say it any more. */
export function keepSource(db: WriteHandle, id: CardId, nowMs: number): void {
  db.prepare('UPDATE card SET source_kept = 1, updated_at_ms = ? WHERE id = ?').run(nowMs, id)
}
