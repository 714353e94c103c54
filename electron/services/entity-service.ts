import type { ReadHandle } from '#electron/store/handle.ts'
import { listCompany } from '#electron/store/queries/company.ts'
import { listMentions, listQuotations, listRoles } from '#electron/store/queries/dossier.ts'
import { listCardsOn } from '#electron/store/queries/dossier-cards.ts'
import { findEntityAsOf } from '#electron/store/queries/dossier-names.ts'
import { listNotesOn } from '#electron/store/queries/dossier-notes.ts'
import { findEntity, listEntities, listMentionsInArticle } from '#electron/store/queries/entities.ts'
import { findFit } from '#electron/store/queries/fits.ts'
import { findLastSeen } from '#electron/store/queries/glance.ts'
import { type RecalledCard, recallChance } from '#shared/domain/recall.ts'
import { defaultParameters } from '#shared/domain/scheduling.ts'
import { readAsOf } from './asked-as-of.ts'
import { toCard } from './card-view.ts'
import { os, type ServiceContext } from './context.ts'

const QUOTATIONS_WITH_DOSSIER = 20
const ROLES_AT_A_GLANCE = 3

/** People, groups and places. */
export function createEntityService(context: ServiceContext) {
  const { read } = context.library
  return {
    list: os.entity.list.handler(({ input }) => listEntities(read, input)),
    get: os.entity.get.handler(({ input: { entityId, ...input }, errors }) => {
      const asOf = readAsOf(input.asOf)
      const entity = findEntityAsOf(read, entityId, asOf)
      if (!entity) throw errors.ENTITY_MISSING()
      return {
        ...entity,
        roles: listRoles(read, entityId, asOf),
        quotations: listQuotations(read, { entityId, asOf, limit: QUOTATIONS_WITH_DOSSIER }).items,
        ...listCompany(read, entityId, asOf),
      }
    }),
    glance: os.entity.glance.handler(({ input: { entityId, articleId }, errors }) => {
      const entity = findEntity(read, entityId)
      if (!entity) throw errors.ENTITY_MISSING()
      return {
        ...entity,
        roles: listRoles(read, entityId, null)
          .slice(0, ROLES_AT_A_GLANCE)
          .map(({ role, last }) => ({ role, publishedOn: last.publishedOn })),
        lastSeen: findLastSeen(read, entityId, articleId),
        ...meanRecallOf(read, listCardsOn(read, { entityId, asOf: null, limit: 1 }).memories, context.clock()),
      }
    }),
    ...createPartsService(context),
    inArticle: os.entity.inArticle.handler(({ input }) => listMentionsInArticle(read, input.articleId)),
  }
}

/** What a dossier holds, page by page. */
function createPartsService({ library: { read }, clock }: ServiceContext) {
  return {
    mentions: os.entity.mentions.handler(({ input, errors }) => {
      if (!findEntity(read, input.entityId)) throw errors.ENTITY_MISSING()
      return listMentions(read, { ...input, asOf: readAsOf(input.asOf) })
    }),
    quotations: os.entity.quotations.handler(({ input, errors }) => {
      if (!findEntity(read, input.entityId)) throw errors.ENTITY_MISSING()
      return listQuotations(read, { ...input, asOf: readAsOf(input.asOf) })
    }),
    notes: os.entity.notes.handler(({ input, errors }) => {
      if (!findEntity(read, input.entityId)) throw errors.ENTITY_MISSING()
      return listNotesOn(read, { ...input, asOf: readAsOf(input.asOf) })
    }),
    cards: os.entity.cards.handler(({ input, errors }) => {
      if (!findEntity(read, input.entityId)) throw errors.ENTITY_MISSING()
      const nowMs = clock()
      const { items, nextCursor, memories } = listCardsOn(read, { ...input, asOf: readAsOf(input.asOf) })
      return {
        items: items.map((row) => ({ ...toCard(row), recall: recallChance(row.memory, nowMs, parametersOf(read)) })),
        nextCursor,
        total: memories.length,
        ...meanRecallOf(read, memories, nowMs),
      }
    }),
  }
}

/** How well cards are remembered at a time, those that nobody has answered left out. */
function meanRecallOf(read: ReadHandle, memories: readonly RecalledCard[], nowMs: number) {
  const parameters = parametersOf(read)
  const recalls = memories.map((memory) => recallChance(memory, nowMs, parameters)).filter((recall) => recall !== null)
  const sum = recalls.reduce((all, recall) => all + recall, 0)
  return { answered: recalls.length, meanRecall: recalls.length === 0 ? null : sum / recalls.length }
}

function parametersOf(read: ReadHandle): readonly number[] {
  return findFit(read)?.parameters ?? defaultParameters
}
