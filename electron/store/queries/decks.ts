import type { DeckId, EntityId } from '#shared/domain/ids.ts'
import { foldText } from '#shared/text/fold.ts'
import type { ReadHandle, WriteHandle } from '../handle.ts'
import { allShownAs } from './shown-as.ts'

/** The deck of all cards that no other deck takes. It is made with the library. */
export const REST_DECK = '00000000-0000-7000-8000-000000000001' as DeckId

/** How a deck chooses its cards. */
export interface DeckRuleRow {
  readonly kind: 'rest' | 'tag' | 'article' | 'entity' | 'category' | 'search'
  readonly value: string
}

/** A deck as it is stored; `options` and `plan` as parsed JSON. */
export interface DeckRow {
  readonly id: DeckId
  readonly name: string
  readonly rule: DeckRuleRow
  readonly options: Record<string, unknown>
  readonly deadline: { readonly on: string; readonly share: number } | null
  readonly plan: unknown
  readonly createdAtMs: number
}

interface FlatRow {
  id: DeckId
  name: string
  ruleKind: DeckRuleRow['kind']
  ruleValue: string
  options: string
  deadlineOn: string | null
  deadlineShare: number | null
  plan: string | null
  createdAtMs: number
}

/** Live decks in the order in which they choose; the rest comes last. */
export function listDecks(db: ReadHandle): DeckRow[] {
  const rows = db
    .prepare(
      `SELECT id, name, rule_kind AS ruleKind, rule_value AS ruleValue, options, deadline_on AS deadlineOn,
         deadline_share AS deadlineShare, plan, created_at_ms AS createdAtMs
       FROM deck WHERE deleted_at_ms IS NULL ORDER BY rule_kind = 'rest', position, id`,
    )
    .all() as FlatRow[]
  return rows.map(({ ruleKind, ruleValue, options, deadlineOn, deadlineShare, plan, ...row }) => ({
    ...row,
    rule: { kind: ruleKind, value: ruleValue },
    options: JSON.parse(options) as Record<string, unknown>,
    deadline: deadlineOn === null ? null : { on: deadlineOn, share: deadlineShare ?? 0.9 },
    plan: plan === null ? null : (JSON.parse(plan) as unknown),
  }))
}

/** A live deck, or null. */
export function findDeck(db: ReadHandle, id: DeckId): DeckRow | null {
  return listDecks(db).find((deck) => deck.id === id) ?? null
}

/** Stores a deck that chooses before all others. */
export function insertDeck(db: WriteHandle, deck: Omit<DeckRow, 'createdAtMs'>, nowMs: number): void {
  const first = db.prepare('SELECT coalesce(min(position), 0) - 1 FROM deck').pluck().get() as number
  db.prepare(
    `INSERT INTO deck (id, name, position, rule_kind, rule_value, options, deadline_on, deadline_share, created_at_ms, updated_at_ms)
     VALUES (@id, @name, @position, @ruleKind, @ruleValue, @options, @on, @share, @nowMs, @nowMs)`,
  ).run({ ...valuesOf(deck), ruleKind: deck.rule.kind, ruleValue: deck.rule.value, position: first, nowMs })
}

/** Stores a deck's name, options and deadline anew. */
export function updateDeck(db: WriteHandle, deck: DeckRow, nowMs: number): void {
  db.prepare(
    `UPDATE deck SET name = @name, options = @options, deadline_on = @on, deadline_share = @share,
       updated_at_ms = @nowMs WHERE id = @id`,
  ).run({ ...valuesOf(deck), nowMs })
}

function valuesOf({ id, name, options, deadline }: Omit<DeckRow, 'createdAtMs'>) {
  return { id, name, options: JSON.stringify(options), on: deadline?.on ?? null, share: deadline?.share ?? null }
}

/** Gives the decks the order of `ids`. */
export function orderDecks(db: WriteHandle, ids: readonly DeckId[], nowMs: number): void {
  const put = db.prepare('UPDATE deck SET position = ?, updated_at_ms = ? WHERE id = ? AND position <> ?')
  for (const [position, id] of ids.entries()) put.run(position, nowMs, id, position)
}

/** Deletes a deck, softly. */
export function deleteDeck(db: WriteHandle, id: DeckId, nowMs: number): void {
  db.prepare('UPDATE deck SET deleted_at_ms = ?, updated_at_ms = ? WHERE id = ?').run(nowMs, nowMs, id)
}

/** What of a card a saved search asks for; see the contract. */
export interface SavedSearchRow {
  readonly query?: string | undefined
  readonly tag?: string | undefined
  readonly articleId?: string | undefined
  readonly entityId?: string | undefined
  readonly state?: 'leech' | undefined
}

/** The saved search that a rule's value holds, or its bare words. */
export function readSearch(value: string): SavedSearchRow {
  if (!value.startsWith('{')) return { query: value }
  try {
    // Written by `deck.create` and `setDeadline` alone, after the contract has checked it.
    return JSON.parse(value) as SavedSearchRow
  } catch {
    // Words may begin with a brace too.
    return { query: value }
  }
}

const fits: Record<Exclude<DeckRuleRow['kind'], 'rest' | 'search'>, (value: string) => string> = {
  tag: (value) =>
    `EXISTS (SELECT 1 FROM card_tag l JOIN tag t ON t.id = l.tag_id WHERE l.card_id = card.id AND t.name = ${value})`,
  article: (value) => `card.article_id = ${value}`,
  entity: (value) => `card.entity_id IN ${allShownAs(value)}`,
  category: (value) =>
    `EXISTS (SELECT 1 FROM annotation n WHERE n.id = card.annotation_id AND n.category_id = ${value})`,
}

const hasWords = (value: string) =>
  `EXISTS (SELECT 1 FROM search_entry s WHERE s.kind = 'card' AND s.ref_id = card.id AND instr(s.folded, ${value}) > 0)`

/** What a rule asks of `card`, with the values it names; each name begins with `key`. */
function ruleSql({ kind, value }: DeckRuleRow, key: string): { sql: string; values: Record<string, string> } {
  if (kind === 'rest') return { sql: 'true', values: {} }
  if (kind !== 'search') return { sql: fits[kind](`@${key}`), values: { [key]: value } }
  const { query, tag, articleId, entityId, state } = readSearch(value)
  const parts = [
    query !== undefined && ([hasWords(`@${key}words`), { [`${key}words`]: foldText(query) }] as const),
    tag !== undefined && ([fits.tag(`@${key}tag`), { [`${key}tag`]: tag }] as const),
    articleId !== undefined && ([fits.article(`@${key}article`), { [`${key}article`]: articleId }] as const),
    entityId !== undefined && ([fits.entity(`@${key}entity`), { [`${key}entity`]: entityId }] as const),
    state === 'leech' && (['card.leech = 1', {}] as const),
  ].filter((part) => part !== false)
  return {
    sql: parts.length === 0 ? 'false' : `(${parts.map(([sql]) => sql).join(' AND ')})`,
    values: Object.assign({}, ...parts.map(([, values]) => values)) as Record<string, string>,
  }
}

/**
 * Puts cards into the first deck whose rule they fit: all of them, or those whose id is among `cardIds`. What deck a
 * card is in follows from rules and cards, so this is called outside of what undo covers.
 */
export function assignDecks(db: WriteHandle, cardIds: readonly string[] | null): void {
  const decks = listDecks(db)
  const values: Record<string, string> = { rest: REST_DECK }
  const cases = decks.flatMap(({ id, rule }, index) => {
    if (rule.kind === 'rest') return []
    values[`id${index}`] = id
    const fit = ruleSql(rule, `value${index}`)
    Object.assign(values, fit.values)
    return [`WHEN ${fit.sql} THEN @id${index}`]
  })
  const deck = cases.length === 0 ? '@rest' : `CASE ${cases.join(' ')} ELSE @rest END`
  const which = cardIds === null ? 'true' : 'card.id IN (SELECT value FROM json_each(@ids))'
  db.prepare(`UPDATE card SET deck_id = ${deck} WHERE ${which} AND deck_id <> ${deck}`).run({
    ...values,
    ...(cardIds !== null && { ids: JSON.stringify(cardIds) }),
  })
}

/** Whether there is any deck besides the rest. */
export function hasDecks(db: ReadHandle): boolean {
  return (
    db.prepare("SELECT 1 FROM deck WHERE deleted_at_ms IS NULL AND rule_kind <> 'rest' LIMIT 1").get() !== undefined
  )
}

/** What rows an action touched, for those that follow from them. */
export interface TouchedRow {
  readonly table: string
  readonly row: Readonly<Record<string, unknown>>
}

/** Lets decks follow what an action, or its undoing, touched. */
export function followDecks(db: WriteHandle, touched: readonly TouchedRow[]): void {
  if (touched.some(({ table }) => table === 'deck')) {
    assignDecks(db, null)
    return
  }
  if (!hasDecks(db)) return
  // A correction may join names or part them, and so the decks about them.
  if (touched.some(({ table }) => table === 'correction') && listDecks(db).some(isAboutEntity)) {
    assignDecks(db, null)
    return
  }
  const ids = new Set<string>()
  for (const { table, row } of touched) {
    if (table === 'card') ids.add(String(row.id))
    if (table === 'card_tag') ids.add(String(row.card_id))
    if (table === 'annotation') for (const id of cardsOfMark(db, String(row.id))) ids.add(id)
  }
  if (ids.size > 0) assignDecks(db, [...ids])
}

function isAboutEntity({ rule: { kind, value } }: DeckRow): boolean {
  return kind === 'entity' || (kind === 'search' && readSearch(value).entityId !== undefined)
}

/** Lets decks follow entities that are shown as others than before. */
export function followMoves(db: WriteHandle, entityIds: readonly EntityId[]): void {
  if (entityIds.length === 0 || !hasDecks(db)) return
  // A rule can name one that moved while its own cards did not.
  const moved = new Set<string>(entityIds)
  if (listDecks(db).some(({ rule }) => moved.has(aboutWhom(rule) ?? ''))) {
    assignDecks(db, null)
    return
  }
  const ids = db
    .prepare('SELECT id FROM card WHERE entity_id IN (SELECT value FROM json_each(?))')
    .pluck()
    .all(JSON.stringify(entityIds)) as string[]
  if (ids.length > 0) assignDecks(db, ids)
}

function aboutWhom({ kind, value }: DeckRuleRow): string | undefined {
  if (kind === 'entity') return value
  return kind === 'search' ? readSearch(value).entityId : undefined
}

function cardsOfMark(db: ReadHandle, annotationId: string): string[] {
  return db.prepare('SELECT id FROM card WHERE annotation_id = ?').pluck().all(annotationId) as string[]
}

/** How many live cards a deck holds. */
export function countDeckCards(db: ReadHandle): Map<DeckId, number> {
  const rows = db.prepare('SELECT deck_id AS id, sum(cards) AS count FROM card_stat GROUP BY deck_id').all() as {
    id: DeckId
    count: number
  }[]
  return new Map(rows.map(({ id, count }) => [id, count]))
}

/** What a rule's value names, or null when there is nothing of that id. */
export function findRuleName(db: ReadHandle, { kind, value }: DeckRuleRow): string | null {
  if (kind === 'search') return searchName(db, readSearch(value))
  const sql = ruleNames[kind]
  if (sql === null) return value
  return (db.prepare(sql).pluck().get(value) as string | undefined) ?? null
}

function searchName(db: ReadHandle, { query, tag, articleId, entityId, state }: SavedSearchRow): string | null {
  const article = articleId === undefined ? undefined : findRuleName(db, { kind: 'article', value: articleId })
  const entity = entityId === undefined ? undefined : findRuleName(db, { kind: 'entity', value: entityId })
  if (article === null || entity === null) return null
  const words = [query, tag && `#${tag}`, entity, article, state === 'leech' && 'leeches'].filter(Boolean)
  return words.length === 0 ? null : words.join(' · ')
}

const ruleNames: Record<DeckRuleRow['kind'], string | null> = {
  rest: null,
  tag: null,
  search: null,
  article: 'SELECT title FROM article WHERE id = ?',
  entity: 'SELECT c.name FROM entity e JOIN entity c ON c.id = e.canonical_id WHERE e.id = ?',
  category: 'SELECT name FROM category WHERE id = ?',
}
