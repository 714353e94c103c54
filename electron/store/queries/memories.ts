import type { CardId, DeckId } from '#shared/domain/ids.ts'
import type { AnswerGrade, LogEntry, Memory } from '#shared/domain/scheduling.ts'
import type { ReadHandle, WriteHandle } from '../handle.ts'

/** A card that has a log, with the log. */
export interface LoggedCard {
  readonly id: CardId
  readonly createdAtMs: number
  readonly stability: number
  readonly difficulty: number
  readonly log: readonly LogEntry[]
}

type LogRow = LogEntry & { readonly cardId: CardId }

/** The cards with a log whose ids come after `afterId`, deleted ones too: undo may bring them back. */
export function listLoggedCards(db: ReadHandle, afterId: string, limit: number): LoggedCard[] {
  const cards = db
    .prepare(
      `SELECT id, created_at_ms AS createdAtMs, stability, difficulty FROM card
       WHERE id > ? AND id IN (SELECT card_id FROM review) ORDER BY id LIMIT ?`,
    )
    .all(afterId, limit) as Omit<LoggedCard, 'log'>[]
  const rows = db
    .prepare(
      `SELECT card_id AS cardId, kind, grade, reviewed_at_ms AS reviewedAtMs, elapsed_days AS elapsedDays,
         state_after AS stageAfter, step_after AS stepAfter, scheduled_days AS scheduledDays, due_at_ms AS dueAtMs
       FROM review WHERE card_id IN (SELECT value FROM json_each(?)) AND deleted_at_ms IS NULL ORDER BY card_id, seq`,
    )
    .all(JSON.stringify(cards.map(({ id }) => id))) as LogRow[]
  const logs = new Map<CardId, LogEntry[]>()
  for (const { cardId, ...entry } of rows) {
    const log = logs.get(cardId)
    if (log) log.push(entry)
    else logs.set(cardId, [entry])
  }
  return cards.map((card) => ({ ...card, log: logs.get(card.id) ?? [] }))
}

/** Stores how firmly a card is remembered; it follows from the log and the parameters, and so is no part of an action. */
export function putStrength(db: WriteHandle, id: CardId, stability: number, difficulty: number): void {
  db.prepare('UPDATE card SET stability = ?, difficulty = ? WHERE id = ?').run(stability, difficulty, id)
}

/** How many answers stand in the log. */
export function countAnswers(db: ReadHandle): number {
  return db.prepare('SELECT coalesce(sum(answers), 0) FROM day_stat').pluck().get() as number
}

/** The ids of the cards in the review stage that may be asked, for setting their days anew. */
export function listReviewCardIds(db: ReadHandle): CardId[] {
  return db
    .prepare(
      'SELECT id FROM card WHERE state = 2 AND state > 0 AND stability > 0 AND deleted_at_ms IS NULL AND suspended = 0',
    )
    .pluck()
    .all() as CardId[]
}

/** One line of the exported log. */
export interface ExportedAnswer {
  readonly seq: number
  readonly cardId: CardId
  readonly reviewedAtMs: number
  readonly grade: AnswerGrade
  readonly stageBefore: number
  readonly durationMs: number | null
}

/** The answers that stand, in the order given, from after `afterSeq` on. */
export function listExportedAnswers(db: ReadHandle, afterSeq: number, limit: number): ExportedAnswer[] {
  return db
    .prepare(
      `SELECT seq, card_id AS cardId, reviewed_at_ms AS reviewedAtMs, grade, state_before AS stageBefore,
         duration_ms AS durationMs
       FROM review WHERE seq > ? AND deleted_at_ms IS NULL AND kind = 'answer' ORDER BY seq LIMIT ?`,
    )
    .all(afterSeq, limit) as ExportedAnswer[]
}

/** Memories of the cards of a deck that have been begun and are asked: `limit` of them, evenly, and how many there are. */
export function listDeckMemories(db: ReadHandle, deckId: DeckId, limit: number): { items: Memory[]; total: number } {
  const where = 'deck_id = @deckId AND state > 0 AND suspended = 0 AND deleted_at_ms IS NULL'
  const total = db.prepare(`SELECT count(*) FROM card WHERE ${where}`).pluck().get({ deckId }) as number
  const items = db
    .prepare(
      `SELECT stage, dueAtMs, stability, difficulty, scheduledDays, learningSteps, reps, reviews, lapses, lastReviewAtMs
       FROM (SELECT state AS stage, due_at_ms AS dueAtMs, stability, difficulty, scheduled_days AS scheduledDays,
           learning_steps AS learningSteps, reps, reviews, lapses, last_review_at_ms AS lastReviewAtMs,
           row_number() OVER (ORDER BY due_at_ms) AS place FROM card WHERE ${where})
       WHERE place % @every = 0`,
    )
    .all({ deckId, every: Math.max(1, Math.ceil(total / limit)) }) as Memory[]
  return { items, total }
}

/** Cards of a deck that are not set aside, by the totals that are kept. */
export function countDeckAsked(db: ReadHandle, deckId: DeckId): number {
  const sql = 'SELECT coalesce(sum(cards), 0) FROM card_stat WHERE deck_id = ? AND suspended = 0'
  return db.prepare(sql).pluck().get(deckId) as number
}

/** Cards of a deck that have not been begun. */
export function countNewCards(db: ReadHandle, deckId: DeckId): number {
  return db
    .prepare('SELECT count(*) FROM card WHERE deck_id = ? AND state = 0 AND suspended = 0 AND deleted_at_ms IS NULL')
    .pluck()
    .get(deckId) as number
}
