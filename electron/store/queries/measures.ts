import { readMeasure } from '#shared/domain/figures/measure.ts'
import { dimensionOf } from '#shared/domain/figures/quantity.ts'
import type { ArticleId } from '#shared/domain/ids.ts'
import { foldText } from '#shared/text/fold.ts'
import type { ReadHandle, WriteHandle } from '../handle.ts'
import { cutPage, type Page, readCursor } from './paging.ts'

/** All figures that measure the same, however worded. */
export interface MeasureRow {
  /** What they have in common: kind of quantity and words in one form. */
  readonly group: string
  /** How that is worded most often. */
  readonly measures: string
  readonly figureCount: number
  readonly articleCount: number
}

interface UngroupedRow {
  readonly id: string
  readonly articleId: ArticleId
  readonly start: number
  readonly sentenceStart: number
  readonly sentenceEnd: number
  readonly unit: string | null
  readonly measures: string | null
}

/** Works out what figures measure that were stored without it, at most `limit`; gives how many there were. */
export function groupFigures(db: WriteHandle, limit: number): number {
  const rows = db
    .prepare(
      `SELECT id, article_id AS articleId, start, sentence_start AS sentenceStart, sentence_end AS sentenceEnd, unit,
         measures FROM figure WHERE measure_group IS NULL ORDER BY article_id LIMIT ?`,
    )
    .all(limit) as UngroupedRow[]
  const put = db.prepare('UPDATE figure SET measure_group = ? WHERE id = ?')
  const findText = db.prepare('SELECT text FROM article_text WHERE article_id = ?').pluck()
  const texts = new Map<ArticleId, string>()
  for (const row of rows) {
    const text = texts.get(row.articleId) ?? String(findText.get(row.articleId) ?? '')
    texts.set(row.articleId, text)
    put.run(measureGroup(row, text), row.id)
  }
  return rows.length
}

const GROUP_CHARS = 120

function measureGroup(row: UngroupedRow, text: string): string {
  const sentence = text.slice(row.sentenceStart, row.sentenceEnd)
  const { key } = readMeasure(row.measures, sentence, row.start - row.sentenceStart)
  return key === '' ? '' : `${dimensionOf(row.unit)}:${key}`.slice(0, GROUP_CHARS)
}

/** Whether there are figures that `groupFigures` has not seen. */
export function hasUngroupedFigures(db: ReadHandle): boolean {
  return db.prepare('SELECT 1 FROM figure WHERE measure_group IS NULL LIMIT 1').get() !== undefined
}

/** Which measures to list. */
export interface MeasureFilter {
  readonly query?: string | undefined
  readonly quantity?: string | undefined
  readonly limit: number
  readonly cursor?: string | undefined
}

/** What the figures of live articles measure, that of most figures first, by keyset. */
export function listMeasures(db: ReadHandle, filter: MeasureFilter): Page<MeasureRow> & { total: number } {
  const needle = foldText(filter.query ?? '')
  const { quantity } = filter
  const groups = `SELECT f.measure_group AS "group", count(*) AS figureCount, count(DISTINCT f.article_id) AS articleCount
    FROM figure f JOIN article a ON a.id = f.article_id AND a.deleted_at_ms IS NULL
    WHERE f.measure_group <> '' ${needle === '' ? '' : 'AND instr(f.folded, @needle) > 0'}
      ${quantity === undefined ? '' : 'AND f.measure_group >= @quantity AND f.measure_group < @quantityEnd'}
    GROUP BY f.measure_group`
  const values = {
    ...(needle !== '' && { needle }),
    ...(quantity !== undefined && { quantity, quantityEnd: `${quantity}\u{10ffff}` }),
  }
  const after = readCursor(filter.cursor, 2)
  const rows = db
    .prepare(
      `SELECT * FROM (${groups}) ${after ? `WHERE figureCount < @count OR (figureCount = @count AND "group" > @group)` : ''}
       ORDER BY figureCount DESC, "group" LIMIT @limit`,
    )
    .all({ ...values, ...(after && { count: after[0], group: after[1] }), limit: filter.limit + 1 }) as Omit<
    MeasureRow,
    'measures'
  >[]
  const page = cutPage(rows, filter.limit, (row) => [row.figureCount, row.group])
  const total = db.prepare(`SELECT count(*) FROM (${groups})`).pluck().get(values) as number
  return { ...page, items: page.items.map((row) => ({ ...row, measures: wordsOf(db, row.group) })), total }
}

/** How what a group measures is worded most often; empty for a group that is not there. */
export function wordsOf(db: ReadHandle, group: string): string {
  const words = db
    .prepare(
      `SELECT measures FROM figure WHERE measure_group = ? AND measures IS NOT NULL
       GROUP BY measures ORDER BY count(*) DESC, length(measures), measures LIMIT 1`,
    )
    .pluck()
    .get(group)
  return typeof words === 'string' ? withSense(words, group.slice(group.indexOf(':') + 1)) : ''
}

/** "people" of whom their sentences tell that they were killed are "people killed". */
function withSense(words: string, key: string): string {
  return readMeasure(words, '', 0).key === 'person' && key !== 'person' ? `${words} ${key}` : words
}
