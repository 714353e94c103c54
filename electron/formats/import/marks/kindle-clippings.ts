import type { ImportedMark, MarkedSource } from '#shared/domain/imported.ts'
import { type DocumentsResult, importedParts } from '../import-result.ts'
import { parseClippingDate } from './clipping-date.ts'

const SEPARATOR = /^={8,}\s*$/m

/** How each language names what was clipped. Source: the files that Kindles of these languages write. */
const HIGHLIGHT =
  /highlight|markierung|surlignement|subrayado|evidenziazione|destaque|markering|markerad|zaznaczenie|выделенн|хайлайт|ハイライト|标注|標註|하이라이트|vurgu|zvýraznění/i
const NOTE = /\b(?:note|notiz|nota|notitie|anteckning|notatka|poznámka|not)\b|заметка|メモ|笔记|筆記|메모/i
const PAGE = /(?:page|seite|página|pagina|sida|strona|strana|странице?|ページ|页|頁|sayfa)[\s.:]*([\divxlc]+(?:-\d+)?)/i
const LOCATION =
  /(?:location|loc\.|position|emplacement|posición|posizione|posição|locatie|plats|miejsce|место|位置|位置No\.|konum)[\s.:#No]*(\d+)(?:-(\d+))?/i

/** Whether a text is the file in which a Kindle collects what was marked. */
export function isKindleClippings(head: string): boolean {
  return /^[^\n]{1,400}\r?\n-\s[^\n]{5,400}\r?\n\r?\n/.test(head.replace(/^\uFEFF/, '')) && SEPARATOR.test(head)
}

interface Clipping {
  readonly title: string
  readonly byline: string | null
  readonly kind: 'highlight' | 'note'
  readonly from: number | null
  readonly to: number | null
  readonly place: string | null
  readonly createdAtMs: number | null
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
  const lines = part.replace(/^[\s\uFEFF]+/, '').split('\n')
  const [heading = '', about = '', ...rest] = lines
  if (!/^-\s/.test(about)) return null
  const text = rest
    .join('\n')
    .replace(/\u00a0/g, ' ')
    .trim()
  const isHighlight = HIGHLIGHT.test(about)
  if (text === '' || (!isHighlight && !NOTE.test(about))) return null
  // "Title (Surname, Name)": the last brackets hold the author.
  const named = /^(.*\S)\s*\(([^()]*(?:\([^()]*\)[^()]*)*)\)\s*$/.exec(heading.trim())
  const page = PAGE.exec(about)?.[1] ?? null
  const location = LOCATION.exec(about)
  const from = location?.[1] === undefined ? null : Number(location[1])
  return {
    title: (named?.[1] ?? heading).trim().slice(0, 1000),
    byline: named?.[2]?.trim() || null,
    kind: isHighlight ? 'highlight' : 'note',
    from,
    to: location?.[2] === undefined ? from : endOfRange(location[1] ?? '', location[2]),
    place: page !== null ? `Page ${page}` : from !== null ? `Location ${from}` : null,
    createdAtMs: parseClippingDate(about),
    text,
  }
}

/** Older files shorten the end of a range: 1024-27 ends at 1027. */
function endOfRange(from: string, to: string): number {
  return Number(to.length < from.length ? from.slice(0, from.length - to.length) + to : to)
}

/** A note belongs to the mark it stands at the end of; what was marked again a little longer is one mark. */
function toMarks(book: readonly Clipping[]): ImportedMark[] {
  const highlights = book.filter(({ kind }) => kind === 'highlight')
  const kept = highlights.filter((one, index) => !highlights.some((other, at) => at > index && covers(other, one)))
  const notes = book.filter(({ kind }) => kind === 'note')
  const taken = new Set<Clipping>()
  const marks = kept.map((highlight) => {
    const own = notes.filter((note) => !taken.has(note) && standsAt(note, highlight))
    for (const note of own) taken.add(note)
    return toMark(highlight, highlight.text, own.map(({ text }) => text).join('\n\n'))
  })
  return [...marks, ...notes.filter((note) => !taken.has(note)).map((note) => toMark(note, '', note.text))]
}

function covers(later: Clipping, earlier: Clipping): boolean {
  const isNear = later.from === null || earlier.from === null || Math.abs(later.from - earlier.from) <= 10
  return isNear && (later.text.includes(earlier.text) || earlier.text.includes(later.text)) && later.text.length >= 8
}

function standsAt(note: Clipping, highlight: Clipping): boolean {
  if (note.from === null || highlight.from === null || highlight.to === null) return false
  return note.from >= highlight.from && note.from <= highlight.to
}

function toMark({ place, createdAtMs }: Clipping, quote: string, note: string): ImportedMark {
  return { quote, prefix: '', suffix: '', note, tags: [], createdAtMs, place, color: null }
}
