import {
  findEntity,
  listCompany,
  listEntities,
  listMentions,
  listMentionsInArticle,
  listQuotations,
  listRoles,
} from '#electron/store/queries/entities.ts'
import { listFigures } from '#electron/store/queries/figures.ts'
import { os, type ServiceContext } from './context.ts'

/** People, groups and places. */
export function createEntityService({ library: { read } }: ServiceContext) {
  return {
    list: os.entity.list.handler(({ input }) => listEntities(read, input)),
    get: os.entity.get.handler(({ input: { entityId }, errors }) => {
      const entity = findEntity(read, entityId)
      if (!entity) throw errors.ENTITY_MISSING()
      return {
        ...entity,
        roles: listRoles(read, entity.id),
        quotations: listQuotations(read, entity.id),
        appearsWith: listCompany(read, entity.id),
      }
    }),
    mentions: os.entity.mentions.handler(({ input, errors }) => {
      const entity = findEntity(read, input.entityId)
      if (!entity) throw errors.ENTITY_MISSING()
      return listMentions(read, { ...input, entityId: entity.id })
    }),
    inArticle: os.entity.inArticle.handler(({ input }) => listMentionsInArticle(read, input.articleId)),
  }
}

/** Figures. */
export function createFigureService({ library: { read } }: ServiceContext) {
  return { list: os.figure.list.handler(({ input }) => listFigures(read, input)) }
}
