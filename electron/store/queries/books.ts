import type { ArticleId, BookId } from '#shared/domain/ids.ts'
import type { ReadHandle, WriteHandle } from '../handle.ts'

/** A book whose chapters are articles. */
export interface NewBook {
  readonly id: BookId
  readonly title: string
  readonly byline: string | null
}

/** Stores a book; it is seen once a chapter of it is. */
export function insertBook(db: WriteHandle, book: NewBook, nowMs: number): void {
  db.prepare(
    'INSERT INTO book (id, title, byline, created_at_ms, updated_at_ms) VALUES (@id, @title, @byline, @nowMs, @nowMs)',
  ).run({ ...book, nowMs })
}

/** The book of that title and author which has live chapters, or null. */
export function findBook(db: ReadHandle, title: string, byline: string | null): BookId | null {
  const row = db
    .prepare(
      `SELECT id FROM book b WHERE title = ? AND byline IS ? AND EXISTS
         (SELECT 1 FROM article a WHERE a.book_id = b.id AND a.deleted_at_ms IS NULL) LIMIT 1`,
    )
    .pluck()
    .get(title, byline)
  return (row as BookId | undefined) ?? null
}

/** A book in the library. */
export interface BookRow extends NewBook {
  /** Live chapters, and how many of them were read to their end. */
  readonly chapters: number
  readonly read: number
}

/** Books with live chapters, by title. `readFrom`: from which share on a chapter counts as read. */
export function listBooks(db: ReadHandle, readFrom: number): BookRow[] {
  return db
    .prepare(
      `SELECT b.id, b.title, b.byline, count(*) AS chapters, sum(a.progress >= ?) AS read FROM book b
       JOIN article a ON a.book_id = b.id AND a.deleted_at_ms IS NULL GROUP BY b.id ORDER BY fold(b.title), b.id`,
    )
    .all(readFrom) as BookRow[]
}

/** Where a chapter stands in its book, with those before and after it. */
export interface ChapterRow {
  readonly bookId: BookId
  readonly title: string
  /** From 1. */
  readonly number: number
  readonly chapters: number
  readonly previousId: ArticleId | null
  readonly nextId: ArticleId | null
}

/** Where an article stands in its book, or null when it is in none. */
export function findChapter(db: ReadHandle, id: ArticleId): ChapterRow | null {
  const at = db
    .prepare('SELECT a.book_id AS bookId, b.title FROM article a JOIN book b ON b.id = a.book_id WHERE a.id = ?')
    .get(id) as Pick<ChapterRow, 'bookId' | 'title'> | undefined
  if (!at) return null
  const ids = db
    .prepare('SELECT id FROM article WHERE book_id = ? AND deleted_at_ms IS NULL ORDER BY book_position, id')
    .pluck()
    .all(at.bookId) as ArticleId[]
  const index = ids.indexOf(id)
  const neighbours = { previousId: ids[index - 1] ?? null, nextId: ids[index + 1] ?? null }
  return index === -1 ? null : { ...at, number: index + 1, chapters: ids.length, ...neighbours }
}
