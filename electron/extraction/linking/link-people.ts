import type { NameSpan } from '../names/name-span.ts'
import { type ReadText, tokenAt, wordAt } from '../read-text.ts'
import type { Sentence } from '../sentences.ts'
import { addEntity, join, type Links } from './links.ts'
import { isSpelledAlike, personParts } from './name-key.ts'
import { createShortNames, type FullNamed } from './short-names.ts'

interface Person {
  readonly entity: number
  readonly parts: readonly string[]
}

type People = ReadonlyMap<string, readonly Person[]>

/** Joins the names of people. Full names first, since a surname alone may stand before the full name does. */
export function linkPeople(
  links: Links,
  document: ReadText,
  names: readonly NameSpan[],
  surfaces: readonly string[],
  sentences: readonly (Sentence | undefined)[],
): void {
  const nicknames = nicknamesOf(document, names, surfaces)
  const bySurname = new Map<string, Person[]>()
  const byGiven = new Map<string, Person[]>()
  const parts = surfaces.map((surface, index) => (names[index]?.kind === 'person' ? personParts(surface) : []))
  for (const [index, own] of parts.entries()) {
    const meant = links.of[nicknames.get(surfaces[index] ?? '') ?? -1] ?? -1
    if (meant >= 0) {
      if (own.length > 1) remember(bySurname, squeezedSurname(own), { entity: meant, parts: own })
      join(links, meant, index)
      continue
    }
    if (own.length < 2) continue
    const known = candidates(bySurname, own).find((person) => isSamePerson(person.parts, own))
    const entity = known?.entity ?? addEntity(links, names[index])
    join(links, entity, index)
    if (known !== undefined) continue
    remember(bySurname, squeezedSurname(own), { entity, parts: own })
    remember(byGiven, own[0] ?? '', { entity, parts: own })
  }
  for (const [index, name] of names.entries())
    if (isSurnameAlone(document, name, surfaces[index] ?? '', bySurname))
      parts[index] = personParts(surfaces[index] ?? '')
  linkSingleNames(links, names, parts, { bySurname, byGiven }, createShortNames(document, names, sentences))
}

/** From here on a word is taken for a group even where a person of that surname is in the text. */
const SURE_GROUP = 0.85

/** A word taken for a group that is the surname of somebody whom the text names in full: "Harrow declined". */
function isSurnameAlone(document: ReadText, name: NameSpan, surface: string, bySurname: People): boolean {
  if (name.kind !== 'group' || name.detail !== 'organisation' || name.last - name.first > 1) return false
  if (name.confidence >= SURE_GROUP || /^[Tt]he$/.test(wordAt(document, name.first - 1))) return false
  const people = candidates(bySurname, personParts(surface))
  return people.some(({ parts }) => isSpelledAlike(parts.at(-1) ?? '', personParts(surface)[0] ?? ''))
}

const NICKNAME_GAP_CHARS = 80
const NICKNAME =
  /^,? ?(?:who (?:is|was) )?(?:also |better |widely |popularly |formerly |previously |commonly )*(?:known (?:also )?as|nicknamed|alias|a\.?k\.?a\.?)(?: the)? ["“'‘]?$/i

/** What else a person is called, as the text says it, with the index of that person's name: "X, known as Y". */
function nicknamesOf(
  document: ReadText,
  names: readonly NameSpan[],
  surfaces: readonly string[],
): ReadonlyMap<string, number> {
  const nicknames = new Map<string, number>()
  for (let index = 1; index < names.length; index++) {
    const [before, name] = [names[index - 1], names[index]]
    if (before?.kind !== 'person' || name === undefined || name.kind === 'group') continue
    const from = tokenAt(document, before.last - 1).end
    const to = tokenAt(document, name.first).start
    if (to - from < NICKNAME_GAP_CHARS && NICKNAME.test(document.text.slice(from, to).replace(/\s+/g, ' ')))
      nicknames.set(surfaces[index] ?? '', index - 1)
  }
  return nicknames
}

/** Surnames, and given names of those who are called so, one by one; whom that leaves open stays for himself. */
function linkSingleNames(
  links: Links,
  names: readonly NameSpan[],
  parts: readonly (readonly string[])[],
  { bySurname, byGiven }: { readonly bySurname: People; readonly byGiven: People },
  shortNames: ReturnType<typeof createShortNames>,
): void {
  const alone = new Map<string, number>()
  // Only full names are joined yet.
  const fullNames = links.entities.map(({ names: joined }) => [...joined])
  const full = (people: readonly Person[]): FullNamed[] =>
    [...new Map(people.map((one) => [one.entity, one])).values()].map((one) => ({
      ...one,
      names: fullNames[one.entity] ?? [],
    }))
  for (const [index, own] of parts.entries()) {
    const [only] = own
    if (only === undefined || (links.of[index] ?? -1) >= 0) continue
    const same = bySurname.get(squeezedSurname(own)) ?? byGiven.get(only) ?? []
    const meant = shortNames.choose(index, full(same))
    if (meant === null && same.length > 0) links.open.add(index)
    const entity = meant ?? alone.get(only) ?? addEntity(links, names[index], 'person')
    if (meant === null) alone.set(only, entity)
    join(links, entity, index)
  }
}

function candidates(bySurname: People, parts: readonly string[]): readonly Person[] {
  return bySurname.get(squeezedSurname(parts)) ?? []
}

function squeezedSurname(parts: readonly string[]): string {
  return (parts.at(-1) ?? '').replace(/(\p{L})\1+/gu, '$1')
}

/** Same surname, and one given name the same, or the other's short beginning ("Joe", "Joseph" stay apart). */
function isSamePerson(a: readonly string[], b: readonly string[]): boolean {
  const surnames = isSpelledAlike(a.at(-1) ?? '', b.at(-1) ?? '')
  const [givenA, givenB] = [a[0] ?? '', b[0] ?? '']
  return surnames && (givenA === givenB || (a.length > 2 && a.slice(1, -1).includes(givenB) && b.length === 2))
}

function remember(map: Map<string, Person[]>, key: string, person: Person): void {
  const known = map.get(key)
  if (known === undefined) map.set(key, [person])
  else known.push(person)
}
