import type { CardId, DeckId } from '#shared/domain/ids.ts'
import type { StudyDay } from '#shared/domain/study-days.ts'
import type { ReadHandle, WriteHandle } from '../handle.ts'

/** When cards are looked for. Cards in learning wait for their minute, reviews for their day. */
export interface QueueTime {
  readonly nowMs: number
  /** Until when a card in learning may fall due to be asked now. */
  readonly aheadMs: number
  /** When the study day ends. */
  readonly dayEndMs: number
  readonly day: StudyDay
}

/** Which kind of card to look for. */
export type Queue = 'learning' | 'review' | 'new'

/** In which order. */
export type QueueOrder = 'due' | 'shaky' | 'firm' | 'hard' | 'random' | 'oldest' | 'newest'

/** A card whose turn it is, and since when. */
export interface QueuedCard {
  readonly id: CardId
  readonly dueAtMs: number
}

const askable = 'suspended = 0 AND deleted_at_ms IS NULL AND (buried_until_ms IS NULL OR buried_until_ms <= @nowMs)'

// "state > 0" though it follows from the rest: SQLite takes a partial index by the letter of its condition.
const queues: Record<Queue, { where: string; order: string }> = {
  learning: { where: 'state IN (1, 3) AND state > 0 AND due_at_ms <= @aheadMs', order: 'due_at_ms, id' },
  review: { where: 'state = 2 AND state > 0 AND due_at_ms < @dayEndMs', order: 'due_at_ms, id' },
  new: { where: 'state = 0', order: 'created_at_ms, id' },
}

/** Orders other than the index's look at so many of the cards that waited longest. */
const WINDOW = 2000

// The end of a UUIDv7 is random; each day begins elsewhere in it, so that each day has an order of its own.
const byChance = 'substr(id, 25 + @day % 6, 7), id'
const orders: Record<QueueOrder, string> = {
  due: 'due_at_ms, id',
  oldest: 'created_at_ms, id',
  newest: 'created_at_ms DESC, id DESC',
  random: byChance,
  // Within one set of parameters the chance to remember falls with the time since over the stability.
  shaky: '(@nowMs - coalesce(last_review_at_ms, 0)) / max(stability, 0.001) DESC, id',
  firm: 'stability DESC, id',
  hard: 'difficulty DESC, id',
}
const byIndex: ReadonlySet<QueueOrder> = new Set(['due', 'oldest', 'newest'])

/** The card of that queue in that deck whose turn it is, or null. */
export function findQueued(
  db: ReadHandle,
  queue: Queue,
  deckId: DeckId,
  order: QueueOrder,
  time: QueueTime,
): QueuedCard | null {
  const { where, order: usual } = queues[queue]
  const from = `FROM card WHERE deck_id = @deckId AND ${where} AND ${askable}`
  const columns = 'id, due_at_ms AS dueAtMs'
  const sql = byIndex.has(order)
    ? `SELECT ${columns} ${from} ORDER BY ${orders[order]} LIMIT 1`
    : `SELECT ${columns} FROM card WHERE id IN (SELECT id ${from} ORDER BY ${usual} LIMIT ${WINDOW})
       ORDER BY ${orders[order]} LIMIT 1`
  return (db.prepare(sql).get(valuesOf(sql, { ...time, deckId })) as QueuedCard | undefined) ?? null
}

/** How many cards stand in that queue of a deck, counted to `limit`. */
export function countQueue(db: ReadHandle, queue: Queue, deckId: DeckId, time: QueueTime, limit: number): number {
  if (limit <= 0) return 0
  const sql = `SELECT count(*) FROM
    (SELECT 1 FROM card WHERE deck_id = @deckId AND ${queues[queue].where} AND ${askable} LIMIT @limit)`
  return db
    .prepare(sql)
    .pluck()
    .get(valuesOf(sql, { ...time, deckId, limit })) as number
}

/** SQLite takes no value that the statement does not name. */
function valuesOf(sql: string, values: Record<string, string | number>): Record<string, string | number> {
  return Object.fromEntries(Object.entries(values).filter(([name]) => sql.includes(`@${name}`)))
}

/** The first card to fall due after now, by stage, and the first to be no longer put off; null without any. */
export function findNextDue(
  db: ReadHandle,
  { nowMs, aheadMs, dayEndMs }: QueueTime,
): { learning: number | null; review: number | null; buried: number | null } {
  const first = (state: number, afterMs: number) =>
    (db
      .prepare(
        `SELECT due_at_ms FROM card WHERE state = ${state} AND state > 0 AND due_at_ms > @afterMs
           AND ${askable} ORDER BY due_at_ms, id LIMIT 1`,
      )
      .pluck()
      .get({ afterMs, nowMs }) as number | undefined) ?? Number.POSITIVE_INFINITY
  const known = (ms: number) => (ms === Number.POSITIVE_INFINITY ? null : ms)
  return {
    learning: known(Math.min(first(1, aheadMs), first(3, aheadMs))),
    review: known(first(2, dayEndMs - 1)),
    buried: db.prepare(nextUnburiedSql).pluck().get({ nowMs }) as number | null,
  }
}

const nextUnburiedSql = `SELECT min(max(buried_until_ms, iif(state > 0, due_at_ms, 0))) FROM card
  WHERE buried_until_ms > @nowMs AND buried_until_ms IS NOT NULL AND suspended = 0 AND deleted_at_ms IS NULL`

/** A card that was put off, and until when it had been before. */
export interface PutOff {
  readonly id: CardId
  readonly beforeMs: number | null
}

/** Puts off the siblings of a card that would come on the same day; gives which. */
export function burySiblings(
  db: WriteHandle,
  card: { readonly id: CardId; readonly familyId: string | null },
  untilMs: number,
  nowMs: number,
): PutOff[] {
  if (card.familyId === null) return []
  const siblings = db
    .prepare(
      `SELECT id, buried_until_ms AS beforeMs FROM card
       WHERE family_id = @familyId AND id <> @id AND suspended = 0 AND deleted_at_ms IS NULL
         AND (state = 0 OR (state = 2 AND due_at_ms < @untilMs)) AND coalesce(buried_until_ms, 0) < @untilMs`,
    )
    .all({ id: card.id, familyId: card.familyId, untilMs }) as PutOff[]
  const bury = db.prepare('UPDATE card SET buried_until_ms = ?, updated_at_ms = ? WHERE id = ?')
  for (const { id } of siblings) bury.run(untilMs, nowMs, id)
  return siblings
}

/** Lets cards be asked as before that were put off until just then. */
export function unbury(db: WriteHandle, cards: readonly PutOff[], untilMs: number, nowMs: number): void {
  const put = db.prepare('UPDATE card SET buried_until_ms = ?, updated_at_ms = ? WHERE id = ? AND buried_until_ms = ?')
  for (const { id, beforeMs } of cards) put.run(beforeMs, nowMs, id, untilMs)
}
