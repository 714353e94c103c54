import type { QueryClient } from '@tanstack/react-query'
import type { LoaderFunctionArgs } from 'react-router'
import { api } from '#renderer/client/api.ts'

/** So long the screen before stays while an article is fetched; most take a twentieth of it. */
const PATIENCE_MS = 150

/**
 * Asks for an article while its screen is still on the way, so that it opens in one step, without a screen that says
 * that it is being opened. What goes wrong is kept with the query, for the screen to tell.
 */
export function openArticle(queries: QueryClient) {
  return async ({ params }: LoaderFunctionArgs): Promise<null> => {
    const { articleId = '' } = params
    const needed = [api.article.get.queryOptions({ input: { articleId } }), api.category.list.queryOptions()] as const
    if (needed.every(({ queryKey }) => queries.getQueryData(queryKey) !== undefined)) return null
    const [article, categories] = needed
    const asked = Promise.all([queries.prefetchQuery(article), queries.prefetchQuery(categories)])
    await Promise.race([asked, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))])
    return null
  }
}
