import { Button } from '@mantine/core'
import { Link } from 'react-router'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { ErrorState } from '#renderer/ui/error-state.tsx'
import { formatCount } from '#renderer/ui/format.ts'
import { LoadingState } from '#renderer/ui/loading-state.tsx'
import { PageTitle } from '#renderer/ui/page-title.tsx'
import { Screen } from '#renderer/ui/screen.tsx'
import { useCommands } from '#renderer/ui/use-commands.ts'
import { useListCursor } from '#renderer/ui/use-list-cursor.ts'
import { VirtualList } from '#renderer/ui/virtual-list.tsx'
import { routes } from '#shared/domain/routes.ts'
import classes from './duplicates-screen.module.css'
import { PairBench } from './pair-bench.tsx'
import { useDuplicates } from './use-duplicates.ts'

/** Articles that are there twice: the same story from another address or outlet, or in another edit. */
export function DuplicatesScreen() {
  const duplicates = useDuplicates()
  const cursor = useListCursor(duplicates.items.length)
  const pair = duplicates.items[cursor.index] ?? null
  useCommands({
    'duplicates.next': cursor.next,
    'duplicates.previous': cursor.previous,
    'duplicates.first': () => pair && duplicates.keep(pair.first, pair.second),
    'duplicates.second': () => pair && duplicates.keep(pair.second, pair.first),
    'duplicates.apart': () => pair && duplicates.keepApart(pair),
  })
  return (
    <Screen width="fill">
      <PageTitle
        title="There twice"
        lead={duplicates.total > 0 ? formatCount(duplicates.total, 'pair', 'pairs') : null}
      />
      {duplicates.error ? (
        <ErrorState error={duplicates.error} onRetry={duplicates.retry} />
      ) : duplicates.isPending ? (
        <LoadingState label="Comparing the articles" />
      ) : pair ? (
        <div className={classes.room}>
          <div className={classes.list}>
            <VirtualList
              items={duplicates.items}
              label="Pairs"
              itemKey={({ first, second }) => `${first.id} ${second.id}`}
              estimateHeightPx={76}
              activeIndex={cursor.index}
              total={duplicates.total}
              onEndReached={duplicates.more}
              renderItem={({ first, second, likeness, isSameAddress }, index) => (
                <button
                  type="button"
                  className={classes.row}
                  aria-current={index === cursor.index}
                  onClick={() => cursor.moveTo(index)}
                >
                  <span className={classes.title}>{first.title}</span>
                  <span className={classes.title}>{second.title}</span>
                  <span className={classes.facts}>
                    {isSameAddress ? 'same address' : `${Math.round(likeness * 100)} % the same`}
                  </span>
                </button>
              )}
            />
          </div>
          <PairBench
            key={`${pair.first.id} ${pair.second.id}`}
            pair={pair}
            isBusy={duplicates.isBusy}
            onKeep={duplicates.keep}
            onApart={() => duplicates.keepApart(pair)}
          />
        </div>
      ) : (
        <EmptyState
          title="No article is there twice"
          actions={
            <Button component={Link} to={routes.library}>
              To the library
            </Button>
          }
        >
          The same story from two outlets, or two edits of one text, would be listed here.
        </EmptyState>
      )}
    </Screen>
  )
}
