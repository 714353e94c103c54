import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { api } from '#renderer/client/api.ts'
import type { ArticleSummary } from '#shared/contract/article.ts'
import type { LibraryFilter } from './use-filter.ts'

const PAGE = 100

/** The articles of a filter, as far as they were loaded. */
export interface Articles {
  readonly items: readonly ArticleSummary[]
  readonly total: number
  readonly isLoading: boolean
  readonly error: unknown
  readonly retry: () => void
  readonly loadMore: () => void
}

/** Pages through the library by keyset. While a new filter is asked the old list stays. */
export function useArticles({ query, state, sort, book }: LibraryFilter): Articles {
  const words = query.trim()
  const pages = useInfiniteQuery(
    api.article.list.infiniteOptions({
      input: (cursor: string | null) => ({
        state,
        sort,
        limit: PAGE,
        ...(book === null ? {} : { bookId: book }),
        ...(words === '' ? {} : { query: words }),
        ...(cursor === null ? {} : { cursor }),
      }),
      initialPageParam: null,
      getNextPageParam: (page) => page.nextCursor,
      placeholderData: keepPreviousData,
    }),
  )
  const items = useMemo(() => pages.data?.pages.flatMap((page) => page.items) ?? [], [pages.data])
  return {
    items,
    total: pages.data?.pages[0]?.total ?? 0,
    isLoading: pages.isPending,
    error: pages.error,
    retry: () => void pages.refetch(),
    loadMore: () => {
      if (pages.hasNextPage && !pages.isFetching) void pages.fetchNextPage()
    },
  }
}
