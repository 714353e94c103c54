import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import { api } from '#renderer/client/api.ts'
import { usePages } from '#renderer/ui/use-pages.ts'
import type { Quantity } from '#shared/contract/entity.ts'

const PAGE_SIZE = 25

/** What disagrees, by measure and subject, page by page. */
export function useDisputes(query: string, quantity: Quantity | null) {
  const q = useDeferredValue(query.trim())
  const list = useInfiniteQuery(
    api.figure.disputes.infiniteOptions({
      input: (cursor: string | undefined) => ({ query: q, limit: PAGE_SIZE, cursor, ...(quantity && { quantity }) }),
      initialPageParam: undefined,
      getNextPageParam: (last) => last.nextCursor ?? undefined,
      placeholderData: keepPreviousData,
    }),
  )
  const first = list.data?.pages[0]
  return {
    ...usePages(list),
    total: first?.total ?? 0,
    /** Whether there may be more than was found by now. */
    isAtWork: first?.isComplete === false,
  }
}
