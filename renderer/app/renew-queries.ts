import type { QueryClient, QueryFilters } from '@tanstack/react-query'

/**
 * Asks again for every answer that `filters` pick and that is on the screen; the others are asked for when they are
 * needed. Unlike `invalidateQueries` it reaches what is being asked for the first time, too: that answer may have been
 * given before the change and come after the news of it. It is waited for, then asked for once more.
 */
export async function renewQueries(queries: QueryClient, filters: QueryFilters = {}): Promise<void> {
  const unanswered = queries
    .getQueryCache()
    .findAll({ ...filters, fetchStatus: 'fetching' })
    .filter(({ state }) => state.data === undefined)
  const renewed = queries.invalidateQueries(filters)
  await Promise.all(
    unanswered.map(async ({ promise, queryKey }) => {
      // A question that failed is open again: whoever shows the fault asks once more.
      await promise?.catch(() => {})
      await queries.invalidateQueries({ queryKey, exact: true })
    }),
  )
  await renewed
}
