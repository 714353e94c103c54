import { type Block, READ_FROM } from '#shared/domain/article.ts'
import type { ArticleId, BookId } from '#shared/domain/ids.ts'
import { foldText } from '#shared/text/fold.ts'
import type { ReadHandle, WriteHandle } from '../handle.ts'
import { cutPage, type Page, readCursor } from './paging.ts'
import { unindexArticle } from './search.ts'

/** A new row of `article` with its text and blocks. */
export interface NewArticle {
  readonly id: ArticleId
  readonly title: string
  readonly source: string | null
  readonly byline: string | null
  readonly publishedOn: string | null
  readonly language: string | null
  readonly url: string | null
  readonly contentSha256: string
  readonly originalSha256: string | null
  readonly originalName: string | null
  readonly text: string
  readonly wordCount: number
  readonly blocks: readonly Block[]
  readonly isStarter: boolean
  readonly bookId: BookId | null
  readonly bookPosition: number | null
  readonly isGathered: boolean
  /** Set for one that is not to be shown yet. */
  readonly deletedAtMs: number | null
}

/** What lists show of an article. */
export interface ArticleRow {
  readonly id: ArticleId
  readonly title: string
  readonly source: string | null
  readonly byline: string | null
  readonly publishedOn: string | null
  readonly url: string | null
  readonly language: string | null
  readonly lengthChars: number
  readonly wordCount: number
  readonly importedAtMs: number
  readonly openedAtMs: number | null
  readonly progress: number
  readonly position: number
  readonly extraction: 'waiting' | 'done' | 'failed'
  readonly annotationCount: number
  readonly cardCount: number
  readonly entityCount: number
  readonly figureCount: number
  readonly isStarter: boolean
  /** Names and figures without a card; only in a list sorted by them. */
  readonly newCount?: number
}

const columns = `
  a.id, a.title, a.source, a.byline, a.published_on AS publishedOn, a.url, a.language,
  a.length_chars AS lengthChars, a.word_count AS wordCount, a.created_at_ms AS importedAtMs,
  a.opened_at_ms AS openedAtMs, a.progress, a.position, a.extraction, a.is_starter AS isStarter,
  (SELECT count(*) FROM annotation n WHERE n.article_id = a.id AND n.deleted_at_ms IS NULL) AS annotationCount,
  (SELECT count(*) FROM card c WHERE c.article_id = a.id AND c.deleted_at_ms IS NULL) AS cardCount,
  a.entity_count AS entityCount, a.figure_count AS figureCount`

const toRow = (row: unknown): ArticleRow => {
  const article = row as ArticleRow & { isStarter: number | boolean }
  return { ...article, isStarter: Boolean(article.isStarter) }
}

const TITLE_KEY_CHARS = 80

/** The beginning of a title as lists sort by it and an index looks it up. */
export function titleKeyOf(title: string): string {
  return foldText(title).slice(0, TITLE_KEY_CHARS)
}

/** What lists sort and filter by, kept beside what it is made of: folding 20,000 titles for a page took 80 ms. */
function foldedColumns({ title, source, byline }: Pick<ArticleRow, 'title' | 'source' | 'byline'>) {
  const titleKey = titleKeyOf(title)
  return { titleKey, folded: [title, source ?? '', byline ?? ''].map(foldText).join('\n') }
}

/** Stores an article. The full-text index is written apart, by `indexArticle`. */
export function insertArticle(db: WriteHandle, article: NewArticle, nowMs: number): void {
  db.prepare(
    `INSERT INTO article (id, title, title_key, source, byline, folded, published_on, language, url, content_sha256,
       original_sha256, original_name, length_chars, word_count, is_starter, book_id, book_position, is_gathered,
       created_at_ms, updated_at_ms, deleted_at_ms)
     VALUES (@id, @title, @titleKey, @source, @byline, @folded, @publishedOn, @language, @url, @contentSha256,
       @originalSha256, @originalName, @lengthChars, @wordCount, @isStarter, @bookId, @bookPosition, @isGathered,
       @nowMs, @nowMs, @deletedAtMs)`,
  ).run({
    ...article,
    ...foldedColumns(article),
    blocks: null,
    lengthChars: article.text.length,
    isStarter: Number(article.isStarter),
    isGathered: Number(article.isGathered),
    nowMs,
  })
  db.prepare('INSERT INTO article_text (article_id, text) VALUES (?, ?)').run(article.id, article.text)
  insertBlocks(db, article.id, article.blocks)
}

function insertBlocks(db: WriteHandle, id: ArticleId, blocks: readonly Block[]): void {
  const insert = db.prepare('INSERT INTO block (article_id, start, "end", kind, level) VALUES (?, ?, ?, ?, ?)')
  for (const b of blocks) insert.run(id, b.start, b.end, b.kind, b.level ?? null)
}

/** A live article, or null. */
export function findArticle(db: ReadHandle, id: ArticleId): ArticleRow | null {
  const row = db.prepare(`SELECT ${columns} FROM article a WHERE a.id = ? AND a.deleted_at_ms IS NULL`).get(id)
  return row ? toRow(row) : null
}

/** The text of an article, deleted or not, or null when there never was one. */
export function findArticleText(db: ReadHandle, id: ArticleId): string | null {
  return (
    (db.prepare('SELECT text FROM article_text WHERE article_id = ?').pluck().get(id) as string | undefined) ?? null
  )
}

/** The file an article came from, or null for a text that was pasted. */
export function findOriginal(db: ReadHandle, id: ArticleId): { sha256: string; name: string } | null {
  const row = db
    .prepare(
      `SELECT original_sha256 AS sha256, original_name AS name FROM article
       WHERE id = ? AND deleted_at_ms IS NULL AND original_sha256 IS NOT NULL AND original_name IS NOT NULL`,
    )
    .get(id)
  return (row as { sha256: string; name: string } | undefined) ?? null
}

/** The blocks of an article, by place. */
export function listBlocks(db: ReadHandle, id: ArticleId): Block[] {
  const rows = db.prepare('SELECT kind, start, "end", level FROM block WHERE article_id = ? ORDER BY start').all(id)
  return (rows as (Omit<Block, 'level'> & { level: number | null })[]).map(({ level, ...block }) =>
    level === null ? block : { ...block, level },
  )
}

/** What to list, and in which order. */
export interface ArticleFilter {
  readonly query?: string | undefined
  readonly state: 'all' | 'unread' | 'reading' | 'read'
  readonly sort: 'imported' | 'opened' | 'published' | 'title' | 'new'
  /** The chapters of one book, in their order whatever `sort` says. */
  readonly bookId?: BookId | undefined
  readonly limit: number
  readonly cursor?: string | undefined
}

// The plus here and below keeps SQLite on the index of the order asked for: else it sorts all that fit for each page.
const states: Record<ArticleFilter['state'], string> = {
  all: '',
  unread: 'AND +a.opened_at_ms IS NULL',
  reading: `AND a.opened_at_ms IS NOT NULL AND a.progress < ${READ_FROM}`,
  read: `AND a.progress >= ${READ_FROM}`,
}

/**
 * How many names and figures of each article have cards. Counted when asked for, not kept: names are merged and split,
 * cards come and go, and a walk along the names that have cards is short beside the library.
 */
const carded = `SELECT article_id, sum(things) AS things FROM (
    SELECT m.article_id, count(DISTINCT m.entity_id) AS things
      FROM (SELECT DISTINCT e.canonical_id AS entity_id FROM card c JOIN entity e ON e.id = c.entity_id
        WHERE c.deleted_at_ms IS NULL) c
      CROSS JOIN mention m ON m.entity_id = c.entity_id GROUP BY m.article_id
    UNION ALL
    SELECT f.article_id, count(*) FROM figure f
      WHERE f.id IN (SELECT figure_id FROM card WHERE figure_id IS NOT NULL AND deleted_at_ms IS NULL)
      GROUP BY f.article_id) GROUP BY article_id`
const newCount = 'max(0, a.entity_count + a.figure_count - coalesce(k.things, 0))'

// Each but the last has an index of its own; its expression is the one here, to the letter.
const sorts: Record<ArticleFilter['sort'], { key: string; direction: 'ASC' | 'DESC' }> = {
  imported: { key: 'a.created_at_ms', direction: 'DESC' },
  opened: { key: 'coalesce(a.opened_at_ms, 0)', direction: 'DESC' },
  published: { key: "coalesce(a.published_on, '')", direction: 'DESC' },
  title: { key: 'a.title_key', direction: 'ASC' },
  new: { key: newCount, direction: 'DESC' },
}

const inBook = { key: 'coalesce(a.book_position, 0)', direction: 'ASC' } as const

// Apart from the rest, so that it is one walk through an index of nothing else.
const withWords = 'SELECT seq FROM article WHERE deleted_at_ms IS NULL AND instr(folded, @needle) > 0'

/** Live articles, by keyset. `total` counts all that fit, not only this page. */
export function listArticles(db: ReadHandle, filter: ArticleFilter): Page<ArticleRow> & { total: number } {
  const { key, direction } = filter.bookId ? inBook : sorts[filter.sort]
  const needle = foldText(filter.query ?? '')
  const where = `a.deleted_at_ms IS NULL ${states[filter.state]} ${needle === '' ? '' : `AND +a.seq IN (${withWords})`} ${
    filter.bookId ? 'AND a.book_id = @bookId' : ''
  }`
  const values = { ...(needle !== '' && { needle }), ...(filter.bookId && { bookId: filter.bookId }) }
  const after = readCursor(filter.cursor, 2)
  const sign = direction === 'DESC' ? '<' : '>'
  const rows = db
    .prepare(
      `SELECT ${columns}, ${key} AS sortKey FROM article a
       ${filter.sort === 'new' ? `LEFT JOIN (${carded}) k ON k.article_id = a.id` : ''}
       WHERE ${where} ${after ? `AND (${key}, a.id) ${sign} (@sortKey, @id)` : ''}
       ORDER BY ${key} ${direction}, a.id ${direction} LIMIT @limit`,
    )
    .all({ ...values, ...(after && { sortKey: after[0], id: after[1] }), limit: filter.limit + 1 }) as (ArticleRow & {
    sortKey: string | number
  })[]
  const total = db.prepare(`SELECT count(*) FROM article a WHERE ${where}`).pluck().get(values) as number
  const page = cutPage(rows, filter.limit, (row) => [row.sortKey, row.id])
  const items = page.items.map(({ sortKey, ...row }) => ({
    ...toRow(row),
    ...(filter.sort === 'new' && { newCount: Number(sortKey) }),
  }))
  return { items, nextCursor: page.nextCursor, total }
}

/** Fields a person can set right; undefined leaves one as it is. */
export interface ArticleChange {
  readonly title?: string | undefined
  readonly source?: string | null | undefined
  readonly byline?: string | null | undefined
  readonly publishedOn?: string | null | undefined
  readonly url?: string | null | undefined
}

/** Sets fields of an article right. */
export function updateArticle(db: WriteHandle, article: ArticleRow, change: ArticleChange, nowMs: number): void {
  const { title = article.title, source = article.source, byline = article.byline } = change
  const { publishedOn = article.publishedOn, url = article.url } = change
  const fields = { title, source, byline, publishedOn, url }
  db.prepare(
    `UPDATE article SET title = @title, title_key = @titleKey, source = @source, byline = @byline, folded = @folded,
       published_on = @publishedOn, url = @url, updated_at_ms = @nowMs WHERE id = @id`,
  ).run({ ...fields, ...foldedColumns(fields), id: article.id, nowMs })
}

/** A text that takes the place of an article's. */
export interface NewText {
  readonly text: string
  readonly blocks: readonly Block[]
  readonly contentSha256: string
  readonly originalSha256: string | null
  readonly originalName: string | null
  readonly wordCount: number
  /** Where the person had read to. */
  readonly position: number
}

/** Gives an article another text; forget it in the index before, and index it after. Names are looked for anew. */
export function putArticleText(db: WriteHandle, id: ArticleId, fresh: NewText, nowMs: number): void {
  db.prepare('UPDATE article_text SET text = ? WHERE article_id = ?').run(fresh.text, id)
  db.prepare('DELETE FROM block WHERE article_id = ?').run(id)
  insertBlocks(db, id, fresh.blocks)
  db.prepare(
    `UPDATE article SET content_sha256 = @contentSha256, original_sha256 = coalesce(@originalSha256, original_sha256),
       original_name = coalesce(@originalName, original_name), length_chars = @lengthChars, word_count = @wordCount,
       position = @position, updated_at_ms = @nowMs WHERE id = @id`,
  ).run({ ...fresh, text: null, blocks: null, lengthChars: fresh.text.length, id, nowMs })
  markUnsearched(db, id)
}

/** When an article was last written to, in ms; null for one that is not there. A text that changes changes it. */
export function findWrittenAt(db: ReadHandle, id: ArticleId): number | null {
  return (db.prepare('SELECT updated_at_ms FROM article WHERE id = ?').pluck().get(id) as number | undefined) ?? null
}

/** Has names and figures looked for in an article again. */
export function markUnsearched(db: WriteHandle, id: ArticleId): void {
  db.prepare("UPDATE article SET extraction = 'waiting' WHERE id = ?").run(id)
}

/** Remembers how far the person has read. */
export function putReadingPlace(db: WriteHandle, id: ArticleId, position: number, progress: number, nowMs: number) {
  db.prepare(
    `UPDATE article SET position = @position, progress = max(progress, @progress), opened_at_ms = @nowMs,
       first_opened_at_ms = coalesce(first_opened_at_ms, @nowMs) WHERE id = @id AND deleted_at_ms IS NULL`,
  ).run({ id, position, progress, nowMs })
}

/** Lets an article that was stored hidden be seen. */
export function showArticle(db: WriteHandle, id: ArticleId): void {
  const { changes } = db.prepare('UPDATE article SET deleted_at_ms = NULL WHERE id = ?').run(id)
  if (changes === 0) throw new Error('What was staged is gone: another library was put in its place.')
}

/** Forgets articles that were stored hidden and never shown, for good. */
export function forgetHidden(db: WriteHandle, ids: readonly ArticleId[]): void {
  const forget = db.prepare('DELETE FROM article WHERE id = ? AND deleted_at_ms IS NOT NULL')
  for (const id of ids) {
    unindexArticle(db, id)
    forget.run(id)
  }
}

/** Deletes live articles, softly; gives how many there were. */
export function deleteArticles(db: WriteHandle, ids: readonly ArticleId[], nowMs: number): number {
  return db
    .prepare(
      `UPDATE article SET deleted_at_ms = ?, updated_at_ms = ?
       WHERE deleted_at_ms IS NULL AND id IN (SELECT value FROM json_each(?))`,
    )
    .run(nowMs, nowMs, JSON.stringify(ids)).changes
}

/** Ids of live articles: all of them, or only the starter ones, oldest first. */
export function listArticleIds(db: ReadHandle, which: 'all' | 'starter' | 'waiting'): ArticleId[] {
  const only = { all: '1', starter: 'is_starter = 1', waiting: "extraction = 'waiting'" }[which]
  return db
    .prepare(`SELECT id FROM article WHERE deleted_at_ms IS NULL AND ${only} ORDER BY created_at_ms, id`)
    .pluck()
    .all() as ArticleId[]
}

/** Ids of live articles that another engine has searched, or failed to, those read last first. */
export function listStaleArticleIds(db: ReadHandle, engine: string): ArticleId[] {
  return db
    .prepare(
      `SELECT id FROM article
       WHERE deleted_at_ms IS NULL AND extraction <> 'waiting' AND extraction_engine IS NOT ?
       ORDER BY opened_at_ms DESC NULLS LAST, created_at_ms DESC, id`,
    )
    .pluck()
    .all(engine) as ArticleId[]
}

/** Notes how looking for names went, and by which engine. */
export function putExtractionState(db: WriteHandle, id: ArticleId, state: 'done' | 'failed', engine: string) {
  db.prepare('UPDATE article SET extraction = ?, extraction_engine = ? WHERE id = ?').run(state, engine, id)
}

/** How many live articles there are, and how many of them are starter ones. */
export function countArticles(db: ReadHandle): { all: number; starter: number } {
  return db
    .prepare(
      'SELECT count(*) AS "all", coalesce(sum(is_starter), 0) AS starter FROM article WHERE deleted_at_ms IS NULL',
    )
    .get() as { all: number; starter: number }
}

/** Sets the language a text was found to be in, where the importer did not know. */
export function putLanguage(db: WriteHandle, id: ArticleId, language: string): void {
  db.prepare('UPDATE article SET language = ? WHERE id = ? AND language IS NULL').run(language, id)
}

/** The SHA-256 (hex) of every imported file that an article names. */
export function listOriginalNames(db: ReadHandle): string[] {
  const sql = 'SELECT DISTINCT original_sha256 FROM article WHERE original_sha256 IS NOT NULL AND deleted_at_ms IS NULL'
  return db.prepare(sql).pluck().all() as string[]
}

/** Whether an article is not there because what brought it was undone. Cost: walks what redo would do again. */
export function isArticleUndone(db: ReadHandle, articleId: ArticleId): boolean {
  const sql = `SELECT 1 FROM action JOIN action_change ON action_change.action_seq = action.seq
    WHERE action.state = 'undone' AND table_name = 'article' AND after ->> 'id' = ? AND after ->> 'deleted_at_ms' IS NULL
    LIMIT 1`
  return db.prepare(sql).get(articleId) !== undefined
}

/** The articles that were opened last, the latest first. */
export function listRecentArticles(db: ReadHandle, limit: number): { id: string; title: string }[] {
  const sql = `SELECT id, title FROM article WHERE deleted_at_ms IS NULL AND opened_at_ms IS NOT NULL
    ORDER BY coalesce(opened_at_ms, 0) DESC, id DESC LIMIT ?`
  return db.prepare(sql).all(limit) as { id: string; title: string }[]
}
