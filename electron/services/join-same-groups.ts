import { type GroupBearer, groupContradiction } from '#electron/extraction/linking/group-bearer.ts'
import type { BaseRow } from '#electron/store/queries/entity-links.ts'
import type { EntityId } from '#shared/domain/ids.ts'
import type { EntityGroups } from './entity-groups.ts'
import { readStoredGroup } from './read-bearers.ts'

interface Named {
  readonly id: EntityId
  readonly bearer: GroupBearer
}

/**
 * Joins groups, or places, of one name where nothing speaks against it: first those of which a text tells where they are
 * at home or what they are, then those that could be of one country or another, last those of which nothing is told. Who
 * could be either of two that contradict each other stays apart. The outcome hangs on ids alone, not on their order.
 */
export function joinSameGroups(groups: EntityGroups, rows: readonly BaseRow[]): void {
  if (rows.length < 2) return
  const named = rows
    .map((row): Named => ({ id: row.id, bearer: readStoredGroup(row) }))
    .filter(({ bearer }) => !bearer.isTwo)
    .sort((a, b) => (a.id < b.id ? -1 : 1))
  const [told, either, silent] = [named.filter(isTold), named.filter(isEither), named.filter(isSilent)]
  joinClear(groups, told, told)
  const rest = joinClear(groups, either, told)
  joinClear(groups, rest, rest)
  joinClear(groups, silent, [...told, ...either, ...silent])
}

const isEither = ({ bearer }: Named) => bearer.homes.length > 1
const isSilent = ({ bearer }: Named) => bearer.homes.length === 0 && bearer.trades.length === 0
const isTold = (one: Named) => !isEither(one) && !isSilent(one)

/** Joins each with those it can be, where these are one or could be. Gives those that can be none of them. */
function joinClear(groups: EntityGroups, some: readonly Named[], others: readonly Named[]): Named[] {
  // All before any is joined: else the order of joining would matter.
  const parties = [...Map.groupBy(others, ({ id }) => groups.rootOf(id))]
  const candidates = some.map((one) => parties.filter(([root, party]) => canBe(groups, one, root, party)))
  const unclear = new Set(
    some.filter((_, index) => !areClear(candidates[index] ?? [])).map(({ id }) => groups.rootOf(id)),
  )
  for (const [index, { id }] of some.entries()) {
    if (unclear.has(groups.rootOf(id))) continue
    for (const [root] of candidates[index] ?? []) if (!unclear.has(root)) groups.join(root, id)
  }
  return some.filter((_, index) => candidates[index]?.length === 0)
}

type Party = readonly [EntityId, readonly Named[]]

function canBe(groups: EntityGroups, { id, bearer }: Named, root: EntityId, party: readonly Named[]): boolean {
  if (groups.rootOf(id) === root) return true
  if (groups.areApart(root, id)) return false
  const agreeing = party.filter((member) => groupContradiction(member.bearer, bearer) === null)
  // The person may have made one of two that contradict each other: it is what either is.
  return agreeing.length === party.length || (agreeing.length > 0 && areContrary(party, party))
}

function areContrary(some: readonly Named[], others: readonly Named[]): boolean {
  return some.some((a) => others.some((b) => groupContradiction(a.bearer, b.bearer) !== null))
}

function areClear(parties: readonly Party[]): boolean {
  return parties.every(([, one], index) => parties.slice(index + 1).every(([, other]) => !areContrary(one, other)))
}
