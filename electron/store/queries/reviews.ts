import type { CardId, ConfusionId, DeckId, ReviewId } from '#shared/domain/ids.ts'
import type { AnswerGrade, LogEntry, Memory } from '#shared/domain/scheduling.ts'
import type { StudyDay } from '#shared/domain/study-days.ts'
import type { ReadHandle, WriteHandle } from '../handle.ts'
import type { PutOff } from './queue.ts'

/** What an answer did besides to other cards, so that it can be taken back with it. */
export interface AnswerEffects {
  /** Siblings that were put off, and until when. */
  readonly buried: readonly PutOff[]
  readonly buriedUntilMs: number
  readonly leech: boolean
  readonly suspended: boolean
  /** Notes of who was named in another's place. */
  readonly confused?: readonly ConfusionId[]
}

/** One entry of the log with the memory it led to. */
export interface NewReview {
  readonly id: ReviewId
  readonly cardId: CardId
  readonly deckId: DeckId
  readonly kind: LogEntry['kind']
  readonly grade: AnswerGrade | 0
  readonly reviewedAtMs: number
  readonly durationMs: number | null
  readonly day: StudyDay
  readonly elapsedDays: number
  readonly predicted: number | null
  readonly stageBefore: number
  readonly after: Memory
  readonly effects: AnswerEffects | null
}

/** Adds an entry to the log. */
export function insertReview(db: WriteHandle, { after, effects, ...review }: NewReview, nowMs: number): void {
  db.prepare(
    `INSERT INTO review (id, card_id, deck_id, kind, grade, reviewed_at_ms, duration_ms, day, elapsed_days, predicted,
       state_before, state_after, step_after, scheduled_days, stability, difficulty, due_at_ms, effects,
       created_at_ms, updated_at_ms)
     VALUES (@id, @cardId, @deckId, @kind, @grade, @reviewedAtMs, @durationMs, @day, @elapsedDays, @predicted,
       @stageBefore, @stage, @learningSteps, @scheduledDays, @stability, @difficulty, @dueAtMs, @effects, @nowMs, @nowMs)`,
  ).run({ ...after, ...review, effects: effects && JSON.stringify(effects), nowMs })
}

/** The answer given last that stands, or null: by when it was given, which a clock set back or a script's does not change. */
export function findLastReview(db: ReadHandle): { id: ReviewId; cardId: CardId; effects: AnswerEffects | null } | null {
  const row = db
    .prepare(
      `SELECT r.id, r.card_id AS cardId, r.effects FROM review r CROSS JOIN card c ON c.id = r.card_id
       WHERE r.deleted_at_ms IS NULL AND r.kind = 'answer' AND c.deleted_at_ms IS NULL ORDER BY r.seq DESC LIMIT 1`,
    )
    .get() as { id: ReviewId; cardId: CardId; effects: string | null } | undefined
  return row ? { ...row, effects: row.effects === null ? null : (JSON.parse(row.effects) as AnswerEffects) } : null
}

/** Takes an entry out of the log, softly. */
export function deleteReview(db: WriteHandle, id: ReviewId, nowMs: number): void {
  db.prepare('UPDATE review SET deleted_at_ms = ?, updated_at_ms = ? WHERE id = ?').run(nowMs, nowMs, id)
}

const logColumns = `kind, grade, reviewed_at_ms AS reviewedAtMs, elapsed_days AS elapsedDays, state_after AS stageAfter,
  step_after AS stepAfter, scheduled_days AS scheduledDays, due_at_ms AS dueAtMs`

/** The log of a card as it stands, in the order it was written. */
export function listLog(db: ReadHandle, cardId: CardId): LogEntry[] {
  return db
    .prepare(`SELECT ${logColumns} FROM review WHERE card_id = ? AND deleted_at_ms IS NULL ORDER BY seq`)
    .all(cardId) as LogEntry[]
}

/** The log of all live cards, in the order it was written. */
export function listWholeLog(db: ReadHandle) {
  return db
    .prepare(
      `SELECT c.front, r.kind, r.grade, r.reviewed_at_ms AS reviewedAtMs, r.duration_ms AS durationMs,
         r.scheduled_days AS scheduledDays, r.stability, r.difficulty
       FROM review r JOIN card c ON c.id = r.card_id AND c.deleted_at_ms IS NULL
       WHERE r.deleted_at_ms IS NULL ORDER BY r.seq`,
    )
    .all() as {
    front: string
    kind: LogEntry['kind']
    grade: AnswerGrade | 0
    reviewedAtMs: number
    durationMs: number | null
    scheduledDays: number
    stability: number
    difficulty: number
  }[]
}

/** What was answered on a study day, deck by deck. */
export interface AnsweredRow {
  readonly deckId: DeckId
  readonly all: number
  readonly new: number
  readonly reviews: number
}

/** What was answered on a study day: all, first answers to new cards, and answers to reviews. */
export function listAnswered(db: ReadHandle, day: StudyDay): AnsweredRow[] {
  return db
    .prepare('SELECT deck_id AS deckId, answers AS "all", new_cards AS "new", reviews FROM day_stat WHERE day = ?')
    .all(day) as AnsweredRow[]
}

/** How many cards in the review stage fall due from one moment to before another. */
export function countDueBetween(db: ReadHandle, fromMs: number, untilMs: number): number {
  return db
    .prepare(
      `SELECT count(*) FROM card WHERE state = 2 AND state > 0 AND due_at_ms >= ? AND due_at_ms < ?
         AND suspended = 0 AND deleted_at_ms IS NULL`,
    )
    .pluck()
    .get(fromMs, untilMs) as number
}
