import { client } from '#renderer/client/api.ts'
import type { Annotation } from '#shared/contract/annotation.ts'
import type { ArticleId, CategoryId, EntityId } from '#shared/domain/ids.ts'
import type { MarkFilter } from './mark-filters.tsx'

/** The filter as the library understands it, words aside; what is not filtered by is left out. */
export function filterInput(filter: MarkFilter) {
  const { categoryId, tag, article, entity, fromDay, toDay } = filter
  return {
    ...(categoryId && { categoryId: categoryId as CategoryId }),
    ...(tag && { tag }),
    // What is chosen came from the library's own lists.
    ...(article && { articleId: article.id as ArticleId }),
    ...(entity && { entityId: entity.id as EntityId }),
    ...(fromDay && { fromMs: startOfDay(fromDay, 0) }),
    ...(toDay && { beforeMs: startOfDay(toDay, 1) }),
  }
}

/** When a day (`YYYY-MM-DD`) begins where the person is, or `after` days later. */
function startOfDay(day: string, after: number): number {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number)
  return Math.max(0, new Date(year, month - 1, date + after).getTime())
}

/** Every mark that the filter lets through. */
export async function fetchShownMarks(filter: MarkFilter): Promise<Annotation[]> {
  const all: Annotation[] = []
  let cursor: string | undefined
  do {
    const query = filter.query.trim()
    const page = await client.annotation.list({ query, limit: 200, cursor, ...filterInput(filter) })
    all.push(...page.items)
    cursor = page.nextCursor ?? undefined
  } while (cursor)
  return all
}
