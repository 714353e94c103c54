import type { EntityKind } from '#shared/domain/extraction.ts'
import type { EntityId } from '#shared/domain/ids.ts'
import type { ReadHandle } from '../handle.ts'

/** An entity as far as names tell whether it is another one. */
export interface NamedRow {
  readonly id: EntityId
  /** What it is shown as. */
  readonly canonicalId: EntityId
  readonly kind: EntityKind
  readonly name: string
  readonly nameKey: string
  readonly surname: string | null
  readonly isFull: number
  /** Of what it is shown as. */
  readonly mentionCount: number
}

const columns = `e.id, e.canonical_id AS canonicalId, e.found_kind AS kind, e.found_name AS name, e.name_key AS nameKey,
  e.surname, e.is_full AS isFull, c.mention_count AS mentionCount`

/** Entities behind what articles name, after an id, at most `limit`. */
export function listNamed(db: ReadHandle, after: string, limit: number): NamedRow[] {
  return db
    .prepare(
      `SELECT ${columns} FROM entity e JOIN entity c ON c.id = e.canonical_id
       WHERE e.id > ? AND c.article_count > 0 AND c.deleted_at_ms IS NULL ORDER BY e.id LIMIT ?`,
    )
    .all(after, limit) as NamedRow[]
}

/** Groups and places that have the whole name of one of these as a short one. */
export function listShortNames(db: ReadHandle, ids: readonly EntityId[]): { short: EntityId; full: EntityId }[] {
  return db
    .prepare(
      `SELECT DISTINCT s.id AS short, o.id AS full FROM json_each(?) j JOIN entity s ON s.id = j.value
         CROSS JOIN entity_name n ON n.name_folded = s.name_key AND n.entity_id <> s.id AND n.article_count > 0
         JOIN entity o ON o.id = n.entity_id AND o.found_kind = s.found_kind AND o.name_key <> s.name_key
       WHERE o.article_count > 0`,
    )
    .all(JSON.stringify(ids)) as { short: EntityId; full: EntityId }[]
}

/** What articles call a person, the role named most often first. */
export function listRoleWords(db: ReadHandle, id: EntityId, limit: number): string[] {
  return db
    .prepare(
      'SELECT role FROM entity_title WHERE entity_id = ? AND role_count > 0 ORDER BY role_count DESC, role LIMIT ?',
    )
    .pluck()
    .all(id, limit) as string[]
}
