import type { ArticleId, EntityId } from '#shared/domain/ids.ts'
import type { ReadHandle } from '../handle.ts'
import { type AsOf, asOfSql, asOfValues } from './as-of.ts'
import { type PassageRow, passageColumns, withSentences } from './entities.ts'
import { cutPage, type Page, readCursor } from './paging.ts'
import { keyOfRole, plainRole } from './role-forms.ts'

// To the letter the expression of the index `article_by_day`.
const day = "coalesce(a.published_on, '')"

/** From so many articles on, walking all articles by day finds a page sooner than sorting what an entity has. */
const WIDESPREAD = 500

/** Whether an entity is in so many articles. */
export function isWidespread(db: ReadHandle, entityId: EntityId): boolean {
  const sql = 'SELECT article_count FROM entity WHERE id = ?'
  return ((db.prepare(sql).pluck().get(entityId) as number | undefined) ?? 0) > WIDESPREAD
}

/**
 * `FROM` for rows `r` of a table with an entity and an article, by day: for a rare entity through its own rows, for one
 * that is everywhere through the articles in order, which ends with the page.
 */
function fromLatest(db: ReadHandle, table: 'mention' | 'quotation', entityId: EntityId): string {
  return isWidespread(db, entityId)
    ? `FROM article a CROSS JOIN ${table} r ON r.entity_id = @entityId AND r.article_id = a.id`
    : `FROM ${table} r CROSS JOIN article a ON a.id = r.article_id`
}

/** A mention with its passage. */
export interface MentionRow extends PassageRow {
  readonly surface: string
  readonly confidence: number
}

/** Which part of a dossier to list, and from which articles. */
export interface DossierPart {
  readonly entityId: EntityId
  readonly asOf: AsOf | null
  readonly limit: number
  readonly cursor?: string | undefined
}

const beyond = `AND (${day}, a.id) <= (@day, @after) AND ((${day}, a.id) < (@day, @after) OR r.start > @start)`

type Placed = { articleId: ArticleId; start: number; sentenceStart: number; sentenceEnd: number; day: string }

/** A page of rows `r` with `columns` besides their passage, latest article first, then by place. */
function listPassages<Row>(
  db: ReadHandle,
  part: DossierPart,
  { from, columns, only = '' }: { from: string; columns: string; only?: string },
  values: Record<string, string> = {},
): Page<Row> {
  const after = readCursor(part.cursor, 3)
  const rows = db
    .prepare(
      `SELECT ${passageColumns('r')}, ${columns} ${day} AS day ${from}
       WHERE r.entity_id = @entityId AND a.deleted_at_ms IS NULL${asOfSql(part.asOf)} ${only} ${after ? beyond : ''}
       ORDER BY ${day} DESC, a.id DESC, r.start LIMIT @limit`,
    )
    .all({
      ...values,
      ...asOfValues(part.asOf),
      entityId: part.entityId,
      ...(after && { day: after[0], after: after[1], start: after[2] }),
      limit: part.limit + 1,
    }) as Placed[]
  const page = cutPage(rows, part.limit, (row) => [row.day, row.articleId, row.start])
  const items = page.items.map(({ day: _, ...row }) => row)
  // The columns asked for are those of the row.
  return { items: withSentences(db, items) as unknown as Row[], nextCursor: page.nextCursor }
}

/** The mentions of an entity, latest article first, then by place. */
export function listMentions(
  db: ReadHandle,
  part: DossierPart & { readonly articleId?: ArticleId | undefined },
): Page<MentionRow> {
  const { articleId, entityId } = part
  const columns = 'r.surface, r.confidence,'
  if (!articleId) return listPassages(db, part, { from: fromLatest(db, 'mention', entityId), columns })
  const from = 'FROM mention r CROSS JOIN article a ON a.id = r.article_id'
  return listPassages(db, part, { from, columns, only: 'AND r.article_id = @articleId' }, { articleId })
}

/** What an entity is quoted as saying, the latest first. */
export function listQuotations(db: ReadHandle, part: DossierPart): Page<PassageRow> {
  return listPassages(db, part, { from: fromLatest(db, 'quotation', part.entityId), columns: '' })
}

/** Where a role is named. */
export interface RolePassage {
  readonly articleId: ArticleId
  readonly articleTitle: string
  readonly publishedOn: string | null
  readonly start: number
  readonly end: number
}

/** A role over time: how often it is named, and where first and last. */
export interface RoleRow extends RolePassage {
  readonly role: string
  readonly count: number
  readonly last: RolePassage
}

const rolePassage = `a.id AS articleId, a.title AS articleTitle, a.published_on AS publishedOn, r.start, r."end" AS "end"`
const MOST_ROLES = 60

/** What an entity was when: the roles named most often, at most sixty, the one named latest first. */
export function listRoles(db: ReadHandle, entityId: EntityId, asOf: AsOf | null): RoleRow[] {
  // Of a query with one min() or max() SQLite takes the other columns from the row that has it. Undated comes last.
  const list = (extreme: string) =>
    db
      .prepare(
        `SELECT r.role, count(*) AS count, ${rolePassage}, ${extreme} AS edge
         FROM entity_role r CROSS JOIN article a ON a.id = r.article_id AND a.deleted_at_ms IS NULL${asOfSql(asOf)}
         WHERE r.entity_id = @entityId GROUP BY r.role ORDER BY count(*) DESC, r.role LIMIT ${MOST_ROLES}`,
      )
      .all({ entityId, ...asOfValues(asOf) }) as EdgeRow[]
  const last = byForm(list("max(coalesce(a.published_on, '0') || a.id)"))
  const roles = [...byForm(list("min(coalesce(a.published_on, '9999') || a.id)"))].flatMap(([key, forms]) => {
    const first = least(forms)
    const latest = last.get(key)?.toSorted(byEdge).at(-1) ?? first
    if (!first || !latest) return []
    const count = forms.reduce((sum, form) => sum + form.count, 0)
    return { role: plainRole(first.role), count, ...passageOf(first), last: passageOf(latest) }
  })
  return roles.sort((a, b) => compareDays(b.last, a.last) || b.count - a.count)
}

interface EdgeRow extends RolePassage {
  readonly role: string
  readonly count: number
  readonly edge: string
}

/** "The finance minister" and "finance minister" are one role. */
function byForm(rows: readonly EdgeRow[]): Map<string, EdgeRow[]> {
  return Map.groupBy(rows, ({ role }) => keyOfRole(role))
}

function least(rows: readonly EdgeRow[]): EdgeRow | undefined {
  return rows.toSorted(byEdge)[0]
}

function byEdge(a: EdgeRow, b: EdgeRow): number {
  return a.edge < b.edge ? -1 : 1
}

function passageOf({ articleId, articleTitle, publishedOn, start, end }: RolePassage): RolePassage {
  return { articleId, articleTitle, publishedOn, start, end }
}

function compareDays(a: RolePassage, b: RolePassage): number {
  return (a.publishedOn ?? '').localeCompare(b.publishedOn ?? '')
}
