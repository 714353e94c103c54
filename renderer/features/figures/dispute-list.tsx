import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { ErrorState } from '#renderer/ui/error-state.tsx'
import { LoadingState } from '#renderer/ui/loading-state.tsx'
import type { ListCursor } from '#renderer/ui/use-list-cursor.ts'
import { VirtualList } from '#renderer/ui/virtual-list.tsx'
import { DisputeBlock } from './dispute-block.tsx'
import type { useDisputes } from './use-disputes.ts'

interface DisputeListProps {
  readonly list: ReturnType<typeof useDisputes>
  readonly cursor: ListCursor
  readonly isFiltered: boolean
  /** The disputes of which all pairs are shown, by key. */
  readonly open: ReadonlySet<string>
  readonly onToggle: (key: string) => void
  readonly onDismiss: (key: string) => void
}

/** Everything in the library on which figures cannot both hold. */
export function DisputeList({ list, cursor, isFiltered, open, onToggle, onDismiss }: DisputeListProps) {
  if (list.error) return <ErrorState error={list.error} onRetry={list.retry} />
  if (list.isPending || (list.isAtWork && list.items.length === 0))
    return <LoadingState label="Holding the figures against each other" />
  if (list.items.length === 0) {
    return isFiltered ? (
      <EmptyState title="No such disagreement">
        Search for what is counted, of whom, a number as it is written, or the article.
      </EmptyState>
    ) : (
      <EmptyState title="No disagreements">
        Two figures stand here when they measure the same, of the same, at the same time, and cannot both hold. Figures
        that only restate each other never do.
      </EmptyState>
    )
  }
  return (
    <VirtualList
      items={list.items}
      label="Disagreements"
      itemKey={({ key }) => key}
      renderItem={(dispute, index) => (
        <DisputeBlock
          dispute={dispute}
          isActive={index === cursor.index}
          isOpen={open.has(dispute.key)}
          onFocus={() => cursor.moveTo(index)}
          onToggle={() => onToggle(dispute.key)}
          onDismiss={() => onDismiss(dispute.key)}
        />
      )}
      estimateHeightPx={190}
      activeIndex={cursor.index}
      total={list.total}
      onEndReached={list.more}
    />
  )
}
