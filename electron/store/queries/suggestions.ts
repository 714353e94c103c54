import type { ArticleId, CardId, EntityId, FigureId, SuggestionId } from '#shared/domain/ids.ts'
import type { ReadHandle, WriteHandle } from '../handle.ts'
import { countIn, cutPage, type Page, readCursor } from './paging.ts'

/** What a suggested card asks. */
export type SuggestionKind = 'who' | 'role' | 'group' | 'other-name' | 'how-many' | 'cloze' | 'who-said'

/** A card proposed from the text. `key` tells it apart within its article, also after the text is searched again. */
export interface NewSuggestion {
  readonly id: SuggestionId
  readonly articleId: ArticleId
  readonly key: string
  readonly kind: SuggestionKind
  readonly cardKind: 'basic' | 'cloze'
  readonly front: string
  readonly back: string
  readonly start: number
  readonly end: number
  readonly quote: string
  readonly entityId: EntityId | null
  readonly figureId: FigureId | null
  /** The higher, the more worth learning. */
  readonly rank: number
}

/** A stored suggestion. */
export interface SuggestionRow extends Omit<NewSuggestion, 'key' | 'rank'> {
  readonly state: 'open' | 'accepted' | 'dismissed'
}

const columns = `s.id, s.article_id AS articleId, s.kind, s.card_kind AS cardKind, s.front, s.back, s.start,
  s."end" AS "end", s.quote, s.entity_id AS entityId, s.figure_id AS figureId, s.state`

/**
 * Replaces the open suggestions of an article. What was accepted or dismissed is neither changed nor proposed again, and
 * a question that a card or another article's suggestion asks already is not asked twice.
 */
export function putSuggestions(db: WriteHandle, articleId: ArticleId, all: readonly NewSuggestion[], nowMs: number) {
  db.prepare("DELETE FROM suggestion WHERE article_id = ? AND state = 'open'").run(articleId)
  const insert = db.prepare(
    `INSERT INTO suggestion (id, article_id, key, kind, card_kind, front, back, start, "end", quote, entity_id,
       figure_id, rank, created_at_ms, updated_at_ms)
     SELECT @id, @articleId, @key, @kind, @cardKind, @front, @back, @start, @end, @quote, @entityId,
       @figureId, @rank, @nowMs, @nowMs
     WHERE NOT EXISTS (SELECT 1 FROM card c WHERE c.front = @front AND c.deleted_at_ms IS NULL)
       AND NOT EXISTS (SELECT 1 FROM entity e JOIN entity o ON o.name_key = e.name_key AND o.found_kind = e.found_kind
           AND (o.is_full = 1 OR o.id = e.id) CROSS JOIN card c ON c.entity_id = o.id
         WHERE @cardKind = 'basic' AND e.id = @entityId AND c.deleted_at_ms IS NULL AND fold(c.back) = fold(@back))
       AND NOT EXISTS (SELECT 1 FROM suggestion s JOIN article a ON a.id = s.article_id AND a.deleted_at_ms IS NULL
         WHERE s.front = @front AND s.article_id <> @articleId)
     ON CONFLICT (article_id, key) DO NOTHING`,
  )
  for (const suggestion of all) insert.run({ ...suggestion, nowMs })
}

/** A suggestion of a live article, or null. */
export function findSuggestion(db: ReadHandle, id: SuggestionId): SuggestionRow | null {
  const row = db
    .prepare(
      `SELECT ${columns} FROM suggestion s JOIN article a ON a.id = s.article_id AND a.deleted_at_ms IS NULL
       WHERE s.id = ?`,
    )
    .get(id)
  return (row as SuggestionRow | undefined) ?? null
}

/** Open suggestions, the most worth learning first. */
export function listSuggestions(
  db: ReadHandle,
  filter: { articleId?: ArticleId | undefined; limit: number; cursor?: string | undefined },
): Page<SuggestionRow> & { total: number } {
  const { articleId } = filter
  const where = `s.state = 'open' ${articleId ? 'AND s.article_id = @articleId' : ''}`
  const values = articleId ? { articleId } : {}
  const after = readCursor(filter.cursor, 2)
  const rows = db
    .prepare(
      `SELECT ${columns}, s.rank AS rank FROM suggestion s CROSS JOIN article a ON a.id = s.article_id
       WHERE a.deleted_at_ms IS NULL AND ${where}
         ${after ? 'AND s.rank <= @rank AND (s.rank < @rank OR s.id > @id)' : ''}
       ORDER BY s.rank DESC, s.id LIMIT @limit`,
    )
    .all({ ...values, ...(after && { rank: after[0], id: after[1] }), limit: filter.limit + 1 }) as (SuggestionRow & {
    rank: number
  })[]
  const page = cutPage(rows, filter.limit, (row) => [row.rank, row.id])
  return {
    items: page.items.map(({ rank: _, ...row }) => row),
    nextCursor: page.nextCursor,
    total: countIn(db, 'suggestion s', where, values),
  }
}

/** Notes what became of a suggestion. */
export function settleSuggestion(
  db: WriteHandle,
  id: SuggestionId,
  state: 'accepted' | 'dismissed',
  cardId: CardId | null,
  nowMs: number,
): void {
  db.prepare('UPDATE suggestion SET state = ?, card_id = ?, updated_at_ms = ? WHERE id = ?').run(
    state,
    cardId,
    nowMs,
    id,
  )
}
