import type { ArticleId, CardId, DeckId, EntityId } from '#shared/domain/ids.ts'
import { foldText } from '#shared/text/fold.ts'
import type { ReadHandle } from '../handle.ts'
import { type CardRow, listCardsById } from './cards.ts'
import { cutPage, type Page, readCursor } from './paging.ts'
import { entriesWith } from './search.ts'

/** Which cards. */
export interface CardFilter {
  readonly query?: string | undefined
  readonly articleId?: ArticleId | undefined
  readonly entityId?: EntityId | undefined
  readonly deckId?: DeckId | undefined
  readonly tag?: string | undefined
  readonly state: CardState
}

/** How it stands with a card. */
export type CardState = 'all' | 'new' | 'due' | 'learning' | 'review' | 'suspended' | 'buried' | 'leech'

/** By what cards are sorted; each has an index of its own. */
export type CardSort = 'created' | 'changed' | 'due' | 'lapses' | 'difficulty' | 'stability'

// "state > 0" is said where it follows from the rest too: SQLite takes a partial index by the letter of its condition.
const states: Record<CardState, string> = {
  all: '',
  new: 'AND c.state = 0 AND c.suspended = 0',
  due: 'AND c.state > 0 AND c.suspended = 0 AND c.due_at_ms <= @nowMs',
  learning: 'AND c.state > 0 AND c.state IN (1, 3) AND c.suspended = 0',
  review: 'AND c.state > 0 AND c.state = 2 AND c.suspended = 0',
  suspended: 'AND c.suspended = 1',
  buried: 'AND c.buried_until_ms > @nowMs AND c.buried_until_ms IS NOT NULL AND c.suspended = 0',
  leech: 'AND c.leech = 1',
}

const sorts: Record<CardSort, string> = {
  created: 'c.created_at_ms',
  changed: 'c.updated_at_ms',
  due: 'c.due_at_ms',
  lapses: 'c.lapses',
  difficulty: 'c.difficulty',
  stability: 'c.stability',
}

function whereOf(filter: CardFilter, nowMs: number): { where: string; values: Record<string, string | number> } {
  const { articleId, entityId, deckId, tag } = filter
  const needle = foldText(filter.query ?? '')
  const where = [
    `c.deleted_at_ms IS NULL ${states[filter.state]}`,
    articleId && 'AND c.article_id = @articleId',
    entityId && 'AND c.entity_id IN (SELECT id FROM entity WHERE canonical_id = @entityId)',
    deckId && 'AND c.deck_id = @deckId',
    tag && 'AND c.id IN (SELECT l.card_id FROM tag t JOIN card_tag l ON l.tag_id = t.id WHERE t.name = @tag)',
    needle !== '' && `AND c.id IN (${entriesWith('card')})`,
  ]
  const values = {
    ...(articleId && { articleId }),
    ...(entityId && { entityId }),
    ...(deckId && { deckId }),
    ...(tag && { tag }),
    ...(needle !== '' && { needle }),
    ...((filter.state === 'due' || filter.state === 'buried') && { nowMs }),
  }
  return { where: where.filter(Boolean).join(' '), values }
}

/** Totals that are kept, where nothing else is asked for. */
const keptCounts: Partial<Record<CardState, string>> = {
  all: 'true',
  new: 'state = 0 AND suspended = 0',
  learning: 'state IN (1, 3) AND suspended = 0',
  review: 'state = 2 AND suspended = 0',
  suspended: 'suspended = 1',
}

function countCards(
  db: ReadHandle,
  filter: CardFilter,
  where: string,
  values: Record<string, string | number>,
): number {
  const kept = keptCounts[filter.state]
  if (kept && !filter.query?.trim() && !filter.articleId && !filter.entityId && !filter.tag) {
    const deckId = filter.deckId ?? null
    return db
      .prepare(`SELECT coalesce(sum(cards), 0) FROM card_stat WHERE ${kept} AND (@deckId IS NULL OR deck_id = @deckId)`)
      .pluck()
      .get({ deckId }) as number
  }
  return countWhere(db, where, values)
}

function countWhere(db: ReadHandle, where: string, values: Record<string, string | number>): number {
  return db.prepare(`SELECT count(*) FROM card c WHERE ${where}`).pluck().get(values) as number
}

/** Live cards, newest first, by keyset. `nowMs` decides what is due. */
export function listCards(
  db: ReadHandle,
  filter: CardFilter & { readonly limit: number; readonly cursor?: string | undefined },
  nowMs: number,
): Page<CardRow> & { total: number } {
  const { where, values } = whereOf(filter, nowMs)
  const after = readCursor(filter.cursor, 2)
  const rows = db
    .prepare(
      `SELECT c.id, c.created_at_ms AS createdAtMs FROM card c
       WHERE ${where} ${after ? 'AND (c.created_at_ms, c.id) < (@madeAtMs, @id)' : ''}
       ORDER BY c.created_at_ms DESC, c.id DESC LIMIT @limit`,
    )
    .all({ ...values, ...(after && { madeAtMs: after[0], id: after[1] }), limit: filter.limit + 1 }) as {
    id: CardId
    createdAtMs: number
  }[]
  const page = cutPage(rows, filter.limit, (row) => [row.createdAtMs, row.id])
  const items = listCardsById(
    db,
    page.items.map(({ id }) => id),
  )
  return { items, nextCursor: page.nextCursor, total: countCards(db, filter, where, values) }
}

/**
 * A stretch of the sorted list, from the row at `offset` on: what a list needs that can be scrolled to any place. The
 * way to it is a walk through an index of ids; 200,000 of them take a few milliseconds.
 */
export function browseCards(
  db: ReadHandle,
  filter: CardFilter,
  order: { readonly sort: CardSort; readonly descending: boolean },
  window: { readonly offset: number; readonly limit: number },
  nowMs: number,
): { items: CardRow[]; total: number } {
  const { where, values } = whereOf(filter, nowMs)
  const way = order.descending ? 'DESC' : 'ASC'
  const ids = db
    .prepare(
      `SELECT c.id FROM card c WHERE ${where} ORDER BY ${sorts[order.sort]} ${way}, c.id ${way} LIMIT @limit OFFSET @offset`,
    )
    .pluck()
    .all({ ...values, ...window }) as CardId[]
  return { items: listCardsById(db, ids), total: countCards(db, filter, where, values) }
}

/** The ids of all cards that fit, for what is done to many. */
export function listCardIds(db: ReadHandle, filter: CardFilter, nowMs: number): CardId[] {
  const { where, values } = whereOf(filter, nowMs)
  return db.prepare(`SELECT c.id FROM card c WHERE ${where} ORDER BY c.id`).pluck().all(values) as CardId[]
}
