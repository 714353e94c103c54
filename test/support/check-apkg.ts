import { createHash } from 'node:crypto'
import Database from 'better-sqlite3'
import { strFromU8, unzipSync } from 'fflate'

type Row = Record<string, string | number | null>

/** Columns of the tables as Anki's schema 11 names them. Source: rslib/src/storage/schema11.sql. */
const COLUMNS = {
  col: 'id crt mod scm ver dty usn ls conf models decks dconf tags',
  notes: 'id guid mid mod usn tags flds sfld csum flags data',
  cards: 'id nid did ord mod usn type queue due ivl factor reps lapses left odue odid flags data',
  revlog: 'id cid usn ease ivl lastIvl factor time type',
  graves: 'usn oid type',
} as const

interface Model {
  readonly id: number
  readonly type: 0 | 1
  readonly name: string
  readonly css: string
  readonly sortf: number
  readonly tmpls: readonly {
    readonly name: string
    readonly ord: number
    readonly qfmt: string
    readonly afmt: string
  }[]
  readonly flds: readonly { readonly name: string; readonly ord: number }[]
}

/** What an Anki package holds. */
export interface ApkgContent {
  readonly col: Row
  readonly notes: readonly Row[]
  readonly cards: readonly Row[]
  readonly revlog: readonly Row[]
  readonly models: Readonly<Record<string, Model>>
  readonly decks: Readonly<
    Record<string, { readonly id: number; readonly name: string; readonly dyn: number; readonly conf: number }>
  >
  /** The bytes of each, by the name that fields call it by. */
  readonly media: ReadonlyMap<string, Uint8Array>
}

/** Opens a package of Anki's legacy form. Throws when it is none. */
export function readApkg(bytes: Uint8Array): ApkgContent {
  const files = unzipSync(bytes)
  const collection = files['collection.anki2']
  if (!collection) throw new Error('no collection.anki2')
  const db = new Database(Buffer.from(collection))
  try {
    const all = (sql: string) => db.prepare(sql).all() as Row[]
    const integrity = db.pragma('integrity_check', { simple: true })
    if (integrity !== 'ok') throw new Error(String(integrity))
    for (const [table, columns] of Object.entries(COLUMNS)) {
      const names = db.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table)
      if (names.join(' ') !== columns) throw new Error(`${table} has the columns ${names.join(' ')}`)
    }
    const [col] = all('SELECT * FROM col')
    if (!col) throw new Error('col is empty')
    const map: Record<string, string> = JSON.parse(strFromU8(files['media'] ?? new Uint8Array()))
    return {
      col,
      notes: all('SELECT * FROM notes ORDER BY id'),
      cards: all('SELECT * FROM cards ORDER BY nid, ord'),
      revlog: all('SELECT * FROM revlog ORDER BY id'),
      models: JSON.parse(String(col['models'])),
      decks: JSON.parse(String(col['decks'])),
      media: new Map(Object.entries(map).map(([number, name]) => [name, files[number] ?? new Uint8Array()])),
    }
  } finally {
    db.close()
  }
}

type Wrong = (where: string, what: string) => void

/**
 * What a package breaks of what Anki demands; nothing when Anki takes it as it is. Written from Anki's published schema
 * and its database check: tables and columns, numbers of notes and cards, fields and their separator, sort field and
 * checksum, GUIDs, note types, templates and gaps, decks, queues, log and media map.
 */
export function checkApkg(bytes: Uint8Array): string[] {
  const problems: string[] = []
  const wrong: Wrong = (where, what) => problems.push(`${where}: ${what}`)
  const content = readApkg(bytes)
  checkCollection(content, wrong)
  checkNotes(content, wrong)
  checkCards(content, wrong)
  checkLog(content, wrong)
  checkMedia(bytes, content, wrong)
  return problems
}

function checkCollection({ col, models, decks }: ApkgContent, wrong: Wrong): void {
  if (col['id'] !== 1 || col['ver'] !== 11) wrong('col', 'is not the one row of schema 11')
  if (Number(col['crt']) > Number(col['mod']) / 1000) wrong('col', 'was changed before it was made')
  if (decks['1']?.name !== 'Default') wrong('decks', 'lack the default deck')
  const options = JSON.parse(String(col['dconf']))
  for (const [key, deck] of Object.entries(decks)) {
    if (String(deck.id) !== key) wrong(`deck ${key}`, 'has another number')
    if (!options[String(deck.conf)]) wrong(`deck ${key}`, 'has options that are not there')
    if (deck.name === '' || deck.name.split('::').some((part) => part === '')) wrong(`deck ${key}`, 'has an empty name')
  }
  if (new Set(Object.values(decks).map(({ name }) => name.toLowerCase())).size !== Object.keys(decks).length)
    wrong('decks', 'share a name')
  for (const [key, model] of Object.entries(models)) {
    if (String(model.id) !== key) wrong(`model ${key}`, 'has another number')
    if ([...model.tmpls, ...model.flds].some((part) => part !== model.tmpls[part.ord] && part !== model.flds[part.ord]))
      wrong(`model ${key}`, 'numbers its parts otherwise')
    if (model.type === 1 && model.tmpls.length !== 1) wrong(`model ${key}`, 'is a cloze with several templates')
    if (model.type === 1 && !model.tmpls.every(({ qfmt, afmt }) => /\{\{cloze:/.test(qfmt) && /\{\{cloze:/.test(afmt)))
      wrong(`model ${key}`, 'is a cloze that shows none')
    const names = new Set(model.flds.map(({ name }) => name))
    for (const { qfmt, afmt } of model.tmpls)
      for (const [, name = ''] of `${qfmt}${afmt}`.matchAll(/\{\{[#/^]?(?:\w+:)*([^{}]+)\}\}/g))
        if (name !== 'FrontSide' && !names.has(name)) wrong(`model ${key}`, `shows a field ${name} that is not there`)
  }
}

function checkNotes({ notes, models, cards }: ApkgContent, wrong: Wrong): void {
  const owners = Map.groupBy(cards, ({ nid }) => nid)
  const guids = new Set<unknown>()
  for (const { id, guid, mid, flds, sfld, csum, tags, mod, flags, data } of notes) {
    const where = `note ${id}`
    const model = models[String(mid)]
    const fields = String(flds).split('\x1f')
    if (!model) wrong(where, 'has no note type')
    else if (fields.length !== model.flds.length) wrong(where, `has ${fields.length} fields`)
    const plain = stripHtml(fields[model?.sortf ?? 0] ?? '')
    if (String(sfld) !== plain) wrong(where, 'is sorted by something else')
    if (
      csum !==
      Number.parseInt(
        createHash('sha1')
          .update(stripHtml(fields[0] ?? ''))
          .digest('hex')
          .slice(0, 8),
        16,
      )
    )
      wrong(where, 'has a wrong checksum')
    if (!/^(?: \S+(?: \S+)* )?$/.test(String(tags))) wrong(where, 'has tags that are not parted by spaces')
    if (guids.has(guid) || String(guid) === '') wrong(where, 'has no GUID of its own')
    guids.add(guid)
    if (Number(mod) > 1e11 || Number(mod) <= 0) wrong(where, 'has no time in seconds')
    if (flags !== 0 || data !== '') wrong(where, 'has flags or data')
    if (Number(id) < 1e11) wrong(where, 'has no number in milliseconds')
    const own = owners.get(id) ?? []
    if (own.length === 0) wrong(where, 'has no card')
    for (const { ord } of own)
      if (
        model?.type === 1
          ? !new RegExp(`\\{\\{c${Number(ord) + 1}::`).test(String(fields[0]))
          : Number(ord) >= (model?.tmpls.length ?? 0)
      )
        wrong(where, `has a card ${ord} that nothing makes`)
  }
}

function checkCards({ notes, cards, decks }: ApkgContent, wrong: Wrong): void {
  const known = new Set(notes.map(({ id }) => id))
  const places = new Set<string>()
  for (const card of cards) {
    const { id, nid, did, ord, type, queue, due, ivl, odid, odue, data, left, factor } = card
    const where = `card ${id}`
    if (!known.has(nid ?? 0)) wrong(where, 'has no note')
    if (!decks[String(did)]) wrong(where, 'has no deck')
    if (places.has(`${nid} ${ord}`)) wrong(where, 'is there twice')
    places.add(`${nid} ${ord}`)
    for (const [name, value] of Object.entries(card))
      if (name !== 'data' && !Number.isInteger(value)) wrong(where, `${name} is ${value}`)
    const queues: Record<number, readonly number[]> = { 0: [0], 1: [1], 2: [2], 3: [1] }
    if (queue !== -1 && !queues[Number(type)]?.includes(Number(queue)))
      wrong(where, `stands in queue ${queue} of type ${type}`)
    if (type === 2 && Number(ivl) < 1) wrong(where, 'is in review without an interval')
    if (type === 0 && (Number(factor) !== 0 || Number(ivl) !== 0)) wrong(where, 'is new with an interval')
    if ((type === 1 || type === 3) && Number(due) < 1e6) wrong(where, 'is in a step without a time')
    if (type === 2 && Math.abs(Number(due)) > 1e6) wrong(where, 'is due on no day')
    if ((type === 1 || type === 3) && Number(left) === 0) wrong(where, 'is in a step with none left')
    if (odid !== 0 || odue !== 0) wrong(where, 'comes from a filtered deck')
    const memory = JSON.parse(String(data)) as { s?: number; d?: number }
    if (memory.s !== undefined && !(memory.s > 0)) wrong(where, 'has no stability')
    if (memory.d !== undefined && !(memory.d >= 1 && memory.d <= 10)) wrong(where, 'has no difficulty')
  }
}

function checkLog({ cards, revlog }: ApkgContent, wrong: Wrong): void {
  const known = new Set(cards.map(({ id }) => id))
  for (const { id, cid, ease, time, type, ivl } of revlog) {
    const where = `answer ${id}`
    if (!known.has(cid ?? 0)) wrong(where, 'is to no card')
    if (![1, 2, 3, 4].includes(Number(ease))) wrong(where, `has the button ${ease}`)
    if (![0, 1, 2, 3].includes(Number(type))) wrong(where, `is of type ${type}`)
    if (Number(time) < 0 || Number(time) > 60_000) wrong(where, 'took a time that Anki does not keep')
    if (!Number.isInteger(ivl) || ivl === 0) wrong(where, 'led to no interval')
  }
}

function checkMedia(bytes: Uint8Array, { notes, media }: ApkgContent, wrong: Wrong): void {
  const files = new Set(Object.keys(unzipSync(bytes)))
  files.delete('collection.anki2')
  files.delete('media')
  if (files.size !== media.size) wrong('media', `${files.size} files, ${media.size} names`)
  for (let number = 0; number < media.size; number += 1)
    if (!files.has(String(number))) wrong('media', `${number} is missing`)
  for (const [name, content] of media) {
    if (content.length === 0) wrong('media', `${name} is empty`)
    if (/[/\\:*?"<>|\0]/.test(name)) wrong('media', `${name} is no name of a file`)
  }
  for (const { id, flds } of notes)
    for (const [, name = ''] of String(flds).matchAll(/<img[^>]* src="([^":]+)"/g))
      if (!media.has(name)) wrong(`note ${id}`, `shows ${name}, which is not there`)
}

/** As Anki does for checksums: the name of a picture stays, tags go, entities become letters. */
function stripHtml(html: string): string {
  const words = html.replace(/<img[^>]* src="([^"]*)"[^>]*>/g, ' $1 ').replace(/<[^>]*>/g, '')
  return words
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&amp;', '&')
}
