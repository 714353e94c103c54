import type { Span } from '#renderer/anchoring/span.ts'

/** The most places that are drawn; a single letter in a book would find more than anyone looks at. */
const MAX_FOUND = 5000

/** Everywhere the words occur, letter case and the number of blanks between them aside, by place. */
export function findInText(text: string, query: string): Span[] {
  const words = query.trim().split(/\s+/u).filter(Boolean)
  if (words.length === 0) return []
  const pattern = new RegExp(words.map(escapePattern).join('\\s+'), 'giu')
  const found: Span[] = []
  for (const match of text.matchAll(pattern)) {
    if (found.push({ start: match.index, end: match.index + match[0].length }) >= MAX_FOUND) break
  }
  return found
}

// Straight quotes are what people type; texts have curly ones too.
function escapePattern(word: string): string {
  return word
    .replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
    .replace(/['‘’]/g, "['‘’]")
    .replace(/["“”]/g, '["“”]')
}
