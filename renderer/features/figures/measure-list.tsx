import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { api } from '#renderer/client/api.ts'
import { Count } from '#renderer/ui/count.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { ErrorState } from '#renderer/ui/error-state.tsx'
import { LoadingState } from '#renderer/ui/loading-state.tsx'
import { VirtualList } from '#renderer/ui/virtual-list.tsx'
import type { Measure, Quantity } from '#shared/contract/entity.ts'
import classes from './measure-list.module.css'
import { measurePath } from './use-figures-view.ts'

const PAGE_SIZE = 100

interface MeasureListProps {
  readonly query: string
  readonly quantity: Quantity | null
}

/** What the figures measure, each with how many there are. */
export function MeasureList({ query, quantity }: MeasureListProps) {
  const list = useInfiniteQuery(
    api.figure.measures.infiniteOptions({
      input: (cursor: string | undefined) => ({ query, limit: PAGE_SIZE, cursor, ...(quantity && { quantity }) }),
      initialPageParam: undefined,
      getNextPageParam: (last) => last.nextCursor ?? undefined,
      placeholderData: keepPreviousData,
    }),
  )
  if (list.error) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />
  if (!list.data) return <LoadingState label="Sorting the figures" />
  const items = list.data.pages.flatMap((page) => page.items)
  if (items.length === 0) return <EmptyState title="Nothing of the kind is measured">Try other words.</EmptyState>
  return (
    <VirtualList
      items={items}
      label="What is measured"
      itemKey={({ group }) => group}
      renderItem={(measure) => <MeasureRow measure={measure} />}
      estimateHeightPx={45}
      total={list.data.pages[0]?.total ?? items.length}
      onEndReached={() => {
        if (list.hasNextPage && !list.isFetchingNextPage) void list.fetchNextPage()
      }}
    />
  )
}

function MeasureRow({ measure }: { measure: Measure }) {
  return (
    <Link to={measurePath(measure.group)} className={classes.row}>
      <span className={classes.measures}>
        {measure.measures}
        <span className={classes.kind}> {kindOf(measure.group)}</span>
      </span>
      <span className={classes.count}>
        <Count value={measure.figureCount} one="figure" other="figures" />
      </span>
      <span className={classes.quiet}>
        in <Count value={measure.articleCount} one="article" other="articles" />
      </span>
    </Link>
  )
}

/** What kind of quantity a group is of, where its words leave that open. */
function kindOf(group: string): string {
  const [quantity = ''] = group.split(':')
  if (quantity.startsWith('money ')) return quantity.slice('money '.length)
  return quantity === 'count' ? '' : quantity === 'share' ? '%' : quantity
}
