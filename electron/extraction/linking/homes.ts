import { HOME_WORDS, PARTS_OF_STATES, TWIN_TOWNS } from '../names/lists/homes.ts'

/** Where something is at home: country, part of it and town, with strokes between: "Ireland//Dublin". */
export type Home = string

/** A word of a text that says where something is. Offsets: UTF-16 code units, end excluded. */
export interface HomeWord {
  readonly start: number
  readonly end: number
  readonly home: Home
  /** "Canadian" rather than "Canada". */
  readonly isAdjective: boolean
}

type KnownWord = Pick<HomeWord, 'home' | 'isAdjective'>

/** What news means by two countries: nothing that it says alone. */
const UNSURE: ReadonlySet<string> = new Set(['Georgia'])

const known = readWords()
/** How many words the longest name of each first word has. */
const longest = new Map<string, number>()
for (const name of known.keys()) {
  const words = name.split(' ')
  longest.set(words[0] ?? '', Math.max(longest.get(words[0] ?? '') ?? 0, words.length))
}

function readWords(): ReadonlyMap<string, KnownWord> {
  const words = new Map<string, KnownWord>()
  const split = (text: string | undefined) =>
    (text ?? '').split(/\s+/).flatMap((word) => word.replaceAll('_', ' ') || [])
  for (const line of HOME_WORDS) {
    const [country = '', rest = ''] = line.split(': ')
    const [own, places] = rest.split(';')
    if (!UNSURE.has(country)) words.set(country, { home: country, isAdjective: false })
    for (const name of split(own))
      words.set(name, { home: country, isAdjective: /(?:[nhci]|sh|ch|se|ss|ian|an|ek)$/.test(name) })
    for (const name of split(places)) words.set(name, { home: `${country}//${name}`, isAdjective: false })
  }
  for (const [country, parts] of Object.entries(PARTS_OF_STATES))
    for (const name of split(parts)) words.set(name, { home: `${country}/${name}`, isAdjective: false })
  return words
}

/** Where a name alone says something is; null for names that say nothing, and for towns with a twin abroad. */
export function homeOfName(name: string): Home | null {
  return known.get(name)?.home ?? null
}

/** The countries that a town of that name can be in, the better known first; null where there is but one. */
export function twinsOf(name: string): readonly string[] | null {
  return TWIN_TOWNS[name] ?? null
}

/** All words of a text that say where something is, in order. Linear in its length. */
export function findHomeWords(text: string): HomeWord[] {
  const found: HomeWord[] = []
  const words = [...text.matchAll(/[\p{L}][\p{L}.'’-]*/gu)].map((match) => ({ text: match[0], start: match.index }))
  for (let at = 0; at < words.length; at++) {
    const first = words[at]
    if (!first || !/^\p{Lu}/u.test(first.text)) continue
    for (let count = longest.get(bare(first.text)) ?? longest.get(first.text) ?? 0; count > 0; count--) {
      const last = words[at + count - 1]
      const surface = last && text.slice(first.start, last.start + last.text.length)
      const name = surface && [surface, bare(surface)].find((one) => known.has(one))
      const word = name === undefined ? undefined : known.get(name)
      if (!name || !word) continue
      found.push({ start: first.start, end: first.start + name.length, ...word })
      at += count - 1
      break
    }
  }
  return found
}

/** Without a possessive or a full stop at its end. */
function bare(word: string): string {
  return word.replace(/['’]s?$/, '').replace(/[.'’-]+$/, '')
}

/** The country of a home. */
export function countryOf(home: Home): string {
  return home.split('/')[0] ?? home
}

/** A home without the town: what belongs to a state has its offices in any. */
export function withoutTown(home: Home): Home {
  return home.split('/').slice(0, 2).join('/').replace(/\/$/, '')
}

/** Whether nothing is at home in both. */
export function areHomesApart(a: Home, b: Home): boolean {
  const [x, y] = [a.split('/'), b.split('/')]
  return x.some((part, index) => part !== '' && (y[index] ?? '') !== '' && part !== y[index])
}
