import { groupContradiction } from '#electron/extraction/linking/group-bearer.ts'
import type { ReadHandle, WriteHandle } from '#electron/store/handle.ts'
import { type CorrectionRow, listEntityCorrections } from '#electron/store/queries/corrections.ts'
import { followMoves } from '#electron/store/queries/decks.ts'
import {
  type BaseRow,
  listBases,
  listByKey,
  listMembers,
  moveBase,
  putShown,
  recount,
} from '#electron/store/queries/entity-links.ts'
import { indexEntry } from '#electron/store/queries/search.ts'
import type { EntityKind } from '#shared/domain/extraction.ts'
import type { EntityId } from '#shared/domain/ids.ts'
import { foldText } from '#shared/text/fold.ts'
import { toBaseEntity } from './base-entity.ts'
import { EntityGroups } from './entity-groups.ts'
import { findReferenced, partedBy } from './find-place.ts'
import { joinSameGroups } from './join-same-groups.ts'
import { joinSameNames } from './join-same-names.ts'
import { createNameEvidence, type NameEvidence } from './name-evidence.ts'
import { readStoredGroup } from './read-bearers.ts'

/** What the person said of entities, as entities are now. */
interface Said {
  readonly merges: readonly (readonly EntityId[])[]
  readonly apart: readonly (readonly [EntityId, EntityId])[]
  readonly names: readonly { readonly id: EntityId; readonly name: string; readonly isShown: boolean }[]
  /** Under which names they were found whom the person gave others: another may have been taken for one of them. */
  readonly renamed: ReadonlySet<string>
  readonly kinds: ReadonlyMap<EntityId, EntityKind>
  /** Those that the person told from others: no name says who they are. */
  readonly split: ReadonlySet<EntityId>
}

/**
 * Decides which of the entities around `touched` are one, from their names, roles and corrections, and writes down what
 * that changes. The outcome depends on what is stored alone, not on the order in which it came. `outdated`:
 * those whose totals and names are to be counted anew even if they stay as they are; storing what an article gives keeps
 * its own. Gives which base entities moved and how many mentions changed.
 */
export function linkEntities(
  db: WriteHandle,
  touched: ReadonlySet<EntityId>,
  nowMs: number,
  outdated: ReadonlySet<EntityId> = new Set(),
): { moved: EntityId[]; mentions: number } {
  const said = readSaid(db, listEntityCorrections(db))
  const evidence = createNameEvidence(db, said.names)
  const bases = gather(db, touched, said, evidence)
  const groups = new EntityGroups(bases.keys(), said.apart)
  for (const [into, ...others] of said.merges) for (const other of others) if (into) groups.join(into, other)
  for (const rows of namesakes(bases, said)) {
    if (rows[0]?.kind === 'person') joinSameNames(db, groups, rows)
    else joinSameGroups(groups, rows)
  }
  joinByEvidence(groups, evidence, bases)
  return write(db, bases, groups, said, nowMs, outdated)
}

function readSaid(db: ReadHandle, corrections: readonly CorrectionRow[]): Said {
  const merges: EntityId[][] = []
  const apart: [EntityId, EntityId][] = []
  const names: { id: EntityId; name: string; isShown: boolean }[] = []
  const renamed = new Set<string>()
  const kinds = new Map<EntityId, EntityKind>()
  const split = new Set<EntityId>()
  for (const { id, record } of corrections) {
    const parted = partedBy(id, record)
    if (parted) split.add(parted.own)
    const from = parted && findReferenced(db, parted.from)
    if (parted && from) apart.push([from, parted.own])
    if (record.kind === 'merge') merges.push(record.entities.flatMap((one) => findReferenced(db, one) ?? []))
    if (record.kind === 'keep-apart') {
      const [a, b] = record.entities.map((one) => findReferenced(db, one))
      if (a && b) apart.push([a, b])
    }
    if (record.kind === 'rename' || record.kind === 'alias' || record.kind === 'retype') {
      const id = findReferenced(db, record.entity)
      if (id && record.kind === 'retype') kinds.set(id, record.to)
      else if (record.kind !== 'retype') {
        renamed.add(toBaseEntity({ ...record.entity, detail: null }, '').nameKey)
        if (id) names.push({ id, name: record.name, isShown: record.kind === 'rename' })
      }
    }
  }
  return { merges, apart, names, renamed, kinds, split }
}

/** All entities whose place can depend on those touched. */
function gather(db: ReadHandle, touched: ReadonlySet<EntityId>, said: Said, evidence: NameEvidence) {
  const bases = new Map<EntityId, BaseRow>()
  const merged = new Map<EntityId, EntityId[]>()
  for (const ids of said.merges) for (const id of ids) merged.set(id, [...(merged.get(id) ?? []), ...ids])
  let next = [...touched]
  while (next.length > 0) {
    const rows = listBases(db, next)
    for (const row of rows) bases.set(row.id, row)
    const beside = rows.flatMap((row) => [
      row.canonicalId,
      ...listMembers(db, row.canonicalId),
      ...(merged.get(row.id) ?? []),
      ...evidence.beside(row),
      ...(row.isFull === 1 ? listByKey(db, row.nameKey, row.kind) : []),
      ...said.names.flatMap(({ id, name }) => (id === row.id ? listByKey(db, foldText(name), row.kind) : [])),
    ])
    next = [...new Set(beside)].filter((id) => !bases.has(id) && !next.includes(id))
  }
  return bases
}

/** Those of one full name who are named in articles that count, or of whom the person said something. */
function namesakes(bases: ReadonlyMap<EntityId, BaseRow>, said: Said): Iterable<BaseRow[]> {
  const spokenOf = new Set(
    [...said.merges, ...said.apart, said.names.map(({ id }) => id), [...said.kinds.keys()]].flat(),
  )
  const rows = [...bases.values()].filter(
    (row) => row.isFull === 1 && !said.split.has(row.id) && (row.isNamed === 1 || spokenOf.has(row.id)),
  )
  return Map.groupBy(rows, ({ kind, nameKey }) => `${kind} ${nameKey}`).values()
}

/** Names that only one can mean first; then those that all who can be meant turned out to be one. */
function joinByEvidence(groups: EntityGroups, evidence: NameEvidence, bases: ReadonlyMap<EntityId, BaseRow>): void {
  const rows = [...bases.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
  for (let pass = 0; pass < 2; pass++) {
    for (const row of rows) {
      const owners = evidence.meantBy(row)
      const roots = new Set(owners.map((id) => groups.rootOf(id)))
      const [owner] = owners
      if (owners.some((id) => isContrary(row, bases.get(id)))) continue
      if (owner && (pass === 0 ? owners.length === 1 : roots.size === 1)) groups.join(owner, row.id)
    }
  }
}

/** Whether a short name is told of another group than the fuller name. */
function isContrary(short: BaseRow, full: BaseRow | undefined): boolean {
  if (!full || short.kind === 'person' || full.kind === 'person') return false
  return groupContradiction(readStoredGroup(short), readStoredGroup(full)) !== null
}

/** The one a group is shown as: whom the person merged into, else the one with the fullest name. */
function chooseCanonical(members: readonly BaseRow[], said: Said, groups: EntityGroups): BaseRow | undefined {
  const ids = new Set(members.map((row) => row.id))
  const merge = said.merges.findLast(
    ([into, ...others]) =>
      into && ids.has(into) && others.some((other) => groups.rootOf(other) === groups.rootOf(into)),
  )
  const into = merge?.[0]
  return members.find((row) => row.id === into) ?? [...members].sort(byFullness)[0]
}

function byFullness(a: BaseRow, b: BaseRow): number {
  const isAcronym = (row: BaseRow) => Number(/^[\p{Lu}.]{2,6}$/u.test(row.name))
  return (
    b.isNamed - a.isNamed ||
    isAcronym(a) - isAcronym(b) ||
    b.isFull - a.isFull ||
    b.nameKey.length - a.nameKey.length ||
    (a.id < b.id ? -1 : 1)
  )
}

function write(
  db: WriteHandle,
  bases: ReadonlyMap<EntityId, BaseRow>,
  groups: EntityGroups,
  said: Said,
  nowMs: number,
  outdated: ReadonlySet<EntityId>,
): { moved: EntityId[]; mentions: number } {
  const members = new Map<EntityId, BaseRow[]>()
  for (const row of bases.values()) {
    const root = groups.rootOf(row.id)
    members.set(root, [...(members.get(root) ?? []), row])
  }
  const moved: EntityId[] = []
  const stale = new Set<EntityId>()
  const given = new Map<EntityId, string[]>()
  let mentions = 0
  for (const group of members.values()) {
    const canonical = chooseCanonical(group, said, groups)
    if (!canonical) continue
    const before = moved.length
    for (const row of group) {
      if (row.canonicalId === canonical.id) continue
      mentions += moveBase(db, row.id, canonical.id, nowMs)
      moved.push(row.id)
      stale.add(row.canonicalId).add(canonical.id)
    }
    const ids = new Set(group.map((row) => row.id))
    const names = said.names.filter(({ id }) => ids.has(id))
    const kind = [...said.kinds].findLast(([id]) => ids.has(id))?.[1] ?? canonical.kind
    const name = names.findLast((one) => one.isShown)?.name ?? canonical.name
    mentions += putShown(db, { id: canonical.id, name, kind }, moved.length > before, nowMs)
    given.set(
      canonical.id,
      names.map((one) => one.name),
    )
    const couldBeRenamed = group.some(({ nameKey }) => said.renamed.has(nameKey))
    const isOutdated = group.some(({ id }) => outdated.has(id))
    if (isOutdated || names.length > 0 || couldBeRenamed) stale.add(canonical.id)
  }
  for (const id of stale) recount(db, id, given.get(id) ?? [])
  for (const id of stale) indexEntry(db, 'entity', id)
  followMoves(db, moved)
  return { moved, mentions }
}
