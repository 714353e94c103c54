import type { ImportedMark, MarkedSource } from '#shared/domain/imported.ts'
import { type DocumentsResult, importedParts } from '../import-result.ts'
import { type ClippingLine, readClippingLine } from './clipping-line.ts'

const SEPARATOR = /^={8,}\s*$/m

/** What a Kindle writes after, or in place of, words beyond what a publisher lets be clipped: a sentence in brackets. */
const LIMIT = /\s*<(?:[^<>=/\s]+\s+){3,}[^<>=/\s]+>\s*$|\s*<[^<>=/\w]{8,200}>\s*$/

/** Whether a text is the file in which a Kindle collects what was marked. */
export function isKindleClippings(head: string): boolean {
  return /^[^\n]{1,400}\r?\n[-–—]\s[^\n]{5,400}\r?\n\r?\n/.test(head.replace(/^\uFEFF/, '')) && SEPARATOR.test(head)
}

interface Clipping extends ClippingLine {
  readonly title: string
  readonly byline: string | null
  readonly text: string
}

/** The marks in a Kindle's `My Clippings.txt`, by book. Bookmarks hold no words and are left. Never throws. */
export function kindleToSources(text: string): DocumentsResult {
  const clippings = text
    .replace(/\r\n?/g, '\n')
    .split(/^={8,}[^\S\n]*$/m)
    .map(readClipping)
    .filter((clipping) => clipping !== null)
  const books = Map.groupBy(clippings, ({ title, byline }) => `${title}\n${byline ?? ''}`)
  const sources = [...books.values()].flatMap((book): MarkedSource[] => {
    const [first] = book
    if (!first) return []
    const marks = toMarks(book)
    return [
      { title: first.title, byline: first.byline, url: null, publishedOn: null, program: 'Kindle', marks },
    ].filter((source) => source.marks.length > 0)
  })
  return importedParts('kindle', { sources })
}

function readClipping(part: string): Clipping | null {
  const [heading = '', about = '', ...rest] = part.replace(/^[\s\uFEFF]+/, '').split('\n')
  const line = readClippingLine(about)
  const text = rest
    .join('\n')
    .replace(/\u00a0/g, ' ')
    .replace(LIMIT, '')
    .trim()
  if (line === null || text === '') return null
  // "Title (Surname, Name)": the last brackets hold the author.
  const named = /^(.*\S)\s*\(([^()]*(?:\([^()]*\)[^()]*)*)\)\s*$/.exec(heading.trim())
  const title = (named?.[1] ?? heading).trim().slice(0, 1000)
  return { ...line, title, byline: named?.[2]?.trim() || null, text }
}

/** A note belongs to the mark it stands at the end of; what was marked again a little longer is one mark. */
function toMarks(book: readonly Clipping[]): ImportedMark[] {
  const highlights = book.filter(({ kind }) => kind === 'highlight')
  const kept = highlights.filter((one, index) => !highlights.some((other, at) => at > index && covers(other, one)))
  const notes = book.filter(
    (one, index) => one.kind === 'note' && !book.some((other, at) => at > index && revises(other, one)),
  )
  const taken = new Set<Clipping>()
  const marks = kept.map((highlight) => {
    const own = notes.filter((note) => !taken.has(note) && standsAt(note, highlight))
    for (const note of own) taken.add(note)
    return toMark(highlight, highlight.text, own.map(({ text }) => text).join('\n\n'))
  })
  return [...marks, ...notes.filter((note) => !taken.has(note)).map((note) => toMark(note, '', note.text))]
}

/** A note is kept anew each time that it is put away, with what has been added to it. */
function revises(later: Clipping, earlier: Clipping): boolean {
  const isSamePlace = later.from === earlier.from && later.page === earlier.page
  return later.kind === 'note' && isSamePlace && later.text.startsWith(earlier.text)
}

function covers(later: Clipping, earlier: Clipping): boolean {
  const isNear =
    later.from === null || earlier.from === null
      ? later.page === earlier.page
      : Math.abs(later.from - earlier.from) <= 10
  return isNear && (later.text.includes(earlier.text) || earlier.text.includes(later.text)) && later.text.length >= 8
}

function standsAt(note: Clipping, highlight: Clipping): boolean {
  if (note.from === null || highlight.from === null || highlight.to === null) return false
  return note.from >= highlight.from && note.from <= highlight.to
}

function toMark({ page, from, createdAtMs }: Clipping, quote: string, note: string): ImportedMark {
  const place = page !== null ? `Page ${page}` : from !== null ? `Location ${from}` : null
  return { quote, prefix: '', suffix: '', note, tags: [], createdAtMs, place, color: null }
}
