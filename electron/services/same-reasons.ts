import type { Bearer, Years } from '#electron/extraction/linking/bearer.ts'
import type { Home } from '#electron/extraction/linking/homes.ts'
import type { Contradiction } from '#electron/extraction/linking/same-bearer.ts'
import type { ReadHandle } from '#electron/store/handle.ts'
import { type BaseRow, listBases, listMembers } from '#electron/store/queries/entity-links.ts'
import { listRoleWords } from '#electron/store/queries/same-names.ts'
import type { EntityId } from '#shared/domain/ids.ts'
import { createContradictions } from './join-same-names.ts'
import { readStored, readStoredGroup } from './read-bearers.ts'
import type { SamePair } from './same-questions.ts'

/** What makes each side of a pair a question, in words; empty where there is nothing to tell. */
export interface SideReasons {
  readonly aBecause: string
  readonly bBecause: string
}

/** Tells, side by side, what is alike in two that may be one, or what is not. */
export function tellSides(db: ReadHandle, pair: SamePair): SideReasons {
  const [a, b] = [sideOf(db, pair.a), sideOf(db, pair.b)]
  if (pair.reason === 'same-name') return tellNamesakes(db, a, b)
  const [aBecause, bBecause] = [a, b].map((one) => tellName(one, pair, one === a ? b : a))
  return { aBecause: aBecause ?? '', bBecause: bBecause ?? '' }
}

interface Side {
  readonly id: EntityId
  readonly shown: BaseRow | undefined
  readonly members: readonly BaseRow[]
}

function sideOf(db: ReadHandle, id: EntityId): Side {
  const members = listBases(db, listMembers(db, id)).filter(({ isNamed }) => isNamed === 1)
  return { id, shown: members.find((one) => one.id === id) ?? members[0], members }
}

const KINDS = { person: 'a person', group: 'a group', place: 'a place' } as const

function tellName({ shown }: Side, { reason }: SamePair, other: Side): string {
  if (!shown || !other.shown) return ''
  if (reason === 'other-kind') return `Found as ${KINDS[shown.kind]}`
  if (reason === 'given-name' || reason === 'longer-name') return `Always written “${shown.name}”`
  const isShort = shown.isFull === 0 || (reason === 'short-name' && shown.name.length < other.shown.name.length)
  return isShort ? `Named “${shown.name}” alone` : `Can be meant by “${other.shown.name}”`
}

const MOST_ROLES = 2
const ROLES_READ = 6

function tellNamesakes(db: ReadHandle, a: Side, b: Side): SideReasons {
  if (a.shown?.kind !== 'person') return tellGroups(db, a, b)
  const named = ({ members }: Side) => members.map((row) => ({ row, bearer: readStored(row) }))
  const [left, right] = [named(a), named(b)]
  const against = createContradictions(db, [...left, ...right])
  for (const x of left)
    for (const y of right) {
      const found = against(x, y)
      if (found === null) continue
      const words = (side: Side, bearer: Bearer) => tell(found, bearer, listRoleWords(db, side.id, ROLES_READ))
      return { aBecause: words(a, x.bearer), bBecause: words(b, y.bearer) }
    }
  const roles = (side: Side) => tellRoles(listRoleWords(db, side.id, ROLES_READ), 'Could be more than one of that name')
  return { aBecause: roles(a), bBecause: roles(b) }
}

function tellGroups(db: ReadHandle, a: Side, b: Side): SideReasons {
  const words = (side: Side) => {
    const bearers = side.members.filter(({ nameKey }) => nameKey === side.shown?.nameKey).map(readStoredGroup)
    const roles = listRoleWords(db, side.id, ROLES_READ)
    if (bearers.some(({ isTwo }) => isTwo)) return tellRoles(roles, 'One text may speak of two')
    const homes = [...new Set(bearers.flatMap((one) => (one.homes.length === 1 ? one.homes : [])))].sort()
    const where = homes.length > 0 ? `Articles place it in ${listed(homes.map(nameHome), 'and')}` : ''
    const what = tellRoles(roles, '')
    if (where !== '' || what !== '') return [where, what].filter(Boolean).join('. ')
    const likely = [...new Set(bearers.flatMap((one) => one.homes))].sort()
    return likely.length > 0 ? `Could be in ${listed(likely.map(nameHome), 'or')}` : 'No article tells which'
  }
  return { aBecause: words(a), bBecause: words(b) }
}

/** "Springfield, Illinois" as the end of it: "Illinois, United States". */
function nameHome(home: Home): string {
  return home.split('/').filter(Boolean).reverse().join(', ')
}

const MOST_HOMES = 4

function listed(names: readonly string[], word: 'and' | 'or'): string {
  const [first, ...others] = names.slice(0, MOST_HOMES).reverse()
  return others.length === 0 ? (first ?? '') : `${others.reverse().join('; ')} ${word} ${first}`
}

function tell(found: Contradiction, bearer: Bearer, roles: readonly string[]): string {
  if (found === 'two-in-one-text') return tellRoles(roles, 'One text may speak of two')
  if (found === 'era') return bearer.year === null ? 'In articles without a date' : `In articles of ${bearer.year}`
  if (found === 'born' || found === 'died') return tellLife(bearer)
  return tellRoles(roles, 'No role is told')
}

function tellRoles(roles: readonly string[], none: string): string {
  // "Striker" and "a striker" tell the same.
  const keys = roles.map((role) => role.toLowerCase().replace(/^(?:the|an?) /, ''))
  const words = roles.filter((_, index) => keys.indexOf(keys[index] ?? '') === index).slice(0, MOST_ROLES)
  return words.length === 0 ? none : `Called ${words.map((role) => `“${role}”`).join(' and ')}`
}

function tellLife({ born, died, year }: Bearer): string {
  const parts = [born && tellBirth(born), died !== null && `died in ${died}`].filter(Boolean)
  const words = parts.length > 0 ? parts.join(', ') : `in articles of ${year ?? 'no date'}`
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function tellBirth({ from, to }: Years): string {
  return from === to ? `born in ${from}` : `born in ${from} or ${to}`
}
