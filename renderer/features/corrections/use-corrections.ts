import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { api } from '#renderer/client/api.ts'
import { usePages } from '#renderer/ui/use-pages.ts'

const PAGE_SIZE = 100

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
  return { ...usePages(list), hasMore: list.hasNextPage }
}
