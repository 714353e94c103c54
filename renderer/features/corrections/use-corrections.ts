import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { api } from '#renderer/client/api.ts'

const PAGE_SIZE = 100
const none: readonly never[] = []

/** The corrections that stand, the latest first. */
export function useCorrections() {
  const list = useInfiniteQuery(
    api.correction.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ limit: PAGE_SIZE, cursor }),
      initialPageParam: undefined,
      getNextPageParam: (last) => last.nextCursor ?? undefined,
      placeholderData: keepPreviousData,
    }),
  )
  const more = () => {
    if (list.hasNextPage && !list.isFetchingNextPage) void list.fetchNextPage()
  }
  return {
    items: list.data?.pages.flatMap((page) => page.items) ?? none,
    hasMore: list.hasNextPage,
    isPending: list.isPending,
    error: list.data ? null : list.error,
    retry: () => void list.refetch(),
    more,
  }
}
