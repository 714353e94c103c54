import type { ArticleId, EntityId, FigureId } from '#shared/domain/ids.ts'
import { foldText } from '#shared/text/fold.ts'
import type { ReadHandle } from '../handle.ts'
import { type PassageRow, passageColumns, withSentences } from './entities.ts'
import { cutPage, likeAnywhere, type Page, readCursor } from './paging.ts'

/** A figure with its passage. */
export interface FigureRow extends PassageRow {
  readonly id: FigureId
  readonly surface: string
  readonly low: number | null
  readonly high: number | null
  readonly hedge: string | null
  readonly unit: string | null
  readonly measures: string | null
  readonly subject: string | null
  readonly asOf: string | null
  readonly saidBy: string | null
  readonly confidence: number
}

/** Which figures to list. */
export interface FigureFilter {
  readonly articleId?: ArticleId | undefined
  readonly entityId?: EntityId | undefined
  readonly query?: string | undefined
  readonly sort: 'article' | 'measures' | 'value'
  readonly limit: number
  readonly cursor?: string | undefined
}

// Each key ends in the id, so that it is unique; the first part may be text or a number.
const sorts = {
  article: { key: "coalesce(a.published_on, '') || a.id", second: 'f.start', directions: ['DESC', 'ASC'] },
  measures: { key: "fold(coalesce(f.measures, '~'))", second: 'f.start', directions: ['ASC', 'ASC'] },
  value: { key: 'coalesce(f.high, f.low)', second: 'f.start', directions: ['DESC', 'ASC'] },
} as const

const from = 'FROM figure f JOIN article a ON a.id = f.article_id'
const where = `a.deleted_at_ms IS NULL
  AND (@articleId IS NULL OR f.article_id = @articleId)
  AND (@entityId IS NULL OR EXISTS (SELECT 1 FROM mention m
    WHERE m.entity_id = @entityId AND m.article_id = f.article_id
      AND m.start >= f.sentence_start AND m.start < f.sentence_end))
  AND (@pattern IS NULL OR fold(f.surface || ' ' || coalesce(f.measures, '') || ' ' || coalesce(f.subject, '') || ' ' ||
    coalesce(f.said_by, '')) LIKE @pattern ESCAPE '\\')`

type CutRow = Omit<FigureRow, 'sentence'> & { sentenceEnd: number; first: number | string; second: number }

/** Figures of live articles, by keyset. */
export function listFigures(db: ReadHandle, filter: FigureFilter): Page<FigureRow> & { total: number } {
  const pattern = filter.query?.trim() ? likeAnywhere(foldText(filter.query)) : null
  const values = { articleId: filter.articleId ?? null, entityId: filter.entityId ?? null, pattern }
  const { key, second, directions } = sorts[filter.sort]
  const after = readCursor(filter.cursor, 3)
  const [k1 = null, k2 = null, id = null] = after ?? []
  const beyond = `(${key} ${directions[0] === 'DESC' ? '<' : '>'} @k1 OR (${key} = @k1 AND (${second}, f.id) > (@k2, @id)))`
  const rows = db
    .prepare(
      `SELECT f.id, ${passageColumns('f')}, f.surface, f.low, f.high, f.hedge, f.unit, f.measures, f.subject,
         f.as_of AS asOf, f.said_by AS saidBy, f.confidence, ${key} AS first, ${second} AS second
       ${from} WHERE ${where} ${after ? `AND ${beyond}` : ''}
       ORDER BY ${key} ${directions[0]}, ${second} ${directions[1]}, f.id LIMIT @limit`,
    )
    .all({ ...values, ...(after ? { k1, k2, id } : {}), limit: filter.limit + 1 }) as CutRow[]
  const page = cutPage(rows, filter.limit, (row) => [row.first, row.second, row.id])
  const items = withSentences(
    db,
    page.items.map(({ first: _, second: __, ...row }) => row),
  )
  const total = db.prepare(`SELECT count(*) ${from} WHERE ${where}`).pluck().get(values) as number
  return { items, nextCursor: page.nextCursor, total }
}
