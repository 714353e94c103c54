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

/** The last answer that stands, or null. */
export function findLastReview(db: ReadHandle): { id: ReviewId; cardId: CardId } | null {
  const row = db
    .prepare(
      `SELECT r.id, r.card_id AS cardId FROM review r JOIN card c ON c.id = r.card_id
       WHERE r.deleted_at_ms IS NULL AND c.deleted_at_ms IS NULL ORDER BY r.reviewed_at_ms DESC, r.id DESC LIMIT 1`,
    )
    .get()
  return (row as { id: ReviewId; cardId: CardId } | undefined) ?? null
}

/** Takes an answer out of the log, softly. */
export function deleteReview(db: WriteHandle, id: ReviewId, nowMs: number): void {
  db.prepare('UPDATE review SET deleted_at_ms = ?, updated_at_ms = ? WHERE id = ?').run(nowMs, nowMs, id)
}

/** The answers on a card that stand, in order. */
export function listAnswers(db: ReadHandle, cardId: CardId): Answer[] {
  return db
    .prepare(
      `SELECT grade, reviewed_at_ms AS reviewedAtMs FROM review WHERE card_id = ? AND deleted_at_ms IS NULL
       ORDER BY reviewed_at_ms, id`,
    )
    .all(cardId) as Answer[]
}

/** What has been answered since `sinceMs`: all answers, first answers to new cards, and answers to reviews. */
export function countAnswered(db: ReadHandle, sinceMs: number): { all: number; new: number; reviews: number } {
  return db
    .prepare(
      `SELECT count(*) AS "all", coalesce(sum(state_before = 0), 0) AS "new",
         coalesce(sum(state_before = 2), 0) AS reviews
       FROM review WHERE reviewed_at_ms >= ? AND deleted_at_ms IS NULL`,
    )
    .get(sinceMs) as { all: number; new: number; reviews: number }
}

const askable = 'suspended = 0 AND deleted_at_ms IS NULL AND (buried_until_ms IS NULL OR buried_until_ms <= @nowMs)'

/** Which kind of card to look for. */
export type Queue = 'learning' | 'review' | 'new'

const queues: Record<Queue, { where: string; order: string }> = {
  learning: { where: 'state IN (1, 3) AND due_at_ms <= @nowMs', order: 'due_at_ms, id' },
  review: { where: 'state = 2 AND due_at_ms <= @nowMs', order: 'due_at_ms, id' },
  new: { where: 'state = 0', order: 'created_at_ms, id' },
}

/** The card of that queue whose turn it is at `nowMs`, or null. */
export function findNextCardId(db: ReadHandle, queue: Queue, nowMs: number): CardId | null {
  const { where, order } = queues[queue]
  const sql = `SELECT id FROM card WHERE ${where} AND ${askable} ORDER BY ${order} LIMIT 1`
  return (db.prepare(sql).pluck().get({ nowMs }) as CardId | undefined) ?? null
}

/** How many cards stand in that queue at `nowMs`. */
export function countQueue(db: ReadHandle, queue: Queue, nowMs: number): number {
  return db
    .prepare(`SELECT count(*) FROM card WHERE ${queues[queue].where} AND ${askable}`)
    .pluck()
    .get({ nowMs }) as number
}

/** When the next answered card falls due after `nowMs`, in ms, or null. */
export function findNextDue(db: ReadHandle, nowMs: number): number | null {
  const sql = `SELECT min(max(due_at_ms, coalesce(buried_until_ms, 0))) FROM card
    WHERE state > 0 AND suspended = 0 AND deleted_at_ms IS NULL AND (due_at_ms > @nowMs OR buried_until_ms > @nowMs)`
  return (db.prepare(sql).pluck().get({ nowMs }) as number | null) ?? null
}
