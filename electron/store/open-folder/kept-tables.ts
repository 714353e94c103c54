import type { ReadHandle } from '../handle.ts'
import { LOCAL_SETTINGS } from '../queries/settings.ts'

/**
 * What is worked out from the rest and is not taken along: undo steps, search indexes, totals, and what was found in
 * texts. Every other table goes into an open folder, also one that is added to the schema later.
 */
const DERIVED = [
  /^sqlite_/,
  /^(unfinished_)?action(_change)?$/,
  /_fts(_|$)/,
  /^search_entry$/,
  /_stat$/,
  /^card_about$/,
  /^counted_article$/,
  /^(found|mention|quotation|figure)$/,
  /^entity_(alias|name|role|title)$/,
  /^article_(print|band)$/,
  /^near_article$/,
]

/** Columns that belong to one library file, or are worked out. */
const LOCAL_COLUMNS: Readonly<Record<string, readonly string[]>> = {
  article: ['seq', 'extraction', 'extraction_engine', 'entity_count', 'figure_count'],
  article_text: ['indexed_title'],
  card: ['deck_id'],
  entity: ['mention_count', 'article_count'],
  review: ['seq'],
}

/** Which rows go along where not all do: others are proposed anew when a text is searched, or are of this computer. */
const ONLY: Readonly<Record<string, string>> = {
  suggestion: `t.state <> 'open'`,
  setting: `t.key NOT IN ${LOCAL_SETTINGS}`,
}

interface ForeignKey {
  readonly column: string
  readonly parent: string
  readonly parentKey: string
  readonly cascades: boolean
}

/** A table as an open folder keeps it. */
export interface KeptTable {
  readonly name: string
  /** In the order of the schema, without those that belong to one library file. */
  readonly columns: readonly string[]
  readonly keys: readonly string[]
  readonly hasDeletion: boolean
  readonly hasTime: boolean
  /** Whether SQLite numbers its rows. */
  readonly hasRowid: boolean
  readonly parents: readonly ForeignKey[]
}

export const quoted = (name: string) => `"${name}"`

/** The tables that are kept, parents before their children. */
export function listKeptTables(db: ReadHandle): KeptTable[] {
  const names = (
    db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").pluck().all() as string[]
  ).filter((name) => !DERIVED.some((pattern) => pattern.test(name)))
  const waiting = names.map((name) => describe(db, name, names))
  const sorted: KeptTable[] = []
  while (waiting.length > 0) {
    const known = new Set(sorted.map(({ name }) => name))
    const next = waiting.findIndex(({ name, parents }) =>
      parents.every(({ parent }) => parent === name || known.has(parent)),
    )
    // A circle of tables would be a fault of the schema; the rest then comes as it is.
    sorted.push(...waiting.splice(Math.max(next, 0), 1))
  }
  return sorted
}

function describe(db: ReadHandle, name: string, kept: readonly string[]): KeptTable {
  const info = db.prepare('SELECT name, pk FROM pragma_table_info(?) ORDER BY cid').all(name) as {
    name: string
    pk: number
  }[]
  const columns = info.map((column) => column.name).filter((column) => !LOCAL_COLUMNS[name]?.includes(column))
  const foreign = db
    .prepare(
      'SELECT "from" AS "column", "table" AS parent, "to" AS parentKey, on_delete AS gone FROM pragma_foreign_key_list(?)',
    )
    .all(name) as { column: string; parent: string; parentKey: string | null; gone: string }[]
  const primary = info.filter(({ pk }) => pk > 0).map((column) => column.name)
  return {
    name,
    columns,
    // A row number is no name for a row in another library; its id is.
    keys: primary.every((key) => columns.includes(key)) ? primary : ['id'],
    hasDeletion: columns.includes('deleted_at_ms'),
    hasTime: columns.includes('updated_at_ms'),
    hasRowid: db.prepare("SELECT wr FROM pragma_table_list(?) WHERE schema = 'main'").pluck().get(name) === 0,
    parents: foreign
      .filter(({ parent }) => kept.includes(parent))
      .map(({ column, parent, parentKey, gone }) => ({
        column,
        parent,
        parentKey: parentKey ?? 'id',
        cascades: gone === 'CASCADE',
      })),
  }
}

/** SQL that gives the live rows of a table: what refers to something deleted goes with it, or refers to nothing. */
export function selectLive(tables: readonly KeptTable[], table: KeptTable): string {
  const loose = new Map(table.parents.filter(({ cascades }) => !cascades).map((foreign) => [foreign.column, foreign]))
  const columns = table.columns.map((column) => {
    const foreign = loose.get(column)
    return foreign
      ? `CASE WHEN ${isThere(tables, foreign, 't', 1)} THEN t.${quoted(column)} END AS ${quoted(column)}`
      : `t.${quoted(column)}`
  })
  const order = table.name === 'review' ? 't.seq' : table.keys.map((key) => `t.${quoted(key)}`).join(', ')
  return `SELECT ${columns.join(', ')} FROM ${quoted(table.name)} t WHERE ${isLive(tables, table, 't', 0)} ORDER BY ${order}`
}

function isLive(tables: readonly KeptTable[], table: KeptTable, alias: string, depth: number): string {
  const conditions = [
    table.hasDeletion ? `${alias}.deleted_at_ms IS NULL` : 'true',
    ...(alias === 't' && ONLY[table.name] ? [ONLY[table.name]] : []),
    ...table.parents
      .filter(({ cascades, parent }) => cascades && parent !== table.name)
      .map(
        (foreign) => `(${alias}.${quoted(foreign.column)} IS NULL OR ${isThere(tables, foreign, alias, depth + 1)})`,
      ),
  ]
  return conditions.join(' AND ')
}

function isThere(tables: readonly KeptTable[], foreign: ForeignKey, alias: string, depth: number): string {
  const parent = tables.find(({ name }) => name === foreign.parent)
  if (!parent) return 'false'
  const inner = `p${depth}`
  return `EXISTS (SELECT 1 FROM ${quoted(parent.name)} ${inner} WHERE ${inner}.${quoted(foreign.parentKey)} = ${alias}.${quoted(foreign.column)} AND ${isLive(tables, parent, inner, depth)})`
}
