import type { EntityKind } from '#shared/domain/extraction.ts'
import type { AnnotationId, EntityId } from '#shared/domain/ids.ts'
import { MOST_LINKS } from '#shared/domain/mark.ts'
import { foldText } from '#shared/text/fold.ts'
import type { ReadHandle, WriteHandle } from '../handle.ts'

/** Whom or what a mark is linked to: the entity that the chosen one stands for now. */
export interface LinkedEntity {
  readonly id: EntityId
  readonly kind: EntityKind
  readonly name: string
}

/** What each of `ids` is linked to, in the order given by the person; two that were merged since are one. */
export function listLinksOf(db: ReadHandle, ids: readonly AnnotationId[]): Map<AnnotationId, LinkedEntity[]> {
  const rows = db
    .prepare(
      `SELECT l.annotation_id AS annotationId, c.id, c.kind, c.name FROM annotation_entity l
       JOIN entity e ON e.id = l.entity_id JOIN entity c ON c.id = e.canonical_id
       WHERE l.annotation_id IN (SELECT value FROM json_each(?))
       GROUP BY l.annotation_id, c.id ORDER BY min(l.position)`,
    )
    .all(JSON.stringify(ids)) as (LinkedEntity & { annotationId: AnnotationId })[]
  const links = new Map<AnnotationId, LinkedEntity[]>()
  for (const { annotationId, ...entity } of rows) links.set(annotationId, [...(links.get(annotationId) ?? []), entity])
  return links
}

/**
 * Links a mark to these entities and no others. A link that stays keeps the entity that was chosen at first, so that
 * taking a merge back parts them again.
 */
export function putLinks(db: WriteHandle, id: AnnotationId, entityIds: readonly EntityId[]): void {
  const wanted = JSON.stringify(entityIds)
  const canonicals = '(SELECT w.canonical_id FROM json_each(@wanted) j JOIN entity w ON w.id = j.value)'
  db.prepare(
    `DELETE FROM annotation_entity WHERE annotation_id = @id
       AND (SELECT canonical_id FROM entity WHERE entity.id = entity_id) NOT IN ${canonicals}`,
  ).run({ id, wanted })
  addLinks(db, id, entityIds)
}

/** Links a mark to these entities besides those it has, up to the most that a mark can have. */
export function addLinks(db: WriteHandle, id: AnnotationId, entityIds: readonly EntityId[]): void {
  const link = db.prepare(
    `INSERT INTO annotation_entity (annotation_id, entity_id, position)
     SELECT @id, w.id, (SELECT coalesce(max(position), -1) + 1 FROM annotation_entity WHERE annotation_id = @id)
     FROM entity w WHERE w.id = @entityId AND w.canonical_id NOT IN (
       SELECT e.canonical_id FROM annotation_entity l JOIN entity e ON e.id = l.entity_id WHERE l.annotation_id = @id)
     AND (SELECT count(*) FROM annotation_entity WHERE annotation_id = @id) < @most`,
  )
  for (const entityId of entityIds) link.run({ id, entityId, most: MOST_LINKS })
}

/** The only person, group or place that is called so; null when there is none, or several. */
export function findSoleEntity(db: ReadHandle, name: string): EntityId | null {
  const ids = db
    .prepare(
      `SELECT id FROM entity
       WHERE name_folded = ? AND name = ? AND canonical_id = id AND deleted_at_ms IS NULL LIMIT 2`,
    )
    .pluck()
    .all(foldText(name), name)
  // Ids of entities are written by their own queries alone.
  return ids.length === 1 ? (ids[0] as EntityId) : null
}

/** Takes the links of a mark to these entities away, and those to what has been merged into them. */
export function takeLinks(db: WriteHandle, id: AnnotationId, entityIds: readonly EntityId[]): void {
  if (entityIds.length === 0) return
  db.prepare(
    `DELETE FROM annotation_entity WHERE annotation_id = @id
       AND (SELECT canonical_id FROM entity WHERE entity.id = entity_id) IN
         (SELECT w.canonical_id FROM json_each(@unwanted) j JOIN entity w ON w.id = j.value)`,
  ).run({ id, unwanted: JSON.stringify(entityIds) })
}

/** Links a mark to what others are linked to as well, after what it has. */
export function copyLinks(db: WriteHandle, from: readonly AnnotationId[], to: AnnotationId): void {
  db.prepare(
    `INSERT OR IGNORE INTO annotation_entity (annotation_id, entity_id, position)
     SELECT @to, l.entity_id,
       (SELECT coalesce(max(position), -1) FROM annotation_entity WHERE annotation_id = @to)
         + row_number() OVER (ORDER BY j.key, l.position)
     FROM json_each(@from) j JOIN annotation_entity l ON l.annotation_id = j.value`,
  ).run({ to, from: JSON.stringify(from) })
}

/** A condition on the id of a mark: it is linked to `@entityId`, or to one that is part of it. */
export const linkedToEntity = (annotationId: string) => `${annotationId} IN (
  SELECT l.annotation_id FROM annotation_entity l JOIN entity le ON le.id = l.entity_id
  WHERE le.canonical_id = (SELECT canonical_id FROM entity WHERE id = @entityId))`
