import { endsSentence } from './line-shape.ts'
import type { ContentLine } from './strip-furniture.ts'

export type PassageKind = 'text' | 'caption' | 'quote' | 'list-item'

/** Lines that belong together, joined to one. */
export interface Passage {
  readonly kind: PassageKind
  readonly text: string
  /** Whether a blank line or something left out comes before it. */
  readonly afterBlank: boolean
}

/** A text is hard-wrapped at a width of this many characters, or not at all. */
const MIN_WRAP_CHARS = 40
const MAX_WRAP_CHARS = 120
/** Share of line breaks inside paragraphs that stand where the next word would not have fitted. */
const MIN_FULL_SHARE = 0.5
/** Share of lines longer than any width that a wrapped text may hold: addresses, pasted paragraphs. */
const MAX_OVERLONG_SHARE = 0.1
/** How many characters short of the width a line may end and still be called full. */
const RAGGED_CHARS = 2

interface Marked extends Omit<Passage, 'text'> {
  readonly body: string
  readonly indent: number
  readonly opens: boolean
}

/** Puts the lines of hard-wrapped paragraphs, quotes and list items together again; other lines stay alone. Linear. */
export function joinLines(lines: readonly ContentLine[]): Passage[] {
  const marked = lines.map(readMark)
  const width = wrapWidth(marked)
  const groups: Marked[][] = []
  marked.forEach((line, index) => {
    const before = marked[index - 1]
    const group = groups.at(-1)
    if (before !== undefined && group !== undefined && continues(before, line, width)) group.push(line)
    else groups.push([line])
  })
  return groups.flatMap((group) => {
    const first = group[0]
    return first === undefined ? [] : [{ kind: first.kind, text: glue(group), afterBlank: first.afterBlank }]
  })
}

/** Takes the mark of a quote or a list item off; lines of nothing but marks are gone by now. Numbers of a list stay, since nothing else would keep them. */
function readMark(line: ContentLine): Marked {
  const { text, indent, afterBlank, isCaption } = line
  if (isCaption) return { kind: 'caption', body: text, indent, afterBlank, opens: true }
  const quote = /^(?:> ?)+/.exec(text.slice(0, 200))
  if (quote !== null)
    return { kind: 'quote', body: text.slice(quote[0].length).trim(), indent, afterBlank, opens: false }
  const bullet = /^[-*•‣◦·●■▪] +(?=\S)/u.exec(text.slice(0, 20))
  if (bullet !== null) return { kind: 'list-item', body: text.slice(bullet[0].length), indent, afterBlank, opens: true }
  const isNumbered = /^\d{1,3}[.)] +\S/.test(text.slice(0, 20))
  return { kind: isNumbered ? 'list-item' : 'text', body: text, indent, afterBlank, opens: isNumbered }
}

/** The width at which the text was wrapped, in characters; null when its lines are whole paragraphs. */
function wrapWidth(lines: readonly Marked[]): number | null {
  const overlong = lines.filter((line) => line.body.length > MAX_WRAP_CHARS).length
  if (overlong > lines.length * MAX_OVERLONG_SHARE) return null
  const breaks = lines.flatMap((line, index) => {
    const next = lines[index + 1]
    return next === undefined || next.afterBlank || next.opens ? [] : [{ line, next }]
  })
  const lengths = breaks.map(({ line }) => line.body.length).sort((a, b) => a - b)
  const width = lengths[Math.floor(lengths.length * 0.95)] ?? 0
  if (width < MIN_WRAP_CHARS || width > MAX_WRAP_CHARS) return null
  const full = breaks.filter(({ line, next }) => isFull(line, next, width))
  const sentences = full.filter(({ line }) => endsSentence(line.body)).length
  return full.length >= breaks.length * MIN_FULL_SHARE && sentences < full.length / 2 ? width : null
}

/** Whether the first word of `next` would not have fitted on `line`. */
function isFull(line: Marked, next: Marked, width: number): boolean {
  const firstWord = /^\S+/.exec(next.body.slice(0, MAX_WRAP_CHARS))?.[0] ?? ''
  return line.body.length + 1 + firstWord.length > width - RAGGED_CHARS
}

function continues(before: Marked, line: Marked, width: number | null): boolean {
  if (line.afterBlank || line.opens) return false
  if (line.kind === 'quote' && before.kind !== 'quote') return false
  if (before.kind === 'quote' && line.kind !== 'quote') return false
  const runsOn = !endsSentence(before.body) && /^\p{Ll}/u.test(line.body)
  if (width === null) return runsOn && before.body.length <= MAX_WRAP_CHARS
  const startsParagraph = line.indent >= before.indent + 2 && endsSentence(before.body) && before.kind === 'text'
  return runsOn || (isFull(before, line, width) && !startsParagraph)
}

/** A word broken at its hyphen keeps it and gets no space: whether it belongs there only a dictionary could tell. */
function glue(group: readonly Marked[]): string {
  const parts: string[] = []
  group.forEach(({ body }, index) => {
    const before = group[index - 1]?.body
    if (before !== undefined && !isBrokenWord(before, body)) parts.push(' ')
    parts.push(body)
  })
  return parts.join('')
}

function isBrokenWord(before: string, body: string): boolean {
  return /\p{L}[-\u00AD]$/u.test(before.slice(-3)) && /^\p{Ll}/u.test(body)
}
