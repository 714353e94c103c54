import type { CardId } from '#shared/domain/ids.ts'
import type { StudyDay } from '#shared/domain/study-days.ts'
import type { ReadHandle } from '../handle.ts'

/** The time by which answers count as later ones. */
export interface ClockNow {
  readonly nowMs: number
  /** The study day of `nowMs`. */
  readonly day: StudyDay
  /** Nothing that is put off by this clock is put off any longer. */
  readonly longestPutOffMs: number
}

// Only a clock that was set back leaves answers on days to come: without any, no card is looked at.
const answeredLaterSql = `SELECT DISTINCT r.card_id FROM review r
  WHERE r.reviewed_at_ms > @nowMs AND r.deleted_at_ms IS NULL AND r.kind = 'answer'
    AND EXISTS (SELECT 1 FROM day_stat WHERE day > @day AND answers > 0)`
const putOffLaterSql = `SELECT id FROM card WHERE buried_until_ms > @longestPutOffMs AND buried_until_ms IS NOT NULL
  AND suspended = 0 AND deleted_at_ms IS NULL`
const lateSql = `FROM card WHERE deleted_at_ms IS NULL AND (last_review_at_ms > @nowMs OR buried_until_ms > @longestPutOffMs)
  AND id IN (${answeredLaterSql} UNION ${putOffLaterSql})`

/** Cards that were answered or put off while the clock was ahead of what it says now, and until when; null without any. */
export function findLate(db: ReadHandle, now: ClockNow): { readonly cards: number; readonly untilMs: number } | null {
  const late = db
    .prepare(
      `SELECT count(*) AS cards,
         max(max(coalesce(last_review_at_ms, 0), coalesce(buried_until_ms, 0))) AS untilMs ${lateSql}`,
    )
    .get({ ...now }) as { cards: number; untilMs: number }
  return late.cards === 0 ? null : late
}

/** The ids of those cards. */
export function listLateCardIds(db: ReadHandle, now: ClockNow): CardId[] {
  return db
    .prepare(`SELECT id ${lateSql} ORDER BY id`)
    .pluck()
    .all({ ...now }) as CardId[]
}
