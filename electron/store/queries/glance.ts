import type { ArticleId, EntityId } from '#shared/domain/ids.ts'
import type { ReadHandle } from '../handle.ts'

/** Where the person met an entity last. */
export interface LastSeenRow {
  readonly articleId: ArticleId
  readonly articleTitle: string
  readonly publishedOn: string | null
  readonly openedAtMs: number
}

/** The article opened last that names the entity, `but` one; null when none was opened. */
export function findLastSeen(db: ReadHandle, entityId: EntityId, but: ArticleId): LastSeenRow | null {
  const row = db
    .prepare(
      `SELECT a.id AS articleId, a.title AS articleTitle, a.published_on AS publishedOn, a.opened_at_ms AS openedAtMs
       FROM (SELECT DISTINCT article_id FROM mention WHERE entity_id = @entityId) m
       CROSS JOIN article a ON a.id = m.article_id
       WHERE a.deleted_at_ms IS NULL AND a.opened_at_ms IS NOT NULL AND a.id <> @but
       ORDER BY a.opened_at_ms DESC LIMIT 1`,
    )
    .get({ entityId, but }) as LastSeenRow | undefined
  return row ?? null
}
