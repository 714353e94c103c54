import type { EntityKind } from '#shared/domain/extraction.ts'
import { DOUBTFUL_BELOW } from '#shared/domain/honesty.ts'
import type { EntityId } from '#shared/domain/ids.ts'
import type { ReadHandle } from '../handle.ts'
import { type PassageRow, passageColumns, withSentences } from './entities.ts'
import { cutPage, type Page, readCursor } from './paging.ts'

/** What an article takes a passage for, and how often it names the same so. */
export interface FindToJudge extends PassageRow {
  readonly surface: string
  readonly kind: EntityKind
  readonly confidence: number
  readonly entityId: EntityId
  readonly name: string
  readonly places: number
}

type CutFind = Omit<FindToJudge, 'sentence'> & { sentenceEnd: number }

const columns = `${passageColumns('m')}, m.surface, m.kind, m.confidence, m.entity_id AS entityId, e.name,
  (SELECT count(*) FROM mention o WHERE o.entity_id = m.entity_id AND o.article_id = m.article_id) AS places`

// A literal, as the index `mention_doubtful` has it.
const doubtful = `m.confidence < ${DOUBTFUL_BELOW}`

// One passage for all that an article calls so, and only where none of its places is surer.
const isSurest = `NOT EXISTS (SELECT 1 FROM mention o WHERE o.entity_id = m.entity_id AND o.article_id = m.article_id
  AND (o.confidence > m.confidence OR (o.confidence = m.confidence AND o.start < m.start)))`

// Whom the person has confirmed as a whole is not asked about place by place. Not correlated: it is worked out once.
const isOpen = `m.entity_id NOT IN (SELECT ke.canonical_id FROM correction k
  JOIN entity ke ON ke.id = k.payload ->> '$.entity.id'
  WHERE k.kind = 'confirm' AND k.deleted_at_ms IS NULL AND k.payload ->> '$.place' IS NULL
    AND ke.canonical_id IS NOT NULL)`

const from = `FROM mention m JOIN article a ON a.id = m.article_id AND a.deleted_at_ms IS NULL
  JOIN entity e ON e.id = m.entity_id`

/** Beyond this many nobody counts. */
const MOST_COUNTED = 1001

/** Finds less sure than others, each article's together, the one imported last first; by keyset. */
export function listDoubtful(
  db: ReadHandle,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Page<FindToJudge> & { total: number } {
  const after = readCursor(cursor, 2)
  const where = `WHERE ${doubtful} AND ${isSurest} AND ${isOpen}`
  const rows = db
    .prepare(
      `SELECT ${columns} ${from} ${where}
         ${after ? 'AND m.article_id <= @articleId AND (m.article_id < @articleId OR m.start > @start)' : ''}
       ORDER BY m.article_id DESC, m.start LIMIT @limit`,
    )
    .all({ limit: limit + 1, ...(after && { articleId: after[0], start: after[1] }) }) as CutFind[]
  const page = cutPage(rows, limit, (row) => [row.articleId, row.start])
  const total = db.prepare(`SELECT count(*) FROM (SELECT 1 ${from} ${where} LIMIT ${MOST_COUNTED})`).pluck().get()
  return { items: withSentences(db, page.items), nextCursor: page.nextCursor, total: total as number }
}

/** Finds that nobody has judged, at most one of each of `limit` articles, drawn by chance. */
export function sampleFinds(db: ReadHandle, limit: number): FindToJudge[] {
  const articles = db
    .prepare(`SELECT id FROM article WHERE deleted_at_ms IS NULL AND entity_count > 0 ORDER BY random() LIMIT ?`)
    .pluck()
    .all(limit) as string[]
  // What the person made or confirmed is certain.
  const draw = db.prepare(
    `SELECT ${columns} ${from} WHERE m.article_id = ? AND m.confidence < 1 AND ${isOpen} ORDER BY random() LIMIT 1`,
  )
  return withSentences(
    db,
    articles.flatMap((id) => (draw.get(id) as CutFind | undefined) ?? []),
  )
}
