import { COUNTRIES } from '../names/lists/countries.ts'
import { DEMONYMS, PARTISANS } from '../names/lists/peoples.ts'
import { headWords } from './fields.ts'
import { foldName } from './name-key.ts'

/** An office that one person holds at a time, or one of each kind: "mayor" of "velden". */
export interface Office {
  readonly head: string
  /** What it is an office of, folded and in order; empty when the role does not say, or says it in many ways. */
  readonly of: readonly string[]
}

/** Offices that nobody holds two of at once. */
const ALONE: ReadonlySet<string> = new Set('minister governor mayor senator ambassador judge'.split(' '))
/** Those of which nobody holds two of one kind at once. */
const ONE_OF_KIND: ReadonlySet<string> = new Set([
  ...ALONE,
  ...'leader chairman chairwoman chair spokesman spokeswoman bishop archbishop'.split(' '),
])

/** Names that texts vary or leave away: "US", "American" and "of the United States" are one. */
const VARIED: ReadonlySet<string> = new Set(
  [
    ...DEMONYMS,
    ...[...PARTISANS].map((word) => word.replace(/s$/, '')),
    ...COUNTRIES.filter((name) => !name.includes(' ')),
    'United',
    'States',
    'Kingdom',
  ].map(foldName),
)
const EMPTY =
  /^(?:the|a|an|and|of|for|new|acting|current|deputy|then|his|her|its|their|senior|junior|cabinet|government)$/i

/** The office that a role names, or null when it names none of those. */
export function officeOf(role: string): Office | null {
  const head = foldName(headWords(role).at(-1) ?? '')
  if (!ONE_OF_KIND.has(head)) return null
  const words = role.match(/[\p{L}\p{N}][\p{L}\p{N}’'.-]*/gu) ?? []
  // Of ministers alone the common words say what for; before others they only describe.
  const says = (word: string) => head === 'minister' || /^\p{Lu}/u.test(word)
  const said = words.filter((word) => !EMPTY.test(word) && foldName(word) !== head && says(word))
  const isVaried = said.some((word) => /^[\p{Lu}.]{2,}$/u.test(word) || VARIED.has(foldName(word)))
  return { head, of: isVaried ? [] : [...new Set(said.map((word) => foldName(word.replace(/['’]s$/, ''))))].sort() }
}

/** Whether two offices may be one, said with more or fewer words. */
export function isSameOffice(a: Office, b: Office): boolean {
  if (a.head !== b.head) return false
  return a.of.length === 0 || b.of.length === 0 || a.of.some((word) => b.of.includes(word))
}

/** Whether nobody holds both at once. */
export function areExclusive(a: Office, b: Office): boolean {
  return a.head === b.head ? !isSameOffice(a, b) : ALONE.has(a.head) && ALONE.has(b.head)
}
