import { foldText } from '../../text/fold.ts'
import type { EntityKind } from '../extraction.ts'
import { sameNames } from './known-variants.ts'
import { matchPerson } from './match-person.ts'
import { matchProper } from './match-proper.ts'
import { personName } from './name-words.ts'
import { accept, type NameMatch, reject, type Verdict } from './verdict.ts'

/** A name that is asked for, and all it could be mistaken for. */
export interface ExpectedName {
  readonly kind: EntityKind
  /** The preferred name first, then every other that counts. */
  readonly names: readonly string[]
  /** Names of other people, groups and places of the library. */
  readonly others: readonly string[]
}

/** Whether `typed` names what is asked for and nobody else who is known. */
export function gradeName(typed: string, expected: ExpectedName): Verdict {
  if (foldText(typed) === '') return reject('empty')
  const [preferred = ''] = expected.names
  if (foldText(typed) === foldText(preferred)) return accept(typed.trim() === preferred ? 'same' : 'form')
  const own = best(typed, expected.kind, expected.names)
  const other = best(typed, expected.kind, expected.others)
  if (own.level === 0)
    return other.level >= 3 || (other.level > 0 && own.reason === 'different')
      ? reject('other-entity', other.name)
      : reject(own.reason)
  // A slip is never read into one name where it could as well be another.
  if (other.level > own.level) return reject('other-entity', other.name)
  if (other.level === own.level) return reject('ambiguous', other.name)
  return accept(own.reason, own.name === preferred ? null : own.name)
}

function best(typed: string, kind: EntityKind, names: readonly string[]): NameMatch & { name: string } {
  let found: NameMatch & { name: string } = { level: 0, reason: 'different', name: '' }
  for (const name of names) {
    const match = matchName(typed, name, kind)
    if (match.level > found.level || (found.level === 0 && found.reason === 'different')) found = { ...match, name }
    if (found.level === 4) break
  }
  return found
}

/** One word of a person's name, even where it is stored as an alias, may be borne by a whole family. */
function isSurname(name: string, kind: EntityKind): boolean {
  return kind === 'person' && personName(name).words.length === 1
}

function matchName(typed: string, name: string, kind: EntityKind): NameMatch {
  const folded = foldText(typed)
  if (folded === foldText(name)) return { level: isSurname(name, kind) ? 2 : 4, reason: 'alias' }
  if (kind === 'person') return matchPerson(typed, name)
  if (sameNames(folded).some((same) => sameNames(foldText(name)).includes(same))) return { level: 4, reason: 'alias' }
  return matchProper(typed, name, kind)
}
