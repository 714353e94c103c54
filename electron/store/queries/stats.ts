import type { ArticleId, DeckId } from '#shared/domain/ids.ts'
import type { StudyDay } from '#shared/domain/study-days.ts'
import type { ReadHandle } from '../handle.ts'

/** What was answered on one study day. */
export interface DayRow {
  readonly day: StudyDay
  readonly answers: number
  readonly newCards: number
  readonly again: number
  readonly reviews: number
  readonly recalled: number
  readonly oldReviews: number
  readonly oldRecalled: number
  readonly durationMs: number
}

// The parameter stands in every statement, so that one deck and all of them are one query.
const ofDeck = '(@deckId IS NULL OR deck_id = @deckId)'

/** Study days with answers from one to another, both included, oldest first; of one deck, or of all (null). */
export function listDays(db: ReadHandle, from: StudyDay, to: StudyDay, deckId: DeckId | null): DayRow[] {
  return db
    .prepare(
      `SELECT day, sum(answers) AS answers, sum(new_cards) AS newCards, sum(again) AS again, sum(reviews) AS reviews,
         sum(recalled) AS recalled, sum(old_reviews) AS oldReviews, sum(old_recalled) AS oldRecalled,
         sum(duration_ms) AS durationMs
       FROM day_stat WHERE day BETWEEN @from AND @to AND ${ofDeck} GROUP BY day HAVING sum(answers) > 0 ORDER BY day`,
    )
    .all({ from, to, deckId }) as DayRow[]
}

/** How many reviews fall due before each of the given moments, which ascend. */
export function countDueUntil(db: ReadHandle, untilMs: readonly number[], deckId: DeckId | null): number[] {
  const deck = deckId === null ? '' : 'deck_id = @deckId AND'
  const count = db
    .prepare(
      `SELECT count(*) FROM card WHERE ${deck} state IN (1, 2, 3) AND state > 0 AND due_at_ms >= @fromMs
         AND due_at_ms < @untilMs AND suspended = 0 AND deleted_at_ms IS NULL`,
    )
    .pluck()
  return untilMs.map((until, index) => {
    const fromMs = untilMs[index - 1] ?? 0
    return count.get({ fromMs, untilMs: until, ...(deckId !== null && { deckId }) }) as number
  })
}

/** Foretold chances and what came true, bin by bin. */
export function listRecallBins(db: ReadHandle): { predicted: number; answers: number; recalled: number }[] {
  return db
    .prepare(
      'SELECT predicted / answers AS predicted, answers, recalled FROM recall_stat WHERE answers > 0 ORDER BY bin',
    )
    .all() as { predicted: number; answers: number; recalled: number }[]
}

/** Where the bins of stability (in days) and of difficulty begin, as the totals are kept. */
export const stabilityBins: readonly number[] = [0, 1, 3, 7, 14, 30, 60, 120, 240, 480, 960]
export const difficultyBins: readonly number[] = [1, 2, 3, 4, 5, 6, 7, 8, 9]

/** How many cards stand alike. */
export interface CardStatRow {
  readonly state: number
  readonly isOld: number
  readonly suspended: number
  readonly stability: number
  readonly difficulty: number
  readonly cards: number
}

/** Live cards by state, by bins of stability and of difficulty, from totals that are kept. */
export function listCardStats(db: ReadHandle, deckId: DeckId | null): CardStatRow[] {
  return db
    .prepare(
      `SELECT state, is_old AS isOld, suspended, stability_bin AS stability, difficulty_bin AS difficulty,
         sum(cards) AS cards
       FROM card_stat WHERE ${ofDeck} GROUP BY 1, 2, 3, 4, 5 HAVING sum(cards) > 0`,
    )
    .all({ deckId }) as CardStatRow[]
}

/** Cards and their answers in the review stage by the kind of their entity. */
export function listKinds(
  db: ReadHandle,
  deckId: DeckId | null,
): { kind: 'person' | 'group' | 'place' | 'other'; cards: number; answers: number; recalled: number }[] {
  return db
    .prepare(
      `SELECT coalesce(e.kind, 'other') AS kind, sum(c.cards) AS cards, sum(c.reviews) AS answers,
         sum(c.reviews - c.lapses) AS recalled
       FROM (SELECT entity_id, sum(cards) AS cards, sum(reviews) AS reviews, sum(lapses) AS lapses
             FROM card_about WHERE ${ofDeck} GROUP BY entity_id HAVING sum(cards) > 0) c
       LEFT JOIN entity e ON e.id = c.entity_id GROUP BY 1 ORDER BY 2 DESC`,
    )
    .all({ deckId }) as ReturnType<typeof listKinds>
}

/** The articles whose cards are forgotten most often, of those with enough answers to tell. */
export function listHardArticles(
  db: ReadHandle,
  deckId: DeckId | null,
  limit: number,
): { articleId: ArticleId; title: string; cards: number; answers: number; recalled: number }[] {
  return db
    .prepare(
      `SELECT a.id AS articleId, a.title, c.cards, c.reviews AS answers, c.reviews - c.lapses AS recalled
       FROM (SELECT article_id, sum(cards) AS cards, sum(reviews) AS reviews, sum(lapses) AS lapses
             FROM card_about WHERE article_id <> '' AND ${ofDeck} GROUP BY article_id HAVING sum(reviews) >= 5) c
       JOIN article a ON a.id = c.article_id AND a.deleted_at_ms IS NULL
       ORDER BY CAST(c.lapses AS REAL) / c.reviews DESC, c.reviews DESC LIMIT @limit`,
    )
    .all({ deckId, limit }) as ReturnType<typeof listHardArticles>
}
