import type { AnnotationId, ArticleId, CardId, EntityId } from '#shared/domain/ids.ts'
import { foldText } from '#shared/text/fold.ts'
import type { ReadHandle, WriteHandle } from '../handle.ts'

/** One hit. Found words in `snippet` stand between U+E000 and U+E001. */
export interface SearchHit {
  readonly kind: 'article' | 'annotation' | 'person' | 'group' | 'place' | 'card'
  readonly articleId?: ArticleId
  readonly annotationId?: AnnotationId
  readonly entityId?: EntityId
  readonly cardId?: CardId
  readonly start?: number
  readonly end?: number
  readonly title: string
  readonly snippet: string
}

const OPEN = '\uE000'
const CLOSE = '\uE001'

/** How people type letters that are no accented form of another, so that FTS5 does not fold them. */
const typedFor: readonly (readonly [string, string])[] = [
  ['l', 'ł'],
  ['o', 'ø'],
  ['d', 'đ'],
  ['i', 'ı'],
  ['ss', 'ß'],
  ['ae', 'æ'],
  ['oe', 'œ'],
]

/**
 * What a person typed as an FTS5 query: each word a quoted string, the last the beginning of a word; null when there
 * is no word in it. No input can be an error: quotes are doubled, and nothing else is special inside them.
 * Source: sqlite.org/fts5.html, 3.1.
 */
export function toMatch(typed: string): string | null {
  const words = typed
    .toLowerCase()
    .normalize('NFC')
    .match(/[\p{L}\p{N}\p{M}]+/gu)
    ?.slice(0, 24)
  if (!words || words.length === 0) return null
  return words
    .map((word, index) => {
      const ending = index === words.length - 1 ? '*' : ''
      const spellings = spellingsOf(word.slice(0, 100)).map((spelling) => `"${spelling}"${ending}`)
      return spellings.length === 1 ? spellings[0] : `(${spellings.join(' OR ')})`
    })
    .join(' AND ')
}

function spellingsOf(word: string): string[] {
  const others = typedFor
    .filter(([typed]) => word.includes(typed))
    .map(([typed, meant]) => word.replaceAll(typed, meant))
  return [...new Set([word, ...others])]
}

const isIndexed = `SELECT 1 FROM article a JOIN article_text t ON t.article_id = a.id AND t.indexed_title = a.title WHERE a.id = ?`

/**
 * Brings the full-text index up to date with an article's title and text. The title it was indexed under is kept, for
 * an external-content index must be told what to forget. Source: sqlite.org/fts5.html, 4.4.3.
 */
export function indexArticle(db: WriteHandle, id: ArticleId): void {
  // Whoever changes a text forgets it first: with its title as it was, there is nothing to do.
  if (db.prepare(isIndexed).get(id)) return
  unindexArticle(db, id)
  db.prepare(
    'UPDATE article_text SET indexed_title = (SELECT title FROM article WHERE id = ?) WHERE article_id = ?',
  ).run(id, id)
  db.prepare(`INSERT INTO article_fts (rowid, title, text) ${document}`).run(id)
}

const document = `SELECT d.seq, d.title, d.text FROM article_document d JOIN article a ON a.seq = d.seq WHERE a.id = ?`

/** Makes the full-text index forget an article. Call before its text changes, and `indexArticle` after. */
export function unindexArticle(db: WriteHandle, id: ArticleId): void {
  db.prepare(
    `INSERT INTO article_fts (article_fts, rowid, title, text)
     SELECT 'delete', * FROM (${document} AND d.title IS NOT NULL)`,
  ).run(id)
  db.prepare('UPDATE article_text SET indexed_title = NULL WHERE article_id = ?').run(id)
}

/** What else can be found, and where its words are. A deleted row has no words. */
const sources = {
  annotation: 'SELECT quote AS title, note AS body FROM annotation WHERE id = ? AND deleted_at_ms IS NULL',
  card: 'SELECT front AS title, back AS body FROM card WHERE id = ? AND deleted_at_ms IS NULL',
  entity: `SELECT e.name AS title, concat_ws(' · ',
      (SELECT group_concat(name, ', ') FROM (SELECT name FROM entity_name
         WHERE entity_id = e.id AND name <> e.name ORDER BY article_count DESC, name LIMIT 40)),
      (SELECT group_concat(role, ', ') FROM (SELECT role FROM entity_title
         WHERE entity_id = e.id ORDER BY role_count DESC, role LIMIT 40))) AS body
    FROM entity e WHERE e.id = ? AND e.deleted_at_ms IS NULL`,
} as const

/** The ids of marks or cards that hold `@needle` (folded) anywhere, as a subquery: what lists filter by. */
export function entriesWith(kind: 'annotation' | 'card'): string {
  // The plus keeps SQLite from the index of kinds: one walk through the table is ten times as fast.
  return `SELECT ref_id FROM search_entry WHERE +kind = '${kind}' AND instr(folded, @needle) > 0`
}

/** Brings the index up to date with one mark, card or entity, whatever happened to it. */
export function indexEntry(db: WriteHandle, kind: keyof typeof sources, id: string): void {
  const old = db.prepare('SELECT seq, title, body FROM search_entry WHERE kind = ? AND ref_id = ?').get(kind, id) as
    | { seq: number; title: string; body: string }
    | undefined
  const now = db.prepare(sources[kind]).get(id) as { title: string; body: string } | undefined
  if (old) {
    if (old.title === now?.title && old.body === now.body) return
    db.prepare("INSERT INTO entry_fts (entry_fts, rowid, title, body) VALUES ('delete', ?, ?, ?)").run(
      old.seq,
      old.title,
      old.body,
    )
    db.prepare('DELETE FROM search_entry WHERE seq = ?').run(old.seq)
  }
  if (!now) return
  const { lastInsertRowid } = db
    .prepare('INSERT INTO search_entry (kind, ref_id, title, body, folded) VALUES (?, ?, ?, ?, ?)')
    .run(kind, id, now.title, now.body, `${foldText(now.title)}\n${foldText(now.body)}`)
  db.prepare('INSERT INTO entry_fts (rowid, title, body) VALUES (?, ?, ?)').run(lastInsertRowid, now.title, now.body)
}

interface ArticleHit {
  readonly id: ArticleId
  readonly title: string
  readonly snippet: string
}

/**
 * Live articles that hold the words, best first. The index comes first in the join, so that it hands out rows by rank
 * and no more of them are looked at than are wanted: neither for a snippet, nor for whether they live.
 */
function searchArticles(db: ReadHandle, match: string, titlesOnly: boolean, limit: number): SearchHit[] {
  const rows = db
    .prepare(
      `SELECT a.id, a.title, snippet(article_fts, 1, '${OPEN}', '${CLOSE}', '…', 18) AS snippet
       FROM article_fts CROSS JOIN article a ON a.seq = article_fts.rowid
       WHERE article_fts MATCH ? AND rank MATCH 'bm25(8.0, 1.0)' AND a.deleted_at_ms IS NULL ORDER BY rank LIMIT ?`,
    )
    .all(titlesOnly ? `title : (${match})` : match, limit) as ArticleHit[]
  return rows.map((row) => toArticleHit(db, row))
}

function toArticleHit(db: ReadHandle, { id, title, snippet }: ArticleHit): SearchHit {
  const text = db.prepare('SELECT text FROM article_text WHERE article_id = ?').pluck().get(id) as string
  const passage = locate(text, snippet)
  return { kind: 'article', articleId: id, title, snippet: snippet.replace(/\s+/g, ' '), ...passage }
}

/** Where the first found word of a snippet stands in the text it was cut from. */
function locate(text: string, snippet: string): { start: number; end: number } | null {
  const open = snippet.indexOf(OPEN)
  if (open < 0) return null
  const plain = (part: string) => part.replaceAll(OPEN, '').replaceAll(CLOSE, '')
  const body = snippet.replace(/^…/, '').replace(/…$/, '')
  const at = text.indexOf(plain(body))
  if (at < 0) return null
  const start = at + plain(body.slice(0, body.indexOf(OPEN))).length
  return { start, end: start + body.indexOf(CLOSE) - body.indexOf(OPEN) - 1 }
}

interface EntryHit {
  readonly kind: 'annotation' | 'entity' | 'card'
  readonly refId: string
  readonly title: string
  readonly snippet: string
}

const isSeen = `CASE s.kind
  WHEN 'annotation' THEN EXISTS (SELECT 1 FROM annotation n JOIN article a ON a.id = n.article_id
    WHERE n.id = s.ref_id AND a.deleted_at_ms IS NULL)
  WHEN 'entity' THEN EXISTS (SELECT 1 FROM entity e WHERE e.id = s.ref_id AND e.article_count > 0)
  ELSE true END`

/** Marks in live articles, entities that one names, and cards, best first. */
function searchEntries(db: ReadHandle, match: string, limit: number): SearchHit[] {
  const rows = db
    .prepare(
      `SELECT s.kind, s.ref_id AS refId, s.title, snippet(entry_fts, -1, '${OPEN}', '${CLOSE}', '…', 14) AS snippet
       FROM entry_fts CROSS JOIN search_entry s ON s.seq = entry_fts.rowid
       WHERE entry_fts MATCH ? AND rank MATCH 'bm25(4.0, 1.0)' AND ${isSeen} ORDER BY rank LIMIT ?`,
    )
    .all(match, limit) as EntryHit[]
  return rows.map((row) => entryHits[row.kind](db, row)).filter((hit) => hit !== null)
}

const entryHits: Record<EntryHit['kind'], (db: ReadHandle, hit: EntryHit) => SearchHit | null> = {
  annotation: (db, { refId, snippet }) => {
    const row = db
      .prepare(
        `SELECT n.article_id AS articleId, a.title, n.start, n."end" AS "end" FROM annotation n
         JOIN article a ON a.id = n.article_id AND a.deleted_at_ms IS NULL WHERE n.id = ?`,
      )
      .get(refId) as { articleId: ArticleId; title: string; start: number | null; end: number | null } | undefined
    if (!row) return null
    const { articleId, title, start, end } = row
    const passage = start === null || end === null ? {} : { start, end }
    return { kind: 'annotation', annotationId: refId as AnnotationId, articleId, title, snippet, ...passage }
  },
  entity: (db, { refId, title, snippet }) => {
    const row = db.prepare('SELECT kind FROM entity WHERE id = ?').get(refId) as
      | { kind: 'person' | 'group' | 'place' }
      | undefined
    return row ? { kind: row.kind, entityId: refId as EntityId, title, snippet } : null
  },
  card: (_db, { refId, title, snippet }) => ({ kind: 'card', cardId: refId as CardId, title, snippet }),
}

/**
 * Finds articles, marks, notes, people, groups, places and cards that hold all the words, the last one as a prefix.
 * A single letter looks at names and titles only: it stands in nearly every text. Never throws for any input.
 */
export function search(db: ReadHandle, typed: string, limit: number): SearchHit[] {
  const match = toMatch(typed)
  if (match === null) return []
  const isLetter = foldText(typed).length < 2
  const entries = searchEntries(db, isLetter ? `title : (${match})` : match, limit * 3)
  const articles = searchArticles(db, match, isLetter, limit)
  const named = entries.filter((hit) => hit.kind === 'person' || hit.kind === 'group' || hit.kind === 'place')
  const others = entries.filter((hit) => hit.kind === 'annotation' || hit.kind === 'card')
  // Each kind is promised a share, so that a common word does not fill the box with one of them.
  const share = Math.max(2, Math.floor(limit / 3))
  const first = [...named.slice(0, share), ...articles.slice(0, share), ...others.slice(0, share)]
  const rest = [...named.slice(share), ...articles.slice(share), ...others.slice(share)]
  return [...first, ...rest].slice(0, limit)
}
