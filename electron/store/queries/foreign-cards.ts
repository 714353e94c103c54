import type { CardId } from '#shared/domain/ids.ts'
import type { ReadHandle, WriteHandle } from '../handle.ts'
import { type CardRow, listCardsById } from './cards.ts'

/**
 * Live cards of a note by the name it has in Anki: the name it came with, or the one it left with, which is that of its
 * family or its own.
 */
export function findCardsByGuid(db: ReadHandle, guid: string): CardRow[] {
  const ids = db
    .prepare(
      `SELECT id FROM card WHERE guid = @guid AND deleted_at_ms IS NULL
       UNION SELECT id FROM card WHERE family_id = @guid AND deleted_at_ms IS NULL
       UNION SELECT id FROM card WHERE id = @guid AND deleted_at_ms IS NULL`,
    )
    .pluck()
    .all({ guid }) as CardId[]
  return ids.length === 0 ? [] : listCardsById(db, ids)
}

/** Live cards that ask and answer the very same. */
export function findCardsBySides(db: ReadHandle, front: string, back: string): CardRow[] {
  const ids = db
    .prepare('SELECT id FROM card WHERE front = ? AND back = ? AND deleted_at_ms IS NULL LIMIT 2')
    .pluck()
    .all(front, back) as CardId[]
  return ids.length === 0 ? [] : listCardsById(db, ids)
}

/** Notes the name that a card's note has elsewhere. */
export function putGuid(db: WriteHandle, id: CardId, guid: string): void {
  db.prepare('UPDATE card SET guid = ? WHERE id = ?').run(guid, id)
}
