import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { api } from '#renderer/client/api.ts'
import { dismissDisagreement } from '#renderer/client/dismiss-disagreement.ts'
import { DisagreementPair } from '#renderer/ui/disagreement-pair.tsx'
import { LoadingState } from '#renderer/ui/loading-state.tsx'
import { showErrorToast, showUndoToast } from '#renderer/ui/toast.tsx'
import type { Disagreement } from '#shared/contract/entity.ts'
import classes from './dispute-block.module.css'

const PAGE_SIZE = 20

/** The pairs of a dispute, side by side with their passages. */
export function DisputePairs({ dispute }: { dispute: string }) {
  const list = useInfiniteQuery(
    api.figure.disagreements.infiniteOptions({
      input: (cursor: string | undefined) => ({ dispute, limit: PAGE_SIZE, cursor }),
      initialPageParam: undefined,
      getNextPageParam: (last) => last.nextCursor ?? undefined,
    }),
  )
  if (list.isPending) return <LoadingState label="Fetching the passages" />
  const pairs = list.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <div className={classes.pairs}>
      {pairs.map((pair) => (
        <DisagreementPair key={`${pair.first.id}:${pair.second.id}`} disagreement={pair} showTitle={false}>
          <Button size="compact-xs" variant="subtle" onClick={() => dismiss(pair)}>
            These two do not disagree
          </Button>
        </DisagreementPair>
      ))}
      {list.hasNextPage && (
        <Button
          size="compact-sm"
          variant="subtle"
          loading={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          More pairs
        </Button>
      )}
    </div>
  )
}

function dismiss({ first, second }: Disagreement): void {
  dismissDisagreement([first, second]).then(
    (takeBack) => showUndoToast(`“${first.surface}” and “${second.surface}” are no disagreement.`, takeBack),
    showErrorToast,
  )
}
