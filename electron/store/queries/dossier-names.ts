import type { EntityKind } from '#shared/domain/extraction.ts'
import type { EntityId } from '#shared/domain/ids.ts'
import type { ReadHandle } from '../handle.ts'
import { type AsOf, asOfSql, asOfValues } from './as-of.ts'
import { type EntityRow, findEntity } from './entities.ts'
import { isKin, roleKey } from './role-forms.ts'

/**
 * An entity as the articles up to then tell of it: its names, role and counts come from those alone. Its name is empty
 * while none of them names it. Null when nothing in the library does.
 */
export function findEntityAsOf(db: ReadHandle, asked: EntityId, asOf: AsOf | null): EntityRow | null {
  const entity = findEntity(db, asked)
  if (!entity || !asOf) return entity
  const { id } = entity
  const names = namesAsOf(db, id, asOf)
  const name = preferredName(entity.name, names)
  return {
    ...entity,
    name,
    aliases: names.filter((alias) => alias !== name).sort((a, b) => b.length - a.length || (a < b ? -1 : 1)),
    role: roleAsOf(db, id, asOf),
    ...countsAsOf(db, id, asOf),
  }
}

const liveArticle = 'CROSS JOIN article a ON a.id = r.article_id AND a.deleted_at_ms IS NULL'

/** The names that articles up to then use, those of most articles first. */
function namesAsOf(db: ReadHandle, id: EntityId, asOf: AsOf): string[] {
  return db
    .prepare(
      `SELECT r.alias FROM entity_alias r ${liveArticle}${asOfSql(asOf)} WHERE r.entity_id = @id
       GROUP BY r.alias ORDER BY count(*) DESC, length(r.alias) DESC, r.alias`,
    )
    .pluck()
    .all({ id, ...asOfValues(asOf) }) as string[]
}

/** The name one goes by now where it was in use then, else the longest of those most used. */
function preferredName(nameNow: string, names: readonly string[]): string {
  if (names.includes(nameNow)) return nameNow
  return [...names.slice(0, 3)].sort((a, b) => b.length - a.length)[0] ?? ''
}

function roleAsOf(db: ReadHandle, id: EntityId, asOf: AsOf): string | null {
  const role = db
    .prepare(
      `WITH told AS (SELECT r.role, count(*) AS count, max(coalesce(a.published_on, '')) AS day
         FROM entity_role r ${liveArticle}${asOfSql(asOf)} WHERE r.entity_id = @id GROUP BY r.role)
       SELECT max(role) FROM told GROUP BY ${roleKey('role')}
       ORDER BY ${isKin('role')}, sum(count) DESC, max(day) DESC, max(role) LIMIT 1`,
    )
    .pluck()
    .get({ id, ...asOfValues(asOf) }) as string | undefined
  return role ?? null
}

function countsAsOf(db: ReadHandle, id: EntityId, asOf: AsOf) {
  const values = { id, ...asOfValues(asOf) }
  const counts = db
    .prepare(
      `SELECT count(*) AS mentionCount, count(DISTINCT r.article_id) AS articleCount
       FROM mention r ${liveArticle}${asOfSql(asOf)} WHERE r.entity_id = @id`,
    )
    .get(values) as { mentionCount: number; articleCount: number }
  const cards = db
    .prepare(
      `SELECT count(*) FROM card r ${liveArticle}${asOfSql(asOf)}
       WHERE r.entity_id IN (SELECT id FROM entity WHERE canonical_id = @id) AND r.deleted_at_ms IS NULL`,
    )
    .pluck()
    .get(values) as number
  return { ...counts, cardCount: cards }
}

/** What some other entity was called in articles up to then: as now where that name was in use. */
export function nameAsOf(db: ReadHandle, entity: { id: EntityId; name: string }, asOf: AsOf | null): string {
  if (!asOf) return entity.name
  const isUsed = db
    .prepare(
      `SELECT 1 FROM entity_alias r ${liveArticle}${asOfSql(asOf)} WHERE r.entity_id = @id AND r.alias = @name LIMIT 1`,
    )
    .get({ ...asOfValues(asOf), id: entity.id, name: entity.name })
  return isUsed ? entity.name : preferredName(entity.name, namesAsOf(db, entity.id, asOf))
}

/** An entity that stands in another's dossier. */
export interface NamedEntity {
  readonly id: EntityId
  readonly kind: EntityKind
  readonly name: string
}
