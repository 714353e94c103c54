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
 * character, however they are written: `é` is found as one code unit and as two.
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
  const found: Span[] = []
  for (const match of text.matchAll(pattern)) {
    if (found.push({ start: match.index, end: match.index + match[0].length }) >= MAX_FOUND) break
  }
  return found
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
