/** A piece of a cloze card: words that always show, or words that the question hides. */
export type ClozeSegment =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'hidden'; readonly number: number; readonly answer: string; readonly hint: string | null }

/**
 * The pieces of a card's front in order; joined as written they are `text` again. `{{c1::answer}}` hides `answer`,
 * `{{c1::answer::hint}}` shows `hint` in its place. What is not well formed (nothing to hide, no closing braces, an
 * opening inside an opening) stays text. Cost: linear.
 * Source: the notation of Anki, so that cards can be taken over; https://docs.ankiweb.net/editing.html#cloze-deletion
 */
export function parseCloze(text: string): ClozeSegment[] {
  const segments: ClozeSegment[] = []
  const openings = [...text.matchAll(/\{\{c(\d{1,6})::/g)]
  let shownTo = 0
  let close = 0
  for (const [index, opening] of openings.entries()) {
    const contentStart = opening.index + opening[0].length
    // Kept from one opening to the next: looking again each time would be quadratic in a text of openings.
    if (close !== -1 && close < contentStart) close = findClose(text, contentStart)
    if (close === -1) break
    const next = openings[index + 1]
    if (next && next.index < close) continue
    const hidden = readHidden(Number(opening[1]), text.slice(contentStart, close))
    if (!hidden) continue
    if (opening.index > shownTo) segments.push({ kind: 'text', text: text.slice(shownTo, opening.index) })
    segments.push(hidden)
    shownTo = close + 2
  }
  if (shownTo < text.length) segments.push({ kind: 'text', text: text.slice(shownTo) })
  return segments
}

/** Of "}}}" the last two close: the first belongs to the answer. -1 when nothing closes. */
function findClose(text: string, from: number): number {
  let close = text.indexOf('}}', from)
  while (close !== -1 && text[close + 2] === '}') close += 1
  return close
}

function readHidden(number: number, content: string): ClozeSegment | null {
  const split = content.indexOf('::')
  const answer = split === -1 ? content : content.slice(0, split)
  const hint = split === -1 ? '' : content.slice(split + 2)
  if (answer.trim() === '') return null
  return { kind: 'hidden', number, answer, hint: hint.trim() === '' ? null : hint }
}

/** Whether the text hides anything: what makes it fit for a cloze card. */
export function hasCloze(text: string): boolean {
  return parseCloze(text).some((segment) => segment.kind === 'hidden')
}

/** The numbers in use, each once, in order: what a text with several groups of gaps can ask. */
export function clozeNumbers(text: string): number[] {
  const numbers = parseCloze(text).flatMap((segment) => (segment.kind === 'hidden' ? [segment.number] : []))
  return [...new Set(numbers)].sort((a, b) => a - b)
}

/** The pieces with `hide` done to those of group `part` (0: of all); other groups show their words. */
function mapHidden(text: string, part: number, hide: (answer: string, hint: string | null) => string): string {
  return parseCloze(text)
    .map((segment) => {
      if (segment.kind === 'text') return segment.text
      return part === 0 || segment.number === part ? hide(segment.answer, segment.hint) : segment.answer
    })
    .join('')
}

/** Markdown of the question: each hidden piece of group `part` (0: of all) is `[...]`, or its hint, set strong. */
export function clozeQuestion(text: string, part = 0): string {
  return mapHidden(text, part, (_, hint) => strong(`\\[${hint ?? '...'}\\]`))
}

/** Markdown of the answer: the whole text, each piece that was hidden set strong. */
export function clozeAnswer(text: string, part = 0): string {
  return mapHidden(text, part, strong)
}

/** The question in plain words, for lists and labels: each hidden piece is `[...]` or its hint in brackets. */
export function clozeBlanks(text: string, part = 0): string {
  return mapHidden(text, part, (_, hint) => `[${hint ?? '...'}]`)
}

/** The words alone, for lists: hidden pieces as they would be read aloud in the answer. */
export function clozePlain(text: string): string {
  return parseCloze(text)
    .map((segment) => (segment.kind === 'text' ? segment.text : segment.answer))
    .join('')
}

/** Hides a stretch of `text`; the number is one more than the largest in use. Offsets: UTF-16 code units, end excluded. */
export function hideRange(text: string, start: number, end: number): string {
  if (text.slice(start, end).trim() === '') return text
  const numbers = parseCloze(text).map((segment) => (segment.kind === 'hidden' ? segment.number : 0))
  const number = Math.max(0, ...numbers) + 1
  return `${text.slice(0, start)}{{c${number}::${text.slice(start, end)}}}${text.slice(end)}`
}

/** Line by line, with the white space left outside: Markdown closes no emphasis across a blank line or after a space. */
function strong(markdown: string): string {
  return markdown.split('\n').map(strongLine).join('\n')
}

function strongLine(line: string): string {
  const words = line.trim()
  const before = line.length - line.trimStart().length
  return words === '' ? line : `${line.slice(0, before)}**${words}**${line.slice(before + words.length)}`
}
