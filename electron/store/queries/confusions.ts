import type { CardId, ConfusionId, EntityId } from '#shared/domain/ids.ts'
import type { ReadHandle, WriteHandle } from '../handle.ts'
import { isKin } from './role-forms.ts'
import { shownAs } from './shown-as.ts'

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

/** Takes notes of confusions back. */
export function deleteConfusions(db: WriteHandle, ids: readonly ConfusionId[]): void {
  db.prepare('DELETE FROM confusion WHERE id IN (SELECT value FROM json_each(?))').run(JSON.stringify(ids))
}

/** Two entities that were taken for one another, and how often; in the order of their ids. */
export interface ConfusionRow {
  readonly entityId: EntityId
  readonly name: string
  readonly role: string | null
  readonly otherId: EntityId
  readonly otherName: string
  readonly otherRole: string | null
  readonly count: number
  readonly lastAtMs: number
  /** The live card that asks how the two differ, or null. */
  readonly contrastCardId: CardId | null
}

// Names that were found to be one and the same later count as one: what is noted of either is noted of both.
const mainRole = (side: string) => `(SELECT t.role FROM entity_title t WHERE t.entity_id = ${side} AND t.role_count > 0
  ORDER BY ${isKin('t.role')}, t.role_count DESC, t.role LIMIT 1)`

/** Pairs most often confused first, at most `limit`; those of one entity alone where it is given. */
export function listConfusions(db: ReadHandle, entityId: EntityId | null, limit: number): ConfusionRow[] {
  return db
    .prepare(
      `SELECT c.one AS entityId, e.name, ${mainRole('c.one')} AS role, c.two AS otherId, o.name AS otherName,
         ${mainRole('c.two')} AS otherRole, c.count, c.lastAtMs,
         (SELECT k.id FROM contrast t JOIN card k ON k.id = t.card_id AND k.deleted_at_ms IS NULL
          WHERE t.one_id = c.one AND t.two_id = c.two) AS contrastCardId
       FROM (SELECT min(a, b) AS one, max(a, b) AS two, count(*) AS count, max(at) AS lastAtMs
         FROM (SELECT ${shownAs('entity_id')} AS a, ${shownAs('other_id')} AS b, created_at_ms AS at FROM confusion)
         WHERE a <> b AND (@entityId IS NULL OR ${shownAs('@entityId')} IN (a, b)) GROUP BY 1, 2) c
       JOIN entity e ON e.id = c.one AND e.deleted_at_ms IS NULL
       JOIN entity o ON o.id = c.two AND o.deleted_at_ms IS NULL
       ORDER BY c.count DESC, c.lastAtMs DESC, c.one, c.two LIMIT @limit`,
    )
    .all({ entityId, limit }) as ConfusionRow[]
}

/** The notes that one of two entities was taken for the other. */
export function listConfusionIds(db: ReadHandle, one: EntityId, two: EntityId): ConfusionId[] {
  return db
    .prepare(
      `SELECT id FROM (SELECT id, ${shownAs('entity_id')} AS a, ${shownAs('other_id')} AS b FROM confusion)
       WHERE (a = ${shownAs('@one')} AND b = ${shownAs('@two')}) OR (a = ${shownAs('@two')} AND b = ${shownAs('@one')})`,
    )
    .pluck()
    .all({ one, two }) as ConfusionId[]
}

/** The live card that asks how two entities differ, or null. */
export function findContrast(db: ReadHandle, one: EntityId, two: EntityId): CardId | null {
  const [first, second] = one < two ? [one, two] : [two, one]
  const id = db
    .prepare(
      `SELECT k.id FROM contrast t JOIN card k ON k.id = t.card_id AND k.deleted_at_ms IS NULL
       WHERE t.one_id = ? AND t.two_id = ?`,
    )
    .pluck()
    .get(first, second)
  return (id as CardId | undefined) ?? null
}

/** Notes which card asks how two entities differ. */
export function putContrast(db: WriteHandle, one: EntityId, two: EntityId, cardId: CardId, nowMs: number): void {
  const [first, second] = one < two ? [one, two] : [two, one]
  db.prepare(
    `INSERT INTO contrast (one_id, two_id, card_id, created_at_ms, updated_at_ms) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (one_id, two_id) DO UPDATE SET card_id = excluded.card_id, updated_at_ms = excluded.updated_at_ms`,
  ).run(first, second, cardId, nowMs, nowMs)
}
