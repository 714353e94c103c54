import { search } from '#electron/store/queries/search.ts'
import { os, type ServiceContext } from './context.ts'

/** One box over everything. */
export function createSearchService({ library }: ServiceContext) {
  return {
    query: os.search.query.handler(({ input: { q, limit } }) => ({ items: search(library.read, q, limit) })),
  }
}
