import { type Branded, newId } from '#shared/domain/ids.ts'
import type { ReadHandle, WriteHandle } from '../handle.ts'

/** What can bear tags, with its link table. */
const links = {
  annotation: { table: 'annotation_tag', column: 'annotation_id' },
  card: { table: 'card_tag', column: 'card_id' },
} as const

/** The tags of each of `ids`, in the order given by the person. */
export function listTagsOf(db: ReadHandle, kind: keyof typeof links, ids: readonly string[]): Map<string, string[]> {
  const { table, column } = links[kind]
  const rows = db
    .prepare(
      `SELECT l.${column} AS id, t.name FROM ${table} l JOIN tag t ON t.id = l.tag_id
       WHERE l.${column} IN (SELECT value FROM json_each(?)) ORDER BY l.position`,
    )
    .all(JSON.stringify(ids)) as { id: string; name: string }[]
  const tags = new Map<string, string[]>()
  for (const { id, name } of rows) tags.set(id, [...(tags.get(id) ?? []), name])
  return tags
}

/** Makes `names` the tags of one thing; a tag that differs by case alone is the same tag. */
export function putTags(
  db: WriteHandle,
  kind: keyof typeof links,
  id: string,
  names: readonly string[],
  nowMs: number,
) {
  const { table, column } = links[kind]
  db.prepare(`DELETE FROM ${table} WHERE ${column} = ?`).run(id)
  const link = db.prepare(`INSERT OR IGNORE INTO ${table} (${column}, tag_id, position) VALUES (?, ?, ?)`)
  for (const [position, name] of names.entries()) link.run(id, getTagId(db, name, nowMs), position)
}

/** Adds a tag to one thing, after those it has. */
export function addTag(db: WriteHandle, kind: keyof typeof links, id: string, name: string, nowMs: number): void {
  const { table, column } = links[kind]
  db.prepare(
    `INSERT OR IGNORE INTO ${table} (${column}, tag_id, position)
     VALUES (@id, @tagId, (SELECT coalesce(max(position), -1) + 1 FROM ${table} WHERE ${column} = @id))`,
  ).run({ id, tagId: getTagId(db, name, nowMs) })
}

/** Takes a tag off one thing. */
export function removeTag(db: WriteHandle, kind: keyof typeof links, id: string, name: string): void {
  const { table, column } = links[kind]
  db.prepare(`DELETE FROM ${table} WHERE ${column} = ? AND tag_id = (SELECT id FROM tag WHERE name = ?)`).run(id, name)
}

function getTagId(db: WriteHandle, name: string, nowMs: number): string {
  db.prepare('INSERT INTO tag (id, name, created_at_ms, updated_at_ms) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING').run(
    newId<Branded<'TagId'>>(nowMs),
    name,
    nowMs,
    nowMs,
  )
  return db.prepare('SELECT id FROM tag WHERE name = ?').pluck().get(name) as string
}

/** The tag that a program without spaces in tags calls `name`: that very one, else the one it stands for, else itself. */
export function findSpacedTag(db: ReadHandle, name: string): string {
  const found = db
    .prepare(
      `SELECT name FROM tag WHERE replace(name, ' ', '_') = @name COLLATE NOCASE
       ORDER BY name = @name COLLATE NOCASE DESC LIMIT 1`,
    )
    .pluck()
    .get({ name })
  return typeof found === 'string' ? found : name
}

/** Tags on live marks and cards, most used first. */
export function listTags(db: ReadHandle): { name: string; count: number }[] {
  return db
    .prepare(
      `SELECT t.name, count(*) AS count FROM tag t JOIN (
         SELECT l.tag_id FROM annotation_tag l JOIN annotation n ON n.id = l.annotation_id
           JOIN article a ON a.id = n.article_id WHERE n.deleted_at_ms IS NULL AND a.deleted_at_ms IS NULL
         UNION ALL
         SELECT l.tag_id FROM card_tag l JOIN card c ON c.id = l.card_id WHERE c.deleted_at_ms IS NULL
       ) used ON used.tag_id = t.id GROUP BY t.id ORDER BY count(*) DESC, t.name`,
    )
    .all() as { name: string; count: number }[]
}
