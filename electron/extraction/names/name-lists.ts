import { type ReadText, wordAt } from '../read-text.ts'
import { tokenize } from '../tokenize.ts'
import { COUNTRIES } from './lists/countries.ts'
import { ORGANISATIONS } from './lists/organisations.ts'
import { CITIES, REGIONS } from './lists/places.ts'

/** A name known by heart. `length` is in tokens. */
export interface KnownName {
  readonly kind: 'group' | 'place'
  readonly detail: string
  readonly length: number
}

interface Entry extends KnownName {
  readonly words: readonly string[]
}

const byFirstWord = new Map<string, Entry[]>()

function learn(names: readonly string[], kind: KnownName['kind'], detail: string): void {
  for (const name of names) {
    const words = tokenize(name).map((token) => token.text)
    const [first] = words
    if (first === undefined) continue
    const entries = byFirstWord.get(first) ?? []
    entries.push({ kind, detail, words, length: words.length })
    entries.sort((a, b) => b.length - a.length)
    byFirstWord.set(first, entries)
  }
}

learn(COUNTRIES, 'place', 'country')
learn(REGIONS, 'place', 'region')
learn(CITIES, 'place', 'city')
learn(ORGANISATIONS, 'group', 'organisation')

/** The longest name of the lists that begins at token `at` and ends by `limit`, or null. Upper case matters. */
export function findKnownName(document: ReadText, at: number, limit: number): KnownName | null {
  const entries = byFirstWord.get(wordAt(document, at))
  if (entries === undefined) return null
  const fits = (entry: Entry) =>
    at + entry.length <= limit && entry.words.every((word, offset) => wordAt(document, at + offset) === word)
  return entries.find(fits) ?? null
}
