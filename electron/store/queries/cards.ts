import type { AnnotationId, ArticleId, CardId, DeckId, EntityId, FigureId } from '#shared/domain/ids.ts'
import type { Memory, MemoryStage } from '#shared/domain/scheduling.ts'
import type { ReadHandle, WriteHandle } from '../handle.ts'
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
  readonly part?: number
  readonly typed?: boolean
  readonly familyId?: string | null
  readonly front: string
  readonly back: string
}

/** A card with its memory, evidence and tags. */
export interface CardRow {
  readonly id: CardId
  readonly kind: 'basic' | 'cloze'
  readonly part: number
  readonly typed: boolean
  readonly familyId: string | null
  /** The name its note has in Anki, for one that came from there. */
  readonly guid: string | null
  readonly deckId: DeckId
  readonly front: string
  readonly back: string
  readonly tags: string[]
  readonly evidence: CardEvidence & { readonly articleTitle: string | null }
  /** Whether it is to stay as it is though its article does not say it any more. */
  readonly sourceKept: boolean
  readonly memory: Memory
  readonly leech: boolean
  readonly suspended: boolean
  readonly buriedUntilMs: number | null
  readonly createdAtMs: number
  readonly updatedAtMs: number
}

interface FlatRow extends CardEvidence {
  id: CardId
  kind: 'basic' | 'cloze'
  part: number
  typed: number
  sourceKept: number
  familyId: string | null
  guid: string | null
  deckId: DeckId
  leech: number
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
  reviews: number
  lapses: number
  lastReviewAtMs: number | null
  suspended: number
  buriedUntilMs: number | null
  createdAtMs: number
  updatedAtMs: number
}

// The article is joined only while it lives: a card outlives its article, its link does not.
const columns = `c.id, c.kind, c.part, c.typed, c.family_id AS familyId, c.guid, c.deck_id AS deckId, c.leech, c.source_kept AS sourceKept, c.front, c.back, a.id AS articleId, a.title AS articleTitle,
  CASE WHEN a.id IS NULL THEN NULL ELSE c.start END AS start, CASE WHEN a.id IS NULL THEN NULL ELSE c."end" END AS "end",
  c.quote, c.entity_id AS entityId, c.figure_id AS figureId, c.annotation_id AS annotationId,
  c.state AS stage, c.due_at_ms AS dueAtMs, c.stability, c.difficulty, c.scheduled_days AS scheduledDays,
  c.learning_steps AS learningSteps, c.reps, c.reviews, c.lapses, c.last_review_at_ms AS lastReviewAtMs,
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
  const { stage, dueAtMs, stability, difficulty, scheduledDays, learningSteps, reps, reviews, lapses, lastReviewAtMs } =
    row
  return {
    id: row.id,
    kind: row.kind,
    part: row.part,
    typed: row.typed === 1,
    familyId: row.familyId,
    guid: row.guid,
    deckId: row.deckId,
    leech: row.leech === 1,
    front: row.front,
    back: row.back,
    tags: [],
    sourceKept: row.sourceKept === 1,
    evidence: { articleId, articleTitle, start, end, quote, entityId, figureId, annotationId },
    memory: {
      stage,
      dueAtMs,
      stability,
      difficulty,
      scheduledDays,
      learningSteps,
      reps,
      reviews,
      lapses,
      lastReviewAtMs,
    },
    suspended: row.suspended === 1,
    buriedUntilMs: row.buriedUntilMs,
    createdAtMs: row.createdAtMs,
    updatedAtMs: row.updatedAtMs,
  }
}

/** Stores a card; it can be asked at once. */
export function insertCard(db: WriteHandle, card: NewCard, nowMs: number): void {
  db.prepare(
    `INSERT INTO card (id, kind, part, typed, family_id, front, back, article_id, start, "end", quote, entity_id,
       figure_id, annotation_id, due_at_ms, created_at_ms, updated_at_ms)
     VALUES (@id, @kind, @part, @typed, @familyId, @front, @back, @articleId, @start, @end, @quote, @entityId,
       @figureId, @annotationId, @nowMs, @nowMs, @nowMs)`,
  ).run({ part: 0, familyId: null, ...card, typed: Number(card.typed ?? false), nowMs })
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
       scheduled_days = @scheduledDays, learning_steps = @learningSteps, reps = @reps, reviews = @reviews, lapses = @lapses,
       last_review_at_ms = @lastReviewAtMs, buried_until_ms = NULL, updated_at_ms = @nowMs WHERE id = @id`,
  ).run({ ...memory, id, nowMs })
}

/** Keeps a card from being asked, or lets it be asked again. */
export function putSuspended(db: WriteHandle, id: CardId, suspended: boolean, nowMs: number): void {
  db.prepare('UPDATE card SET suspended = ?, updated_at_ms = ? WHERE id = ?').run(Number(suspended), nowMs, id)
}

/** Hides a card until a time; null lets it be asked again. */
export function putBuried(db: WriteHandle, id: CardId, untilMs: number | null, nowMs: number): void {
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

/** Live cards by id, in the order of `ids`. */
export function listCardsById(db: ReadHandle, ids: readonly CardId[]): CardRow[] {
  const rows = db
    .prepare(
      `SELECT ${columns} FROM json_each(?) j CROSS JOIN card c ON c.id = j.value
       LEFT JOIN article a ON a.id = c.article_id AND a.deleted_at_ms IS NULL
       WHERE c.deleted_at_ms IS NULL ORDER BY j.key`,
    )
    .all(JSON.stringify(ids)) as FlatRow[]
  return toCards(db, rows)
}

/** Live cards that were written as one, by their part. */
export function listFamily(db: ReadHandle, familyId: string): CardRow[] {
  const rows = db
    .prepare(`SELECT ${columns} ${from} WHERE c.family_id = ? AND c.deleted_at_ms IS NULL ORDER BY c.part, c.id`)
    .all(familyId) as FlatRow[]
  return toCards(db, rows)
}

/** Makes a card one of a family, or gives it another part in it. */
export function putPart(db: WriteHandle, id: CardId, familyId: string, part: number, nowMs: number): void {
  db.prepare('UPDATE card SET family_id = ?, part = ?, updated_at_ms = ? WHERE id = ?').run(familyId, part, nowMs, id)
}

/** Says whether the answer of a card is to be typed. */
export function putTyped(db: WriteHandle, id: CardId, typed: boolean, nowMs: number): void {
  db.prepare('UPDATE card SET typed = ?, updated_at_ms = ? WHERE id = ?').run(Number(typed), nowMs, id)
}

/** Marks a card as forgotten too often, or no longer, and sets it aside or not. */
export function putLeech(db: WriteHandle, id: CardId, leech: boolean, suspended: boolean, nowMs: number): void {
  db.prepare('UPDATE card SET leech = ?, suspended = ?, updated_at_ms = ? WHERE id = ?').run(
    Number(leech),
    Number(suspended),
    nowMs,
    id,
  )
}

/** How many live cards there are. */
export function countCards(db: ReadHandle): number {
  return db.prepare('SELECT coalesce(sum(cards), 0) FROM card_stat').pluck().get() as number
}
