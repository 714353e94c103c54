import type { EntityKind } from '#shared/domain/extraction.ts'
import type { ArticleId, EntityId } from '#shared/domain/ids.ts'
import { foldText } from '#shared/text/fold.ts'
import type { ReadHandle, WriteHandle } from '../handle.ts'

/** What the texts say of an entity, before links across articles and corrections. */
export interface BaseRow {
  readonly id: EntityId
  readonly canonicalId: EntityId
  readonly kind: EntityKind
  readonly name: string
  readonly nameKey: string
  readonly surname: string | null
  readonly isFull: number
  /** What its articles say of who has the name, as JSON. */
  readonly bearer: string | null
  /** Whether an article that counts names it: what lies in the bin is no evidence. */
  readonly isNamed: number
}

const columns = `e.id, e.canonical_id AS canonicalId, e.found_kind AS kind, e.found_name AS name, e.name_key AS nameKey,
  e.surname, e.is_full AS isFull, e.bearer, EXISTS (SELECT 1 FROM mention m CROSS JOIN counted_article c
    ON c.article_id = m.article_id WHERE m.base_id = e.id) AS isNamed`

/** Those of these entities that are stored. */
export function listBases(db: ReadHandle, ids: readonly EntityId[]): BaseRow[] {
  const sql = `SELECT ${columns} FROM entity e WHERE e.id IN (SELECT value FROM json_each(?)) ORDER BY e.id`
  return db.prepare(sql).all(JSON.stringify(ids)) as BaseRow[]
}

/** All entities that stand for the same as this one now. */
export function listMembers(db: ReadHandle, canonicalId: EntityId): EntityId[] {
  return db.prepare('SELECT id FROM entity WHERE canonical_id = ? ORDER BY id').pluck().all(canonicalId) as EntityId[]
}

/**
 * Entities of that kind which some article calls by this name beside a fuller one. Steps from one to the next: what is
 * in every article has a line for each.
 */
export function listOwners(db: ReadHandle, { id, kind, nameKey }: BaseRow): EntityId[] {
  return db
    .prepare(
      `WITH RECURSIVE base (id) AS (
         SELECT min(base_id) FROM entity_alias WHERE alias_folded = @nameKey
         UNION ALL SELECT (SELECT min(base_id) FROM entity_alias WHERE alias_folded = @nameKey AND base_id > base.id)
           FROM base WHERE base.id IS NOT NULL)
       SELECT e.id FROM base CROSS JOIN entity e ON e.id = base.id
       WHERE e.found_kind = @kind AND e.id <> @id AND e.name_key <> @nameKey AND EXISTS (
         SELECT 1 FROM entity_alias n JOIN counted_article c ON c.article_id = n.article_id
         WHERE n.alias_folded = @nameKey AND n.base_id = e.id) ORDER BY e.id`,
    )
    .pluck()
    .all({ nameKey, kind, id }) as EntityId[]
}

/** Entities whose own name is another name of this one. */
export function listOwned(db: ReadHandle, { id, kind, nameKey }: BaseRow): EntityId[] {
  return db
    .prepare(
      `SELECT DISTINCT e.id FROM entity_alias n CROSS JOIN entity e ON e.name_key = n.alias_folded AND e.found_kind = ?
       CROSS JOIN counted_article c ON c.article_id = n.article_id
       WHERE n.base_id = ? AND n.alias_folded <> ? AND e.id <> n.base_id ORDER BY e.id`,
    )
    .pluck()
    .all(kind, id, nameKey) as EntityId[]
}

/** What people of one surname are called, by full name or by it alone, each role with the day of its article. */
export function listRolesOfSurname(db: ReadHandle, surname: string) {
  return db
    .prepare(
      `SELECT e.id, e.is_full AS isFull, e.name_key AS nameKey, r.role, a.published_on AS publishedOn
       FROM entity e JOIN entity_role r ON r.base_id = e.id
         JOIN article a ON a.id = r.article_id AND a.deleted_at_ms IS NULL
       WHERE e.surname = @surname AND instr(r.role, ' ') > 0 AND EXISTS (
         SELECT 1 FROM entity s JOIN entity_role o ON o.base_id = s.id
         WHERE s.surname = @surname AND s.is_full = 0 AND instr(o.role, ' ') > 0)
       ORDER BY e.id, r.role, a.published_on LIMIT 5000`,
    )
    .all({ surname }) as {
    id: EntityId
    isFull: number
    nameKey: string
    role: string
    publishedOn: string | null
  }[]
}

/** Entities of a kind by the name they are found under. */
export function listByKey(db: ReadHandle, nameKey: string, kind: EntityKind): EntityId[] {
  const sql = 'SELECT id FROM entity WHERE name_key = ? AND found_kind = ? ORDER BY id'
  return db.prepare(sql).pluck().all(nameKey, kind) as EntityId[]
}

/**
 * The first and last day of the articles that count and tell a role of a base entity; null for those without a date. What
 * the person pointed at it tells nothing of when it held an office.
 */
export function findDays(db: ReadHandle, baseId: EntityId): { first: string | null; last: string | null } {
  return db
    .prepare(
      `SELECT min(a.published_on) AS first, max(a.published_on) AS last
       FROM entity e JOIN entity_role r ON r.entity_id = e.canonical_id AND r.base_id = e.id
         JOIN article a ON a.id = r.article_id AND a.deleted_at_ms IS NULL WHERE e.id = ?`,
    )
    .get(baseId) as { first: string | null; last: string | null }
}

/** Lets base entities stand for another one in all that is stored of them; gives how many mentions that changed. */
export function moveBase(db: WriteHandle, baseId: EntityId, canonicalId: EntityId, nowMs: number): number {
  db.prepare('UPDATE entity SET canonical_id = ?, updated_at_ms = ? WHERE id = ?').run(canonicalId, nowMs, baseId)
  for (const table of ['quotation', 'entity_alias', 'entity_role'])
    db.prepare(`UPDATE ${table} SET entity_id = ? WHERE base_id = ?`).run(canonicalId, baseId)
  return db.prepare('UPDATE mention SET entity_id = ? WHERE base_id = ?').run(canonicalId, baseId).changes
}

/**
 * Gives an entity its shown name and kind; gives how many mentions changed their kind. `isGrown`: whether it took others
 * in, whose mentions may be of another kind.
 */
export function putShown(
  db: WriteHandle,
  { id, name, kind }: Pick<BaseRow, 'id' | 'name' | 'kind'>,
  isGrown: boolean,
  nowMs: number,
): number {
  const before = db.prepare('SELECT kind FROM entity WHERE id = ?').pluck().get(id)
  db.prepare(
    `UPDATE entity SET name = @name, name_folded = @folded, kind = @kind, updated_at_ms = @nowMs
     WHERE id = @id AND (name <> @name OR kind <> @kind)`,
  ).run({ id, name, folded: foldText(name), kind, nowMs })
  if (before === kind && !isGrown) return 0
  return db.prepare('UPDATE mention SET kind = ? WHERE entity_id = ? AND kind <> ?').run(kind, id, kind).changes
}

/** Counts anew what lists show of an entity. `given` are names that the person gave it. */
export function recount(db: WriteHandle, id: EntityId, given: readonly string[]): void {
  db.prepare(
    `UPDATE entity SET (mention_count, article_count) = (SELECT count(*), count(DISTINCT m.article_id)
       FROM mention m CROSS JOIN counted_article c ON c.article_id = m.article_id WHERE m.entity_id = @id) WHERE id = @id`,
  ).run({ id })
  db.prepare('DELETE FROM entity_name WHERE entity_id = ?').run(id)
  db.prepare(
    `INSERT INTO entity_name (entity_id, name, name_folded, article_count)
     SELECT entity_id, alias, min(alias_folded), count(DISTINCT n.article_id) FROM entity_alias n
     CROSS JOIN counted_article c ON c.article_id = n.article_id WHERE entity_id = ? GROUP BY alias`,
  ).run(id)
  db.prepare('DELETE FROM entity_title WHERE entity_id = ?').run(id)
  db.prepare(
    `INSERT INTO entity_title (entity_id, role, role_count)
     SELECT entity_id, role, count(*) FROM entity_role r
     CROSS JOIN counted_article c ON c.article_id = r.article_id WHERE entity_id = ? GROUP BY role`,
  ).run(id)
  const give = db.prepare(
    `INSERT INTO entity_name (entity_id, name, name_folded, article_count) VALUES (?, ?, ?, 1)
     ON CONFLICT DO UPDATE SET article_count = article_count + 1`,
  )
  for (const name of given) give.run(id, name, foldText(name))
}

/** The mentions of an article, each as one word that tells it from any other. */
export function listPlacesInArticle(db: ReadHandle, articleId: ArticleId): string[] {
  return db
    .prepare(`SELECT concat_ws(' ', start, "end", base_id) FROM mention WHERE article_id = ? ORDER BY start`)
    .pluck()
    .all(articleId) as string[]
}
