import { useInfiniteQuery } from '@tanstack/react-query'
import { api } from '#renderer/client/api.ts'
import { DisagreementPair } from '#renderer/ui/disagreement-pair.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { ErrorState } from '#renderer/ui/error-state.tsx'
import { LoadingState } from '#renderer/ui/loading-state.tsx'
import { VirtualList } from '#renderer/ui/virtual-list.tsx'

const PAGE_SIZE = 50

/** Every pair of figures in the library that cannot both hold. */
export function DisagreementList() {
  const list = useInfiniteQuery(
    api.figure.disagreements.infiniteOptions({
      input: (cursor: string | undefined) => ({ limit: PAGE_SIZE, cursor }),
      initialPageParam: undefined,
      getNextPageParam: (last) => last.nextCursor ?? undefined,
    }),
  )
  if (list.error) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />
  const isAtWork = list.data?.pages[0]?.isComplete === false
  if (!list.data || (isAtWork && list.data.pages[0]?.total === 0))
    return <LoadingState label="Holding the figures against each other" />
  const items = list.data.pages.flatMap((page) => page.items)
  if (items.length === 0) {
    return (
      <EmptyState title="No disagreements">
        Two figures stand here when they measure the same, of the same, at the same time, and cannot both hold. Figures
        that only restate each other never do.
      </EmptyState>
    )
  }
  return (
    <VirtualList
      items={items}
      label="Disagreements"
      itemKey={({ first, second }) => `${first.id}:${second.id}`}
      renderItem={(disagreement) => <DisagreementPair disagreement={disagreement} />}
      estimateHeightPx={170}
      total={list.data.pages[0]?.total ?? items.length}
      onEndReached={() => {
        if (list.hasNextPage && !list.isFetchingNextPage) void list.fetchNextPage()
      }}
    />
  )
}
