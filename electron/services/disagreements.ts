import { setImmediate as pause } from 'node:timers/promises'
import type { Library } from '#electron/store/open.ts'
import type { AsOf } from '#electron/store/queries/as-of.ts'
import { createClaimReader, listClaimRows, type StoredClaim } from '#electron/store/queries/claims.ts'
import { groupFigures, hasUngroupedFigures } from '#electron/store/queries/measures.ts'
import { type Disagreement, listDisagreements } from '#shared/domain/figures/disagree.ts'

type Found = readonly (Disagreement & { readonly first: StoredClaim; readonly second: StoredClaim })[]

/** What a slice takes stays well under the pause that a person would feel while something else is asked for. */
const SLICE = 400
const MOMENTS_KEPT = 4

/** Finds what contradicts what, and keeps it until anything is written. */
export interface DisagreementFinder {
  /** All pairs in articles up to then, those of the latest articles first. */
  find(asOf: AsOf | null): Promise<Found>
  /** Works out what newly stored figures measure. */
  group(): Promise<void>
}

/** A finder over one library. */
export function createDisagreementFinder(library: Library): DisagreementFinder {
  const kept = new Map<string, { readonly writes: string; readonly found: Promise<Found> }>()
  const group = async () => {
    while (hasUngroupedFigures(library.read)) {
      library.write((db) => groupFigures(db, SLICE))
      await pause()
    }
  }
  const find = async (asOf: AsOf | null): Promise<Found> => {
    await group()
    const key = JSON.stringify(asOf)
    const writes = countWrites(library)
    const known = kept.get(key)
    if (known?.writes === writes) return known.found
    const found = findAll(library, asOf)
    kept.delete(key)
    kept.set(key, { writes, found })
    for (const oldest of kept.keys()) if (kept.size > MOMENTS_KEPT) kept.delete(oldest)
    return found
  }
  return { find, group }
}

/** Another file counts its writes anew. */
function countWrites({ read, replacements }: Library): string {
  return `${replacements} ${read.prepare('SELECT total_changes()').pluck().get()}`
}

async function findAll({ read }: Library, asOf: AsOf | null): Promise<Found> {
  const rows = listClaimRows(read, asOf)
  const readClaim = createClaimReader(read)
  const claims = new Map<string, StoredClaim>()
  for (let from = 0; from < rows.length; from += SLICE) {
    for (const row of rows.slice(from, from + SLICE)) {
      const claim = readClaim(row)
      if (claim) claims.set(claim.id, claim)
    }
    await pause()
  }
  const pairs = listDisagreements([...claims.values()]).flatMap(({ first, second }) => {
    const [a, b] = [claims.get(first.id), claims.get(second.id)]
    return a && b ? [{ first: a, second: b }] : []
  })
  return pairs.sort((a, b) => latest(b) - latest(a) || (a.first.id < b.first.id ? -1 : 1))
}

function latest({ first, second }: Found[number]): number {
  return Math.max(first.publishedDay ?? Number.NEGATIVE_INFINITY, second.publishedDay ?? Number.NEGATIVE_INFINITY, -1e9)
}
