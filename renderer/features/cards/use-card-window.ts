import { keepPreviousData, useQueries } from '@tanstack/react-query'
import { api } from '#renderer/client/api.ts'
import type { CardFilter, CardSort } from '#shared/contract/card-browser.ts'
import type { Card } from '#shared/contract/study.ts'

const PAGE = 100

/** How the table is sorted. */
export interface TableOrder {
  readonly sort: CardSort
  readonly descending: boolean
}

/** The rows of a long sorted list that are in sight, fetched page by page around them. */
export interface CardWindow {
  readonly total: number
  readonly cardAt: (index: number) => Card | undefined
  readonly loaded: readonly Card[]
  readonly isPending: boolean
  readonly error: unknown
  readonly retry: () => void
}

/** `first` and `last`: which rows are in sight. */
export function useCardWindow(filter: CardFilter, order: TableOrder, first: number, last: number): CardWindow {
  const from = Math.floor(Math.max(0, first) / PAGE)
  const to = Math.floor(Math.max(0, last) / PAGE)
  const pages = [...new Set([0, ...Array.from({ length: to - from + 1 }, (_, index) => from + index)])]
  const queries = useQueries({
    queries: pages.map((page) =>
      api.card.browse.queryOptions({
        input: { filter, ...order, offset: page * PAGE, limit: PAGE },
        placeholderData: keepPreviousData,
      }),
    ),
  })
  const byPage = new Map(
    pages.map((page, index) => [page, queries[index]?.isPlaceholderData ? undefined : queries[index]]),
  )
  const head = queries[0]
  return {
    total: head?.data?.total ?? 0,
    cardAt: (index) => byPage.get(Math.floor(index / PAGE))?.data?.items[index % PAGE],
    loaded: queries.flatMap((query) => query.data?.items ?? []),
    isPending: head?.isPending ?? true,
    error: head?.data ? null : head?.error,
    retry: () => void head?.refetch(),
  }
}
