import type { CorrectionEffect, CorrectionPlace, CorrectionRecord } from '#shared/contract/correction.ts'
import type { EntityKind } from '#shared/domain/extraction.ts'
import type { ArticleId, CorrectionId, EntityId, FigureId } from '#shared/domain/ids.ts'
import type { ReadHandle, WriteHandle } from '../handle.ts'
import { cutPage, type Page, readCursor } from './paging.ts'

/** A correction that stands. */
export interface CorrectionRow {
  readonly id: CorrectionId
  readonly record: CorrectionRecord
  readonly createdAtMs: number
}

interface StoredRow extends Omit<CorrectionRow, 'record'> {
  readonly payload: string
}

const columns = 'id, payload, created_at_ms AS createdAtMs'

// Payloads are written by `insertCorrection` alone, which takes records.
const toRow = ({ payload, ...row }: StoredRow): CorrectionRow => ({
  ...row,
  record: JSON.parse(payload) as CorrectionRecord,
})

/** Adds a correction to the log; nothing when it is there already. Gives whether it was added. */
export function insertCorrection(db: WriteHandle, { id, record, createdAtMs }: CorrectionRow): boolean {
  const sql = `INSERT INTO correction (id, kind, payload, created_at_ms, updated_at_ms) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT DO NOTHING`
  return db.prepare(sql).run(id, record.kind, JSON.stringify(record), createdAtMs, createdAtMs).changes > 0
}

/** Takes a correction back; its line in the log stays. */
export function withdrawCorrection(db: WriteHandle, id: CorrectionId, nowMs: number): void {
  db.prepare('UPDATE correction SET deleted_at_ms = ?, updated_at_ms = ? WHERE id = ?').run(nowMs, nowMs, id)
}

/** Lets a correction stand again that was taken back. */
export function restoreCorrection(db: WriteHandle, id: CorrectionId, nowMs: number): boolean {
  const sql = 'UPDATE correction SET deleted_at_ms = NULL, updated_at_ms = ? WHERE id = ? AND deleted_at_ms IS NOT NULL'
  return db.prepare(sql).run(nowMs, id).changes > 0
}

/** A correction that stands, or null. */
export function findCorrection(db: ReadHandle, id: CorrectionId): CorrectionRow | null {
  const row = db.prepare(`SELECT ${columns} FROM correction WHERE id = ? AND deleted_at_ms IS NULL`).get(id)
  return row ? toRow(row as StoredRow) : null
}

/** All corrections that stand, in the order they were made. */
export function listAllCorrections(db: ReadHandle): CorrectionRow[] {
  const sql = `SELECT ${columns} FROM correction WHERE deleted_at_ms IS NULL ORDER BY created_at_ms, id`
  return (db.prepare(sql).all() as StoredRow[]).map(toRow)
}

/** What the corrections of these ids say, in the order they were made. */
export function listRecordsOf(db: ReadHandle, ids: readonly string[]): CorrectionRecord[] {
  const sql = `SELECT ${columns} FROM correction WHERE deleted_at_ms IS NULL AND id IN (SELECT value FROM json_each(?))
    ORDER BY created_at_ms, id`
  return (db.prepare(sql).all(JSON.stringify(ids)) as StoredRow[]).map((row) => toRow(row).record)
}

/** Corrections that stand, latest first. */
export function listCorrections(
  db: ReadHandle,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Page<CorrectionRow> {
  const after = readCursor(cursor, 2)
  const rows = db
    .prepare(
      `SELECT ${columns} FROM correction WHERE deleted_at_ms IS NULL
         ${after ? 'AND (created_at_ms, id) < (@atMs, @id)' : ''} ORDER BY created_at_ms DESC, id DESC LIMIT @limit`,
    )
    .all({ limit: limit + 1, ...(after && { atMs: after[0], id: after[1] }) }) as StoredRow[]
  const page = cutPage(rows, limit, (row) => [row.createdAtMs, row.id])
  return { ...page, items: page.items.map(toRow) }
}

/** Articles that name one of these base entities, or would if they were not said to be no entities. */
export function listArticlesOf(db: ReadHandle, baseIds: readonly EntityId[]): ArticleId[] {
  return db
    .prepare(
      'SELECT DISTINCT article_id FROM entity_alias WHERE base_id IN (SELECT value FROM json_each(?)) ORDER BY article_id',
    )
    .pluck()
    .all(JSON.stringify(baseIds)) as ArticleId[]
}

/** Stored articles with that text. */
export function listArticlesWithContent(db: ReadHandle, sha256: string): ArticleId[] {
  return db.prepare('SELECT id FROM article WHERE content_sha256 = ? ORDER BY id').pluck().all(sha256) as ArticleId[]
}

/** What tells an article's text from any other: hex, or null when there is no such article. */
export function findContentSha256(db: ReadHandle, id: ArticleId): string | null {
  const sha = db.prepare('SELECT content_sha256 FROM article WHERE id = ?').pluck().get(id)
  return (sha as string | undefined) ?? null
}

/** The base entity that the text itself names at a place of an article, or null. */
export function findBaseAt(db: ReadHandle, articleId: ArticleId, start: number, end: number): EntityId | null {
  const id = db
    .prepare(
      `SELECT base_id FROM mention WHERE article_id = ? AND start < ? AND "end" > ? AND found_by <> 'split'
       ORDER BY start LIMIT 1`,
    )
    .pluck()
    .get(articleId, end, start)
  return (id as EntityId | undefined) ?? null
}

/** The same before what the person said of the passage; null where that is all there is. */
export function findFoundBaseAt(db: ReadHandle, articleId: ArticleId, start: number, end: number): EntityId | null {
  const id = db
    .prepare(
      `SELECT base_id FROM mention WHERE article_id = ? AND start < ? AND "end" > ?
         AND found_by NOT IN ('split', 'person') ORDER BY start LIMIT 1`,
    )
    .pluck()
    .get(articleId, end, start)
  return (id as EntityId | undefined) ?? null
}

/** Whether a base entity is named anywhere. */
export function isNamed(db: ReadHandle, baseId: EntityId): boolean {
  return db.prepare('SELECT 1 FROM mention WHERE base_id = ? LIMIT 1').get(baseId) !== undefined
}

/** The first places where an entity is named, at most `limit`, one an article. */
export function listPlacesOf(db: ReadHandle, entityId: EntityId, limit: number) {
  return db
    .prepare(
      `SELECT article_id AS articleId, min(start) AS start, "end" AS "end" FROM mention
       WHERE entity_id = ? GROUP BY article_id ORDER BY article_id LIMIT ?`,
    )
    .all(entityId, limit) as { articleId: ArticleId; start: number; end: number }[]
}

/** Keeps what a correction changed when it was made. */
export function putEffect(db: WriteHandle, id: CorrectionId, effect: CorrectionEffect): void {
  db.prepare(
    `INSERT OR REPLACE INTO correction_effect (correction_id, mentions, articles, figures)
     VALUES (@id, @mentions, @articles, @figures)`,
  ).run({ id, ...effect })
}

/** What `putEffect` kept of these. */
export function listEffects(db: ReadHandle, ids: readonly CorrectionId[]): Map<CorrectionId, CorrectionEffect> {
  const rows = db
    .prepare(
      `SELECT correction_id AS id, mentions, articles, figures FROM correction_effect
       WHERE correction_id IN (SELECT value FROM json_each(?))`,
    )
    .all(JSON.stringify(ids)) as (CorrectionEffect & { id: CorrectionId })[]
  return new Map(rows.map(({ id, ...effect }) => [id, effect]))
}

/** How many corrections of each kind stand, the most frequent first. */
export function countCorrections(db: ReadHandle): { kind: string; count: number }[] {
  return db
    .prepare(
      `SELECT kind, count(*) AS count FROM correction WHERE deleted_at_ms IS NULL GROUP BY kind ORDER BY count DESC, kind`,
    )
    .all() as { kind: string; count: number }[]
}

interface FoundMention {
  readonly kind: EntityKind
  readonly confidence: number
  readonly surface?: string
}

/** The name found at a place of an article, its words where they are others than those of the place; or null. */
export function findMentionFound(
  db: ReadHandle,
  articleId: ArticleId,
  start: number,
  end: number,
): FoundMention | null {
  const row = db
    .prepare(
      `SELECT kind, confidence, surface, start, "end" AS "end" FROM mention
       WHERE article_id = ? AND start < ? AND "end" > ? ORDER BY start LIMIT 1`,
    )
    .get(articleId, end, start) as (Required<FoundMention> & { start: number; end: number }) | undefined
  if (!row) return null
  const { kind, confidence, surface } = row
  return row.start === start && row.end === end ? { kind, confidence } : { kind, confidence, surface }
}

/** What an entity is found as where that is surest, or null when nothing names it. */
export function findSurestOf(db: ReadHandle, entityId: EntityId): FoundMention | null {
  const sql = 'SELECT kind, confidence FROM mention WHERE entity_id = ? ORDER BY confidence DESC LIMIT 1'
  return (db.prepare(sql).get(entityId) as FoundMention | undefined) ?? null
}

/** Which figures the person said not to contradict each other, a list for each time, as the passages were then. */
export function listNoDisagreements(db: ReadHandle): CorrectionPlace[][] {
  const sql = `SELECT ${columns} FROM correction WHERE kind = 'no-disagreement' AND deleted_at_ms IS NULL`
  const rows = (db.prepare(sql).all() as StoredRow[]).map(toRow)
  return rows.flatMap(({ record }) => (record.kind === 'no-disagreement' ? [record.places] : []))
}

/** The figure that begins in a range of an article, with its words; null when there is none. */
export function findFigureIn(
  db: ReadHandle,
  articleId: ArticleId,
  { start, end }: { start: number; end: number },
): { id: FigureId; start: number; surface: string } | null {
  const sql = `SELECT id, start, surface FROM figure WHERE article_id = ? AND start < ? AND "end" > ? ORDER BY start LIMIT 1`
  return (
    (db.prepare(sql).get(articleId, end, start) as { id: FigureId; start: number; surface: string } | undefined) ?? null
  )
}

/** How sure the figure at a place is, 0..1, or null when there is none. */
export function findFigureFound(db: ReadHandle, articleId: ArticleId, start: number, end: number): number | null {
  const sql = 'SELECT confidence FROM figure WHERE article_id = ? AND start < ? AND "end" > ? ORDER BY start LIMIT 1'
  return (db.prepare(sql).pluck().get(articleId, end, start) as number | undefined) ?? null
}

/** Corrections that stand and say which entities are one, or what they are called; in the order they were made. */
export function listEntityCorrections(db: ReadHandle): CorrectionRow[] {
  const sql = `SELECT ${columns} FROM correction WHERE deleted_at_ms IS NULL
      AND (kind IN ('merge', 'keep-apart', 'split', 'rename', 'alias', 'retype')
        OR kind = 'mention' AND payload ->> '$.own' = 1)
    ORDER BY created_at_ms, id`
  return (db.prepare(sql).all() as StoredRow[]).map(toRow)
}

/**
 * Corrections that stand and can be about passages of an article, in the order they were made. Most are about one
 * passage, and found by index; the others are few.
 */
export function listCorrectionsIn(db: ReadHandle, articleId: ArticleId, contentSha256: string): CorrectionRow[] {
  const sql = `WITH here (id) AS (
      SELECT id FROM correction WHERE payload ->> '$.place.articleId' = @articleId AND deleted_at_ms IS NULL
      UNION SELECT id FROM correction WHERE payload ->> '$.place.contentSha256' = @contentSha256 AND deleted_at_ms IS NULL
      UNION SELECT id FROM correction WHERE kind IN ('split', 'not-entity') AND deleted_at_ms IS NULL)
    SELECT ${columns} FROM here JOIN correction USING (id) ORDER BY created_at_ms, id`
  return (db.prepare(sql).all({ articleId, contentSha256 }) as StoredRow[]).map(toRow)
}
