import type { AnnotationId, ArticleId, CardId, EntityId, FigureId } from '#shared/domain/ids.ts'
import type { Memory, MemoryStage } from '#shared/domain/scheduling.ts'
import { foldText } from '#shared/text/fold.ts'
import type { ReadHandle, WriteHandle } from '../handle.ts'
import { cutPage, type Page, readCursor } from './paging.ts'
import { entriesWith } from './search.ts'
import { listTagsOf } from './tags.ts'

/** What a card is made from. */
export interface CardEvidence {
  readonly articleId: ArticleId | null
  readonly start: number | null
  readonly end: number | null
  readonly quote: string
  readonly entityId: EntityId | null
  readonly figureId: FigureId | null
  readonly annotationId: AnnotationId | null
}

/** A new card. */
export interface NewCard extends CardEvidence {
  readonly id: CardId
  readonly kind: 'basic' | 'cloze'
  readonly front: string
  readonly back: string
}

/** A card with its memory, evidence and tags. */
export interface CardRow {
  readonly id: CardId
  readonly kind: 'basic' | 'cloze'
  readonly front: string
  readonly back: string
  readonly tags: string[]
  readonly evidence: CardEvidence & { readonly articleTitle: string | null }
  readonly memory: Memory
  readonly suspended: boolean
  readonly buriedUntilMs: number | null
  readonly createdAtMs: number
  readonly updatedAtMs: number
}

interface FlatRow extends CardEvidence {
  id: CardId
  kind: 'basic' | 'cloze'
  front: string
  back: string
  articleTitle: string | null
  stage: MemoryStage
  dueAtMs: number
  stability: number
  difficulty: number
  scheduledDays: number
  learningSteps: number
  reps: number
  lapses: number
  lastReviewAtMs: number | null
  suspended: number
  buriedUntilMs: number | null
  createdAtMs: number
  updatedAtMs: number
}

// The article is joined only while it lives: a card outlives its article, its link does not.
const columns = `c.id, c.kind, c.front, c.back, a.id AS articleId, a.title AS articleTitle,
  CASE WHEN a.id IS NULL THEN NULL ELSE c.start END AS start, CASE WHEN a.id IS NULL THEN NULL ELSE c."end" END AS "end",
  c.quote, c.entity_id AS entityId, c.figure_id AS figureId, c.annotation_id AS annotationId,
  c.state AS stage, c.due_at_ms AS dueAtMs, c.stability, c.difficulty, c.scheduled_days AS scheduledDays,
  c.learning_steps AS learningSteps, c.reps, c.lapses, c.last_review_at_ms AS lastReviewAtMs,
  c.suspended, c.buried_until_ms AS buriedUntilMs, c.created_at_ms AS createdAtMs, c.updated_at_ms AS updatedAtMs`
const from = 'FROM card c LEFT JOIN article a ON a.id = c.article_id AND a.deleted_at_ms IS NULL'

function toCards(db: ReadHandle, rows: readonly FlatRow[]): CardRow[] {
  const tags = listTagsOf(
    db,
    'card',
    rows.map((row) => row.id),
  )
  return rows.map((row) => ({ ...toCard(row), tags: tags.get(row.id) ?? [] }))
}

function toCard(row: FlatRow): CardRow {
  const { articleId, articleTitle, start, end, quote, entityId, figureId, annotationId } = row
  const { stage, dueAtMs, stability, difficulty, scheduledDays, learningSteps, reps, lapses, lastReviewAtMs } = row
  return {
    id: row.id,
    kind: row.kind,
    front: row.front,
    back: row.back,
    tags: [],
    evidence: { articleId, articleTitle, start, end, quote, entityId, figureId, annotationId },
    memory: { stage, dueAtMs, stability, difficulty, scheduledDays, learningSteps, reps, lapses, lastReviewAtMs },
    suspended: row.suspended === 1,
    buriedUntilMs: row.buriedUntilMs,
    createdAtMs: row.createdAtMs,
    updatedAtMs: row.updatedAtMs,
  }
}

/** Stores a card; it can be asked at once. */
export function insertCard(db: WriteHandle, card: NewCard, nowMs: number): void {
  db.prepare(
    `INSERT INTO card (id, kind, front, back, article_id, start, "end", quote, entity_id, figure_id, annotation_id,
       due_at_ms, created_at_ms, updated_at_ms)
     VALUES (@id, @kind, @front, @back, @articleId, @start, @end, @quote, @entityId, @figureId, @annotationId,
       @nowMs, @nowMs, @nowMs)`,
  ).run({ ...card, nowMs })
}

/** A live card, or null. */
export function findCard(db: ReadHandle, id: CardId): CardRow | null {
  const row = db.prepare(`SELECT ${columns} ${from} WHERE c.id = ? AND c.deleted_at_ms IS NULL`).get(id)
  return row ? (toCards(db, [row as FlatRow])[0] ?? null) : null
}

/** Gives a card other words. */
export function updateCardText(db: WriteHandle, id: CardId, front: string, back: string, nowMs: number): void {
  db.prepare('UPDATE card SET front = ?, back = ?, updated_at_ms = ? WHERE id = ?').run(front, back, nowMs, id)
}

/** Stores what FSRS knows of a card. An answered card is no longer buried. */
export function updateCardMemory(db: WriteHandle, id: CardId, memory: Memory, nowMs: number): void {
  db.prepare(
    `UPDATE card SET state = @stage, due_at_ms = @dueAtMs, stability = @stability, difficulty = @difficulty,
       scheduled_days = @scheduledDays, learning_steps = @learningSteps, reps = @reps, lapses = @lapses,
       last_review_at_ms = @lastReviewAtMs, buried_until_ms = NULL, updated_at_ms = @nowMs WHERE id = @id`,
  ).run({ ...memory, id, nowMs })
}

/** Keeps a card from being asked, or lets it be asked again. */
export function putSuspended(db: WriteHandle, id: CardId, suspended: boolean, nowMs: number): void {
  db.prepare('UPDATE card SET suspended = ?, updated_at_ms = ? WHERE id = ?').run(Number(suspended), nowMs, id)
}

/** Hides a card until a time. */
export function putBuried(db: WriteHandle, id: CardId, untilMs: number, nowMs: number): void {
  db.prepare('UPDATE card SET buried_until_ms = ?, updated_at_ms = ? WHERE id = ?').run(untilMs, nowMs, id)
}

/** Deletes live cards, softly; gives how many there were. */
export function deleteCards(db: WriteHandle, ids: readonly CardId[], nowMs: number): number {
  return db
    .prepare(
      `UPDATE card SET deleted_at_ms = ?, updated_at_ms = ?
       WHERE deleted_at_ms IS NULL AND id IN (SELECT value FROM json_each(?))`,
    )
    .run(nowMs, nowMs, JSON.stringify(ids)).changes
}

/** Live cards whose evidence lies in one of these articles. */
export function listCardIdsOf(db: ReadHandle, articleIds: readonly ArticleId[]): CardId[] {
  return db
    .prepare(
      'SELECT id FROM card WHERE deleted_at_ms IS NULL AND article_id IN (SELECT value FROM json_each(?)) ORDER BY id',
    )
    .pluck()
    .all(JSON.stringify(articleIds)) as CardId[]
}

/** Which cards to list. */
export interface CardFilter {
  readonly query?: string | undefined
  readonly articleId?: ArticleId | undefined
  readonly entityId?: EntityId | undefined
  readonly state: 'all' | 'new' | 'due' | 'learning' | 'suspended'
  readonly limit: number
  readonly cursor?: string | undefined
}

// "state > 0" is said where it follows from the rest too: SQLite takes a partial index by the letter of its condition.
const states: Record<CardFilter['state'], string> = {
  all: '',
  new: 'AND c.state = 0 AND c.suspended = 0',
  due: 'AND c.state > 0 AND c.suspended = 0 AND c.due_at_ms <= @nowMs',
  learning: 'AND c.state > 0 AND c.state IN (1, 3) AND c.suspended = 0',
  suspended: 'AND c.suspended = 1',
}

/** Live cards, newest first, by keyset. `nowMs` decides what is due. */
export function listCards(db: ReadHandle, filter: CardFilter, nowMs: number): Page<CardRow> & { total: number } {
  const { articleId, entityId } = filter
  const needle = foldText(filter.query ?? '')
  const where = [
    `c.deleted_at_ms IS NULL ${states[filter.state]}`,
    articleId && 'AND c.article_id = @articleId',
    entityId && 'AND c.entity_id = @entityId',
    needle !== '' && `AND c.id IN (${entriesWith('card')})`,
  ]
    .filter(Boolean)
    .join(' ')
  const values = {
    ...(articleId && { articleId }),
    ...(entityId && { entityId }),
    ...(needle !== '' && { needle }),
    ...(filter.state === 'due' && { nowMs }),
  }
  const after = readCursor(filter.cursor, 2)
  const rows = db
    .prepare(
      `SELECT ${columns} ${from} WHERE ${where} ${after ? 'AND (c.created_at_ms, c.id) < (@madeAtMs, @id)' : ''}
       ORDER BY c.created_at_ms DESC, c.id DESC LIMIT @limit`,
    )
    .all({ ...values, ...(after && { madeAtMs: after[0], id: after[1] }), limit: filter.limit + 1 }) as FlatRow[]
  const page = cutPage(rows, filter.limit, (row) => [row.createdAtMs, row.id])
  const total = db.prepare(`SELECT count(*) FROM card c WHERE ${where}`).pluck().get(values) as number
  return { items: toCards(db, page.items), nextCursor: page.nextCursor, total }
}

/** How many live cards there are. */
export function countCards(db: ReadHandle): number {
  return db.prepare('SELECT count(*) FROM card WHERE deleted_at_ms IS NULL').pluck().get() as number
}
