import { guessTable, type TableColumns, type TableGuess } from '#shared/domain/card-columns.ts'
import { hasCloze } from '#shared/domain/cloze.ts'
import type { ImportedNote } from '#shared/domain/imported.ts'
import { escapeParagraphs } from '#shared/text/escape-markdown.ts'
import type { DocumentsResult } from '../import-result.ts'
import { tidyTags } from '../marks/mark-fields.ts'
import { parseRows } from '../tabular/parse-rows.ts'
import { titleFromName } from '../title.ts'
import { htmlToMarkdown } from './html-to-markdown.ts'
import { withOwnNames } from './own-names.ts'

/** Nobody writes more; what holds more is made to. */
const MAX_ROWS = 200_000
const MAX_SIDE_CHARS = 100_000

/** Whether a text begins as a table of cards that Anki writes. Source: Anki's manual, text files: file headers. */
export function isCardTable(head: string): boolean {
  return (
    /^#(?:separator|html|tags|columns|notetype|deck|guid|tags column|deck column):/im.test(head.slice(0, 400)) &&
    head.startsWith('#')
  )
}

/** A table of cards with what its columns seem to be. EMPTY and UNSUPPORTED for one that holds no two columns. */
export function textToCardTable(name: string, text: string): DocumentsResult {
  const guess = guessTable(sampleOf(text))
  if (guess === null) return { kind: 'failed', code: 'UNSUPPORTED' }
  if (readRows(text, guess.separator, MAX_ROWS + 1).length > MAX_ROWS) return { kind: 'failed', code: 'TOO_LARGE' }
  const notes = tableToNotes(text, guess)
  if (notes.length === 0) return { kind: 'failed', code: 'EMPTY' }
  const set = { title: titleFromName(name), notes, pictures: [], table: text }
  return { kind: 'documents', format: 'card-table', documents: [], cardSets: [set] }
}

/** As much of a table as is looked at to guess what it is. */
export function sampleOf(text: string): string {
  return text.slice(0, 60_000)
}

/** The rows of a table, without the lines that say how it is written. At most `limit` of them. */
export function readRows(text: string, separator: string, limit = MAX_ROWS): string[][] {
  const body = text.replace(/^\uFEFF/, '').replace(/^(?:#[a-z ]+:[^\n]*\n)+/i, '')
  return parseRows(body, { delimiter: separator, preview: limit })
}

/** The cards of a table whose columns are known. Rows without a question are left. */
export function tableToNotes(text: string, { separator, hasHeader, columns, isHtml }: TableGuess): ImportedNote[] {
  const rows = readRows(text, separator)
  const notes = (hasHeader ? rows.slice(1) : rows)
    .map((row) => rowToNote(row, columns, isHtml))
    .filter((note) => note !== null)
  return withOwnNames(notes)
}

function rowToNote(row: readonly string[], columns: TableColumns, isHtml: boolean): ImportedNote | null {
  const field = (at: number | null) => (at === null ? '' : (row[at] ?? '')).slice(0, MAX_SIDE_CHARS)
  const toSide = (text: string) => (isHtml ? htmlToMarkdown(text, () => null) : escapeParagraphs(text).join('\n'))
  const front = toSide(field(columns.front))
  const back = toSide(field(columns.back))
  const isCloze = hasCloze(front)
  if (front.trim() === '' || (back.trim() === '' && !isCloze)) return null
  return {
    guid: field(columns.guid).trim() || null,
    kind: isCloze ? 'cloze' : 'basic',
    isTyped: false,
    front,
    back,
    tags: tidyTags(field(columns.tags).split(/[\s,;]+/)),
    createdAtMs: null,
    cards: [],
  }
}
