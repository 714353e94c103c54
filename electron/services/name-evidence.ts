import type { ReadHandle } from '#electron/store/handle.ts'
import { type BaseRow, listOwned, listOwners, listRolesOfSurname } from '#electron/store/queries/entity-links.ts'
import type { EntityId } from '#shared/domain/ids.ts'
import { foldText } from '#shared/text/fold.ts'

/** What names and roles say of which entities are one. */
export interface NameEvidence {
  /** Whom a short name can mean: all whom some text calls so, or the people of that surname with the same role. */
  meantBy(row: BaseRow): readonly EntityId[]
  /** All whose link with this one could change with it. */
  beside(row: BaseRow): readonly EntityId[]
}

/** A role says who someone is for about as long as people stay in it. */
const ROLE_HOLDS_DAYS = 366
const DAY_MS = 86_400_000

/** Reads evidence from what is stored and from the names that the person gave. */
export function createNameEvidence(
  db: ReadHandle,
  given: readonly { readonly id: EntityId; readonly name: string }[],
): NameEvidence {
  const bySurname = new Map<string, ReadonlyMap<EntityId, readonly EntityId[]>>()
  const agreements = (surname: string) => {
    const known = bySurname.get(surname) ?? readAgreements(db, surname)
    bySurname.set(surname, known)
    return known
  }
  const byName = Map.groupBy(given, ({ name }) => foldText(name))
  const givers = (row: BaseRow) => (byName.get(row.nameKey) ?? []).flatMap(({ id }) => (id === row.id ? [] : id))
  return {
    meantBy(row) {
      if (row.kind !== 'person') return [...new Set([...listOwners(db, row), ...givers(row)])]
      const byRole = row.surname === null || row.isFull ? [] : (agreements(row.surname).get(row.id) ?? [])
      return [...new Set([...byRole, ...givers(row)])]
    },
    beside(row) {
      if (row.kind !== 'person') {
        return [...listOwners(db, row), ...listOwned(db, row), ...givers(row)]
      }
      if (row.surname === null) return givers(row)
      const pairs = [...agreements(row.surname)]
      const mates = pairs.flatMap(([short, full]) =>
        short === row.id || full.includes(row.id) ? [short, ...full] : [],
      )
      return [...mates, ...givers(row)]
    },
  }
}

/** For each person named by surname alone, the people of that full name who hold the same office at the time. */
function readAgreements(db: ReadHandle, surname: string): ReadonlyMap<EntityId, readonly EntityId[]> {
  const rows = listRolesOfSurname(db, surname).map((row) => ({ ...row, office: officeOf(row.role) }))
  const full = rows.filter((row) => row.isFull === 1 && row.office !== null)
  const agreed = new Map<EntityId, Set<EntityId>>()
  for (const short of rows.filter((row) => row.isFull === 0 && row.office !== null)) {
    for (const one of full) {
      if (one.office !== short.office || !isNear(one.publishedOn, short.publishedOn)) continue
      agreed.set(short.id, (agreed.get(short.id) ?? new Set()).add(one.id))
    }
  }
  return new Map([...agreed].map(([id, ids]) => [id, [...ids].sort()]))
}

/** A role that says which office it is; "president" alone could be anyone's. */
function officeOf(role: string): string | null {
  const office = foldText(role).replace(/^the /, '')
  return office.includes(' ') && !/^an? /.test(office) ? office : null
}

function isNear(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && Math.abs(Date.parse(a) - Date.parse(b)) <= ROLE_HOLDS_DAYS * DAY_MS
}
