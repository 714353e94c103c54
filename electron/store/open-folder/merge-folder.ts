import type { ReadHandle, WriteHandle } from '../handle.ts'
import { LOCAL_SETTINGS } from '../queries/settings.ts'
import { type KeptTable, listKeptTables, quoted } from './kept-tables.ts'

/** How an import of a folder goes with one table. */
export interface MergedTable {
  readonly name: string
  readonly added: number
  /** Older here than in the folder. */
  readonly changed: number
  /** Deleted here since, and brought back. */
  readonly returned: number
  /** Deleted here since, and left so. */
  readonly left: number
}

/** What came in that other parts have to follow. */
export interface MergedRows {
  readonly tables: readonly MergedTable[]
  readonly articleIds: readonly string[]
  readonly annotationIds: readonly string[]
  readonly cardIds: readonly string[]
  readonly entityIds: readonly string[]
  readonly corrections: readonly string[]
}

/** Attaches the library that holds a folder, as `folder`. Never inside a transaction. */
export function attachFolder(db: ReadHandle, file: string): void {
  db.prepare('ATTACH ? AS folder').run(file)
}

export function detachFolder(db: ReadHandle): void {
  db.prepare('DETACH folder').run()
}

/** What the rows of a table belong to, without which they neither come nor change; null when they stand alone. */
function ownerOf({ hasTime, keys, parents }: KeptTable): { readonly column: string; readonly parent: string } | null {
  if (hasTime) return null
  return parents.find(({ column, cascades }) => cascades && column === keys[0]) ?? null
}

/** Never brought back: an answer that was taken back changed what came after it, and so did a correction. */
const STAY_DELETED = new Set(['review', 'correction'])

/** What is here stays as it is here: the log, and what follows from texts and corrections of this library. */
const STAY_SAME = new Set(['review', 'category', 'entity'])

/** What an article's text decides, which stays as it is here. */
const OF_TEXT = new Set(
  ['content_sha256', 'length_chars', 'word_count', 'original_sha256', 'original_name'].map((name) => `article.${name}`),
)

/** So many texts are held against each other at once. */
const TEXTS = 20

/** Marks on a text that reads otherwise here have no sure place: they wait on the repair bench. */
function* unplaceMarks(): Generator<Part, void, void> {
  let last = 0
  yield (db) => {
    last = lastRow(db, 'article', true)
  }
  for (let from = 0; from < last; from += TEXTS) yield (db) => unplaceSome(db, from)
}

function unplaceSome(db: WriteHandle, from: number): void {
  const here = `coalesce((SELECT r.new FROM folder.renamed r WHERE r.kind = 'article' AND r.old = a.id), a.id)`
  // In this order each text is compared once, and not for each of its marks.
  const adrift = `SELECT n.id FROM folder.article a CROSS JOIN folder.article_text ft ON ft.article_id = a.id
    CROSS JOIN main.article_text mt ON mt.article_id = ${here} AND mt.text <> ft.text
    CROSS JOIN folder.annotation n ON n.article_id = a.id AND n.deleted_at_ms IS NULL AND n.start IS NOT NULL
    WHERE a.rowid > ${from} AND a.rowid <= ${from + TEXTS}`
  db.prepare(
    `INSERT OR IGNORE INTO folder.annotation_repair (annotation_id, before, after, places)
     SELECT id, prefix, suffix, '[]' FROM folder.annotation WHERE id IN (${adrift})`,
  ).run()
  db.prepare(
    `UPDATE folder.annotation SET start = NULL, "end" = NULL, anchor = 'lost', anchor_score = 0 WHERE id IN (${adrift})`,
  ).run()
}

/**
 * Gives rows of the folder the names they have here: an article that says the same, a tag of that name, a category of
 * that name or key. Changes the attached library alone.
 */
function renameRows(db: WriteHandle): void {
  // A folder that was not written by this program may hold them all the same.
  db.prepare(`DELETE FROM folder.setting WHERE key IN ${LOCAL_SETTINGS}`).run()
  const isFresh = !db.prepare('SELECT 1 FROM annotation LIMIT 1').get()
  db.prepare(
    'CREATE TABLE IF NOT EXISTS folder.renamed (kind TEXT NOT NULL, old TEXT NOT NULL, new TEXT NOT NULL)',
  ).run()
  db.prepare('DELETE FROM folder.renamed').run()
  const note = (kind: string, sql: string) =>
    db.prepare(`INSERT INTO folder.renamed SELECT '${kind}', old, new FROM (${sql}) WHERE old <> new`).run()
  note('tag', 'SELECT f.id AS old, m.id AS new FROM folder.tag f JOIN main.tag m ON m.name = f.name')
  const here = '(SELECT m.id FROM main.category m WHERE m.id = f.id)'
  const named = '(SELECT m.id FROM main.category m WHERE lower(m.name) = lower(f.name))'
  const placed = '(SELECT m.id FROM main.category m WHERE m.position = f.position)'
  const order = isFresh ? [here, placed, 'f.id'] : [here, named, placed, 'f.id']
  note('category', `SELECT f.id AS old, coalesce(${order.join(', ')}) AS new FROM folder.category f`)
  note(
    'article',
    `SELECT f.id AS old, min(m.id) AS new FROM folder.article f JOIN folder.article_text ft ON ft.article_id = f.id
     JOIN main.article m ON m.content_sha256 = f.content_sha256 AND m.deleted_at_ms IS NULL
     JOIN main.article_text mt ON mt.article_id = m.id AND mt.text = ft.text
     WHERE NOT EXISTS (SELECT 1 FROM main.article o WHERE o.id = f.id) GROUP BY f.id`,
  )
  if (isFresh)
    db.prepare(
      `UPDATE main.category SET name = f.name, color = f.color, created_at_ms = f.created_at_ms, updated_at_ms = f.updated_at_ms
       FROM folder.category f LEFT JOIN folder.renamed r ON r.kind = 'category' AND r.old = f.id
       WHERE main.category.id = coalesce(r.new, f.id)
         AND (main.category.name, main.category.color) <> (f.name, f.color)`,
    ).run()
}

/** The value of a column of the folder under the name it has here. */
function hereOf(table: KeptTable, column: string): string {
  const plain = `f.${quoted(column)}`
  const renamed = (kind: string, value: string) =>
    `coalesce((SELECT r.new FROM folder.renamed r WHERE r.kind = '${kind}' AND r.old = ${value}), ${value})`
  const parent = table.parents.find((foreign) => foreign.column === column)?.parent
  if (parent === 'tag' || parent === 'category' || parent === 'article') return renamed(parent, plain)
  if (column === 'id' && (table.name === 'tag' || table.name === 'category' || table.name === 'article'))
    return renamed(table.name, plain)
  if (table.name === 'deck' && column === 'rule_value')
    return `CASE f.rule_kind WHEN 'article' THEN ${renamed('article', plain)} WHEN 'category' THEN ${renamed('category', plain)} ELSE ${plain} END`
  return plain
}

/** Whether the text of an article that is here, `m`, has been lost: a half import of an earlier version left such. */
const IS_TEXTLESS = 'NOT EXISTS (SELECT 1 FROM main.article_text t WHERE t.article_id = m.id)'

/** So many rows, or rows with their parts, are one part of an import: a few milliseconds. */
const ROWS = 150
const OWNERS = 20

type Part = (db: WriteHandle) => void
/** Hears of each part how many of the folder's rows it went through. */
type Passed = (rows: number) => void

/** How many rows `mergeFolder` goes through; an owner of parts counts once more with them. */
export function countFolderRows(db: ReadHandle): number {
  const tables = listKeptTables(db)
  return tables.reduce((sum, table) => sum + lastRow(db, ownerOf(table)?.parent ?? table.name, table.hasRowid), 0)
}

/** The number of the last row: rows of a folder's library are numbered without gaps. */
function lastRow(db: ReadHandle, name: string, hasRowid: boolean): number {
  if (!hasRowid) return 0
  return db
    .prepare(`SELECT coalesce(max(rowid), 0) FROM folder.${quoted(name)}`)
    .pluck()
    .get() as number
}

/** Brings the attached library into this one, in parts that are to run inside of one action; gives what came in. */
export function* mergeFolder(
  bringBack: boolean,
  nowMs: number,
  passed: Passed = () => {},
): Generator<Part, MergedRows, void> {
  yield renameRows
  yield* unplaceMarks()
  let tables: KeptTable[] = []
  yield (db) => {
    db.prepare('DROP TABLE IF EXISTS folder.came').run()
    db.prepare(
      'CREATE TABLE folder.came (seq INTEGER PRIMARY KEY, name TEXT NOT NULL, id TEXT NOT NULL, how TEXT NOT NULL, at INTEGER)',
    ).run()
    db.prepare('CREATE INDEX folder.came_by_name ON came (name, id)').run()
    tables = listKeptTables(db)
  }
  const merged: MergedTable[] = []
  // Nobody is to meet an article whose text has not come yet.
  const ofArticles = tables.filter((table) => ownerOf(table)?.parent === 'article' && table.parents.length === 1)
  for (const table of tables) {
    const own = table.name === 'article' ? ofArticles : []
    if (ownerOf(table) === null) merged.push(yield* mergeTable(table, own, bringBack, nowMs, passed))
  }
  for (const table of tables) {
    const owner = ownerOf(table)
    if (owner && !ofArticles.includes(table)) yield* mergePart(table, owner, passed)
  }
  const came = new Map<string, string[]>()
  yield (db) => {
    for (const name of ['article', 'annotation', 'card', 'entity', 'correction'])
      came.set(name, db.prepare('SELECT DISTINCT id FROM folder.came WHERE name = ?').pluck().all(name) as string[])
  }
  const idsOf = (name: string) => came.get(name) ?? []
  return {
    tables: merged,
    articleIds: idsOf('article'),
    annotationIds: idsOf('annotation'),
    cardIds: idsOf('card'),
    entityIds: idsOf('entity'),
    corrections: idsOf('correction'),
  }
}

/** `own`: tables whose rows come together with their owners. */
function* mergeTable(
  table: KeptTable,
  own: readonly KeptTable[],
  bringBack: boolean,
  nowMs: number,
  passed: Passed,
): Generator<Part, MergedTable, void> {
  const { name, keys, hasRowid } = table
  const counts = { name, added: 0, changed: 0, returned: 0, left: 0 }
  if (keys.length > 1) {
    yield (db) => {
      counts.added = addWhole(db, table)
    }
    return counts
  }
  let last = 0
  yield (db) => {
    last = lastRow(db, name, hasRowid)
  }
  const step = own.length > 0 ? OWNERS : ROWS
  // A table without numbers is small: settings.
  for (let from = 0; from === 0 || from < last; from += step)
    yield (db) => {
      const within = hasRowid ? `f.rowid > ${from} AND f.rowid <= ${from + step}` : 'true'
      const some = mergeSome(db, table, within, bringBack, nowMs)
      for (const part of own) putParts(db, part, ownerOf(part)?.column ?? 'id', name, `c.seq > ${some.since}`)
      counts.added += some.added
      counts.changed += some.changed
      counts.returned += some.returned
      counts.left += some.left
      passed(Math.max(0, Math.min(step, last - from)) * (1 + own.filter((part) => part.hasRowid).length))
    }
  return counts
}

/** `within`: which rows of the folder's table, `f`. */
function mergeSome(db: WriteHandle, table: KeptTable, within: string, bringBack: boolean, nowMs: number) {
  const { name, columns, keys, hasRowid } = table
  const key = keys[0] ?? 'id'
  const id = hereOf(table, key)
  const at = hasRowid ? 'f.rowid' : 'NULL'
  const isHere = `EXISTS (SELECT 1 FROM main.${quoted(name)} m WHERE m.${quoted(key)} = ${id}`
  const since = db.prepare('SELECT coalesce(max(seq), 0) FROM folder.came').pluck().get() as number
  const note = (how: string, where: string) =>
    db
      .prepare(
        `INSERT INTO folder.came (name, id, how, at) SELECT '${name}', ${id}, '${how}', ${at}
         FROM folder.${quoted(name)} f WHERE ${within} AND ${where} ORDER BY ${hasRowid ? at : id}`,
      )
      .run().changes
  const isNewer = `m.updated_at_ms < f.updated_at_ms${table.hasDeletion ? ' AND m.deleted_at_ms IS NULL' : ''}`
  const changed = table.hasTime && !STAY_SAME.has(name) ? note('changed', `${isHere} AND ${isNewer})`) : 0
  const canReturn = table.hasDeletion && !STAY_DELETED.has(name)
  const isDeleted = `${isHere} AND m.deleted_at_ms IS NOT NULL)`
  const returned = canReturn && bringBack ? note('returned', isDeleted) : 0
  const count = () =>
    db
      .prepare(`SELECT count(*) FROM folder.${quoted(name)} f WHERE ${within} AND ${isDeleted}`)
      .pluck()
      .get() as number
  const left = canReturn && !bringBack ? count() : 0
  const added = note('added', `NOT ${isHere})${extraOf(name)}`)
  const mended = name === 'article' ? mendTexts(db, since, note, isHere, bringBack) : 0
  const list = columns.map(quoted).join(', ')
  const others = columns.filter((column) => column !== key && !OF_TEXT.has(`${name}.${column}`))
  const came = (how: string) => `c.name = '${name}' AND c.how = '${how}' AND c.seq > ${since}`
  const source = `folder.came c JOIN folder.${quoted(name)} f ON ${hasRowid ? 'f.rowid = c.at' : `f.${quoted(key)} = c.id`}`
  if (changed > 0)
    db.prepare(
      `UPDATE main.${quoted(name)} SET (${others.map(quoted).join(', ')}) =
         (SELECT ${others.map((column) => hereOf(table, column)).join(', ')} FROM ${source}
          WHERE ${came('changed')} AND c.id = main.${quoted(name)}.${quoted(key)})
       WHERE ${quoted(key)} IN (SELECT c.id FROM folder.came c WHERE ${came('changed')})`,
    ).run()
  if (returned > 0)
    db.prepare(
      `UPDATE main.${quoted(name)} SET deleted_at_ms = NULL, updated_at_ms = ?
       WHERE ${quoted(key)} IN (SELECT c.id FROM folder.came c WHERE ${came('returned')})`,
    ).run(nowMs)
  if (added > 0 && name === 'suggestion') dropOpenSuggestions(db, `${source} WHERE ${came('added')}`)
  if (added > 0)
    db.prepare(
      `INSERT INTO main.${quoted(name)} (${list}) SELECT ${columns.map((column) => hereOf(table, column)).join(', ')}
       FROM ${source} WHERE ${came('added')} ORDER BY c.seq`,
    ).run()
  return { since, added, changed: changed + mended, returned, left }
}

/**
 * An article that is here without its text gets the folder's, and what is known of that; its names are then found anew.
 * Gives how many there are that nothing else happens to.
 */
function mendTexts(
  db: WriteHandle,
  since: number,
  note: (how: string, where: string) => number,
  isHere: string,
  bringBack: boolean,
): number {
  const isShown = bringBack ? 'true' : 'm.deleted_at_ms IS NULL'
  if (note('mended', `${isHere} AND ${IS_TEXTLESS} AND ${isShown})`) === 0) return 0
  const mended = `folder.came c WHERE c.name = 'article' AND c.how = 'mended' AND c.seq > ${since}`
  const columns = [...OF_TEXT].map((column) => quoted(column.replace('article.', '')))
  db.prepare(
    `UPDATE main.article SET extraction = 'waiting', (${columns.join(', ')}) =
       (SELECT ${columns.map((column) => `f.${column}`).join(', ')} FROM folder.article f
        WHERE f.rowid = (SELECT c.at FROM ${mended} AND c.id = main.article.id))
     WHERE id IN (SELECT c.id FROM ${mended})`,
  ).run()
  return db
    .prepare(
      `SELECT count(*) FROM ${mended} AND NOT EXISTS (SELECT 1 FROM folder.came o
         WHERE o.name = 'article' AND o.id = c.id AND o.seq > ${since} AND o.how <> 'mended')`,
    )
    .pluck()
    .get() as number
}

/** Rows that several columns name together: those that are missing come in. */
function addWhole(db: WriteHandle, table: KeptTable): number {
  const { name, columns } = table
  const list = columns.map(quoted).join(', ')
  const values = columns.map((column) => hereOf(table, column)).join(', ')
  return db
    .prepare(`INSERT OR IGNORE INTO main.${quoted(name)} (${list}) SELECT ${values} FROM folder.${quoted(name)} f`)
    .run().changes
}

/** What else must hold of a row that comes in. */
function extraOf(name: string): string {
  // The log of a card that is newer here goes on from what is here.
  if (name === 'review')
    return ` AND EXISTS (SELECT 1 FROM folder.came c WHERE c.name = 'card' AND c.id = f.card_id AND c.how <> 'returned')`
  if (name === 'suggestion')
    return ` AND NOT EXISTS (SELECT 1 FROM main.suggestion m WHERE m.key = f.key AND m.state <> 'open' AND m.article_id = coalesce((SELECT r.new FROM folder.renamed r WHERE r.kind = 'article' AND r.old = f.article_id), f.article_id))`
  return ''
}

/** `decided`: those that come in, which what is open here gives way to. */
function dropOpenSuggestions(db: WriteHandle, decided: string): void {
  db.prepare(
    `DELETE FROM main.suggestion WHERE state = 'open' AND (article_id, key) IN (SELECT
       coalesce((SELECT r.new FROM folder.renamed r WHERE r.kind = 'article' AND r.old = f.article_id), f.article_id), f.key
       FROM ${decided})`,
  ).run()
}

/** The parts of what was added, and of what changed. */
function* mergePart(
  part: KeptTable,
  { column, parent }: { readonly column: string; readonly parent: string },
  passed: Passed,
): Generator<Part, void, void> {
  let [first, last] = [0, 0]
  yield (db) => {
    const ends = 'SELECT min(seq) AS first, max(seq) AS last FROM folder.came c WHERE c.name = ?'
    const found = db.prepare(`${ends} AND ${changesOf(parent)}`).get(parent) as {
      first: number | null
      last: number | null
    }
    ;[first, last] = [found.first ?? 1, found.last ?? 0]
  }
  for (let from = first; from <= last; from += OWNERS)
    yield (db) => {
      putParts(db, part, column, parent, `c.seq >= ${from} AND c.seq < ${from + OWNERS}`)
      passed(Math.min(OWNERS, last - from + 1))
    }
}

/** What must have happened to an owner for its parts to come: those of a text stay as they are here. */
function changesOf(parent: string): string {
  return `c.how IN ('added', '${parent === 'article' ? 'mended' : 'changed'}')`
}

/** `within`: which of what came, `c`. */
function putParts(db: WriteHandle, part: KeptTable, column: string, parent: string, within: string): void {
  const came = `c.name = '${parent}' AND ${changesOf(parent)} AND ${within}`
  const own = `SELECT c.id FROM folder.came c WHERE ${came}`
  if (parent !== 'article')
    db.prepare(`DELETE FROM main.${quoted(part.name)} WHERE ${quoted(column)} IN (${own})`).run()
  db.prepare(
    `INSERT OR IGNORE INTO main.${quoted(part.name)} (${part.columns.map(quoted).join(', ')})
     SELECT ${part.columns.map((one) => hereOf(part, one)).join(', ')}
     FROM folder.came c JOIN folder.${quoted(parent)} p ON p.rowid = c.at JOIN folder.${quoted(part.name)} f ON f.${quoted(column)} = p.id
     WHERE ${came}`,
  ).run()
}
