import { foldText } from './fold.ts'

interface Span {
  readonly start: number
  readonly end: number
}

const OF_MEN = /(?:^|[\s("“‘'])(?:Mr\.?|Sir|Lord|Monsieur|Herr|Señor)\s+$/u
const OF_WOMEN = /(?:^|[\s("“‘'])(?:Mrs\.?|Ms\.?|Miss|Dame|Lady|Madame|Frau|Señora)\s+$/u
const TITLE_CHARS = 10

/** The words of a name as a text writes it, without "the", and whether its title is a woman's or a man's. */
function readForm(text: string, { start, end }: Span) {
  const before = text.slice(Math.max(0, start - TITLE_CHARS), start)
  const title = OF_MEN.test(before) ? 'man' : OF_WOMEN.test(before) ? 'woman' : null
  return { words: foldText(text.slice(start, end)).replace(/^the /, '').split(' '), title }
}

/**
 * Whether what is said of a name at one place of a text goes for another place that is taken for the same: it has the
 * same words, or some of them where the first has several, and no title that the first does not have or contradicts.
 * So "Mr Harrow" goes for "Harrow", and never for "Ms Harrow" or "Lydia Harrow".
 */
export function isWrittenAlike(text: string, place: Span, other: Span): boolean {
  const [a, b] = [readForm(text, place), readForm(text, other)]
  if (!b.words.every((word) => a.words.includes(word)) || b.words.length > a.words.length) return false
  if (a.title === null) return b.title === null || a.words.length > 1
  return b.title === null || a.title === b.title
}

/** Those of the places that `isWrittenAlike` takes with the first, and the forms they are written in, each once. */
export function formsAlike<Place extends Span>(text: string, place: Span, others: readonly Place[]) {
  const alike = others.filter((other) => isWrittenAlike(text, place, other))
  const forms = new Set(alike.map((one) => withTitle(text, one)))
  return { places: alike, forms: [...forms] }
}

function withTitle(text: string, { start, end }: Span): string {
  const title = /(\S+)\s+$/.exec(text.slice(Math.max(0, start - TITLE_CHARS), start))
  const isTitled = readForm(text, { start, end }).title !== null
  return `${isTitled && title ? `${title[1]?.replace(/^[("“‘']+/, '')} ` : ''}${text.slice(start, end).replace(/\s+/g, ' ')}`
}
