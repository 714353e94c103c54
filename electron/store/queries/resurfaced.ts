import type { AnnotationId, CardId } from '#shared/domain/ids.ts'
import type { StudyDay } from '#shared/domain/study-days.ts'
import type { ReadHandle, WriteHandle } from '../handle.ts'

/** A mark of a day. */
export interface ResurfacedRow {
  readonly id: AnnotationId
  readonly seenAtMs: number | null
  readonly cardId: CardId | null
}

// A note on a whole article has no words to be shown; what waits for repair has its quote.
const live = "n.deleted_at_ms IS NULL AND n.quote <> ''"

/** The live marks that were chosen for a study day, in their order. */
export function listResurfaced(db: ReadHandle, day: StudyDay): ResurfacedRow[] {
  return db
    .prepare(
      `SELECT n.id, r.seen_at_ms AS seenAtMs,
         (SELECT c.id FROM card c WHERE c.annotation_id = n.id AND c.deleted_at_ms IS NULL
          ORDER BY c.created_at_ms DESC LIMIT 1) AS cardId
       FROM resurfaced r JOIN annotation n ON n.id = r.annotation_id
       JOIN article a ON a.id = n.article_id AND a.deleted_at_ms IS NULL
       WHERE r.day = ? AND ${live} ORDER BY r.position, n.id`,
    )
    .all(day) as ResurfacedRow[]
}

/** A mark that could be shown again. */
export interface OldMarkRow {
  readonly id: AnnotationId
  readonly createdAtMs: number
  readonly shownOn: StudyDay | null
  readonly hasCard: boolean
}

/** From so many marks on, some are drawn by chance rather than all looked at. */
const MANY_MARKS = 4000

/** Live marks made before a moment that were not chosen for `day`; of a large library a fair draw. */
export function listOldMarks(db: ReadHandle, day: StudyDay, beforeMs: number, random: () => number): OldMarkRow[] {
  const last = db.prepare('SELECT coalesce(max(rowid), 0) FROM annotation').pluck().get() as number
  const isDrawn = last > MANY_MARKS
  const drawn = JSON.stringify(isDrawn ? Array.from({ length: MANY_MARKS }, () => 1 + Math.floor(random() * last)) : [])
  const rows = db
    .prepare(
      `SELECT n.id, n.created_at_ms AS createdAtMs,
         (SELECT max(r.day) FROM resurfaced r WHERE r.annotation_id = n.id) AS shownOn,
         EXISTS (SELECT 1 FROM card c WHERE c.annotation_id = n.id AND c.deleted_at_ms IS NULL) AS hasCard
       FROM annotation n JOIN article a ON a.id = n.article_id AND a.deleted_at_ms IS NULL
       WHERE ${isDrawn ? 'n.rowid IN (SELECT value FROM json_each(@drawn))' : "@drawn <> ''"} AND ${live}
         AND n.created_at_ms < @beforeMs
         AND NOT EXISTS (SELECT 1 FROM resurfaced r WHERE r.day = @day AND r.annotation_id = n.id)`,
    )
    .all({ drawn, beforeMs, day }) as (Omit<OldMarkRow, 'hasCard'> & { hasCard: number })[]
  return rows.map((row) => ({ ...row, hasCard: row.hasCard === 1 }))
}

/** Puts marks on a day, from `position` on. */
export function insertResurfaced(db: WriteHandle, day: StudyDay, ids: readonly AnnotationId[], position: number): void {
  const insert = db.prepare('INSERT OR IGNORE INTO resurfaced (day, position, annotation_id) VALUES (?, ?, ?)')
  for (const [index, id] of ids.entries()) insert.run(day, position + index, id)
}

/** Notes that a mark of a day was looked at; the first time counts. */
export function putSeen(db: WriteHandle, day: StudyDay, id: AnnotationId, nowMs: number): void {
  db.prepare('UPDATE resurfaced SET seen_at_ms = ? WHERE day = ? AND annotation_id = ? AND seen_at_ms IS NULL').run(
    nowMs,
    day,
    id,
  )
}
