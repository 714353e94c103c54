import { useMemo } from 'react'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { ErrorState } from '#renderer/ui/error-state.tsx'
import { LoadingState } from '#renderer/ui/loading-state.tsx'
import { ToLibrary } from '#renderer/ui/to-library.tsx'
import type { ListCursor } from '#renderer/ui/use-list-cursor.ts'
import { VirtualList } from '#renderer/ui/virtual-list.tsx'
import { figureBars } from '#shared/domain/format-figure.ts'
import { FigureRow, LedgerHead } from './figure-row.tsx'
import classes from './ledger.module.css'
import type { useFigures } from './use-figures.ts'

interface LedgerProps {
  readonly list: ReturnType<typeof useFigures>
  readonly cursor: ListCursor
  readonly isFiltered: boolean
}

/** The figures in ruled rows. */
export function Ledger({ list, cursor, isFiltered }: LedgerProps) {
  const bars = useMemo(() => figureBars(list.items), [list.items])
  if (list.error) return <ErrorState error={list.error} onRetry={list.retry} />
  if (list.isPending) return <LoadingState label="Fetching the figures" />
  if (list.items.length === 0) {
    return isFiltered ? (
      <EmptyState title="No such figure">
        Search for what is counted, the number as it is written, or who says it.
      </EmptyState>
    ) : (
      <EmptyState title="No figures yet" actions={<ToLibrary />}>
        Every number that your articles state stands here in one ledger: how many, of whom, who says so. Import an
        article to begin.
      </EmptyState>
    )
  }
  return (
    <div className={classes.ledger} data-stale={list.isStale}>
      <LedgerHead />
      <div className={classes.rows}>
        <VirtualList
          items={list.items}
          label="Figures"
          itemKey={(figure) => figure.id}
          renderItem={(figure, index) => (
            <FigureRow
              figure={figure}
              bar={bars.get(figure.id) ?? null}
              isActive={index === cursor.index}
              onFocus={() => cursor.moveTo(index)}
            />
          )}
          estimateHeightPx={57}
          activeIndex={cursor.index}
          total={list.total}
          onEndReached={list.more}
        />
      </div>
    </div>
  )
}
