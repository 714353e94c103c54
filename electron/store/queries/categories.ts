import type { CategoryId } from '#shared/domain/ids.ts'
import { newId } from '#shared/domain/ids.ts'
import type { ReadHandle, WriteHandle } from '../handle.ts'

/** A named meaning of a colour. */
export interface CategoryRow {
  readonly id: CategoryId
  readonly position: number
  readonly name: string
  readonly color: 'yellow' | 'blue' | 'orange' | 'green' | 'rose' | 'violet' | 'teal' | 'grey'
}

const defaults = [
  ['Key fact', 'yellow'],
  ['Question', 'blue'],
  ['Claim', 'orange'],
  ['Evidence', 'green'],
  ['Disagree', 'rose'],
  ['Definition', 'violet'],
  ['Quote', 'teal'],
  ['To check', 'grey'],
] as const

/** Gives a new library its eight categories; does nothing to one that has any. */
export function ensureCategories(db: WriteHandle, nowMs: number): void {
  if (db.prepare('SELECT 1 FROM category LIMIT 1').get()) return
  const insert = db.prepare(
    'INSERT INTO category (id, position, name, color, created_at_ms, updated_at_ms) VALUES (?, ?, ?, ?, ?, ?)',
  )
  for (const [index, [name, color]] of defaults.entries())
    insert.run(newId<CategoryId>(nowMs), index + 1, name, color, nowMs, nowMs)
}

/** The categories by the key that picks them. */
export function listCategories(db: ReadHandle): CategoryRow[] {
  return db.prepare('SELECT id, position, name, color FROM category ORDER BY position').all() as CategoryRow[]
}

/** A category by its key 1..8 or its id, or null. */
export function findCategory(db: ReadHandle, key: number | CategoryId): CategoryRow | null {
  const column = typeof key === 'number' ? 'position' : 'id'
  const row = db.prepare(`SELECT id, position, name, color FROM category WHERE ${column} = ?`).get(key)
  return (row as CategoryRow | undefined) ?? null
}

/** Renames a category. */
export function renameCategory(db: WriteHandle, id: CategoryId, name: string, nowMs: number): void {
  db.prepare('UPDATE category SET name = ?, updated_at_ms = ? WHERE id = ?').run(name, nowMs, id)
}

/** Moves a category to another key; those between give way. */
export function moveCategory(db: WriteHandle, id: CategoryId, position: number, nowMs: number): void {
  const order = listCategories(db).filter((category) => category.id !== id)
  const moved = findCategory(db, id)
  if (!moved) return
  order.splice(position - 1, 0, moved)
  const put = db.prepare('UPDATE category SET position = ?, updated_at_ms = ? WHERE id = ? AND position <> ?')
  for (const [index, category] of order.entries()) put.run(index + 1, nowMs, category.id, index + 1)
}
