import { picturesIn } from '#shared/domain/picture-names.ts'
import type { ReadHandle, WriteHandle } from '../handle.ts'

/** A picture on cards, named by its content. */
export interface PictureRow {
  readonly sha256: string
  readonly mediaType: string
  readonly bytes: Uint8Array
}

/** Stores a picture; of one that is there already it is noted that it was given again. */
export function putPicture(db: WriteHandle, { sha256, mediaType, bytes }: PictureRow, nowMs: number): void {
  db.prepare(
    `INSERT INTO picture (sha256, media_type, bytes, created_at_ms, updated_at_ms) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET updated_at_ms = excluded.updated_at_ms`,
  ).run(sha256, mediaType, bytes, nowMs, nowMs)
}

/** The picture of that name, or null. */
export function findPicture(db: ReadHandle, sha256: string): PictureRow | null {
  const row = db.prepare('SELECT sha256, media_type AS mediaType, bytes FROM picture WHERE sha256 = ?').get(sha256)
  return (row as PictureRow | undefined) ?? null
}

/** The names of pictures that were given last before a moment. */
export function listPicturesBefore(db: ReadHandle, beforeMs: number): string[] {
  return db.prepare('SELECT sha256 FROM picture WHERE updated_at_ms < ?').pluck().all(beforeMs) as string[]
}

/**
 * Where pictures are named: on cards and in notes, deleted ones too, and in what undo and redo know of either. `rowid`
 * is that of the table, or the place in the log.
 */
const sources = {
  card: "SELECT front || ' ' || back AS words FROM card WHERE rowid > @from AND rowid <= @to",
  annotation: 'SELECT note AS words FROM annotation WHERE rowid > @from AND rowid <= @to',
  action_change: `SELECT coalesce(before, '') || coalesce(after, '') AS words FROM action_change
    WHERE seq > @from AND seq <= @to AND table_name IN ('card', 'annotation')`,
} as const

/** A table that may name pictures. */
export type PictureSource = keyof typeof sources

/** All of them. */
export const pictureSources = Object.keys(sources) as PictureSource[]

/** The last row of a table that may name pictures. */
export function lastRowOf(db: ReadHandle, source: PictureSource): number {
  const row = source === 'action_change' ? 'seq' : 'rowid'
  return db.prepare(`SELECT coalesce(max(${row}), 0) FROM ${source}`).pluck().get() as number
}

/** The pictures that some rows of a table name: those after `from`, up to `to`. */
export function listNamedPictures(db: ReadHandle, source: PictureSource, from: number, to: number): string[] {
  const sql = `SELECT words FROM (${sources[source]}) WHERE instr(words, 'picture:') > 0`
  return (db.prepare(sql).pluck().all({ from, to }) as string[]).flatMap(picturesIn)
}

/** Deletes pictures for good, but for those that were given again since a moment. */
export function deletePictures(db: WriteHandle, names: readonly string[], sinceMs: number): number {
  return db
    .prepare('DELETE FROM picture WHERE updated_at_ms < ? AND sha256 IN (SELECT value FROM json_each(?))')
    .run(sinceMs, JSON.stringify(names)).changes
}
