import { type Bearer, isTelling } from '#electron/extraction/linking/bearer.ts'
import {
  agrees,
  bridges,
  type Contradiction,
  contradictionOf,
  erasOf,
} from '#electron/extraction/linking/same-bearer.ts'
import type { ReadHandle } from '#electron/store/handle.ts'
import { type BaseRow, findDays } from '#electron/store/queries/entity-links.ts'
import type { EntityId } from '#shared/domain/ids.ts'
import type { EntityGroups } from './entity-groups.ts'
import { readStored } from './read-bearers.ts'

/** One bearer of a full name, as the articles that say the same of him or her have it. */
export interface Named {
  readonly row: BaseRow
  readonly bearer: Bearer
}

/** All that are one so far. */
interface Party {
  readonly id: EntityId
  readonly members: readonly Named[]
}

/**
 * Joins people of one full name where nothing speaks against it. Where something does, they are joined only with those
 * that nothing contradicts and that contradict nobody they could be joined with: who could be either stays apart.
 */
export function joinSameNames(db: ReadHandle, groups: EntityGroups, rows: readonly BaseRow[]): void {
  if (rows.length < 2) return
  const named = rows.map((row) => ({ row, bearer: readStored(row) }))
  const against = createContradictions(db, named)
  const isAgainst = (a: Party, b: Party) => groups.areApart(a.id, b.id) || areContrary(a, b, against)
  joinWhere(groups, named, (a, b) => speaksFor(a, b) && !isAgainst(a, b))
  const parties = partiesOf(groups, named)
  const couldBe = new Map(parties.map((one) => [one.id, parties.filter((other) => !isAgainst(one, other))]))
  const isClear = ({ id }: Party) =>
    couldBe.get(id)?.every((x) => couldBe.get(id)?.every((y) => x === y || !isAgainst(x, y))) === true
  const clear = new Set(parties.filter(isClear))
  for (const one of clear)
    for (const other of couldBe.get(one.id) ?? []) if (clear.has(other)) groups.join(one.id, other.id)
}

/** One whom the person made of two that contradict each other agrees with whoever agrees with either. */
function areContrary(a: Party, b: Party, against: ReturnType<typeof createContradictions>): boolean {
  const hasFriend = (party: Party, one: Named) =>
    party.members.some((member) => against(member, one) === null && agrees(member.bearer, one.bearer))
  return a.members.some((x) =>
    b.members.some((y) => {
      const found = against(x, y)
      return found !== null && !(isOfWork(found) && (hasFriend(a, y) || hasFriend(b, x)))
    }),
  )
}

function isOfWork(found: Contradiction | null): boolean {
  return found === 'field' || found === 'office'
}

const SAME_TIME_DAYS = 3
const DAY_MS = 86_400_000

/** What speaks against any two of one name being one, each pair worked out once. */
export function createContradictions(db: ReadHandle, named: readonly Named[]) {
  const eras = erasOf(named.map(({ bearer }) => bearer))
  const days = new Map<EntityId, ReturnType<typeof findDays>>()
  const daysOf = ({ id }: BaseRow) => {
    const known = days.get(id) ?? findDays(db, id)
    days.set(id, known)
    return known
  }
  const areAtOnce = (a: BaseRow, b: BaseRow) => {
    const [x, y] = [daysOf(a), daysOf(b)]
    return isUpTo(x.first, y.last) && isUpTo(y.first, x.last)
  }
  const known = new Map<string, Contradiction | null>()
  return (a: Named, b: Named): Contradiction | null => {
    const key = a.row.id < b.row.id ? `${a.row.id} ${b.row.id}` : `${b.row.id} ${a.row.id}`
    const before = known.get(key)
    if (before !== undefined) return before
    const found = contradictionOf(a.bearer, b.bearer, eras, () => areAtOnce(a.row, b.row))
    const is = isOfWork(found) && named.some((c) => bridges(c.bearer, a.bearer, b.bearer)) ? null : found
    known.set(key, is)
    return is
  }
}

function isUpTo(first: string | null, last: string | null): boolean {
  return first !== null && last !== null && Date.parse(first) <= Date.parse(last) + SAME_TIME_DAYS * DAY_MS
}

function speaksFor(a: Party, b: Party): boolean {
  return a.members.some((x) => isTelling(x.bearer) && b.members.some((y) => agrees(x.bearer, y.bearer)))
}

function joinWhere(groups: EntityGroups, named: readonly Named[], areOne: (a: Party, b: Party) => boolean): void {
  for (let parties = partiesOf(groups, named); ; ) {
    const [first, second] = findPair(parties, areOne) ?? []
    if (!first || !second) return
    groups.join(first.id, second.id)
    parties = partiesOf(groups, named)
  }
}

function findPair(parties: readonly Party[], areOne: (a: Party, b: Party) => boolean): [Party, Party] | null {
  for (const [index, first] of parties.entries())
    for (const second of parties.slice(index + 1)) if (areOne(first, second)) return [first, second]
  return null
}

/** In an order that does not hang on how they were joined: by their least id. */
function partiesOf(groups: EntityGroups, named: readonly Named[]): Party[] {
  const ordered = [...named].sort((a, b) => (a.row.id < b.row.id ? -1 : 1))
  const parties = Map.groupBy(ordered, ({ row }) => groups.rootOf(row.id))
  return [...parties.values()].flatMap((members) => (members[0] ? [{ id: members[0].row.id, members }] : []))
}
