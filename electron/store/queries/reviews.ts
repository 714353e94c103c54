import type { CardId, ReviewId } from '#shared/domain/ids.ts'
import type { Answer, AnswerGrade, Memory } from '#shared/domain/scheduling.ts'
import type { ReadHandle, WriteHandle } from '../handle.ts'

/** One answer with the memory it led to. */
export interface NewReview {
  readonly id: ReviewId
  readonly cardId: CardId
  readonly grade: AnswerGrade
  readonly reviewedAtMs: number
  readonly durationMs: number | null
  readonly stageBefore: number
  readonly after: Memory
}

/** Adds an answer to the log. */
export function insertReview(db: WriteHandle, review: NewReview, nowMs: number): void {
  db.prepare(
    `INSERT INTO review (id, card_id, grade, reviewed_at_ms, duration_ms, state_before, stability, difficulty,
       due_at_ms, created_at_ms, updated_at_ms)
     VALUES (@id, @cardId, @grade, @reviewedAtMs, @durationMs, @stageBefore, @stability, @difficulty, @dueAtMs, @nowMs, @nowMs)`,
  ).run({
    id: review.id,
    cardId: review.cardId,
    grade: review.grade,
    reviewedAtMs: review.reviewedAtMs,
    durationMs: review.durationMs,
    stageBefore: review.stageBefore,
    stability: review.after.stability,
    difficulty: review.after.difficulty,
    dueAtMs: review.after.dueAtMs,
    nowMs,
  })
}

/** The answer given last that stands, or null: by when it was given, which a clock set back or a script's does not change. */
export function findLastReview(db: ReadHandle): { id: ReviewId; cardId: CardId } | null {
  const row = db
    .prepare(
      `SELECT r.id, r.card_id AS cardId FROM review r CROSS JOIN card c ON c.id = r.card_id
       WHERE r.deleted_at_ms IS NULL AND c.deleted_at_ms IS NULL ORDER BY r.seq DESC LIMIT 1`,
    )
    .get()
  return (row as { id: ReviewId; cardId: CardId } | undefined) ?? null
}

/** Takes an answer out of the log, softly. */
export function deleteReview(db: WriteHandle, id: ReviewId, nowMs: number): void {
  db.prepare('UPDATE review SET deleted_at_ms = ?, updated_at_ms = ? WHERE id = ?').run(nowMs, nowMs, id)
}

/** The answers on a card that stand, in the order they were given. */
export function listAnswers(db: ReadHandle, cardId: CardId): Answer[] {
  return db
    .prepare(
      `SELECT grade, reviewed_at_ms AS reviewedAtMs FROM review WHERE card_id = ? AND deleted_at_ms IS NULL
       ORDER BY seq`,
    )
    .all(cardId) as Answer[]
}

/** What was answered from `sinceMs` to before `untilMs`: all, first answers to new cards, and answers to reviews. */
export function countAnswered(
  db: ReadHandle,
  sinceMs: number,
  untilMs: number,
): { all: number; new: number; reviews: number } {
  return db
    .prepare(
      `SELECT count(*) AS "all", coalesce(sum(state_before = 0), 0) AS "new",
         coalesce(sum(state_before = 2), 0) AS reviews
       FROM review WHERE reviewed_at_ms >= ? AND reviewed_at_ms < ? AND deleted_at_ms IS NULL`,
    )
    .get(sinceMs, untilMs) as { all: number; new: number; reviews: number }
}

const askable = 'suspended = 0 AND deleted_at_ms IS NULL AND (buried_until_ms IS NULL OR buried_until_ms <= @nowMs)'

/** Which kind of card to look for. */
export type Queue = 'learning' | 'review' | 'new'

// "state > 0" though it follows from the rest: SQLite takes a partial index by the letter of its condition.
const queues: Record<Queue, { where: string; order: string }> = {
  learning: { where: 'state IN (1, 3) AND state > 0 AND due_at_ms <= @nowMs', order: 'due_at_ms, id' },
  review: { where: 'state = 2 AND state > 0 AND due_at_ms <= @nowMs', order: 'due_at_ms, id' },
  new: { where: 'state = 0', order: 'created_at_ms, id' },
}

/** The card of that queue whose turn it is at `nowMs`, or null. */
export function findNextCardId(db: ReadHandle, queue: Queue, nowMs: number): CardId | null {
  const { where, order } = queues[queue]
  const sql = `SELECT id FROM card WHERE ${where} AND ${askable} ORDER BY ${order} LIMIT 1`
  return (db.prepare(sql).pluck().get({ nowMs }) as CardId | undefined) ?? null
}

/** How many cards stand in that queue at `nowMs`, counted to `limit`. */
export function countQueue(db: ReadHandle, queue: Queue, nowMs: number, limit: number): number {
  const sql = `SELECT count(*) FROM (SELECT 1 FROM card WHERE ${queues[queue].where} AND ${askable} LIMIT @limit)`
  return db.prepare(sql).pluck().get({ nowMs, limit }) as number
}

/** When the next card that was answered or put off can be asked after `nowMs`, in ms, or null. */
export function findNextDue(db: ReadHandle, nowMs: number): number | null {
  const due = db.prepare(nextDueSql).pluck().get({ nowMs }) as number | null
  const buried = db.prepare(nextUnburiedSql).pluck().get({ nowMs }) as number | null
  if (due === null || buried === null) return due ?? buried
  return Math.min(due, buried)
}

// Stage by stage, so that each is one look into the index.
const nextDueSql = `SELECT min(due) FROM (${[1, 2, 3]
  .map(
    (state) => `SELECT (SELECT due_at_ms FROM card WHERE state = ${state} AND state > 0 AND due_at_ms > @nowMs
      AND ${askable} ORDER BY due_at_ms, id LIMIT 1) AS due`,
  )
  .join(' UNION ALL ')})`
const nextUnburiedSql = `SELECT min(max(buried_until_ms, iif(state > 0, due_at_ms, 0))) FROM card
  WHERE buried_until_ms > @nowMs AND buried_until_ms IS NOT NULL AND suspended = 0 AND deleted_at_ms IS NULL`
