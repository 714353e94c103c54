import type { NameSpan } from '../names/name-span.ts'
import type { ReadText } from '../read-text.ts'
import type { Sentence } from '../sentences.ts'
import { headWords } from './fields.ts'
import { findRoles } from './find-roles.ts'
import { type Gender, genderByPronoun, genderByTitle, genderOf } from './gender.ts'

/** A person named in full, with the indices of those names. */
export interface FullNamed {
  readonly entity: number
  readonly parts: readonly string[]
  readonly names: readonly number[]
}

/** So many full names of one person are asked. */
const MOST_ASKED = 8

/**
 * Tells whom a short name means of those it could: who fits its title ("Ms", "Prime Minister"), or the one who has been
 * named in full so far. `choose` gives null where that leaves several, or nobody.
 */
export function createShortNames(
  document: ReadText,
  names: readonly NameSpan[],
  sentences: readonly (Sentence | undefined)[],
) {
  const genders = new Map<number, Gender | null>()
  const heads = new Map<number, ReadonlySet<string>>()
  const genderOfPerson = (person: FullNamed) => {
    const known = genders.get(person.entity)
    if (known !== undefined) return known
    const said = person.names.slice(0, MOST_ASKED).flatMap((index) => {
      const name = names[index]
      return name ? (genderOf(document, sentences[index], names, name, person.parts[0] ?? '') ?? []) : []
    })
    genders.set(person.entity, said[0] ?? null)
    return said[0] ?? null
  }
  const headsOf = (person: FullNamed) => {
    const known = heads.get(person.entity) ?? new Set(person.names.slice(0, MOST_ASKED).flatMap(headsAt))
    heads.set(person.entity, known)
    return known
  }
  const headsAt = (index: number): string[] => {
    const [name, sentence] = [names[index], sentences[index]]
    if (!name || !sentence) return []
    return findRoles(document, sentence, names, { ...name, kind: 'person' }).map(({ role }) => headOf(role))
  }
  const byGender = (people: readonly FullNamed[], gender: Gender | null) => {
    if (gender === null) return people
    const same = people.filter((person) => genderOfPerson(person) === gender)
    return same.length > 0 ? same : people.filter((person) => genderOfPerson(person) === null)
  }
  return {
    choose(index: number, candidates: readonly FullNamed[]): number | null {
      const name = names[index]
      if (!name) return null
      const titled = byGender(candidates, genderByTitle(document, name))
      if (titled.length < 2) return titled[0]?.entity ?? null
      const called = headsAt(index)
      const alike = called.length === 0 ? [] : titled.filter((one) => called.some((head) => headsOf(one).has(head)))
      const left = byGender(alike.length > 0 ? alike : titled, genderByPronoun(document, sentences[index], names, name))
      if (left.length < 2) return left[0]?.entity ?? null
      const before = left.filter((one) => (one.names[0] ?? Number.POSITIVE_INFINITY) < index)
      return before.length === 1 ? (before[0]?.entity ?? null) : null
    },
  }
}

function headOf(role: string): string {
  return (headWords(role).at(-1) ?? '').toLowerCase()
}
