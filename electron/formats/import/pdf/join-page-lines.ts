import type { DraftBlock } from '../document-text.ts'
import type { PageLine } from './page-lines.ts'

const HEADING_RATIO = 1.12
const MAX_HEADING_CHARS = 220
// Fonts of symbols have their dots where each keeps its own signs.
const BULLET = /^(?:[•‣▪◦●–—*-]|\p{Co}|\(?\d{1,3}[.)])\s+(?=\S)/u
const NUMBER = /^\(?\d{1,3}[.)]/
/** Notes at the foot of a page are set this much smaller at least. */
const NOTE_RATIO = 0.93
const NOTE = /^(?:\[?\d{1,3}\]?[.)]?\s|\[?[*†‡§]\]?)/

/**
 * Paragraphs and headings out of lines in reading order. A line begins a paragraph where the space above it, its indent,
 * its size or a short line before it say so; words that were hyphenated at a line's end are joined again. A paragraph
 * that runs over to the next page or column stays one; notes at the foot of its page stand after it.
 */
export function joinPageLines(pages: readonly (readonly PageLine[])[]): DraftBlock[] {
  const lines = pages.flat()
  const body = commonSize(lines)
  const spacing = commonSpacing(pages)
  const drafts: DraftBlock[] = []
  let open: PageLine[] = []
  let notes: PageLine[][] = []
  const close = () => {
    drafts.push(...[open, ...notes].map((one) => toDraft(one, body)).filter((draft) => draft !== null))
    open = []
    notes = []
  }
  for (const page of pages) {
    const foot = footOf(page, body)
    for (const line of page.slice(0, foot)) {
      const last = open.at(-1)
      if (last && !continues(last, line, open, spacing)) close()
      open.push(line)
    }
    notes.push(...partNotes(page.slice(foot)))
  }
  close()
  return drafts
}

/** Where the notes at the foot of a page begin: small lines down to its end, the first of which has a mark. */
function footOf(page: readonly PageLine[], body: number): number {
  let foot = page.length
  while (foot > 1 && (page[foot - 1]?.size ?? body) < body * NOTE_RATIO) foot -= 1
  while (foot < page.length && !NOTE.test(page[foot]?.text ?? '')) foot += 1
  return foot
}

function partNotes(lines: readonly PageLine[]): PageLine[][] {
  const notes: PageLine[][] = []
  for (const line of lines)
    if (notes.length === 0 || NOTE.test(line.text)) notes.push([line])
    else notes.at(-1)?.push(line)
  return notes
}

function continues(last: PageLine, line: PageLine, open: readonly PageLine[], spacing: number): boolean {
  if (Math.abs(last.size - line.size) > Math.max(0.6, last.size * 0.06)) return false
  if (BULLET.test(line.text) && (!/\w-$/.test(last.text) || NUMBER.test(line.text)))
    return !startsItem(last, line, open)
  const [first] = open
  if (first && BULLET.test(first.text) && line.x < first.x - line.size * 0.3 && line.y < last.y) return false
  const width = Math.max(...open.map((one) => one.right - one.x), line.right - line.x)
  const isFull = last.right - last.x > width * 0.85
  const drop = last.y - line.y
  // Up again: the next column or page. A sentence that is not over goes on there.
  if (drop < 0 || drop > spacing * 6) return !/[.!?:]["'”’)]?$/.test(last.text)
  if (drop > spacing * 1.45) return false
  const isIndented = line.x - Math.min(...open.map(({ x }) => x)) > line.size * 0.8
  if (isIndented && /[.!?]["'”’)]?$/.test(last.text)) return false
  return isFull || !/[.!?]["'”’)]?$/.test(last.text)
}

/** A number at the start of a line is an item of a list unless the sentence before is not over and it is none's start. */
function startsItem(last: PageLine, line: PageLine, [first]: readonly PageLine[]): boolean {
  // The next number after that of an item, whatever that ends with.
  const numberOf = (text: string) => Number(/^\(?(\d{1,3})[.)]/.exec(text)?.[1] ?? -9)
  if (first && numberOf(line.text) === numberOf(first.text) + 1) return true
  return /[.!?:;]["'”’)]?$/.test(last.text) || !NUMBER.test(line.text) || line.x > last.x
}

function toDraft(lines: readonly PageLine[], body: number): DraftBlock | null {
  const [first] = lines
  if (!first) return null
  const text = joinWords(lines.map(({ text: words }) => words))
  if (text === '') return null
  if (first.size > body * HEADING_RATIO && text.length <= MAX_HEADING_CHARS)
    return { kind: 'heading', text, level: first.size > body * 1.6 ? 1 : first.size > body * 1.3 ? 2 : 3 }
  const bullet = BULLET.exec(text)
  if (!bullet) return { kind: 'paragraph', text }
  return { kind: 'list-item', text: NUMBER.test(text) ? text : text.slice(bullet[0].length) }
}

/** Joins lines. A hyphen between small letters at a line's end was put there by the setter. */
function joinWords(lines: readonly string[]): string {
  let text = ''
  for (const line of lines) {
    if (/\p{Ll}[-\u00AD\u2010]$/u.test(text) && /^\p{Ll}/u.test(line)) text = text.slice(0, -1) + line
    else text = text === '' ? line : `${text} ${line}`
  }
  return text
    .replace(/\u00AD/g, '')
    .trim()
    .toWellFormed()
}

/** The size that most letters have. */
function commonSize(lines: readonly PageLine[]): number {
  const chars = new Map<number, number>()
  for (const { size, text } of lines) {
    const key = Math.round(size * 2) / 2
    chars.set(key, (chars.get(key) ?? 0) + text.length)
  }
  return [...chars].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 10
}

/** The distance between most lines. */
function commonSpacing(pages: readonly (readonly PageLine[])[]): number {
  const counts = new Map<number, number>()
  for (const page of pages)
    for (const [index, line] of page.entries()) {
      const drop = Math.round(((page[index - 1]?.y ?? line.y) - line.y) * 2) / 2
      if (drop > 0) counts.set(drop, (counts.get(drop) ?? 0) + 1)
    }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 14
}
