import { fullGivenName } from './known-variants.ts'
import { type PersonName, personName } from './name-words.ts'
import { isSlip } from './spelling.ts'
import type { GradeReason, NameMatch } from './verdict.ts'

/** Words that make a name out of the next one, and another person without them. */
const patronymics = new Set('bin ibn bint ben abu abd abdul umm'.split(' '))
/** Family names that stand first. */
const firstSurnames = new Set(
  `kim park lee moon yoon ban xi li wang zhang liu chen zhao zhou deng mao hu wen jiang ho nguyen tran pham ma tsai
  chiang`.split(/\s+/),
)

const none = (reason: GradeReason): NameMatch => ({ level: 0, reason })

/** How surely `typed` means the person called `name`. Titles, accents, case and order do not matter. */
export function matchPerson(typed: string, name: string): NameMatch {
  const [said, person] = [personName(typed), personName(name)]
  const suffixes = matchSuffix(said, person)
  if (suffixes) return none(suffixes)
  if (isSameSet(said.words, person.words)) return { level: 3, reason: 'form' }
  // The number tells one of a line from the others, not who the line is.
  if (person.suffix !== null && said.suffix === person.suffix) return none('incomplete')
  if (said.words.length === 1) return matchOneWord(said.words[0] ?? '', person.words)
  return matchTail(said.words, person.words) ?? matchWords(said.words, person.words)
}

/** Why two suffixes can't be of one person, or null. A "Jr" may be left out, the number of a pope may not. */
function matchSuffix(said: PersonName, person: PersonName): GradeReason | null {
  if (said.suffix === person.suffix) return null
  if (said.suffix !== null && person.suffix !== null) return 'different'
  const suffix = said.suffix ?? person.suffix
  if (suffix === 'jr' || suffix === 'sr') return null
  return said.suffix === null ? 'incomplete' : 'too-much'
}

function isSameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && [...a].sort().join(' ') === [...b].sort().join(' ')
}

function matchOneWord(word: string, name: readonly string[]): NameMatch {
  const last = name.at(-1) ?? ''
  if (name.length === 1) return isSlip(word, last) ? { level: 1, reason: 'spelling' } : none('different')
  const initials = name.map((part) => part[0]).join('')
  if (name.length > 2 && word === initials) return { level: 2, reason: 'initials' }
  const needsMore = patronymics.has(name.at(-2) ?? '')
  if (word === last && !needsMore) return { level: 2, reason: 'last-name' }
  if (word === name[0] && firstSurnames.has(word)) return { level: 2, reason: 'last-name' }
  if (name.includes(word)) return none('incomplete')
  return isSlip(word, last) && !needsMore ? { level: 1, reason: 'spelling' } : none('different')
}

/** "Garcia Marquez" for Gabriel Garcia Marquez, "bin Salman" for Mohammed bin Salman. */
function matchTail(said: readonly string[], name: readonly string[]): NameMatch | null {
  if (said.length >= name.length) return null
  const tail = name.slice(name.length - said.length)
  const isCut = patronymics.has(name[name.length - said.length - 1] ?? '')
  return !isCut && tail.every((word, index) => word === said[index]) ? { level: 2, reason: 'last-name' } : null
}

/** Given name with given name, last with last, and nothing in between that speaks against it. */
function matchWords(said: readonly string[], name: readonly string[]): NameMatch {
  const last = matchWord(said.at(-1) ?? '', name.at(-1) ?? '')
  const first = matchGiven(said[0] ?? '', name[0] ?? '')
  if (name.length < 2 || last === null || first === null) {
    const isLonger = name.every((word) => said.includes(word))
    return none(isLonger ? 'too-much' : said.every((word) => name.includes(word)) ? 'incomplete' : 'different')
  }
  const between = matchBetween(said.slice(1, -1), name.slice(1, -1))
  if (between === null) return none(said.length > name.length ? 'too-much' : 'different')
  const slips = [last, first, between].filter((part) => part === 'spelling').length
  if (slips > 0) return { level: 1, reason: 'spelling' }
  if (said.length > name.length) return { level: 1, reason: 'form' }
  return { level: 2, reason: 'form' }
}

type Part = 'same' | 'spelling' | null

function matchWord(said: string, word: string): Part {
  if (said === word) return 'same'
  return isSlip(said, word) ? 'spelling' : null
}

function matchGiven(said: string, word: string): Part {
  if (isInitial(said, word) || fullGivenName(said) === fullGivenName(word)) return 'same'
  return matchWord(said, word)
}

function isInitial(a: string, b: string): boolean {
  return (a.length === 1 || b.length === 1) && a[0] === b[0]
}

/**
 * Middle names: left out, or the same ones, each perhaps as an initial. One that the name does not have makes another
 * person (John Quincy Adams is not John Adams), unless it is a single initial.
 */
function matchBetween(said: readonly string[], name: readonly string[]): Part {
  if (said.length === 0) return 'same'
  if (name.length === 0) return said.length === 1 && said[0]?.length === 1 ? 'same' : null
  if (said.length !== name.length) return null
  const parts = said.map((word, index) => matchGiven(word, name[index] ?? ''))
  if (parts.includes(null)) return null
  return parts.includes('spelling') ? 'spelling' : 'same'
}
