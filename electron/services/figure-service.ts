import type { ReadHandle } from '#electron/store/handle.ts'
import type { AsOf } from '#electron/store/queries/as-of.ts'
import { nameAsOf } from '#electron/store/queries/dossier-names.ts'
import { findEntity } from '#electron/store/queries/entities.ts'
import { type FigureRow, findFigures, listFigures, listFiguresTelling } from '#electron/store/queries/figures.ts'
import { listMeasures, wordsOf } from '#electron/store/queries/measures.ts'
import { cutPage, readCursor } from '#electron/store/queries/paging.ts'
import type { EntityId } from '#shared/domain/ids.ts'
import { filterInSteps, mapInSteps } from '#shared/domain/in-steps.ts'
import { foldText } from '#shared/text/fold.ts'
import { readAsOf } from './asked-as-of.ts'
import { os, type ServiceContext } from './context.ts'
import { createDisagreementFinder } from './disagreements.ts'
import { readDismissed } from './dismissed.ts'
import { type Dispute, disputeOf, eachValueOnce, groupPairs, subjectOf } from './disputes.ts'
import { inSlices } from './in-slices.ts'
import type { FoundPair } from './pair-order.ts'

/** Figures. */
export function createFigureService({ library, changes }: ServiceContext) {
  const { read } = library
  const finder = createDisagreementFinder(library, () => changes.announce(['figure']))
  return {
    list: os.figure.list.handler(async ({ input }) => {
      if (input.group !== undefined || input.quantity !== undefined) await finder.group()
      const asOf = readAsOf(input.asOf)
      const page = listFigures(read, { ...input, asOf })
      return { ...page, items: page.items.map((figure) => asKnownThen(read, figure, asOf)) }
    }),
    measures: os.figure.measures.handler(async ({ input }) => {
      await finder.group()
      return listMeasures(read, input)
    }),
    disagreements: os.figure.disagreements.handler(async ({ input }) => {
      const asOf = readAsOf(input.asOf)
      const { dispute, entityId, limit } = input
      const stands = readDismissed(read)
      const passes =
        dispute === undefined
          ? stands
          : (pair: FoundPair) => disputeOf(pair) === dispute && (stands === null || stands(pair))
      const from = Number(readCursor(input.cursor, 1)?.[0] ?? 0)
      const { pairs, total, isComplete } = await finder.find({ asOf, entityId, passes, from, limit: limit + 1 })
      const rows = pairs.map((pair, index) => ({ pair, next: from + index + 1 }))
      const page = cutPage(rows, limit, ({ next }) => [next])
      const figures = findFigures(
        read,
        page.items.flatMap(({ pair }) => [pair.first.id, pair.second.id]),
      )
      const about = describe(read, asOf)
      const items = await inSlices(
        mapInSteps(page.items, ({ pair }) => {
          const [first, second] = [figures.get(pair.first.id), figures.get(pair.second.id)]
          if (!first || !second) return []
          return [
            {
              ...about(pair.first.group, subjectOf(pair)),
              first: asKnownThen(read, first, asOf),
              second: asKnownThen(read, second, asOf),
            },
          ]
        }),
      )
      return { items, nextCursor: page.nextCursor, total, isComplete }
    }),
    disputes: os.figure.disputes.handler(async ({ input }) => {
      const { limit, quantity, query = '' } = input
      const all = { asOf: null, passes: readDismissed(read), from: 0, limit: Number.POSITIVE_INFINITY }
      const { pairs, isComplete } = await finder.find(all)
      const about = describe(read, null)
      const of = (await inSlices(groupPairs(pairs))).filter(({ group }) => !quantity || group.startsWith(quantity))
      const disputes = query.trim() === '' ? of : await inSlices(filterInSteps(of, telling(read, of, query, about)))
      const from = Number(readCursor(input.cursor, 1)?.[0] ?? 0)
      const rows = disputes
        .slice(from, from + limit + 1)
        .map((dispute, index) => ({ dispute, ids: eachValueOnce(dispute), next: from + index + 1 }))
      const page = cutPage(rows, limit, ({ next }) => [next])
      const figures = findFigures(
        read,
        page.items.flatMap(({ ids }) => ids),
      )
      const items = page.items.map(({ dispute: { key, group, subject, claims, pairCount }, ids }) => ({
        ...about(group, subject),
        key,
        figures: ids.flatMap((id) => figures.get(id) ?? []),
        figureCount: claims.size,
        pairCount,
      }))
      return { items, nextCursor: page.nextCursor, total: disputes.length, isComplete }
    }),
  }
}

/** What a measure and a subject are called, each measure looked up once. */
function describe(read: ReadHandle, asOf: AsOf | null) {
  const words = new Map<string, string>()
  return (group: string, id: EntityId | null) => {
    const measures = words.get(group) ?? wordsOf(read, group)
    words.set(group, measures)
    const entity = id ? findEntity(read, id) : null
    const subject = entity && { id: entity.id, kind: entity.kind, name: nameAsOf(read, entity, asOf) }
    return { measures, subject }
  }
}

/** Whether measure, subject, figures or articles of a dispute hold the words. */
function telling(read: ReadHandle, disputes: readonly Dispute[], query: string, about: ReturnType<typeof describe>) {
  const needle = foldText(query.trim())
  const ids = disputes.flatMap(({ claims }) => [...claims.keys()])
  const told = listFiguresTelling(read, ids, needle)
  return ({ group, subject, claims }: Dispute) => {
    const { measures, subject: entity } = about(group, subject)
    const isNamed = foldText(`${measures} ${entity?.name ?? ''}`).includes(needle)
    return isNamed || [...claims.keys()].some((id) => told.has(id))
  }
}

/** What the library calls who states a figure may have been learnt later: here is what it was then. */
function asKnownThen(read: ReadHandle, figure: FigureRow, asOf: AsOf | null): FigureRow {
  const entity = asOf && figure.speakerId && findEntity(read, figure.speakerId)
  return entity ? { ...figure, speaker: nameAsOf(read, entity, asOf) } : figure
}
