import type { MarkedSource, SavedAddress } from '#shared/domain/imported.ts'
import { type DocumentsResult, importedParts } from '../import-result.ts'
import { makeMark, parseMoment, splitTags, webAddress, words } from './mark-fields.ts'

type Row = ReadonlyMap<string, string>

/** A table that a program for reading writes, told by the names of its columns. */
interface MarkedTable {
  readonly program: string
  readonly needs: readonly string[]
  read(rows: readonly Row[]): DocumentsResult
}

const tables: readonly MarkedTable[] = [
  { program: 'Readwise', needs: ['highlight', 'book title'], read: readReadwise },
  { program: 'Readwise Reader', needs: ['url', 'title', 'saved date', 'reading progress'], read: readReader },
  { program: 'Hypothesis', needs: ['created at', 'url', 'quote', 'comment'], read: readHypothesisTable },
  { program: 'Instapaper', needs: ['url', 'title', 'selection', 'folder'], read: readInstapaper },
  { program: 'Pocket', needs: ['url', 'title', 'time_added', 'status'], read: readPocket },
]

/** The marks or addresses in a table of another program; null when the columns are of none that is known. */
export function readMarkedTable(names: readonly string[], rows: readonly string[][]): DocumentsResult | null {
  const keys = names.map((name) =>
    name
      .replace(/^\uFEFF/, '')
      .trim()
      .toLowerCase(),
  )
  const table = tables.find(({ needs }) => needs.every((name) => keys.includes(name)))
  return table?.read(rows.map((row) => new Map(keys.map((key, at) => [key, row[at] ?? ''])))) ?? null
}

function readReadwise(rows: readonly Row[]): DocumentsResult {
  const books = Map.groupBy(rows, (row) => `${row.get('book title')}\n${row.get('book author')}`)
  const sources = [...books.values()].flatMap((book): MarkedSource[] => {
    const [first] = book
    if (!first) return []
    const marks = book
      .filter((row) => (row.get('highlight') ?? '').trim() !== '' || (row.get('note') ?? '').trim() !== '')
      .map((row) => {
        return makeMark({
          quote: row.get('highlight') ?? '',
          note: row.get('note') ?? '',
          tags: splitTags(row.get('tags') ?? ''),
          createdAtMs: parseMoment(row.get('highlighted at')),
          color: row.get('color') || null,
          place: readwisePlace(words(row.get('location type')), words(row.get('location'))),
        })
      })
    const url = webAddress(first.get('source url') ?? first.get('url'))
    const title = words(first.get('book title')) || 'Untitled'
    return [
      { title, byline: words(first.get('book author')) || null, url, publishedOn: null, program: 'Readwise', marks },
    ]
  })
  return importedParts('readwise', { sources })
}

/** The place of a mark in an article is its number among the others, which says nothing. */
function readwisePlace(kind: string, at: string): string | null {
  if (at === '') return null
  if (/page/i.test(kind)) return `Page ${at}`
  return /^location$/i.test(kind) ? `Location ${at}` : null
}

/** What someone keeps to read in Readwise's Reader. */
function readReader(rows: readonly Row[]): DocumentsResult {
  return importedParts('readwise', { addresses: rows.flatMap((row) => savedRow(row, 'document tags', 'saved date')) })
}

function savedRow(row: Row, tags: string, savedAt: string): SavedAddress[] {
  const url = webAddress(row.get('url'))
  if (url === null) return []
  return [
    {
      url,
      title: words(row.get('title')) || url,
      tags: splitTags(row.get(tags) ?? ''),
      savedAtMs: parseMoment(row.get(savedAt)),
    },
  ]
}

/** A reply belongs to another note. Source: the table that the client of Hypothesis exports. */
function readHypothesisTable(rows: readonly Row[]): DocumentsResult {
  const notes = rows.filter((row) => !/^reply$/i.test(words(row.get('type'))))
  const pages = Map.groupBy(notes, (row) => row.get('url') ?? '')
  const sources = [...pages].map(([url, page]): MarkedSource => {
    const marks = page.map((row) =>
      makeMark({
        quote: row.get('quote') ?? '',
        note: row.get('comment') ?? '',
        tags: splitTags(row.get('tags') ?? ''),
        createdAtMs: parseMoment(row.get('created at')),
      }),
    )
    return { title: url, byline: null, url: webAddress(url), publishedOn: null, program: 'Hypothesis', marks }
  })
  return importedParts('hypothesis', { sources })
}

/** A row without a selection is a page kept to be read. */
function readInstapaper(rows: readonly Row[]): DocumentsResult {
  const pages = Map.groupBy(
    rows.filter((row) => webAddress(row.get('url')) !== null),
    (row) => row.get('url') ?? '',
  )
  const sources: MarkedSource[] = []
  const addresses: SavedAddress[] = []
  for (const [address, page] of pages) {
    const url = webAddress(address)
    const title = words(page[0]?.get('title')) || address
    if (url === null) continue
    const marked = page.filter((row) => (row.get('selection') ?? '').trim() !== '')
    const tagsOf = (row: Row) => splitTags((row.get('tags') ?? '').replace(/[[\]"]/g, ''))
    const marks = marked.map((row) =>
      makeMark({
        quote: row.get('selection') ?? '',
        tags: tagsOf(row),
        createdAtMs: parseMoment(row.get('timestamp')),
      }),
    )
    if (marks.length > 0) sources.push({ title, byline: null, url, publishedOn: null, program: 'Instapaper', marks })
    addresses.push({
      url,
      title,
      tags: page[0] ? tagsOf(page[0]) : [],
      savedAtMs: parseMoment(page[0]?.get('timestamp')),
    })
  }
  return importedParts('instapaper', { sources, addresses })
}

function readPocket(rows: readonly Row[]): DocumentsResult {
  const addresses = rows.flatMap((row) => savedRow(row, 'tags', 'time_added'))
  return importedParts('pocket', { addresses })
}
