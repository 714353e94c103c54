import type { CardId } from '#shared/domain/ids.ts'
import type { RecalledCard } from '#shared/domain/recall.ts'
import type { ReadHandle } from '../handle.ts'
import { asOfSql, asOfValues } from './as-of.ts'
import { type CardRow, findCard } from './cards.ts'
import type { DossierPart } from './dossier.ts'
import { cutPage, type Page, readCursor } from './paging.ts'

/**
 * The cards on an entity, the latest first, and the memory of all of them. With a limit in time only those whose
 * passage lies in an article up to then: what a card without one tells has no date.
 */
export function listCardsOn(db: ReadHandle, part: DossierPart): Page<CardRow> & { memories: RecalledCard[] } {
  const article = `CROSS JOIN article a ON a.id = c.article_id AND a.deleted_at_ms IS NULL${asOfSql(part.asOf)}`
  const from = `FROM card c ${part.asOf ? article : ''} WHERE c.entity_id = @entityId AND c.deleted_at_ms IS NULL`
  const values = { entityId: part.entityId, ...asOfValues(part.asOf) }
  const after = readCursor(part.cursor, 2)
  const rows = db
    .prepare(
      `SELECT c.id, c.created_at_ms AS madeAtMs ${from} ${after ? 'AND (c.created_at_ms, c.id) < (@madeAtMs, @id)' : ''}
       ORDER BY c.created_at_ms DESC, c.id DESC LIMIT @limit`,
    )
    .all({ ...values, ...(after && { madeAtMs: after[0], id: after[1] }), limit: part.limit + 1 }) as {
    id: CardId
    madeAtMs: number
  }[]
  const page = cutPage(rows, part.limit, (row) => [row.madeAtMs, row.id])
  const memories = db
    .prepare(`SELECT c.state AS stage, c.stability, c.last_review_at_ms AS lastReviewAtMs ${from}`)
    .all(values) as RecalledCard[]
  const items = page.items.map(({ id }) => findCard(db, id)).filter((card) => card !== null)
  return { items, nextCursor: page.nextCursor, memories }
}
