import type { ArticleId, EntityId, FigureId } from '#shared/domain/ids.ts'
import { foldText } from '#shared/text/fold.ts'
import type { ReadHandle } from '../handle.ts'
import { type AsOf, asOfSql, asOfValues } from './as-of.ts'
import { isWidespread } from './dossier.ts'
import { type PassageRow, passageColumns, withSentences } from './entities.ts'
import { countIn, cutPage, type Page, readCursor } from './paging.ts'

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
  /** The name of the entity that `saidBy` names, as the library has it; null where it names none. */
  readonly speaker: string | null
  readonly speakerId: EntityId | null
  readonly confidence: number
  readonly relation: 'by' | 'about' | 'beside' | null
}

/** Which figures to list. */
export interface FigureFilter {
  readonly articleId?: ArticleId | undefined
  readonly entityId?: EntityId | undefined
  readonly asOf?: AsOf | null
  /** What they measure, as `figure.measures` names it. */
  readonly group?: string | undefined
  /** What kind of quantity: 'count', 'share', 'money' ... */
  readonly quantity?: string | undefined
  /** Of whom, as they word it. */
  readonly subject?: string | undefined
  readonly query?: string | undefined
  readonly sort: 'article' | 'measures' | 'value' | 'subject' | 'speaker' | 'day'
  readonly limit: number
  readonly cursor?: string | undefined
}

// Each has an index of its own; its expressions are those here, to the letter.
const sorts = {
  article: { first: "coalesce(a.published_on, '')", sign: '<', direction: 'DESC' },
  measures: { first: 'f.measures_key', sign: '>', direction: 'ASC' },
  value: { first: 'coalesce(f.high, f.low, -1e308)', sign: '<', direction: 'DESC' },
  subject: { first: "coalesce(lower(f.subject), '~')", sign: '>', direction: 'ASC' },
  speaker: { first: "coalesce(lower(f.said_by), '~')", sign: '>', direction: 'ASC' },
  day: { first: 'coalesce(f.as_of_day, -1000000)', sign: '<', direction: 'DESC' },
} as const

const figureColumns = `f.id, ${passageColumns('f')}, f.surface, f.low, f.high, f.hedge, f.unit, f.measures, f.subject,
  f.as_of AS asOf, f.said_by AS saidBy, f.confidence,
  (SELECT e.name FROM mention s JOIN entity e ON e.id = s.entity_id
   WHERE s.article_id = f.article_id AND s.start = f.said_start) AS speaker,
  (SELECT s.entity_id FROM mention s WHERE s.article_id = f.article_id AND s.start = f.said_start) AS speakerId`

type CutRow = Omit<FigureRow, 'sentence'> & { sentenceEnd: number; first: number | string }

/** Figures of live articles, by keyset. */
export function listFigures(db: ReadHandle, filter: FigureFilter): Page<FigureRow> & { total: number } {
  const { articleId, entityId, asOf = null, sort } = filter
  const needle = foldText(filter.query ?? '')
  const only = [
    articleId && 'AND f.article_id = @articleId',
    needle !== '' && 'AND f.id IN (SELECT id FROM figure WHERE instr(folded, @needle) > 0)',
    entityId && `AND ${ofEntity(isWidespread(db, entityId))}`,
    filter.group !== undefined && 'AND f.measure_group = @group',
    filter.subject !== undefined && "AND coalesce(lower(f.subject), '~') = lower(@subject)",
    filter.quantity !== undefined && 'AND f.measure_group >= @quantity AND f.measure_group < @quantityEnd',
  ].filter(Boolean)
  const values = {
    ...(articleId && { articleId }),
    ...(entityId && { entityId }),
    ...(needle !== '' && { needle }),
    ...(filter.group !== undefined && { group: filter.group }),
    ...(filter.subject !== undefined && { subject: filter.subject }),
    ...(filter.quantity !== undefined && { quantity: filter.quantity, quantityEnd: `${filter.quantity}\u{10ffff}` }),
    ...asOfValues(asOf),
  }
  const { first, sign, direction } = sorts[sort]
  const after = readCursor(filter.cursor, 3)
  // Within an article by place, whatever its day; the other orders run one way in all their parts.
  const [order, beyond] =
    sort === 'article'
      ? [`${first} DESC, a.id DESC, f.start, f.id`, beyondInArticles]
      : [
          `${first} ${direction}, f.start ${direction}, f.id ${direction}`,
          `AND (${first}, f.start, f.id) ${sign} (@k1, @k2, @k3)`,
        ]
  const from = `FROM ${sort === 'article' && !articleId ? 'article a CROSS JOIN figure f' : 'figure f CROSS JOIN article a'}
    ON f.article_id = a.id WHERE a.deleted_at_ms IS NULL${asOfSql(asOf)} ${only.join(' ')}`
  const rows = db
    .prepare(
      `SELECT ${figureColumns},
         ${entityId ? relation : 'NULL'} AS relation, ${first} AS first
       ${from} ${after ? beyond : ''} ORDER BY ${order} LIMIT @limit`,
    )
    .all({ ...values, ...(after && { k1: after[0], k2: after[1], k3: after[2] }), limit: filter.limit + 1 }) as CutRow[]
  const page = cutPage(rows, filter.limit, (row) =>
    sort === 'article' ? [row.first, row.articleId, row.start] : [row.first, row.start, row.id],
  )
  const items = withSentences(
    db,
    page.items.map(({ first: _, ...row }) => row),
  )
  return { items, nextCursor: page.nextCursor, total: countFigures(db, { from, only: only.join(' '), asOf }, values) }
}

/** Figures by id, each with its passage; those of deleted articles are missing. */
export function findFigures(db: ReadHandle, ids: readonly string[]): Map<string, FigureRow> {
  const rows = db
    .prepare(
      `SELECT ${figureColumns}, NULL AS relation FROM figure f
       JOIN article a ON a.id = f.article_id AND a.deleted_at_ms IS NULL
       WHERE f.id IN (SELECT value FROM json_each(?))`,
    )
    .all(JSON.stringify(ids)) as (Omit<FigureRow, 'sentence'> & { sentenceEnd: number })[]
  return new Map(withSentences(db, rows).map((row) => [row.id, row]))
}

/** Those of the figures whose own words, or whose article's title or source, hold the folded words. */
export function listFiguresTelling(db: ReadHandle, ids: readonly string[], needle: string): Set<string> {
  const found = db
    .prepare(
      `SELECT f.id FROM json_each(@ids) j JOIN figure f ON f.id = j.value JOIN article a ON a.id = f.article_id
       WHERE instr(f.folded, @needle) > 0 OR instr(fold(a.title), @needle) > 0
         OR instr(fold(coalesce(a.source, '')), @needle) > 0`,
    )
    .pluck()
    .all({ ids: JSON.stringify(ids), needle }) as string[]
  return new Set(found)
}

/** Whether a figure is one of an entity takes a look at its words: further than this nobody counts. */
const MOST_COUNTED = 201

function countFigures(
  db: ReadHandle,
  { from, only, asOf }: { from: string; only: string; asOf: AsOf | null },
  values: Record<string, string | number>,
): number {
  if ('entityId' in values)
    return db.prepare(`SELECT count(*) FROM (SELECT 1 ${from} LIMIT ${MOST_COUNTED})`).pluck().get(values) as number
  if (asOf) return db.prepare(`SELECT count(*) ${from}`).pluck().get(values) as number
  if (only !== '') return countIn(db, 'figure f', `true ${only}`, values)
  return db
    .prepare('SELECT coalesce(sum(figure_count), 0) FROM article WHERE deleted_at_ms IS NULL')
    .pluck()
    .get() as number
}

const beyondInArticles = `AND (coalesce(a.published_on, ''), a.id) <= (@k1, @k2)
  AND ((coalesce(a.published_on, ''), a.id) < (@k1, @k2) OR f.start > @k3)`

/** Whether words of a figure hold a name that its article has for the entity, as whole words. */
const names = (words: string) => `EXISTS (SELECT 1 FROM entity_alias l WHERE l.entity_id = @entityId
    AND l.article_id = f.article_id AND instr(f.folded, l.alias_folded) > 0 AND instr(' ' || fold(${words}) || ' ', ' ' || l.alias_folded || ' ') > 0)`
const isBeside = `EXISTS (SELECT 1 FROM mention m WHERE m.entity_id = @entityId AND m.article_id = f.article_id
    AND m.start >= f.sentence_start AND m.start < f.sentence_end)`
const isSaidBy = `EXISTS (SELECT 1 FROM mention s WHERE s.entity_id = @entityId AND s.article_id = f.article_id
    AND s.start = f.said_start)`
const isSubject = `CASE WHEN f.subject_start IS NOT NULL THEN EXISTS (SELECT 1 FROM mention s
      WHERE s.entity_id = @entityId AND s.article_id = f.article_id AND s.start >= f.subject_start AND s.start < f.subject_end)
    ELSE f.subject IS NOT NULL AND ${names('f.subject')} END`
const isAbout = `(${isSubject} OR f.measures IS NOT NULL AND ${names('f.measures')})`
const relation = `CASE WHEN ${isSaidBy} THEN 'by' WHEN ${isAbout} THEN 'about' ELSE 'beside' END`

/** The plus has an entity that is everywhere looked for in all articles in order, which ends with the page. */
const ofEntity = (isEverywhere: boolean) =>
  `${isEverywhere ? '+' : ''}f.article_id IN (SELECT article_id FROM mention WHERE entity_id = @entityId)
  AND (${isBeside} OR ${isSaidBy} OR ${isAbout})`
