import type { AnnotationId, EntityId } from '#shared/domain/ids.ts'
import { foldText } from '#shared/text/fold.ts'
import type { ReadHandle } from '../handle.ts'
import { type AnnotationRow, findAnnotation } from './annotations.ts'
import { asOfSql, asOfValues } from './as-of.ts'
import type { DossierPart } from './dossier.ts'
import { linkedToEntity } from './mark-links.ts'
import { cutPage, type Page, readCursor } from './paging.ts'

/** The person's marks that lie on a mention of an entity or are linked to it, and notes that name it, the latest first. */
export function listNotesOn(db: ReadHandle, part: DossierPart): Page<AnnotationRow> & { total: number } {
  const naming = notesNaming(db, part.entityId)
  const values = { entityId: part.entityId, naming: JSON.stringify(naming), ...asOfValues(part.asOf) }
  const from = `FROM annotation n CROSS JOIN article a ON a.id = n.article_id AND a.deleted_at_ms IS NULL${asOfSql(part.asOf)}
    WHERE n.deleted_at_ms IS NULL AND (n.id IN (SELECT value FROM json_each(@naming)) OR ${linkedToEntity('n.id')} OR EXISTS (
      SELECT 1 FROM mention m WHERE m.entity_id = @entityId AND m.article_id = n.article_id
        AND m.start < n."end" AND m."end" > n.start))`
  const after = readCursor(part.cursor, 2)
  const rows = db
    .prepare(
      `SELECT n.id, n.created_at_ms AS madeAtMs ${from}
       ${after ? 'AND (n.created_at_ms, n.id) < (@madeAtMs, @id)' : ''}
       ORDER BY n.created_at_ms DESC, n.id DESC LIMIT @limit`,
    )
    .all({ ...values, ...(after && { madeAtMs: after[0], id: after[1] }), limit: part.limit + 1 }) as {
    id: AnnotationId
    madeAtMs: number
  }[]
  const page = cutPage(rows, part.limit, (row) => [row.madeAtMs, row.id])
  const total = db.prepare(`SELECT count(*) ${from}`).pluck().get(values) as number
  const items = page.items.map(({ id }) => findAnnotation(db, id)).filter((note) => note !== null)
  return { items, nextCursor: page.nextCursor, total }
}

/** Marks whose note holds a name that is the entity's alone: a short name that others share names nobody for sure. */
function notesNaming(db: ReadHandle, entityId: EntityId): AnnotationId[] {
  const names = db
    .prepare(
      `SELECT DISTINCT n.name_folded FROM entity_name n WHERE n.entity_id = @entityId AND n.article_count > 0
         AND length(n.name_folded) > 2
         AND NOT EXISTS (SELECT 1 FROM entity_name o JOIN entity e ON e.id = o.entity_id AND e.article_count > 0
           AND e.deleted_at_ms IS NULL
           WHERE o.name_folded = n.name_folded AND o.entity_id <> n.entity_id AND o.article_count > 0)`,
    )
    .pluck()
    .all({ entityId }) as string[]
  if (names.length === 0) return []
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${names.map(asPattern).join('|')})(?![\\p{L}\\p{N}])`, 'u')
  const notes = db.prepare(`SELECT id, note FROM annotation WHERE note <> '' AND deleted_at_ms IS NULL`).all() as {
    id: AnnotationId
    note: string
  }[]
  return notes.filter(({ note }) => pattern.test(foldText(note))).map(({ id }) => id)
}

function asPattern(words: string): string {
  return words.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
}
