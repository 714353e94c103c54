import { type Furniture, readFurniture } from './furniture.ts'
import { type HeadLine, readHeadLine } from './head-line.ts'
import { countWords, endsSentence, isProse } from './line-shape.ts'
import type { TextLine } from './text-lines.ts'
import { parseWrittenDate } from './written-date.ts'

/** A line of the article itself. */
export interface ContentLine extends TextLine {
  readonly isCaption: boolean
}

/** What a page said about its article outside the text. */
export type PageFacts = { readonly [Field in HeadLine['field']]: string | null }

/** An article's lines, freed of the page around them. */
export interface StrippedPage {
  readonly lines: ContentLine[]
  readonly facts: PageFacts
}

/** A caption longer than this is a paragraph that follows an empty caption. */
const MAX_CAPTION_CHARS = 400
/** More lines than this after "Related" are not a list of links. */
const MAX_END_LINES = 60

interface Reading {
  readonly lines: ContentLine[]
  readonly facts: { -readonly [Field in keyof PageFacts]: PageFacts[Field] }
  /** Whether no running text has come yet. */
  inHead: boolean
  /** What the line before announced. */
  expected: 'caption' | 'credit' | 'date' | null
  /** Whether something was left out since the last line that was kept. */
  gap: boolean
}

/** Drops the furniture of a page, whole lines only, and gathers what it states about the article. Linear. */
export function stripFurniture(lines: readonly TextLine[]): StrippedPage {
  const roles = settleDoubts(lines.map((line) => readFurniture(line.text)))
  const end = findEndMatter(lines, roles)
  const reading: Reading = {
    lines: [],
    facts: { title: null, source: null, byline: null, url: null, publishedOn: null },
    inHead: true,
    expected: null,
    gap: false,
  }
  lines.slice(0, end).forEach((line, index) => {
    const role = roles[index] ?? null
    if (role === null) readContent(reading, line)
    else readRole(reading, line, role)
  })
  return reading
}

/** A doubtful line is furniture beside other furniture, beside another doubtful one, or as the last of the page. */
function settleDoubts(roles: readonly (Furniture | null)[]): (Furniture | null)[] {
  const settled = [...roles]
  for (let start = 0; start < roles.length; start += 1) {
    if (roles[start]?.role !== 'maybe') continue
    let end = start + 1
    while (roles[end]?.role === 'maybe') end += 1
    const isFurniture = end - start > 1 || end === roles.length || isCertain(roles[start - 1]) || isCertain(roles[end])
    settled.fill(isFurniture ? { role: 'drop' } : null, start, end)
    start = end
  }
  return settled
}

function isCertain(furniture: Furniture | null | undefined): boolean {
  return furniture !== null && furniture !== undefined && furniture.role !== 'caption' && furniture.role !== 'maybe'
}

/** Where links to other articles begin that nothing but links follows; the number of lines when there are none. */
function findEndMatter(lines: readonly TextLine[], roles: readonly (Furniture | null)[]): number {
  let end = lines.length
  for (let index = lines.length - 1; index >= Math.max(0, lines.length - MAX_END_LINES); index -= 1) {
    const role = roles[index]
    const text = lines[index]?.text ?? ''
    if (role?.role === 'end') end = index
    else if (role === null && (isProse(text) || endsSentence(text))) break
  }
  return end
}

function readRole(reading: Reading, line: TextLine, furniture: Furniture): void {
  reading.gap = true
  reading.expected = null
  if (furniture.role === 'caption') {
    if (furniture.text === null) reading.expected = 'caption'
    else keep(reading, { ...line, text: furniture.text }, true)
  } else if (furniture.role === 'credit') reading.expected = 'credit'
  else if (furniture.role === 'published') {
    if (furniture.date === null) reading.expected = 'date'
    else reading.facts.publishedOn ??= furniture.date
  }
}

function readContent(reading: Reading, line: TextLine): void {
  const { expected } = reading
  reading.expected = null
  if (expected === 'credit' && isCredit(line)) {
    reading.gap = true
    return
  }
  const isCaption = expected === 'caption' && line.text.length <= MAX_CAPTION_CHARS
  if (!isCaption && (readDate(reading, line, expected) || readHead(reading, line))) return
  keep(reading, line, isCaption)
  if (!isCaption && isProse(line.text)) reading.inHead = false
}

function isCredit(line: TextLine): boolean {
  return !line.afterBlank && line.text.length <= 40 && countWords(line.text) <= 5 && !endsSentence(line.text)
}

function readDate(reading: Reading, line: TextLine, expected: Reading['expected']): boolean {
  if (expected !== 'date') return false
  const date = parseWrittenDate(line.text)
  if (date === null) return false
  reading.facts.publishedOn ??= date
  reading.gap = true
  return true
}

/** Lines above the text: "By Jane Doe", "15 September 2014", "Source: ...". "By ..." needs a title above it. */
function readHead(reading: Reading, line: TextLine): boolean {
  if (!reading.inHead) return false
  const head = readHeadLine(line.text)
  if (head === null || reading.facts[head.field] !== null) return false
  if (!head.isCertain && reading.lines.length === 0 && reading.facts.title === null) return false
  reading.facts[head.field] = head.value
  reading.gap = true
  return true
}

function keep(reading: Reading, line: TextLine, isCaption: boolean): void {
  reading.lines.push({ ...line, afterBlank: line.afterBlank || reading.gap, isCaption })
  reading.gap = false
}
