import type { StoredClaim } from '#electron/store/queries/claims.ts'
import { nameAsOf } from '#electron/store/queries/dossier-names.ts'
import { findEntity } from '#electron/store/queries/entities.ts'
import { findFigures, listFigures } from '#electron/store/queries/figures.ts'
import { listMeasures, wordsOf } from '#electron/store/queries/measures.ts'
import { cutPage, readCursor } from '#electron/store/queries/paging.ts'
import type { EntityId } from '#shared/domain/ids.ts'
import { readAsOf } from './asked-as-of.ts'
import { os, type ServiceContext } from './context.ts'
import { createDisagreementFinder } from './disagreements.ts'

/** Figures. */
export function createFigureService({ library, changes }: ServiceContext) {
  const { read } = library
  const finder = createDisagreementFinder(library, () => changes.announce(['figure']))
  return {
    list: os.figure.list.handler(async ({ input }) => {
      if (input.group !== undefined || input.quantity !== undefined) await finder.group()
      return listFigures(read, { ...input, asOf: readAsOf(input.asOf) })
    }),
    measures: os.figure.measures.handler(async ({ input }) => {
      await finder.group()
      return listMeasures(read, input)
    }),
    disagreements: os.figure.disagreements.handler(async ({ input }) => {
      const asOf = readAsOf(input.asOf)
      const { pairs: all, isComplete } = await finder.find(asOf)
      const { entityId } = input
      const of = entityId ? all.filter((pair) => isAbout(pair, entityId)) : all
      const from = Number(readCursor(input.cursor, 1)?.[0] ?? 0)
      const rows = of.slice(from, from + input.limit + 1).map((pair, index) => ({ pair, next: from + index + 1 }))
      const page = cutPage(rows, input.limit, ({ next }) => [next])
      const figures = findFigures(
        read,
        page.items.flatMap(({ pair }) => [pair.first.id, pair.second.id]),
      )
      const items = page.items.flatMap(({ pair }) => {
        const [first, second] = [figures.get(pair.first.id), figures.get(pair.second.id)]
        if (!first || !second) return []
        const subject = subjectOf(pair)
        const entity = subject ? findEntity(read, subject) : null
        return [
          {
            measures: wordsOf(read, pair.first.group),
            subject: entity && { id: entity.id, kind: entity.kind, name: nameAsOf(read, entity, asOf) },
            first,
            second,
          },
        ]
      })
      return { items, nextCursor: page.nextCursor, total: of.length, isComplete }
    }),
  }
}

interface Pair {
  readonly first: StoredClaim
  readonly second: StoredClaim
}

function isAbout({ first, second }: Pair, entityId: EntityId): boolean {
  if (first.speakerId === entityId || second.speakerId === entityId) return true
  return sharedEntities({ first, second }).includes(entityId)
}

/** What both are about, where it is an entity. */
function subjectOf(pair: Pair): EntityId | null {
  return sharedEntities(pair)[0] ?? null
}

function sharedEntities({ first, second }: Pair): EntityId[] {
  const shared = [...first.subjects].filter((subject) => second.subjects.has(subject))
  return shared
    .flatMap((subject) => [first, second].map(({ entities }) => entities.get(subject)))
    .filter((id) => id !== undefined)
}
