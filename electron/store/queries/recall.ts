import { type EntityKind, LEAST_CONFIDENCE } from '#shared/domain/extraction.ts'
import type { ArticleId, EntityId, FigureId, SuggestionId } from '#shared/domain/ids.ts'
import type { MemoryStage } from '#shared/domain/scheduling.ts'
import type { ReadHandle } from '../handle.ts'

/** What of a card tells how well it is remembered. */
export interface CardMemoryRow<Id> {
  readonly id: Id
  readonly stage: MemoryStage
  readonly stability: number
  readonly lastReviewAtMs: number | null
}

const memoryColumns = 'c.state AS stage, c.stability, c.last_review_at_ms AS lastReviewAtMs'
const memory = `${memoryColumns} FROM card c`

/** The live cards on what an article names, wherever they were made. */
export function listEntityMemories(db: ReadHandle, articleId: ArticleId): CardMemoryRow<EntityId>[] {
  return db
    .prepare(
      `SELECT m.entity_id AS id, ${memoryColumns}
       FROM (SELECT DISTINCT entity_id FROM mention WHERE article_id = ?) m
       CROSS JOIN entity e ON e.canonical_id = m.entity_id CROSS JOIN card c ON c.entity_id = e.id
       WHERE c.deleted_at_ms IS NULL ORDER BY m.entity_id, c.id`,
    )
    .all(articleId) as CardMemoryRow<EntityId>[]
}

/** The live cards on the figures of an article. */
export function listFigureMemories(db: ReadHandle, articleId: ArticleId): CardMemoryRow<FigureId>[] {
  return db
    .prepare(
      `SELECT c.figure_id AS id, ${memory} WHERE c.deleted_at_ms IS NULL AND c.article_id = ?
         AND c.figure_id IS NOT NULL ORDER BY c.figure_id, c.id`,
    )
    .all(articleId) as CardMemoryRow<FigureId>[]
}

/** A place in an article that names something no card asks for. */
export interface NewPlaceRow {
  readonly entityId: EntityId | null
  readonly figureId: FigureId | null
  readonly kind: EntityKind | 'figure'
  readonly measures: string | null
  readonly start: number
  readonly end: number
  readonly sentenceStart: number
  readonly sentenceEnd: number
}

/** Every place of an article that names something without a card, by place; names too doubtful to be drawn left out. */
export function listNewPlaces(db: ReadHandle, articleId: ArticleId): NewPlaceRow[] {
  return db
    .prepare(
      `SELECT m.entity_id AS entityId, NULL AS figureId, m.kind, NULL AS measures, m.start AS start, m."end" AS "end",
         m.sentence_start AS sentenceStart, m.sentence_end AS sentenceEnd
       FROM mention m JOIN entity e ON e.id = m.entity_id AND e.deleted_at_ms IS NULL
       WHERE m.article_id = @articleId
         AND EXISTS (SELECT 1 FROM mention s WHERE s.entity_id = m.entity_id AND s.article_id = m.article_id
           AND s.confidence >= @leastConfidence)
         AND NOT EXISTS (SELECT 1 FROM entity o CROSS JOIN card c ON c.entity_id = o.id
           WHERE o.canonical_id = m.entity_id AND c.deleted_at_ms IS NULL)
       UNION ALL
       SELECT NULL, f.id, 'figure', f.measures, f.start, f."end", f.sentence_start, f.sentence_end
       FROM figure f WHERE f.article_id = @articleId AND NOT EXISTS (SELECT 1 FROM card c
         WHERE c.article_id = @articleId AND c.figure_id = f.id AND c.deleted_at_ms IS NULL)
       ORDER BY start, "end"`,
    )
    .all({ articleId, leastConfidence: LEAST_CONFIDENCE }) as NewPlaceRow[]
}

/** An open suggestion, as far as it tells what card it would be. */
export interface OpenSuggestionRow {
  readonly id: SuggestionId
  readonly cardKind: 'basic' | 'cloze'
  readonly front: string
  readonly back: string
  readonly start: number
  readonly end: number
  readonly quote: string
  readonly entityId: EntityId | null
  readonly figureId: FigureId | null
}

/** The open suggestions of an article that are on a name or a figure, the most worth learning first. */
export function listOpenSuggestions(db: ReadHandle, articleId: ArticleId): OpenSuggestionRow[] {
  return db
    .prepare(
      `SELECT id, card_kind AS cardKind, front, back, start, "end" AS "end", quote, entity_id AS entityId,
         figure_id AS figureId FROM suggestion
       WHERE article_id = ? AND state = 'open' AND (entity_id IS NOT NULL OR figure_id IS NOT NULL)
       ORDER BY rank DESC, id`,
    )
    .all(articleId) as OpenSuggestionRow[]
}
