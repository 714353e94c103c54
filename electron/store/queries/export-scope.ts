import type { ArticleId, CardId, CategoryId, EntityId } from '#shared/domain/ids.ts'
import type { ReadHandle } from '../handle.ts'

/** What of a library is asked for; all that is given must hold. Times in ms, the second excluded. */
export interface ScopeFilter {
  readonly articleIds?: readonly ArticleId[] | undefined
  readonly tag?: string | undefined
  readonly categoryId?: CategoryId | undefined
  readonly entityId?: EntityId | undefined
  readonly fromMs?: number | undefined
  readonly beforeMs?: number | undefined
  readonly anchor?: 'sure' | 'unsure' | 'lost' | undefined
  readonly cardState?: 'new' | 'learning' | 'review' | 'suspended' | 'due' | 'leech' | undefined
  readonly hasMarks: boolean
  readonly hasCards: boolean
}

interface FoundRow {
  readonly id: string
  readonly articleId: ArticleId | null
  readonly isNote: number
}

/** The marks and cards that a filter lets through, and the articles they are of. */
export interface Scope {
  readonly annotationIds: ReadonlySet<string>
  readonly cardIds: ReadonlySet<string>
  /** Those of the cards that are of no article. */
  readonly looseCardIds: readonly CardId[]
  readonly articleIds: ReadonlySet<ArticleId>
  /** How many of the marks have a note. */
  readonly notes: number
}

const anchors = {
  sure: `n.anchor IN ('placed', 'moved')`,
  unsure: `n.anchor = 'unsure'`,
  lost: `n.anchor IN ('lost', 'detached')`,
} as const

const cardStates = {
  new: 'c.state = 0 AND c.suspended = 0',
  learning: 'c.state IN (1, 3) AND c.suspended = 0',
  review: 'c.state = 2 AND c.suspended = 0',
  suspended: 'c.suspended = 1',
  due: 'c.state > 0 AND c.suspended = 0 AND c.due_at_ms <= @nowMs',
  leech: 'c.leech = 1',
} as const

/** Finds what a filter lets through. Cost: one walk over marks and one over cards. */
export function findScope(db: ReadHandle, filter: ScopeFilter, nowMs: number): Scope {
  const marks = filter.hasMarks ? listMarks(db, filter) : []
  const cards = filter.hasCards ? listScopeCards(db, filter, nowMs) : []
  const articleIds = [...marks, ...cards].flatMap(({ articleId }) => articleId ?? [])
  return {
    annotationIds: new Set(marks.map(({ id }) => id)),
    cardIds: new Set(cards.map(({ id }) => id)),
    // Rows of the table of cards.
    looseCardIds: cards.flatMap(({ id, articleId }) => (articleId === null ? (id as CardId) : [])),
    articleIds: new Set(articleIds),
    notes: marks.filter(({ isNote }) => isNote === 1).length,
  }
}

function listMarks(db: ReadHandle, filter: ScopeFilter): FoundRow[] {
  const { articleIds, tag, categoryId, entityId, fromMs, beforeMs, anchor } = filter
  const where = [
    'n.deleted_at_ms IS NULL AND a.deleted_at_ms IS NULL',
    articleIds && 'n.article_id IN (SELECT value FROM json_each(@articleIds))',
    tag !== undefined &&
      'n.id IN (SELECT l.annotation_id FROM tag t JOIN annotation_tag l ON l.tag_id = t.id WHERE t.name = @tag)',
    categoryId && 'n.category_id = @categoryId',
    entityId &&
      `EXISTS (SELECT 1 FROM mention m WHERE m.entity_id = @entityId AND m.article_id = n.article_id
         AND m.start < n."end" AND m."end" > n.start)`,
    fromMs !== undefined && 'n.created_at_ms >= @fromMs',
    beforeMs !== undefined && 'n.created_at_ms < @beforeMs',
    anchor && anchors[anchor],
  ].filter(Boolean)
  return db
    .prepare(
      `SELECT n.id, n.article_id AS articleId, n.note <> '' AS isNote FROM annotation n
       JOIN article a ON a.id = n.article_id WHERE ${where.join(' AND ')}`,
    )
    .all(valuesOf(filter)) as FoundRow[]
}

function listScopeCards(db: ReadHandle, filter: ScopeFilter, nowMs: number): FoundRow[] {
  const { articleIds, tag, categoryId, entityId, fromMs, beforeMs, cardState } = filter
  const where = [
    'c.deleted_at_ms IS NULL',
    articleIds && 'c.article_id IN (SELECT value FROM json_each(@articleIds))',
    tag !== undefined && 'c.id IN (SELECT l.card_id FROM tag t JOIN card_tag l ON l.tag_id = t.id WHERE t.name = @tag)',
    categoryId && 'EXISTS (SELECT 1 FROM annotation n WHERE n.id = c.annotation_id AND n.category_id = @categoryId)',
    entityId && 'c.entity_id IN (SELECT id FROM entity WHERE canonical_id = @entityId)',
    fromMs !== undefined && 'c.created_at_ms >= @fromMs',
    beforeMs !== undefined && 'c.created_at_ms < @beforeMs',
    cardState && cardStates[cardState],
  ].filter(Boolean)
  return db
    .prepare(
      `SELECT c.id, a.id AS articleId, 0 AS isNote FROM card c
       LEFT JOIN article a ON a.id = c.article_id AND a.deleted_at_ms IS NULL WHERE ${where.join(' AND ')}`,
    )
    .all({ ...valuesOf(filter), ...(cardState === 'due' && { nowMs }) }) as FoundRow[]
}

function valuesOf(filter: ScopeFilter): Record<string, string | number> {
  const { articleIds, tag, categoryId, entityId, fromMs, beforeMs } = filter
  return {
    ...(articleIds && { articleIds: JSON.stringify(articleIds) }),
    ...(tag !== undefined && { tag }),
    ...(categoryId && { categoryId }),
    ...(entityId && { entityId }),
    ...(fromMs !== undefined && { fromMs }),
    ...(beforeMs !== undefined && { beforeMs }),
  }
}

/** Entities and figures of live articles, of some or of all. */
export function countFound(
  db: ReadHandle,
  articleIds: readonly ArticleId[] | null,
): { entities: number; figures: number } {
  if (articleIds === null) {
    const entities = 'SELECT count(*) FROM entity WHERE article_count > 0 AND deleted_at_ms IS NULL'
    const figures = 'SELECT coalesce(sum(figure_count), 0) FROM article WHERE deleted_at_ms IS NULL'
    return {
      entities: db.prepare(entities).pluck().get() as number,
      figures: db.prepare(figures).pluck().get() as number,
    }
  }
  const among = 'article_id IN (SELECT value FROM json_each(?))'
  const ids = JSON.stringify(articleIds)
  const entities = `SELECT count(DISTINCT entity_id) FROM mention WHERE ${among}`
  const figures = `SELECT count(*) FROM figure WHERE ${among}`
  return {
    entities: db.prepare(entities).pluck().get(ids) as number,
    figures: db.prepare(figures).pluck().get(ids) as number,
  }
}
