import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import { api } from '#renderer/client/api.ts'
import { usePages } from '#renderer/ui/use-pages.ts'
import type { Quantity } from '#shared/contract/entity.ts'
import type { EntityId } from '#shared/domain/ids.ts'

const PAGE_SIZE = 100

/** In which order figures stand. */
export const sorts = [
  { value: 'article', label: 'Newest article first' },
  { value: 'measures', label: 'By what is measured' },
  { value: 'value', label: 'By size' },
  { value: 'subject', label: 'By whom it is of' },
  { value: 'speaker', label: 'By who said it' },
  { value: 'day', label: 'Latest day first' },
] as const
export type Sort = (typeof sorts)[number]['value']

/** Which figures to show. */
export interface FigureFilter {
  readonly query: string
  readonly sort: Sort
  readonly quantity: Quantity | null
  readonly entityId: EntityId | null
  readonly group: string | null
  /** Of whom alone, as figures word it. */
  readonly subject?: string | null
}

/** The figures of a filter, page by page. */
export function useFigures({ query, sort, quantity, entityId, group, subject }: FigureFilter) {
  const q = useDeferredValue(query.trim())
  const figures = useInfiniteQuery(
    api.figure.list.infiniteOptions({
      input: (cursor: string | undefined) => ({
        query: q,
        sort,
        limit: PAGE_SIZE,
        cursor,
        ...(entityId && { entityId }),
        ...(quantity && { quantity }),
        ...(group && { group }),
        ...(subject && { subject }),
      }),
      initialPageParam: undefined,
      getNextPageParam: (last) => last.nextCursor ?? undefined,
      placeholderData: keepPreviousData,
    }),
  )
  const total = figures.data?.pages[0]?.total ?? 0
  return { ...usePages(figures), total, isStale: figures.isPlaceholderData }
}
