import { nameAsOf } from '#electron/store/queries/dossier-names.ts'
import { findEntity } from '#electron/store/queries/entities.ts'
import { findFigures, listFigures } from '#electron/store/queries/figures.ts'
import { listMeasures, wordsOf } from '#electron/store/queries/measures.ts'
import { cutPage, readCursor } from '#electron/store/queries/paging.ts'
import type { EntityId } from '#shared/domain/ids.ts'
import { readAsOf } from './asked-as-of.ts'
import { os, type ServiceContext } from './context.ts'
import { createDisagreementFinder } from './disagreements.ts'
import { inSlices, mapInSteps } from './in-slices.ts'
import { type FoundPair, sharedEntities } from './pair-order.ts'

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
      const from = Number(readCursor(input.cursor, 1)?.[0] ?? 0)
      const asked = { asOf, entityId: input.entityId, from, limit: input.limit + 1 }
      const { pairs, total, isComplete } = await finder.find(asked)
      const rows = pairs.map((pair, index) => ({ pair, next: from + index + 1 }))
      const page = cutPage(rows, input.limit, ({ next }) => [next])
      const figures = findFigures(
        read,
        page.items.flatMap(({ pair }) => [pair.first.id, pair.second.id]),
      )
      const words = new Map<string, string>()
      const items = await inSlices(
        mapInSteps(page.items, ({ pair }) => {
          const [first, second] = [figures.get(pair.first.id), figures.get(pair.second.id)]
          if (!first || !second) return []
          const { group } = pair.first
          const measures = words.get(group) ?? wordsOf(read, group)
          words.set(group, measures)
          const subject = subjectOf(pair)
          const entity = subject ? findEntity(read, subject) : null
          const named = entity && { id: entity.id, kind: entity.kind, name: nameAsOf(read, entity, asOf) }
          return [{ measures, subject: named, first, second }]
        }),
      )
      return { items, nextCursor: page.nextCursor, total, isComplete }
    }),
  }
}

/** What both are about, where it is an entity. */
function subjectOf(pair: FoundPair): EntityId | null {
  return sharedEntities(pair)[0] ?? null
}
