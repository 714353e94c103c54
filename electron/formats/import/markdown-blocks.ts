import type { DraftBlock } from './document-text.ts'
import { dropAsides } from './markdown-dialects.ts'
import { inlineToText } from './markdown-inline.ts'

const FENCE = /^ {0,3}(`{3,}|~{3,})/
const HEADING = /^ {0,3}(#{1,6})(?:[ \t]+(.*))?$/
const RULE = /^ {0,3}(?:(?:- *){3,}|(?:\* *){3,}|(?:_ *){3,})$/
const UNDERLINE = /^ {0,3}(=+|-+)$/
const QUOTE = /^ {0,3}> ?/
const BULLET = /^ {0,12}[-*+][ \t]+(?=\S)/
const ORDINAL = /^ {0,12}(\d{1,9}[.)])[ \t]+(?=\S)/
const PICTURE = /^!\[([^[\]]{0,1000})\]\([^()]{0,2000}\)$/
const FOOTNOTE = /^ {0,3}\[\^([^[\]\s]{1,60})\]:[ \t]*(?=\S)/
const CALLOUT = /^\[![\w-]{1,40}(?:\|[^\]]{0,100})?\][+-]?\s*/
const TASK = /^\[[ xX/>-]\][ \t]+/
const COLUMNS = /^ {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?$/
const DEFINITION = /^ {0,3}\[[^[\]]{1,200}\]: ?\S{1,2000}(?: "[^"]{0,300}")?$/

interface Parsing {
  readonly drafts: DraftBlock[]
  /** The lines of the block being read, without their marks. */
  open: string[]
  kind: 'paragraph' | 'quote' | 'list-item' | 'code' | 'table'
  /** What ends the code block being read. */
  fence: string | null
}

/**
 * The blocks of a Markdown text whose line ends are "\n": headings, quotes, list items, code and paragraphs, pictures as
 * their caption; a row of a table and a footnote are list items. Linear.
 */
export function parseMarkdownBlocks(markdown: string): DraftBlock[] {
  const parsing: Parsing = { drafts: [], open: [], kind: 'paragraph', fence: null }
  for (const raw of dropAsides(markdown).split('\n')) {
    const line = raw.trimEnd()
    if (parsing.fence !== null) readCode(parsing, line)
    else if (!readMarkedLine(parsing, line)) readPlainLine(parsing, line)
  }
  close(parsing)
  return parsing.drafts
}

function readCode(parsing: Parsing, line: string): void {
  const { fence } = parsing
  if (fence !== null && line.trim().startsWith(fence) && /^ *[`~]+$/.test(line)) close(parsing)
  else parsing.open.push(line)
}

/** Lines that begin a block by a mark of their own. Gives false for all others. */
function readMarkedLine(parsing: Parsing, line: string): boolean {
  const fence = FENCE.exec(line)?.[1]
  if (fence !== undefined) return begin(parsing, 'code', fence)
  const heading = HEADING.exec(line)
  if (heading !== null) {
    close(parsing)
    return addText(parsing, 'heading', (heading[2] ?? '').replace(/(?:^|[ \t])#+$/, ''), heading[1]?.length ?? 1)
  }
  return (
    readTable(parsing, line) ||
    readUnderline(parsing, line) ||
    readQuote(parsing, line) ||
    readItem(parsing, line) ||
    readAside(parsing, line)
  )
}

/** A line of names over one that parts the columns begins a table; what follows with a bar belongs to it. */
function readTable(parsing: Parsing, line: string): boolean {
  if (parsing.kind === 'table') {
    if (line.includes('|')) return addRow(parsing, line)
    close(parsing)
    return false
  }
  const names = parsing.open.at(-1)
  if (
    parsing.kind !== 'paragraph' ||
    !names?.includes('|') ||
    !line.includes('-') ||
    !COLUMNS.test(line.slice(0, 2000))
  )
    return false
  parsing.open.pop()
  begin(parsing, 'table')
  return addRow(parsing, names)
}

function addRow(parsing: Parsing, line: string): true {
  const cells = line
    .trim()
    .replace(/^\||(?<!\\)\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.replace(/\\\|/g, '|').trim())
  return addText(parsing, 'list-item', cells.filter((cell) => cell !== '').join(' · '))
}

function readUnderline(parsing: Parsing, line: string): boolean {
  const mark = UNDERLINE.exec(line)?.[1]
  if (mark !== undefined && parsing.kind === 'paragraph' && parsing.open.length > 0) {
    const text = parsing.open.join(' ')
    parsing.open = []
    return addText(parsing, 'heading', text, mark.startsWith('=') ? 1 : 2)
  }
  if (!RULE.test(line)) return false
  close(parsing)
  return true
}

function readQuote(parsing: Parsing, line: string): boolean {
  const mark = QUOTE.exec(line)
  if (mark === null) return false
  const words = line.slice(mark[0].length).replace(/^(?:> ?)+/, '')
  if (parsing.kind !== 'quote' || words.trim() === '') begin(parsing, 'quote')
  const callout = CALLOUT.exec(words)
  if (callout !== null) {
    addText(parsing, 'quote', words.slice(callout[0].length))
    parsing.kind = 'quote'
  } else if (words.trim() !== '') parsing.open.push(words.trim())
  return true
}

/** A number stays in the text of its item, since nothing else would keep it. */
function readItem(parsing: Parsing, line: string): boolean {
  const footnote = FOOTNOTE.exec(line)
  if (footnote !== null) {
    begin(parsing, 'list-item')
    parsing.open.push(`\\[${footnote[1]}\\] ${line.slice(footnote[0].length)}`)
    return true
  }
  const bullet = BULLET.exec(line)
  const ordinal = bullet === null ? ORDINAL.exec(line) : null
  const mark = bullet ?? ordinal
  if (mark === null) return false
  begin(parsing, 'list-item')
  parsing.open.push(`${ordinal === null ? '' : `${ordinal[1]} `}${line.slice(mark[0].length).replace(TASK, '')}`)
  return true
}

function readAside(parsing: Parsing, line: string): boolean {
  if (parsing.open.length > 0) return false
  const picture = PICTURE.exec(line.trim().slice(0, 4000))
  if (picture !== null) return addText(parsing, 'caption', picture[1] ?? '')
  return DEFINITION.test(line.slice(0, 4000))
}

function readPlainLine(parsing: Parsing, line: string): void {
  if (line.trim() === '') close(parsing)
  else if (parsing.kind === 'quote') {
    begin(parsing, 'paragraph')
    parsing.open.push(line.trim())
  } else parsing.open.push(line.trim().replace(/\\$/, ''))
}

function begin(parsing: Parsing, kind: Parsing['kind'], fence: string | null = null): true {
  close(parsing)
  parsing.kind = kind
  parsing.fence = fence
  return true
}

function close(parsing: Parsing): void {
  const { kind, open } = parsing
  parsing.open = []
  parsing.kind = 'paragraph'
  parsing.fence = null
  if (kind === 'table') return
  if (kind !== 'code') addText(parsing, kind, open.join(' '))
  else {
    const code = open.join('\n').replace(/^\n+/, '').trimEnd()
    if (code.trim() !== '') parsing.drafts.push({ kind, text: code })
  }
}

function addText(parsing: Parsing, kind: DraftBlock['kind'], markdown: string, level?: number): true {
  const text = inlineToText(markdown)
    .replace(/[^\S\n]{2,}/g, ' ')
    .trim()
  if (text !== '') parsing.drafts.push(level === undefined ? { kind, text } : { kind, text, level })
  return true
}
