import { listCompany } from '#electron/store/queries/company.ts'
import { listMentions, listQuotations, listRoles } from '#electron/store/queries/dossier.ts'
import { listCardsOn } from '#electron/store/queries/dossier-cards.ts'
import { findEntityAsOf } from '#electron/store/queries/dossier-names.ts'
import { listNotesOn } from '#electron/store/queries/dossier-notes.ts'
import { findEntity, listEntities, listMentionsInArticle } from '#electron/store/queries/entities.ts'
import { recallNow } from '#shared/domain/recall.ts'
import { readAsOf } from './asked-as-of.ts'
import { toCard } from './card-service.ts'
import { os, type ServiceContext } from './context.ts'

const QUOTATIONS_WITH_DOSSIER = 20

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
      const recalls = memories.map((memory) => recallNow(memory, nowMs)).filter((recall) => recall !== null)
      return {
        items: items.map((row) => ({ ...toCard(row), recall: recallNow(row.memory, nowMs) })),
        nextCursor,
        total: memories.length,
        answered: recalls.length,
        meanRecall: recalls.length === 0 ? null : recalls.reduce((sum, recall) => sum + recall, 0) / recalls.length,
      }
    }),
  }
}
