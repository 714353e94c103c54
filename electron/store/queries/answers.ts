import type { AcceptedAnswerId, CardId, ConfusionId, EntityId } from '#shared/domain/ids.ts'
import { foldText } from '#shared/text/fold.ts'
import type { ReadHandle, WriteHandle } from '../handle.ts'

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
    .prepare('SELECT answer FROM accepted_answer WHERE entity_id = @entityId OR card_id = @cardId')
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
  db.prepare('UPDATE card SET start = ?, "end" = ?, quote = ?, updated_at_ms = ? WHERE id = ?').run(
    start,
    end,
    quote,
    nowMs,
    id,
  )
}

/** Notes that one entity was taken for another: `otherId` was answered where `entityId` is right. */
export function insertConfusion(
  db: WriteHandle,
  confusion: { id: ConfusionId; entityId: EntityId; otherId: EntityId; cardId: CardId | null },
  nowMs: number,
): void {
  db.prepare(
    `INSERT INTO confusion (id, entity_id, other_id, card_id, created_at_ms, updated_at_ms)
     VALUES (@id, @entityId, @otherId, @cardId, @nowMs, @nowMs)`,
  ).run({ ...confusion, nowMs })
}

/** Two entities that were taken for one another, and how often; the entity first whose name sorts first. */
export interface ConfusionRow {
  readonly entityId: EntityId
  readonly name: string
  readonly role: string | null
  readonly otherId: EntityId
  readonly otherName: string
  readonly otherRole: string | null
  readonly count: number
  readonly lastAtMs: number
}

/** Pairs most often confused first, at most `limit`; those of one entity alone where it is given. */
export function listConfusions(db: ReadHandle, entityId: EntityId | null, limit: number): ConfusionRow[] {
  const role = (side: string) => `(SELECT t.role FROM entity_title t WHERE t.entity_id = ${side} AND t.role_count > 0
    ORDER BY t.role_count DESC, t.role LIMIT 1)`
  return db
    .prepare(
      `SELECT c.one AS entityId, e.name, ${role('c.one')} AS role, c.two AS otherId, o.name AS otherName,
         ${role('c.two')} AS otherRole, c.count, c.lastAtMs
       FROM (SELECT min(entity_id, other_id) AS one, max(entity_id, other_id) AS two, count(*) AS count,
           max(created_at_ms) AS lastAtMs FROM confusion
         WHERE @entityId IS NULL OR entity_id = @entityId OR other_id = @entityId GROUP BY 1, 2) c
       JOIN entity e ON e.id = c.one AND e.deleted_at_ms IS NULL
       JOIN entity o ON o.id = c.two AND o.deleted_at_ms IS NULL
       ORDER BY c.count DESC, c.lastAtMs DESC LIMIT @limit`,
    )
    .all({ entityId, limit }) as ConfusionRow[]
}
