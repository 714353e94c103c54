import { createHash } from 'node:crypto'
import Database from 'better-sqlite3'
import { ankiModels, modelIds } from './models.ts'
import type { AnkiCard, AnkiNote, AnkiReview } from './package-rows.ts'

const DAY_MS = 86_400_000
const FIELD_SEPARATOR = '\x1f'
const DEFAULT_DECK = 1

const SCHEMA = `
CREATE TABLE col (id integer PRIMARY KEY, crt integer NOT NULL, mod integer NOT NULL, scm integer NOT NULL, ver integer NOT NULL,
  dty integer NOT NULL, usn integer NOT NULL, ls integer NOT NULL, conf text NOT NULL, models text NOT NULL, decks text NOT NULL,
  dconf text NOT NULL, tags text NOT NULL);
CREATE TABLE notes (id integer PRIMARY KEY, guid text NOT NULL, mid integer NOT NULL, mod integer NOT NULL, usn integer NOT NULL,
  tags text NOT NULL, flds text NOT NULL, sfld integer NOT NULL, csum integer NOT NULL, flags integer NOT NULL, data text NOT NULL);
CREATE TABLE cards (id integer PRIMARY KEY, nid integer NOT NULL, did integer NOT NULL, ord integer NOT NULL, mod integer NOT NULL,
  usn integer NOT NULL, type integer NOT NULL, queue integer NOT NULL, due integer NOT NULL, ivl integer NOT NULL,
  factor integer NOT NULL, reps integer NOT NULL, lapses integer NOT NULL, left integer NOT NULL, odue integer NOT NULL,
  odid integer NOT NULL, flags integer NOT NULL, data text NOT NULL);
CREATE TABLE revlog (id integer PRIMARY KEY, cid integer NOT NULL, usn integer NOT NULL, ease integer NOT NULL, ivl integer NOT NULL,
  lastIvl integer NOT NULL, factor integer NOT NULL, time integer NOT NULL, type integer NOT NULL);
CREATE TABLE graves (usn integer NOT NULL, oid integer NOT NULL, type integer NOT NULL);
CREATE INDEX ix_notes_usn ON notes (usn);
CREATE INDEX ix_cards_usn ON cards (usn);
CREATE INDEX ix_revlog_usn ON revlog (usn);
CREATE INDEX ix_cards_nid ON cards (nid);
CREATE INDEX ix_cards_sched ON cards (did, queue, due);
CREATE INDEX ix_revlog_cid ON revlog (cid);
CREATE INDEX ix_notes_csum ON notes (csum);`

/**
 * A collection in the form every version of Anki reads: the bytes of `collection.anki2`. Days are counted from the first
 * note's, so a card's due day is the same in Anki. Source: Anki's schema 11 (rslib/src/storage/schema11.sql) and its
 * card types and queues.
 */
export function writeAnkiCollection(notes: readonly AnkiNote[], nowMs: number): Uint8Array {
  const db = new Database(':memory:')
  try {
    db.exec(SCHEMA)
    const createdAtMs = notes.reduce((first, note) => Math.min(first, note.createdAtMs), nowMs)
    const startMs = Math.floor(createdAtMs / DAY_MS) * DAY_MS
    const deckIds = nameDecks(notes)
    putCollection(db, deckIds, startMs, nowMs)
    putNotes(db, notes, deckIds, startMs)
    return db.serialize()
  } finally {
    db.close()
  }
}

/** Numbers made of names, so that a second export meets the decks of the first. */
function nameDecks(notes: readonly AnkiNote[]): ReadonlyMap<string, number> {
  const names = [...new Set(notes.map(({ deck }) => deck))]
  return new Map(
    names.map((name) => [name, 1_600_000_000_000 + (Number.parseInt(sha1(name).slice(0, 10), 16) % 100_000_000_000)]),
  )
}

function putCollection(
  db: Database.Database,
  deckIds: ReadonlyMap<string, number>,
  startMs: number,
  nowMs: number,
): void {
  const nowS = Math.floor(nowMs / 1000)
  const deck = (id: number, name: string) => ({
    id,
    name,
    mod: nowS,
    usn: -1,
    lrnToday: [0, 0],
    revToday: [0, 0],
    newToday: [0, 0],
    timeToday: [0, 0],
    collapsed: false,
    browserCollapsed: false,
    desc: '',
    dyn: 0,
    conf: 1,
    extendNew: 0,
    extendRev: 0,
  })
  const decks = [
    [DEFAULT_DECK, deck(DEFAULT_DECK, 'Default')],
    ...[...deckIds].map(([name, id]) => [id, deck(id, name)]),
  ]
  const [firstDeck = DEFAULT_DECK] = deckIds.values()
  const conf = {
    nextPos: 1,
    estTimes: true,
    activeDecks: [1],
    sortType: 'noteFld',
    timeLim: 0,
    sortBackwards: false,
    addToCur: true,
    curDeck: 1,
    newSpread: 0,
    dueCounts: true,
    curModel: modelIds.basic,
    collapseTime: 1200,
    schedVer: 2,
  }
  db.prepare(
    `INSERT INTO col (id, crt, mod, scm, ver, dty, usn, ls, conf, models, decks, dconf, tags)
     VALUES (1, @crt, @nowMs, @nowMs, 11, 0, 0, 0, @conf, @models, @decks, @dconf, '{}')`,
  ).run({
    crt: Math.floor(startMs / 1000),
    nowMs,
    conf: JSON.stringify(conf),
    models: JSON.stringify(ankiModels(firstDeck, nowS)),
    decks: JSON.stringify(Object.fromEntries(decks)),
    dconf: JSON.stringify({ 1: deckOptions(nowS) }),
  })
}

function deckOptions(nowS: number) {
  return {
    id: 1,
    name: 'Default',
    mod: nowS,
    usn: -1,
    maxTaken: 60,
    autoplay: true,
    timer: 0,
    replayq: true,
    new: { bury: true, delays: [1, 10], initialFactor: 2500, ints: [1, 4, 7], order: 1, perDay: 20, separate: true },
    rev: { bury: true, ease4: 1.3, fuzz: 0.05, ivlFct: 1, maxIvl: 36_500, minSpace: 1, perDay: 200 },
    lapse: { delays: [10], leechAction: 0, leechFails: 8, minInt: 1, mult: 0 },
    dyn: false,
  }
}

function putNotes(
  db: Database.Database,
  notes: readonly AnkiNote[],
  deckIds: ReadonlyMap<string, number>,
  startMs: number,
): void {
  const insertNote = db.prepare(
    `INSERT INTO notes (id, guid, mid, mod, usn, tags, flds, sfld, csum, flags, data)
     VALUES (@id, @guid, @mid, @mod, -1, @tags, @flds, @sfld, @csum, 0, '')`,
  )
  const insertCard = db.prepare(
    `INSERT INTO cards (id, nid, did, ord, mod, usn, type, queue, due, ivl, factor, reps, lapses, left, odue, odid, flags, data)
     VALUES (@id, @nid, @did, @ord, @mod, -1, @type, @queue, @due, @ivl, @factor, @reps, @lapses, @left, 0, 0, 0, @data)`,
  )
  const insertReview = db.prepare(
    `INSERT INTO revlog (id, cid, usn, ease, ivl, lastIvl, factor, time, type)
     VALUES (@id, @cid, -1, @ease, @ivl, @lastIvl, @factor, @time, @type)`,
  )
  const noteIds = createIds()
  const cardIds = createIds()
  const reviewIds = createIds()
  for (const [place, note] of notes.entries()) {
    const nid = noteIds(note.createdAtMs)
    const mod = Math.floor(note.updatedAtMs / 1000)
    insertNote.run({ id: nid, guid: note.guid, mid: modelIds[note.kind], mod, ...fieldColumns(note) })
    for (const card of note.cards) {
      const cid = cardIds(note.createdAtMs)
      insertCard.run({
        id: cid,
        nid,
        did: deckIds.get(note.deck) ?? DEFAULT_DECK,
        mod,
        ord: card.ordinal,
        ...scheduleColumns(card, place, startMs),
      })
      for (const review of card.reviews)
        insertReview.run({ id: reviewIds(review.reviewedAtMs), cid, ...reviewColumns(review) })
    }
  }
}

/** Anki's ids are moments in ms; no two rows of a table may share one. */
function createIds(): (timeMs: number) => number {
  const used = new Set<number>()
  return (timeMs) => {
    let id = Math.trunc(timeMs)
    while (used.has(id)) id += 1
    used.add(id)
    return id
  }
}

/** The checksum is of the first field without its HTML, by which Anki finds duplicates. */
function fieldColumns({ fields, tags }: AnkiNote) {
  const [first = '', ...others] = fields.map((field) => field.replaceAll(FIELD_SEPARATOR, ' '))
  const plain = plainOf(first)
  const words = tags.map((tag) => tag.replace(/\s+/g, '_'))
  return {
    flds: [first, ...others].join(FIELD_SEPARATOR),
    sfld: plain,
    csum: Number.parseInt(sha1(plain).slice(0, 8), 16),
    tags: words.length === 0 ? '' : ` ${words.join(' ')} `,
  }
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' }

/** What a field says: names of media stay, tags go, entities become letters. Source: Anki's rslib/src/text.rs. */
function plainOf(html: string): string {
  return html
    .replace(/<(?:img|audio|video|object|source)\b[^>]*?\bsrc="([^"]*)"[^>]*>/gi, ' $1 ')
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:#(\d+)|(\w+));/g, (whole, code?: string, name?: string) =>
      code === undefined ? (ENTITIES[name ?? ''] ?? whole) : String.fromCodePoint(Number(code)),
    )
}

const types = { new: 0, learning: 1, review: 2, relearning: 3 } as const

function scheduleColumns(card: AnkiCard, place: number, startMs: number) {
  const type = types[card.stage]
  const isStep = card.stage === 'learning' || card.stage === 'relearning'
  const due =
    card.stage === 'new'
      ? place + 1
      : isStep
        ? Math.floor(card.dueAtMs / 1000)
        : Math.max(0, Math.floor((card.dueAtMs - startMs) / DAY_MS))
  const round = (value: number, digits: number) => Number(value.toFixed(digits))
  const memory = card.memory && { s: round(card.memory.stability, 4), d: round(card.memory.difficulty, 3) }
  return {
    type,
    queue: card.isSuspended ? -1 : isStep ? 1 : type,
    due,
    ivl: Math.max(card.stage === 'review' ? 1 : 0, Math.round(card.intervalDays)),
    factor: card.stage === 'new' ? 0 : 2500,
    reps: card.reps,
    lapses: card.lapses,
    left: isStep ? 1001 : 0,
    data: memory ? JSON.stringify(memory) : '{}',
  }
}

/** A negative interval is one in seconds. */
function reviewColumns({ grade, intervalDays, lastIntervalDays, durationMs, wasLearning }: AnkiReview) {
  const interval = (days: number) => (days >= 1 ? Math.round(days) : -Math.max(1, Math.round(days * 86_400)))
  return {
    ease: grade,
    ivl: interval(intervalDays),
    lastIvl: lastIntervalDays === 0 ? 0 : interval(lastIntervalDays),
    factor: 2500,
    time: Math.min(60_000, Math.max(0, Math.round(durationMs))),
    type: wasLearning ? 0 : 1,
  }
}

function sha1(text: string): string {
  return createHash('sha1').update(text).digest('hex')
}
