import type { Span } from '#renderer/anchoring/span.ts'

/** The most places that are drawn; a single letter in a book would find more than anyone looks at. */
const MAX_FOUND = 5000

/** How exactly words are looked for. */
export interface FindOptions {
  readonly isCaseKept: boolean
  readonly isWholeWord: boolean
}

const anyhow: FindOptions = { isCaseKept: false, isWholeWord: false }

/**
 * Everywhere the words occur, the number of blanks between them aside, by place. A letter and its accent are one
 * character, however they are written: `é` is found as one code unit and as two. Words typed without accents find those
 * with them too, unless capitals and small letters matter.
 */
export function findInText(text: string, query: string, options: FindOptions = anyhow): Span[] {
  const words = query.trim().split(/\s+/u).filter(Boolean)
  if (words.length === 0) return []
  const inside = words.map(patternOf).join('\\s+')
  // A find never ends between a letter and its accent, nor between the parts of one emoji.
  const whole = options.isWholeWord
    ? `(?<![\\p{L}\\p{N}\\p{M}_])(?:${inside})(?![\\p{L}\\p{N}\\p{M}_])`
    : `(?:${inside})(?![\\u0300-\\u036f\\u200d])`
  const pattern = new RegExp(whole, options.isCaseKept ? 'gu' : 'giu')
  const { plain, placeOf } = options.isCaseKept || hasAccents(query) ? asItIs(text) : withoutAccents(text)
  const found: Span[] = []
  for (const match of plain.matchAll(pattern)) {
    const span = { start: placeOf(match.index), end: placeOf(match.index + match[0].length) }
    if (found.push(span) >= MAX_FOUND) break
  }
  return found
}

/** A text to look into, and where an offset of it lies in the article's. */
interface PlainText {
  readonly plain: string
  readonly placeOf: (offset: number) => number
}

const asItIs = (text: string): PlainText => ({ plain: text, placeOf: (offset) => offset })

const ACCENT = /[\u0300-\u036f]/
const hasAccents = (words: string) => ACCENT.test(words.normalize('NFD'))

// The same text is looked into at every key.
let last: { readonly text: string; readonly result: PlainText } | null = null

/** Each letter without its accents; what is no letter with accents stays. Cost: linear, once for a text. */
function withoutAccents(text: string): PlainText {
  if (last?.text === text) return last.result
  const letters: string[] = []
  const places: number[] = []
  for (let place = 0; place < text.length; place++) {
    const letter = text.charAt(place)
    if (ACCENT.test(letter)) continue
    letters.push(letter < '\u00c0' ? letter : baseOf(letter))
    places.push(place)
  }
  const plain = letters.join('')
  const result = plain === text ? asItIs(text) : { plain, placeOf: (at: number) => places[at] ?? text.length }
  last = { text, result }
  return result
}

function baseOf(letter: string): string {
  const [base = letter, ...marks] = letter.normalize('NFD')
  return marks.length > 0 && marks.every((mark) => ACCENT.test(mark)) ? base : letter
}

/** Each character as it may be written, composed or not; soft hyphens in the text are passed over. */
function patternOf(word: string): string {
  const letters = new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(word.replaceAll('\u00ad', ''))
  return [...letters].map(({ segment }) => letterPattern(segment)).join('\\u00ad?')
}

function letterPattern(letter: string): string {
  const forms = new Set([letter, letter.normalize('NFC'), letter.normalize('NFD')].map(escapePattern))
  const [only] = forms
  return forms.size === 1 && only !== undefined ? only : `(?:${[...forms].join('|')})`
}

// Straight quotes are what people type; texts have curly ones too.
function escapePattern(letter: string): string {
  return letter
    .replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
    .replace(/['‘’]/g, "['‘’]")
    .replace(/["“”]/g, '["“”]')
}
