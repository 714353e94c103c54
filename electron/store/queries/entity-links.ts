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
}

const columns = `e.id, e.canonical_id AS canonicalId, e.found_kind AS kind, e.found_name AS name, e.name_key AS nameKey,
  e.surname, e.is_full AS isFull`

/** Those of these entities that are stored. */
export function listBases(db: ReadHandle, ids: readonly EntityId[]): BaseRow[] {
  const sql = `SELECT ${columns} FROM entity e WHERE e.id IN (SELECT value FROM json_each(?)) ORDER BY e.id`
  return db.prepare(sql).all(JSON.stringify(ids)) as BaseRow[]
}

/** All entities that stand for the same as this one now. */
export function listMembers(db: ReadHandle, canonicalId: EntityId): EntityId[] {
  return db.prepare('SELECT id FROM entity WHERE canonical_id = ? ORDER BY id').pluck().all(canonicalId) as EntityId[]
}

/** Entities of that kind which some article calls by this name beside a fuller one. */
export function listOwners(db: ReadHandle, { id, kind, nameKey }: BaseRow): EntityId[] {
  return db
    .prepare(
      `SELECT DISTINCT e.id FROM entity_alias n JOIN entity e ON e.id = n.base_id
       WHERE n.alias_folded = ? AND e.found_kind = ? AND e.id <> ? AND e.name_key <> n.alias_folded ORDER BY e.id`,
    )
    .pluck()
    .all(nameKey, kind, id) as EntityId[]
}

/** Entities whose own name is another name of this one. */
export function listOwned(db: ReadHandle, { id, kind, nameKey }: BaseRow): EntityId[] {
  return db
    .prepare(
      `SELECT DISTINCT e.id FROM entity_alias n CROSS JOIN entity e ON e.name_key = n.alias_folded AND e.found_kind = ?
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
       FROM entity e JOIN entity_role r ON r.base_id = e.id JOIN article a ON a.id = r.article_id
       WHERE e.surname = ? ORDER BY e.id, r.role, a.published_on LIMIT 5000`,
    )
    .all(surname) as {
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

/** Lets base entities stand for another one in all that is stored of them; gives how many mentions that changed. */
export function moveBase(db: WriteHandle, baseId: EntityId, canonicalId: EntityId, nowMs: number): number {
  db.prepare('UPDATE entity SET canonical_id = ?, updated_at_ms = ? WHERE id = ?').run(canonicalId, nowMs, baseId)
  for (const table of ['quotation', 'entity_alias', 'entity_role'])
    db.prepare(`UPDATE ${table} SET entity_id = ? WHERE base_id = ?`).run(canonicalId, baseId)
  return db.prepare('UPDATE mention SET entity_id = ? WHERE base_id = ?').run(canonicalId, baseId).changes
}

/** Gives an entity its shown name and kind; gives how many mentions changed their kind. */
export function putShown(db: WriteHandle, id: EntityId, name: string, kind: EntityKind, nowMs: number): number {
  db.prepare(
    `UPDATE entity SET name = @name, name_folded = @folded, kind = @kind, updated_at_ms = @nowMs
     WHERE id = @id AND (name <> @name OR kind <> @kind)`,
  ).run({ id, name, folded: foldText(name), kind, nowMs })
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

type SameReason = 'surname' | 'given-name' | 'short-name' | 'other-kind' | 'longer-name'

/**
 * Pairs of entities that may be one, those named most first: people of one surname of whom one is named by it alone,
 * or whose given names agree; short names of more than one group; one name of two kinds; groups of which one has a word
 * more in its name (BBC, BBC News), unless that is named after a place. Not those said to be apart.
 */
export function listSameQuestions(db: ReadHandle, limit: number) {
  return db
    .prepare(
      `WITH pair (a, b, reason) AS (
         SELECT f.canonical_id, s.canonical_id, 'surname' FROM entity s
           JOIN entity f ON f.surname = s.surname AND f.is_full = 1
           WHERE s.surname IS NOT NULL AND s.is_full = 0 AND s.canonical_id = s.id
         UNION SELECT max(f.canonical_id, s.canonical_id), min(f.canonical_id, s.canonical_id), 'given-name' FROM entity s
           JOIN entity f ON f.surname = s.surname AND f.is_full = 1 AND f.id > s.id
           WHERE s.surname IS NOT NULL AND s.is_full = 1
             AND substr(s.name_key, 1, instr(s.name_key, ' ')) = substr(f.name_key, 1, instr(f.name_key, ' '))
         UNION SELECT o.canonical_id, s.canonical_id, 'short-name' FROM entity s
           JOIN entity_alias n ON n.alias_folded = s.name_key AND n.base_id <> s.id
           JOIN entity o ON o.id = n.base_id AND o.found_kind = s.found_kind AND o.name_key <> s.name_key
           WHERE s.found_kind <> 'person' AND s.canonical_id = s.id
         UNION SELECT max(f.canonical_id, s.canonical_id), min(f.canonical_id, s.canonical_id), 'other-kind' FROM entity s
           JOIN entity f ON f.name_key = s.name_key AND f.found_kind > s.found_kind
         UNION SELECT f.canonical_id, s.canonical_id, 'longer-name' FROM entity s
           JOIN entity f ON f.name_key > s.name_key || ' ' AND f.name_key < s.name_key || '!' AND f.found_kind = 'group'
             AND instr(substr(f.name_key, length(s.name_key) + 2), ' ') = 0
           WHERE s.found_kind = 'group'
             AND NOT EXISTS (SELECT 1 FROM entity o WHERE o.name_key = s.name_key AND o.found_kind = 'place'))
       SELECT p.a, p.b, min(p.reason) AS reason FROM pair p JOIN entity x ON x.id = p.a JOIN entity y ON y.id = p.b
       WHERE p.a <> p.b AND x.article_count > 0 AND y.article_count > 0 AND NOT EXISTS (
         SELECT 1 FROM correction k
           JOIN entity kx ON kx.id = k.payload ->> '$.entities[0].id' JOIN entity ky ON ky.id = k.payload ->> '$.entities[1].id'
           WHERE k.kind = 'keep-apart' AND k.deleted_at_ms IS NULL
             AND ((kx.canonical_id = p.a AND ky.canonical_id = p.b) OR (kx.canonical_id = p.b AND ky.canonical_id = p.a)))
       GROUP BY p.a, p.b ORDER BY x.mention_count + y.mention_count DESC, p.a, p.b LIMIT ?`,
    )
    .all(limit) as { a: EntityId; b: EntityId; reason: SameReason }[]
}
