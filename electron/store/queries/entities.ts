import type { EntityKind } from '#shared/domain/extraction.ts'
import type { ArticleId, EntityId } from '#shared/domain/ids.ts'
import { foldText } from '#shared/text/fold.ts'
import type { ReadHandle } from '../handle.ts'
import { cutPage, type Page, readCursor } from './paging.ts'
import { isKin, roleKey } from './role-forms.ts'

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
const titlesInLibrary = `WITH told AS (
    SELECT entity_id, max(role) AS role, sum(role_count) AS role_count, ${isKin('role')} AS is_kin
    FROM entity_title WHERE entity_id ${inIds} AND role_count > 0 GROUP BY entity_id, ${roleKey('role')}),
  best AS (SELECT *, row_number() OVER (PARTITION BY entity_id ORDER BY is_kin, role_count DESC, role) AS place FROM told)
  SELECT entity_id AS id, role AS value FROM best WHERE place <= 5
  ORDER BY is_kin, role_count DESC, CASE WHEN role_count <= 10 THEN (
    SELECT max(coalesce(a.published_on, '')) FROM entity_role r
    JOIN article a ON a.id = r.article_id AND a.deleted_at_ms IS NULL
    WHERE r.entity_id = best.entity_id AND r.role IN (SELECT t.role FROM entity_title t
      WHERE t.entity_id = best.entity_id AND ${roleKey('t.role')} = ${roleKey('best.role')})) END DESC, role`
const titlesInArticle = `SELECT entity_id AS id, max(role) AS value FROM entity_role
  WHERE entity_id ${inIds} AND article_id = @articleId GROUP BY entity_id, ${roleKey('role')} ORDER BY ${isKin('role')}, count(*) DESC, role`
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
