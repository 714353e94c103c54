import type { ReadHandle } from '../handle.ts'

/** What a library or a copy of it holds, in numbers people know. */
export interface LibraryContents {
  readonly articles: number
  readonly marks: number
  readonly cards: number
}

/** Counts what is shown. Cost: walks three indexes. */
export function countContents(db: ReadHandle): LibraryContents {
  return db
    .prepare(
      `SELECT (SELECT count(*) FROM article WHERE deleted_at_ms IS NULL) AS articles,
         (SELECT count(*) FROM annotation WHERE deleted_at_ms IS NULL) AS marks,
         (SELECT count(*) FROM card WHERE deleted_at_ms IS NULL) AS cards`,
    )
    .get() as LibraryContents
}

/** How many steps were done after a moment and not taken back. Cost: walks all steps. */
export function countStepsSince(db: ReadHandle, sinceMs: number): number {
  const sql = "SELECT count(*) FROM action WHERE state = 'done' AND created_at_ms > ?"
  return db.prepare(sql).pluck().get(sinceMs) as number
}

/** A text that is the same exactly as long as nobody did anything: what was done, read and answered last. */
export function fingerprintOf(db: ReadHandle): string {
  return JSON.stringify(
    db
      .prepare(
        `SELECT (SELECT max(seq) FROM action) AS done, (SELECT max(updated_at_ms) FROM action) AS turned,
           (SELECT max(seq) FROM review) AS answered, (SELECT max(opened_at_ms) FROM article) AS opened,
           (SELECT count(*) FROM article) AS articles`,
      )
      .get(),
  )
}

/** What can be wrong with a library, beside damage of the file itself. */
export const libraryRules = [
  {
    code: 'TEXT_MISSING',
    sql: `SELECT count(*) FROM article
      WHERE deleted_at_ms IS NULL AND id NOT IN (SELECT article_id FROM article_text)`,
  },
  {
    code: 'BLOCK_OUTSIDE',
    sql: `SELECT count(*) FROM block JOIN article ON article.id = block.article_id
      WHERE block.start < 0 OR block."end" > article.length_chars`,
  },
  {
    code: 'MARK_OUTSIDE',
    sql: `SELECT count(*) FROM annotation JOIN article ON article.id = annotation.article_id
      WHERE annotation.deleted_at_ms IS NULL AND annotation."end" > article.length_chars`,
  },
  {
    code: 'SEARCH_GAP',
    sql: `SELECT count(*) FROM article JOIN article_text ON article_text.article_id = article.id
      WHERE article.deleted_at_ms IS NULL AND article_text.indexed_title IS NOT NULL
        AND article.seq NOT IN (SELECT id FROM article_fts_docsize)`,
  },
  {
    code: 'UNDO_EMPTY',
    sql: `SELECT count(*) FROM action WHERE seq NOT IN (SELECT action_seq FROM action_change)
      AND seq NOT IN (SELECT action_seq FROM unfinished_action)`,
  },
  {
    code: 'CARD_WITHOUT_DECK',
    sql: 'SELECT count(*) FROM card WHERE deleted_at_ms IS NULL AND deck_id NOT IN (SELECT id FROM deck)',
  },
] as const

/** How many rows break each rule; rules that hold are left out. Cost: walks every table once. */
export function listBrokenRules(db: ReadHandle): { code: (typeof libraryRules)[number]['code']; count: number }[] {
  return libraryRules
    .map(({ code, sql }) => ({ code, count: db.prepare(sql).pluck().get() as number }))
    .filter(({ count }) => count > 0)
}
