import type { EntityKind } from '#shared/domain/extraction.ts'
import type { ArticleId, EntityId } from '#shared/domain/ids.ts'
import { foldText } from '#shared/text/fold.ts'
import type { ReadHandle } from '../handle.ts'
import { cutPage, type Page, readCursor } from './paging.ts'

/** What lists show of an entity. */
export interface EntityRow {
  readonly id: EntityId
  readonly kind: EntityKind
  readonly name: string
  readonly aliases: string[]
  readonly role: string | null
  readonly mentionCount: number
  readonly articleCount: number
  readonly cardCount: number
}

/** Which entities to list. */
export interface EntityFilter {
  readonly articleId?: ArticleId | undefined
  readonly kind?: EntityKind | undefined
  readonly query?: string | undefined
  readonly sort: 'mentions' | 'articles' | 'name'
  readonly limit: number
  readonly cursor?: string | undefined
}

interface CountedRow {
  readonly id: EntityId
  readonly kind: EntityKind
  readonly name: string
  readonly mentionCount: number
  readonly articleCount: number
  readonly sortKey: number | string
}

// A key of a name is cut short, as its index has it: cursors must not grow with names.
const nameKey = 'substr(e.name_folded, 1, 80) AS nameKey'

/** Entities that a live article mentions, by the totals that are kept of them. */
const inLibrary = `SELECT e.id, e.kind, e.name, ${nameKey}, e.mention_count AS mentionCount, e.article_count AS articleCount
  FROM entity e WHERE e.article_count > 0 AND e.deleted_at_ms IS NULL`
const inArticle = `SELECT e.id, e.kind, e.name, ${nameKey}, count(*) AS mentionCount, 1 AS articleCount
  FROM mention m JOIN article a ON a.id = m.article_id AND a.deleted_at_ms IS NULL JOIN entity e ON e.id = m.entity_id
  WHERE m.article_id = @articleId AND e.deleted_at_ms IS NULL GROUP BY e.id`

const sorts = {
  mentions: { key: 'mentionCount', direction: 'DESC' },
  articles: { key: 'articleCount', direction: 'DESC' },
  name: { key: 'nameKey', direction: 'ASC' },
} as const

/** Entities that a live article mentions, by keyset. */
export function listEntities(db: ReadHandle, filter: EntityFilter): Page<EntityRow> & { total: number } {
  const { articleId, kind } = filter
  const needle = foldText(filter.query ?? '')
  const from = `FROM (${articleId ? inArticle : inLibrary}) WHERE ${kind ? 'kind = @kind' : 'true'}
    ${needle === '' ? '' : 'AND id IN (SELECT entity_id FROM entity_name WHERE instr(name_folded, @needle) > 0 AND article_count > 0)'}`
  const values = { ...(articleId && { articleId }), ...(kind && { kind }), ...(needle !== '' && { needle }) }
  const { key, direction } = sorts[filter.sort]
  const after = readCursor(filter.cursor, 2)
  const sign = direction === 'DESC' ? '<' : '>'
  const rows = db
    .prepare(
      `SELECT *, ${key} AS sortKey ${from} ${after ? `AND (${key}, id) ${sign} (@sortKey, @id)` : ''}
       ORDER BY ${key} ${direction}, id ${direction} LIMIT @limit`,
    )
    .all({ ...values, ...(after && { sortKey: after[0], id: after[1] }), limit: filter.limit + 1 }) as CountedRow[]
  const page = cutPage(rows, filter.limit, (row) => [row.sortKey, row.id])
  const total = db.prepare(`SELECT count(*) ${from}`).pluck().get(values) as number
  return { items: withNames(db, page.items, articleId ?? null), nextCursor: page.nextCursor, total }
}

/** Whether there is such an entity, named by a live article or not. */
export function hasEntity(db: ReadHandle, id: EntityId): boolean {
  return db.prepare('SELECT 1 FROM entity WHERE id = ? AND deleted_at_ms IS NULL').get(id) !== undefined
}

/** A live entity, or the one it became part of; null when nothing names it any more. */
export function findEntity(db: ReadHandle, id: EntityId): EntityRow | null {
  const row = db.prepare(`${inLibrary} AND e.id = (SELECT canonical_id FROM entity WHERE id = ?)`).get(id) as
    | CountedRow
    | undefined
  return row ? (withNames(db, [row], null)[0] ?? null) : null
}

function withNames(db: ReadHandle, rows: readonly CountedRow[], articleId: ArticleId | null): EntityRow[] {
  const ids = JSON.stringify(rows.map((row) => row.id))
  const grouped = (sql: string, values: Record<string, string>) => {
    const groups = new Map<string, string[]>()
    for (const { id, value } of db.prepare(sql).all(values) as { id: string; value: string }[])
      groups.set(id, [...(groups.get(id) ?? []), value])
    return groups
  }
  const [names, titles] = articleId ? [namesInArticle, titlesInArticle] : [namesInLibrary, titlesInLibrary]
  const values = articleId ? { ids, articleId } : { ids }
  const aliases = grouped(names, values)
  const roles = grouped(titles, values)
  const cards = grouped(cardsSql, { ids })
  return rows.map(({ id, kind, name, mentionCount, articleCount }) => ({
    id,
    kind,
    name,
    aliases: (aliases.get(id) ?? []).filter((alias) => alias !== name),
    role: roles.get(id)?.[0] ?? null,
    mentionCount,
    articleCount,
    cardCount: Number(cards.get(id)?.[0] ?? 0),
  }))
}

const inIds = 'IN (SELECT value FROM json_each(@ids))'
const namesInLibrary = `SELECT entity_id AS id, name AS value FROM entity_name
  WHERE entity_id ${inIds} AND article_count > 0 ORDER BY length(name) DESC, name`
const namesInArticle = `SELECT entity_id AS id, alias AS value FROM entity_alias
  WHERE entity_id ${inIds} AND article_id = @articleId ORDER BY length(alias) DESC, alias`
// Of roles named equally often the latest comes first; among those named very often that is not worth looking up.
const titlesInLibrary = `WITH best AS (
    SELECT entity_id, role, role_count, row_number() OVER (PARTITION BY entity_id ORDER BY role_count DESC, role) AS place
    FROM entity_title WHERE entity_id ${inIds} AND role_count > 0)
  SELECT entity_id AS id, role AS value FROM best WHERE place <= 5
  ORDER BY role_count DESC, CASE WHEN role_count <= 10 THEN (
    SELECT max(coalesce(a.published_on, '')) FROM entity_role r
    JOIN article a ON a.id = r.article_id AND a.deleted_at_ms IS NULL
    WHERE r.entity_id = best.entity_id AND r.role = best.role) END DESC, role`
const titlesInArticle = `SELECT entity_id AS id, role AS value FROM entity_role
  WHERE entity_id ${inIds} AND article_id = @articleId GROUP BY entity_id, role ORDER BY count(*) DESC, role`
const cardsSql = `SELECT e.canonical_id AS id, count(*) AS value FROM entity e CROSS JOIN card c ON c.entity_id = e.id
  WHERE e.canonical_id ${inIds} AND c.deleted_at_ms IS NULL GROUP BY e.canonical_id`

/** A passage with where it comes from and the sentence around it. */
export interface PassageRow {
  readonly articleId: ArticleId
  readonly articleTitle: string
  readonly source: string | null
  readonly publishedOn: string | null
  readonly start: number
  readonly end: number
  readonly sentence: string
  readonly sentenceStart: number
}

/** A mention with its passage. */
export interface MentionRow extends PassageRow {
  readonly surface: string
  readonly confidence: number
}

// To the letter the expression of the index `article_by_day`.
const day = "coalesce(a.published_on, '')"

/** The columns of a passage of the row `alias` of a table with `start`, `end` and a sentence, in article `a`. */
export const passageColumns = (alias: string) => `
  a.id AS articleId, a.title AS articleTitle, a.source, a.published_on AS publishedOn,
  ${alias}.start, ${alias}."end" AS "end", ${alias}.sentence_start AS sentenceStart, ${alias}.sentence_end AS sentenceEnd`

/**
 * Fills in sentences. SQLite counts characters, the text's positions are UTF-16 code units, so the cut is made here.
 */
export function withSentences<Row extends { articleId: ArticleId; sentenceStart: number; sentenceEnd: number }>(
  db: ReadHandle,
  rows: readonly Row[],
): (Omit<Row, 'sentenceEnd'> & { sentence: string })[] {
  const texts = new Map<ArticleId, string>()
  const find = db.prepare('SELECT text FROM article_text WHERE article_id = ?').pluck()
  return rows.map(({ sentenceEnd, ...row }) => {
    const text = texts.get(row.articleId) ?? (find.get(row.articleId) as string | undefined) ?? ''
    texts.set(row.articleId, text)
    return { ...row, sentence: text.slice(row.sentenceStart, sentenceEnd) }
  })
}

type Cut<Row> = Omit<Row, 'sentence'> & { sentenceEnd: number }

/** From so many articles on, walking all articles by day finds a page sooner than sorting what an entity has. */
const WIDESPREAD = 500

/**
 * `FROM` for rows `r` of a table with an entity and an article, by day: for a rare entity through its own rows, for one
 * that is everywhere through the articles in order, which ends with the page.
 */
function fromLatest(db: ReadHandle, table: 'mention' | 'quotation' | 'entity_role', entityId: EntityId): string {
  const sql = 'SELECT article_count FROM entity WHERE id = ?'
  const articles = (db.prepare(sql).pluck().get(entityId) as number | undefined) ?? 0
  return articles > WIDESPREAD
    ? `FROM article a CROSS JOIN ${table} r ON r.entity_id = @entityId AND r.article_id = a.id`
    : `FROM ${table} r CROSS JOIN article a ON a.id = r.article_id`
}

/** The mentions of an entity, latest article first, then by place. */
export function listMentions(
  db: ReadHandle,
  filter: { entityId: EntityId; articleId?: ArticleId | undefined; limit: number; cursor?: string | undefined },
): Page<MentionRow> {
  const { entityId, articleId } = filter
  const after = readCursor(filter.cursor, 3)
  const from = articleId
    ? 'FROM mention r CROSS JOIN article a ON a.id = r.article_id'
    : fromLatest(db, 'mention', entityId)
  const rows = db
    .prepare(
      `SELECT ${passageColumns('r')}, r.surface, r.confidence, ${day} AS day ${from}
       WHERE r.entity_id = @entityId AND a.deleted_at_ms IS NULL ${articleId ? 'AND r.article_id = @articleId' : ''}
         ${after ? `AND (${day}, a.id) <= (@day, @after) AND ((${day}, a.id) < (@day, @after) OR r.start > @start)` : ''}
       ORDER BY ${day} DESC, a.id DESC, r.start LIMIT @limit`,
    )
    .all({
      entityId,
      ...(articleId && { articleId }),
      ...(after && { day: after[0], after: after[1], start: after[2] }),
      limit: filter.limit + 1,
    }) as (Cut<MentionRow> & { day: string })[]
  const page = cutPage(rows, filter.limit, (row) => [row.day, row.articleId, row.start])
  return {
    items: withSentences(
      db,
      page.items.map(({ day: _, ...row }) => row),
    ),
    nextCursor: page.nextCursor,
  }
}

/** A mention as the reader draws it. */
export interface PlacedMentionRow {
  readonly start: number
  readonly end: number
  readonly entityId: EntityId
  readonly kind: EntityKind
  readonly confidence: number
}

/** All mentions of an article, by place. */
export function listMentionsInArticle(db: ReadHandle, articleId: ArticleId): PlacedMentionRow[] {
  return db
    .prepare(
      `SELECT start, "end", entity_id AS entityId, kind, confidence FROM mention WHERE article_id = ? ORDER BY start`,
    )
    .all(articleId) as PlacedMentionRow[]
}

/** A role with the passage that gives it, the latest first, at most 200. */
export function listRoles(db: ReadHandle, entityId: EntityId) {
  return db
    .prepare(
      `SELECT r.role, a.id AS articleId, a.title AS articleTitle, a.published_on AS publishedOn, r.start, r."end" AS "end"
       ${fromLatest(db, 'entity_role', entityId)}
       WHERE r.entity_id = @entityId AND a.deleted_at_ms IS NULL
       ORDER BY ${day} DESC, a.id DESC, r.start LIMIT 200`,
    )
    .all({ entityId }) as {
    role: string
    articleId: ArticleId
    articleTitle: string
    publishedOn: string | null
    start: number
    end: number
  }[]
}

/** What an entity is quoted as saying, the latest first, at most 100. */
export function listQuotations(db: ReadHandle, entityId: EntityId): PassageRow[] {
  const rows = db
    .prepare(
      `SELECT ${passageColumns('r')} ${fromLatest(db, 'quotation', entityId)}
       WHERE r.entity_id = @entityId AND a.deleted_at_ms IS NULL
       ORDER BY ${day} DESC, a.id DESC, r.start LIMIT 100`,
    )
    .all({ entityId }) as Cut<PassageRow>[]
  return withSentences(db, rows)
}

// By places within the sentence, since those are the key of mentions: by equal `sentence_start` an entity with 20,000
// mentions took 26 s, so it took 0.7; hence the latest only.
/** Who shares most sentences with an entity in its latest 2,000 mentions, at most twelve. */
export function listCompany(db: ReadHandle, entityId: EntityId) {
  return db
    .prepare(
      `SELECT e.id, e.kind, e.name, count(DISTINCT o.article_id) AS sharedArticles,
         count(DISTINCT o.article_id || ':' || o.sentence_start) AS shared
       FROM (SELECT article_id, sentence_start, sentence_end FROM mention
         WHERE entity_id = @entityId ORDER BY article_id DESC LIMIT 2000) m
       CROSS JOIN article a ON a.id = m.article_id AND a.deleted_at_ms IS NULL
       CROSS JOIN mention o ON o.article_id = m.article_id AND o.start >= m.sentence_start AND o.start < m.sentence_end
         AND o.entity_id <> @entityId
       JOIN entity e ON e.id = o.entity_id AND e.deleted_at_ms IS NULL
       GROUP BY e.id ORDER BY shared DESC, sharedArticles DESC, e.name LIMIT 12`,
    )
    .all({ entityId }) as { id: EntityId; kind: EntityKind; name: string; sharedArticles: number; shared: number }[]
}
