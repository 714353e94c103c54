import { setImmediate as pause } from 'node:timers/promises'
import type { ReadHandle } from '#electron/store/handle.ts'
import type { Library } from '#electron/store/open.ts'
import { listAllCorrections } from '#electron/store/queries/corrections.ts'
import { listBases } from '#electron/store/queries/entity-links.ts'
import { listNamed, listShortNames, type NamedRow } from '#electron/store/queries/same-names.ts'
import type { SameQuestion } from '#shared/contract/correction.ts'
import type { EntityId } from '#shared/domain/ids.ts'
import { findReferenced, partedBy } from './find-place.ts'

/** Why two may be one. */
export type SameReason = SameQuestion['reason']

/** Two that may be one. What would take in the other comes first. */
export interface SamePair {
  readonly a: EntityId
  readonly b: EntityId
  readonly reason: SameReason
  /** How many mentions an answer puts right, by how likely it is that they are one. */
  readonly use: number
}

/** Finds pairs that may be one, and keeps them until anything is written. */
export interface SameFinder {
  /** All pairs, the most useful first. */
  find(): Promise<readonly SamePair[]>
}

const SLICE = 1000
/** Whom a short name can mean beyond these is not worth asking one by one. */
const MOST_CANDIDATES = 8

/** How often people say that such two are one, by a guess; whom many can be is less likely each of them. */
const LIKELY: Readonly<Record<SameReason, number>> = {
  'same-name': 0.5,
  'other-kind': 0.5,
  'given-name': 0.3,
  surname: 0.6,
  'short-name': 0.6,
  'longer-name': 0.3,
}

/** A finder over one library. */
export function createSameFinder(library: Library): SameFinder {
  let kept: { readonly writes: number; readonly found: Promise<readonly SamePair[]> } | null = null
  return {
    find() {
      const writes = library.read.prepare('SELECT total_changes()').pluck().get() as number
      kept = kept?.writes === writes ? kept : { writes, found: findPairs(library.read) }
      return kept.found
    },
  }
}

async function findPairs(db: ReadHandle): Promise<SamePair[]> {
  const rows = await readAll(db)
  const pairs = new PairList(keptApart(db), rows)
  const byKey = Map.groupBy(rows, ({ nameKey }) => nameKey)
  for (const [index, alike] of [...byKey.values()].entries()) {
    addAlike(pairs, alike)
    if (index % SLICE === 0) await pause()
  }
  addLonger(pairs, rows, byKey)
  await pause()
  const people = rows.filter(({ surname }) => surname !== null)
  const bySurname = Map.groupBy(people, ({ surname }) => surname)
  for (const family of bySurname.values()) {
    if (family.length < 2) continue
    await addFamily(pairs, family)
  }
  const shown = rows.filter(({ id, canonicalId, kind }) => kind !== 'person' && id === canonicalId).map(({ id }) => id)
  for (let from = 0; from < shown.length; from += SLICE) {
    const found = listShortNames(db, shown.slice(from, from + SLICE))
    for (const [short, full] of Map.groupBy(found, (one) => one.short))
      pairs.addCandidates(
        short,
        full.map((one) => one.full),
        'short-name',
      )
    await pause()
  }
  return pairs.ordered()
}

async function readAll(db: ReadHandle): Promise<NamedRow[]> {
  const rows: NamedRow[] = []
  for (let page = listNamed(db, '', SLICE); page.length > 0; page = listNamed(db, rows.at(-1)?.id ?? '', SLICE)) {
    rows.push(...page)
    await pause()
  }
  return rows
}

/** One name: of two kinds, or of people of whom texts do not say the same. */
function addAlike(pairs: PairList, rows: readonly NamedRow[]): void {
  const shown = [...new Map(rows.map((row) => [row.canonicalId, row])).values()]
  for (const [index, one] of shown.entries())
    for (const other of shown.slice(index + 1, index + 1 + MOST_CANDIDATES)) {
      if (one.kind !== other.kind) pairs.add(one.canonicalId, other.canonicalId, 'other-kind', 1)
      else if (one.isFull === 1) pairs.add(one.canonicalId, other.canonicalId, 'same-name', 1)
    }
}

/** Groups of which one has a word more in its name (BBC, BBC News), unless that is named after a place. */
function addLonger(pairs: PairList, rows: readonly NamedRow[], byKey: ReadonlyMap<string, readonly NamedRow[]>): void {
  for (const { kind, nameKey, canonicalId } of rows) {
    const short = byKey.get(nameKey.slice(0, Math.max(0, nameKey.lastIndexOf(' '))))
    if (kind !== 'group' || !short || short.some((one) => one.kind === 'place')) continue
    for (const one of short) if (one.kind === 'group') pairs.add(one.canonicalId, canonicalId, 'longer-name', 1)
  }
}

/** People of one surname: who is named by it alone can be any of them, and who shares a given name too. */
async function addFamily(pairs: PairList, family: readonly NamedRow[]): Promise<void> {
  const full = family.filter(({ isFull }) => isFull === 1)
  const byUse = [...new Map(full.map((row) => [row.canonicalId, row])).values()].sort(byMentions)
  const candidates = byUse.map(({ canonicalId }) => canonicalId)
  let asked = 0
  for (const short of family) {
    if (short.isFull === 1 || short.canonicalId !== short.id) continue
    pairs.addCandidates(short.id, candidates, 'surname')
    if (++asked % SLICE === 0) await pause()
  }
  const byGiven = Map.groupBy(byUse, ({ nameKey }) => nameKey.slice(0, nameKey.indexOf(' ')))
  for (const alike of byGiven.values())
    for (const [index, one] of alike.entries())
      for (const other of alike.slice(index + 1, index + 1 + MOST_CANDIDATES))
        if (one.nameKey !== other.nameKey) pairs.add(one.canonicalId, other.canonicalId, 'given-name', 1)
}

function byMentions(a: NamedRow, b: NamedRow): number {
  return b.mentionCount - a.mentionCount || (a.canonicalId < b.canonicalId ? -1 : 1)
}

/** Pairs, each once, by their best reason. */
class PairList {
  readonly #pairs = new Map<string, SamePair>()
  readonly #apart: ReadonlySet<string>
  readonly #mentions: ReadonlyMap<EntityId, number>

  constructor(apart: ReadonlySet<string>, rows: readonly NamedRow[]) {
    this.#apart = apart
    this.#mentions = new Map(rows.map((row) => [row.canonicalId, row.mentionCount]))
  }

  /** Asks of the likeliest of those that a short name can mean: all count for how likely each is. */
  addCandidates(short: EntityId, candidates: readonly EntityId[], reason: SameReason): void {
    const ordered = [...candidates].sort((a, b) => this.#count(b) - this.#count(a) || (a < b ? -1 : 1))
    for (const full of ordered.slice(0, MOST_CANDIDATES)) this.add(full, short, reason, candidates.length)
  }

  /** `of`: how many there are to choose from. */
  add(one: EntityId, other: EntityId, reason: SameReason, of: number): void {
    if (one === other || this.#apart.has(pairKey(one, other))) return
    const [a, b] = this.#isFirst(one, other) ? [one, other] : [other, one]
    const use = (LIKELY[reason] / of) * Math.min(this.#count(a), this.#count(b))
    const known = this.#pairs.get(pairKey(a, b))
    if (!known || known.use < use) this.#pairs.set(pairKey(a, b), { a, b, reason, use })
  }

  #isFirst(one: EntityId, other: EntityId): boolean {
    return this.#count(one) > this.#count(other) || (this.#count(one) === this.#count(other) && one > other)
  }

  #count(id: EntityId): number {
    return this.#mentions.get(id) ?? 0
  }

  ordered(): SamePair[] {
    return [...this.#pairs.values()].sort(byUse)
  }
}

/** The order of pairs: most useful first. */
function byUse(x: SamePair, y: SamePair): number {
  return y.use - x.use || (x.a === y.a ? compare(x.b, y.b) : compare(x.a, y.a))
}

const compare = (a: string, b: string) => (a < b ? -1 : 1)
const pairKey = (a: EntityId, b: EntityId) => (a < b ? `${a} ${b}` : `${b} ${a}`)

/** Whether a pair comes after another in that order. */
export function isAfter(pair: SamePair, [use, a, b]: readonly [number, string, string]): boolean {
  return pair.use < use || (pair.use === use && (pair.a > a || (pair.a === a && pair.b > b)))
}

/** Pairs that the person said are not one, as they are shown now. */
function keptApart(db: ReadHandle): Set<string> {
  const shown = (id: EntityId | null) => (id === null ? undefined : listBases(db, [id])[0]?.canonicalId)
  return new Set(
    listAllCorrections(db).flatMap(({ id, record }) => {
      const parted = partedBy(id, record)
      const pair = parted ? [findReferenced(db, parted.from), parted.own] : []
      if (record.kind === 'keep-apart') pair.push(...record.entities.map((one) => findReferenced(db, one)))
      const [a, b] = pair.map((one) => shown(one))
      return a && b ? [pairKey(a, b)] : []
    }),
  )
}
