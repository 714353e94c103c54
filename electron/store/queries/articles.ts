import type { Block } from '#shared/domain/article.ts'
import type { ArticleId } from '#shared/domain/ids.ts'
import { foldText } from '#shared/text/fold.ts'
import type { ReadHandle, WriteHandle } from '../handle.ts'
import { cutPage, likeAnywhere, type Page, readCursor } from './paging.ts'

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
}

const columns = `
  a.id, a.title, a.source, a.byline, a.published_on AS publishedOn, a.url, a.language,
  a.length_chars AS lengthChars, a.word_count AS wordCount, a.created_at_ms AS importedAtMs,
  p.opened_at_ms AS openedAtMs, coalesce(p.progress, 0) AS progress, coalesce(p.position, 0) AS position,
  a.extraction, a.is_starter AS isStarter,
  (SELECT count(*) FROM annotation n WHERE n.article_id = a.id AND n.deleted_at_ms IS NULL) AS annotationCount,
  (SELECT count(*) FROM card c WHERE c.article_id = a.id AND c.deleted_at_ms IS NULL) AS cardCount,
  (SELECT count(DISTINCT m.entity_id) FROM mention m WHERE m.article_id = a.id) AS entityCount,
  (SELECT count(*) FROM figure f WHERE f.article_id = a.id) AS figureCount`
const from = 'FROM article a LEFT JOIN reading_place p ON p.article_id = a.id'

const toRow = (row: unknown): ArticleRow => {
  const article = row as ArticleRow & { isStarter: number | boolean }
  return { ...article, isStarter: Boolean(article.isStarter) }
}

/** Stores an article. The full-text index is written apart, by `indexArticle`. */
export function insertArticle(db: WriteHandle, article: NewArticle, nowMs: number): void {
  db.prepare(
    `INSERT INTO article (id, title, source, byline, published_on, language, url, content_sha256, original_sha256,
       original_name, length_chars, word_count, is_starter, created_at_ms, updated_at_ms)
     VALUES (@id, @title, @source, @byline, @publishedOn, @language, @url, @contentSha256, @originalSha256,
       @originalName, @lengthChars, @wordCount, @isStarter, @nowMs, @nowMs)`,
  ).run({ ...article, blocks: null, lengthChars: article.text.length, isStarter: Number(article.isStarter), nowMs })
  db.prepare('INSERT INTO article_text (article_id, text) VALUES (?, ?)').run(article.id, article.text)
  const insertBlock = db.prepare('INSERT INTO block (article_id, start, "end", kind, level) VALUES (?, ?, ?, ?, ?)')
  for (const b of article.blocks) insertBlock.run(article.id, b.start, b.end, b.kind, b.level ?? null)
}

/** The live article with that content, or null. */
export function findArticleByContent(db: ReadHandle, contentSha256: string): { id: ArticleId; title: string } | null {
  const row = db
    .prepare('SELECT id, title FROM article WHERE content_sha256 = ? AND deleted_at_ms IS NULL LIMIT 1')
    .get(contentSha256)
  return (row as { id: ArticleId; title: string } | undefined) ?? null
}

/** A live article, or null. */
export function findArticle(db: ReadHandle, id: ArticleId): ArticleRow | null {
  const row = db.prepare(`SELECT ${columns} ${from} WHERE a.id = ? AND a.deleted_at_ms IS NULL`).get(id)
  return row ? toRow(row) : null
}

/** The text of an article, deleted or not, or null when there never was one. */
export function findArticleText(db: ReadHandle, id: ArticleId): string | null {
  return (
    (db.prepare('SELECT text FROM article_text WHERE article_id = ?').pluck().get(id) as string | undefined) ?? null
  )
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
  readonly sort: 'imported' | 'opened' | 'published' | 'title'
  readonly limit: number
  readonly cursor?: string | undefined
}

/** From here on an article counts as read, 0..1: few people scroll to the very last line. */
const READ_FROM = 0.95

const states: Record<ArticleFilter['state'], string> = {
  all: '1',
  unread: 'p.opened_at_ms IS NULL',
  reading: `p.opened_at_ms IS NOT NULL AND p.progress < ${READ_FROM}`,
  read: `p.progress >= ${READ_FROM}`,
}

const sorts: Record<ArticleFilter['sort'], { key: string; direction: 'ASC' | 'DESC' }> = {
  imported: { key: 'a.created_at_ms', direction: 'DESC' },
  opened: { key: 'coalesce(p.opened_at_ms, 0)', direction: 'DESC' },
  published: { key: "coalesce(a.published_on, '')", direction: 'DESC' },
  title: { key: 'fold(a.title)', direction: 'ASC' },
}

/** Live articles, by keyset. `total` counts all that fit, not only this page. */
export function listArticles(db: ReadHandle, filter: ArticleFilter): Page<ArticleRow> & { total: number } {
  const { key, direction } = sorts[filter.sort]
  const pattern = filter.query?.trim() ? likeAnywhere(foldText(filter.query)) : null
  const where = `a.deleted_at_ms IS NULL AND ${states[filter.state]}
    AND (@pattern IS NULL OR fold(a.title) LIKE @pattern ESCAPE '\\' OR fold(coalesce(a.source, '')) LIKE @pattern ESCAPE '\\'
      OR fold(coalesce(a.byline, '')) LIKE @pattern ESCAPE '\\')`
  const after = readCursor(filter.cursor, 2)
  const [sortKey = null, id = null] = after ?? []
  const sign = direction === 'DESC' ? '<' : '>'
  const rows = db
    .prepare(
      `SELECT ${columns}, ${key} AS sortKey ${from}
       WHERE ${where} ${after ? `AND (${key}, a.id) ${sign} (@sortKey, @id)` : ''}
       ORDER BY ${key} ${direction}, a.id ${direction} LIMIT @limit`,
    )
    .all({ pattern, ...(after ? { sortKey, id } : {}), limit: filter.limit + 1 }) as (ArticleRow & {
    sortKey: string
  })[]
  const total = db.prepare(`SELECT count(*) ${from} WHERE ${where}`).pluck().get({ pattern }) as number
  const page = cutPage(rows, filter.limit, (row) => [row.sortKey, row.id])
  return { items: page.items.map(({ sortKey: _, ...row }) => toRow(row)), nextCursor: page.nextCursor, total }
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
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
  db.prepare(
    `UPDATE article SET title = @title, source = @source, byline = @byline, published_on = @publishedOn, url = @url,
       updated_at_ms = @nowMs WHERE id = @id`,
  ).run({ ...pick(article), ...given, id: article.id, nowMs })
}

function pick({ title, source, byline, publishedOn, url }: ArticleRow): Required<ArticleChange> {
  return { title, source, byline, publishedOn, url }
}

/** Remembers how far the person has read. */
export function putReadingPlace(db: WriteHandle, id: ArticleId, position: number, progress: number, nowMs: number) {
  db.prepare(
    `INSERT INTO reading_place (article_id, position, progress, opened_at_ms) VALUES (?, ?, ?, ?)
     ON CONFLICT (article_id) DO UPDATE SET position = excluded.position,
       progress = max(progress, excluded.progress), opened_at_ms = excluded.opened_at_ms`,
  ).run(id, position, progress, nowMs)
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

/** Notes how looking for names went. */
export function putExtractionState(db: WriteHandle, id: ArticleId, state: 'done' | 'failed', engine: string | null) {
  db.prepare('UPDATE article SET extraction = ?, extraction_engine = ? WHERE id = ?').run(state, engine, id)
}

/** Sets the language a text was found to be in, where the importer did not know. */
export function putLanguage(db: WriteHandle, id: ArticleId, language: string): void {
  db.prepare('UPDATE article SET language = ? WHERE id = ? AND language IS NULL').run(language, id)
}
