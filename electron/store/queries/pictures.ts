import type { ReadHandle, WriteHandle } from '../handle.ts'

/** A picture on cards, named by its content. */
export interface PictureRow {
  readonly sha256: string
  readonly mediaType: string
  readonly bytes: Uint8Array
}

/** Stores a picture; one that is there already stays. */
export function putPicture(db: WriteHandle, { sha256, mediaType, bytes }: PictureRow, nowMs: number): void {
  db.prepare(
    `INSERT INTO picture (sha256, media_type, bytes, created_at_ms, updated_at_ms) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO NOTHING`,
  ).run(sha256, mediaType, bytes, nowMs, nowMs)
}

/** The picture of that name, or null. */
export function findPicture(db: ReadHandle, sha256: string): PictureRow | null {
  const row = db.prepare('SELECT sha256, media_type AS mediaType, bytes FROM picture WHERE sha256 = ?').get(sha256)
  return (row as PictureRow | undefined) ?? null
}
