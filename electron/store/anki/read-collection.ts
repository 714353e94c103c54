import Database from 'better-sqlite3'
import { PbfReader } from 'pbf'
import type {
  AnkiCollection,
  AnkiNotetype,
  StoredAnkiCard,
  StoredAnkiNote,
  StoredAnkiReview,
} from '#shared/domain/anki-collection.ts'

/** The bytes are no collection of Anki, or one that is damaged. */
export class DamagedCollectionError extends Error {
  override readonly name = 'DamagedCollectionError'
}

/** No one studies more; what holds more is made to. */
const MAX_ROWS = 2_000_000
const FIELD_SEPARATOR = '\x1f'
const NOTETYPE_CLOZE = 1

type Connection = Database.Database

/**
 * What a collection holds: schema 11 keeps its note types as JSON, schema 15 and later in tables with protobuf.
 * The bytes can't be trusted: nothing but plain tables is read, so that no view or trigger of theirs runs.
 * Throws DamagedCollectionError. Source: Anki's schema11.sql, schema15_upgrade.sql and notetypes.proto.
 */
export function readAnkiCollection(bytes: Uint8Array): AnkiCollection {
  let db: Connection
  try {
    db = new Database(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  } catch (cause) {
    throw new DamagedCollectionError('No database.', { cause })
  }
  try {
    db.pragma('trusted_schema = OFF')
    forgetCollation(db)
    db.pragma('query_only = ON')
    db.pragma('cell_size_check = ON')
    requireTables(db, ['col', 'notes', 'cards', 'revlog'])
    return {
      createdAtMs: readCreation(db),
      notetypes: readNotetypes(db),
      decks: readDecks(db),
      notes: readNotes(db),
      cards: readCards(db),
      reviews: readReviews(db),
    }
  } catch (cause) {
    throw cause instanceof DamagedCollectionError ? cause : new DamagedCollectionError('Can’t be read.', { cause })
  } finally {
    db.close()
  }
}

/**
 * Anki compares names by a rule of its own, `unicase`, without which SQLite refuses to read the tables that name it.
 * In this copy of the bytes they name one that is known; no index of theirs is ever looked up.
 */
function forgetCollation(db: Connection): void {
  const names = db.prepare("SELECT 1 FROM sqlite_schema WHERE sql LIKE '%unicase%' LIMIT 1").get()
  if (!names) return
  db.unsafeMode(true)
  db.pragma('writable_schema = ON')
  db.prepare("UPDATE sqlite_schema SET sql = replace(sql, 'unicase', 'nocase') WHERE type IN ('table', 'index')").run()
  db.pragma('writable_schema = RESET')
  db.unsafeMode(false)
}

function isPlainTable(db: Connection, name: string): boolean {
  const row = db.prepare('SELECT type, sql FROM sqlite_schema WHERE name = ?').get(name) as
    | { type: string; sql: string | null }
    | undefined
  return row?.type === 'table' && !/^\s*CREATE\s+VIRTUAL/i.test(row.sql ?? '')
}

function requireTables(db: Connection, names: readonly string[]): void {
  for (const name of names) if (!isPlainTable(db, name)) throw new DamagedCollectionError(`No table ${name}.`)
}

const integer = (value: unknown) => (typeof value === 'number' && Number.isFinite(value) ? Math.trunc(value) : 0)
const text = (value: unknown) => (typeof value === 'string' ? value : '')

function rowsOf(db: Connection, sql: string): Record<string, unknown>[] {
  const rows: Record<string, unknown>[] = []
  for (const row of db.prepare(`${sql} LIMIT ${MAX_ROWS + 1}`).iterate() as Iterable<Record<string, unknown>>) {
    rows.push(row)
    if (rows.length > MAX_ROWS) throw new DamagedCollectionError('Too many rows.')
  }
  return rows
}

function readCreation(db: Connection): number {
  return integer(rowsOf(db, 'SELECT crt FROM col NOT INDEXED')[0]?.crt) * 1000
}

function readNotetypes(db: Connection): Map<number, AnkiNotetype> {
  return isPlainTable(db, 'notetypes')
    ? readTables(db)
    : readModels(text(rowsOf(db, 'SELECT models FROM col')[0]?.models))
}

/** A collection whose decks can't be read has cards all the same. Source: schema15 keeps the parts of a name by U+001F. */
function readDecks(db: Connection): Map<number, string> {
  if (isPlainTable(db, 'decks'))
    return new Map(
      rowsOf(db, 'SELECT id, name FROM decks NOT INDEXED').map(({ id, name }) => [
        integer(id),
        text(name).replaceAll(FIELD_SEPARATOR, '::'),
      ]),
    )
  try {
    const decks = JSON.parse(text(rowsOf(db, 'SELECT decks FROM col')[0]?.decks)) as unknown
    const entries = Object.entries(typeof decks === 'object' && decks !== null ? decks : {})
    return new Map(entries.map(([id, deck]: [string, unknown]) => [Number(id), nameOf(deck)]))
  } catch {
    return new Map() // not written by Anki
  }
}

const nameOf = (deck: unknown): string =>
  typeof deck === 'object' && deck !== null && 'name' in deck ? text(deck.name) : ''

function readModels(json: string): Map<number, AnkiNotetype> {
  const models = Object.values((JSON.parse(json) ?? {}) as object).filter(
    (one) => typeof one === 'object' && one !== null,
  )
  const list = (value: unknown) =>
    (Array.isArray(value) ? value : []).filter(
      (one): one is Record<string, unknown> => typeof one === 'object' && one !== null,
    )
  const byPlace = (rows: Record<string, unknown>[]) => rows.sort((a, b) => integer(a.ord) - integer(b.ord))
  return new Map(
    models.map((model: Record<string, unknown>) => {
      const id = Number(model.id)
      return [
        id,
        {
          id,
          name: text(model.name),
          isCloze: model.type === NOTETYPE_CLOZE,
          fields: byPlace(list(model.flds)).map(({ name }) => text(name)),
          templates: byPlace(list(model.tmpls)).map(({ qfmt, afmt }) => ({ question: text(qfmt), answer: text(afmt) })),
        },
      ]
    }),
  )
}

function readTables(db: Connection): Map<number, AnkiNotetype> {
  requireTables(db, ['fields', 'templates'])
  const fields = Map.groupBy(rowsOf(db, 'SELECT ntid, ord, name FROM fields ORDER BY ntid, ord'), ({ ntid }) =>
    integer(ntid),
  )
  const templates = Map.groupBy(rowsOf(db, 'SELECT ntid, ord, config FROM templates ORDER BY ntid, ord'), ({ ntid }) =>
    integer(ntid),
  )
  const byPlace = (rows: Record<string, unknown>[] = []) => rows.sort((a, b) => integer(a.ord) - integer(b.ord))
  return new Map(
    rowsOf(db, 'SELECT id, name, config FROM notetypes NOT INDEXED').map(({ id, name, config }) => [
      integer(id),
      {
        id: integer(id),
        name: text(name),
        isCloze: readMessage(config, { 1: 'number' })[1] === NOTETYPE_CLOZE,
        fields: byPlace(fields.get(integer(id))).map((field) => text(field.name)),
        templates: byPlace(templates.get(integer(id))).map((template) => {
          const { 1: question, 2: answer } = readMessage(template.config, { 1: 'string', 2: 'string' })
          return { question: text(question), answer: text(answer) }
        }),
      },
    ]),
  )
}

/** Some fields of a protobuf message by their numbers. */
function readMessage(
  bytes: unknown,
  wanted: Readonly<Record<number, 'number' | 'string'>>,
): Record<number, number | string> {
  if (!(bytes instanceof Uint8Array)) return {}
  return new PbfReader(bytes).readFields<Record<number, number | string>>((tag, found, reader) => {
    const kind = wanted[tag]
    if (kind === 'number') found[tag] = reader.readVarint()
    else if (kind === 'string') found[tag] = reader.readString()
  }, {})
}

function readNotes(db: Connection): StoredAnkiNote[] {
  return rowsOf(db, 'SELECT id, guid, mid, tags, flds FROM notes NOT INDEXED').map(({ id, guid, mid, tags, flds }) => ({
    id: integer(id),
    guid: text(guid),
    notetypeId: integer(mid),
    tags: text(tags).split(/\s+/).filter(Boolean),
    fields: text(flds).split(FIELD_SEPARATOR),
  }))
}

function readCards(db: Connection): StoredAnkiCard[] {
  const sql = `SELECT id, nid, did, ord, type, queue, due, odue, odid, ivl, factor, reps, lapses, data FROM cards NOT INDEXED`
  return rowsOf(db, sql).map((row) => {
    const memory = readMemory(text(row.data))
    return {
      id: integer(row.id),
      noteId: integer(row.nid),
      ordinal: integer(row.ord),
      type: integer(row.type),
      queue: integer(row.queue),
      due: integer(row.due),
      originalDue: integer(row.odue),
      isFiltered: integer(row.odid) !== 0,
      deckId: integer(row.odid) || integer(row.did),
      intervalDays: integer(row.ivl),
      factor: integer(row.factor),
      reps: integer(row.reps),
      lapses: integer(row.lapses),
      ...memory,
    }
  })
}

/** Source: Anki's `CardData`: s for stability, d for difficulty. */
function readMemory(data: string): { stability: number | null; difficulty: number | null } {
  try {
    const { s, d } = (data === '' ? {} : JSON.parse(data)) as { s?: unknown; d?: unknown }
    return { stability: typeof s === 'number' ? s : null, difficulty: typeof d === 'number' ? d : null }
  } catch {
    return { stability: null, difficulty: null } // other versions keep other things there
  }
}

function readReviews(db: Connection): StoredAnkiReview[] {
  return rowsOf(db, 'SELECT id, cid, ease, ivl, time, type FROM revlog NOT INDEXED').map((row) => ({
    id: integer(row.id),
    cardId: integer(row.cid),
    ease: integer(row.ease),
    interval: integer(row.ivl),
    timeMs: integer(row.time),
    type: integer(row.type),
  }))
}
