import { zstdCompressSync } from 'node:zlib'
import Database from 'better-sqlite3'
import { zipSync } from 'fflate'
import { PbfWriter } from 'pbf'

const CREATED_S = Date.UTC(2026, 0, 1) / 1000
const NOTE_IDS = [1_700_000_000_000, 1_700_000_001_000, 1_700_000_002_000]
const BASIC = 1_600_000_000_001
const TURNED = 1_600_000_000_002
const CLOZE = 1_600_000_000_003
const DECK = 1_600_000_000_009
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

interface Notetype {
  readonly id: number
  readonly name: string
  readonly type: number
  readonly fields: readonly string[]
  readonly templates: readonly (readonly [question: string, answer: string])[]
}

const NOTETYPES: readonly Notetype[] = [
  {
    id: BASIC,
    name: 'Word',
    type: 0,
    fields: ['Word', 'Meaning', 'Picture'],
    templates: [['{{Word}}', '{{FrontSide}}<hr id=answer>{{Meaning}}{{#Picture}}<br>{{Picture}}{{/Picture}}']],
  },
  {
    id: TURNED,
    name: 'Both ways',
    type: 0,
    fields: ['Front', 'Back'],
    templates: [
      ['{{Front}}', '{{FrontSide}}<hr id="answer">{{Back}}'],
      ['{{Back}}', '{{FrontSide}}<hr id="answer">{{Front}}'],
    ],
  },
  {
    id: CLOZE,
    name: 'Gap',
    type: 1,
    fields: ['Text', 'Extra'],
    templates: [['{{cloze:Text}}', '{{cloze:Text}}<br>{{Extra}}']],
  },
]

/** A small package of Anki, in the form of version 2.0 or of the newest: three notes, four cards, two answers, a picture. */
export function ankiPackage(form: 'legacy' | 'latest', words: { readonly house?: string } = {}): Uint8Array {
  const db = new Database(':memory:')
  makeTables(db, form)
  fill(db, words.house ?? 'house')
  const collection = db.serialize()
  db.close()
  if (form === 'legacy')
    return zipSync({ 'collection.anki2': collection, media: Buffer.from('{"0":"my house.png"}'), 0: PNG })
  const media = new PbfWriter()
  media.writeMessage(
    1,
    (_, entry) => {
      entry.writeStringField(1, 'my house.png')
      entry.writeVarintField(2, PNG.length)
    },
    null,
  )
  return zipSync({
    meta: Buffer.from([8, 3]),
    'collection.anki21b': zstdCompressSync(collection),
    // Older programs read this one, which asks for a newer program.
    'collection.anki2': emptyCollection(),
    media: zstdCompressSync(media.finish()),
    0: zstdCompressSync(PNG),
  })
}

function emptyCollection(): Buffer {
  const db = new Database(':memory:')
  makeTables(db, 'legacy')
  const bytes = db.serialize()
  db.close()
  return bytes
}

function makeTables(db: Database.Database, form: 'legacy' | 'latest'): void {
  db.exec(`
CREATE TABLE col (id integer PRIMARY KEY, crt integer, mod integer, scm integer, ver integer, dty integer, usn integer, ls integer,
  conf text, models text, decks text, dconf text, tags text);
CREATE TABLE notes (id integer PRIMARY KEY, guid text, mid integer, mod integer, usn integer, tags text, flds text, sfld integer,
  csum integer, flags integer, data text);
CREATE TABLE cards (id integer PRIMARY KEY, nid integer, did integer, ord integer, mod integer, usn integer, type integer, queue integer,
  due integer, ivl integer, factor integer, reps integer, lapses integer, left integer, odue integer, odid integer, flags integer, data text);
CREATE TABLE revlog (id integer PRIMARY KEY, cid integer, usn integer, ease integer, ivl integer, lastIvl integer, factor integer,
  time integer, type integer);`)
  const models = Object.fromEntries(
    NOTETYPES.map(({ id, name, type, fields, templates }) => [
      id,
      {
        id,
        name,
        type,
        flds: fields.map((field, ord) => ({ name: field, ord })),
        tmpls: templates.map(([qfmt, afmt], ord) => ({ name: `Card ${ord + 1}`, ord, qfmt, afmt })),
      },
    ]),
  )
  const stored = form === 'legacy' ? JSON.stringify(models) : '{}'
  db.prepare("INSERT INTO col VALUES (1, ?, 0, 0, 11, 0, 0, 0, '{}', ?, ?, '{}', '{}')").run(
    CREATED_S,
    stored,
    form === 'legacy' ? JSON.stringify({ 1: { name: 'Default' }, [DECK]: { name: 'French::Words' } }) : '{}',
  )
  if (form === 'latest') makeNewTables(db)
}

/** Anki compares names by a rule of its own, `unicase`, that no other program knows. */
function makeNewTables(db: Database.Database): void {
  db.exec(`
CREATE TABLE notetypes (id integer NOT NULL PRIMARY KEY, name text NOT NULL COLLATE nocase, mtime_secs integer, usn integer, config blob NOT NULL);
CREATE TABLE fields (ntid integer NOT NULL, ord integer NOT NULL, name text NOT NULL COLLATE nocase, config blob NOT NULL, PRIMARY KEY (ntid, ord)) WITHOUT ROWID;
CREATE TABLE decks (id integer PRIMARY KEY NOT NULL, name text NOT NULL COLLATE nocase, mtime_secs integer, usn integer, common blob, kind blob);
CREATE UNIQUE INDEX idx_fields_name_ntid ON fields (name, ntid);
CREATE TABLE templates (ntid integer NOT NULL, ord integer NOT NULL, name text NOT NULL COLLATE nocase, mtime_secs integer, usn integer, config blob NOT NULL, PRIMARY KEY (ntid, ord)) WITHOUT ROWID;`)
  for (const { id, name, type, fields, templates } of NOTETYPES) {
    db.prepare('INSERT INTO notetypes VALUES (?, ?, 0, 0, ?)').run(id, name, message([[1, type]]))
    for (const [ord, field] of fields.entries())
      db.prepare('INSERT INTO fields VALUES (?, ?, ?, ?)').run(id, ord, field, Buffer.alloc(0))
    for (const [ord, [question, answer]] of templates.entries())
      db.prepare('INSERT INTO templates VALUES (?, ?, ?, 0, 0, ?)').run(
        id,
        ord,
        `Card ${ord + 1}`,
        message([
          [1, question],
          [2, answer],
        ]),
      )
  }
  const deck = db.prepare('INSERT INTO decks VALUES (?, ?, 0, 0, NULL, NULL)')
  deck.run(1, 'Default')
  deck.run(DECK, 'French\x1fWords')
  db.unsafeMode(true)
  db.pragma('writable_schema = ON')
  db.prepare("UPDATE sqlite_master SET sql = replace(sql, 'COLLATE nocase', 'COLLATE unicase')").run()
}

function message(fields: readonly (readonly [tag: number, value: number | string])[]): Buffer {
  const pbf = new PbfWriter()
  for (const [tag, value] of fields)
    if (typeof value === 'number') pbf.writeVarintField(tag, value)
    else pbf.writeStringField(tag, value)
  return Buffer.from(pbf.finish())
}

function fill(db: Database.Database, house: string): void {
  const note = db.prepare("INSERT INTO notes VALUES (?, ?, ?, 0, 0, ?, ?, 0, 0, 0, '')")
  const card = db.prepare('INSERT INTO cards VALUES (?, ?, 1, ?, 0, 0, ?, ?, ?, ?, ?, ?, 0, 0, 0, 0, 0, ?)')
  const answer = db.prepare('INSERT INTO revlog VALUES (?, ?, 0, ?, ?, 0, 2500, 4000, ?)')
  note.run(
    NOTE_IDS[0],
    'guid-house',
    BASIC,
    ' french house ',
    `la <b>maison</b>\x1f${house}\x1f<img src="my house.png" onerror="alert(1)">`,
  )
  note.run(NOTE_IDS[1], 'guid-dog', TURNED, '', 'un chien<br>(m.)[sound:chien.mp3]\x1fa dog')
  note.run(NOTE_IDS[2], 'guid-gap', CLOZE, '', 'Paris is in {{c1::France}}\x1f<script>alert(1)</script>')
  card.run(11, NOTE_IDS[0], 0, 2, 2, 40, 10, 2500, 2, '{}')
  // Lent to a deck of another kind, it belongs to its own.
  db.prepare('UPDATE cards SET did = 7, odid = ? WHERE id = 11').run(DECK)
  card.run(12, NOTE_IDS[1], 0, 0, 0, 5, 0, 0, 0, '')
  card.run(13, NOTE_IDS[1], 1, 0, -1, 6, 0, 0, 0, '')
  card.run(14, NOTE_IDS[2], 0, 1, 1, CREATED_S + 600, 0, 0, 1, '{"s":1.2,"d":5.5}')
  answer.run(Date.UTC(2026, 0, 20), 11, 3, -600, 0)
  answer.run(Date.UTC(2026, 0, 31), 11, 3, 10, 1)
}
