import { keepPreviousData, useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '#renderer/client/api.ts'
import { holdUndo } from '#renderer/client/hold-undo.ts'
import { anchorWords } from '#renderer/ui/anchor-words.ts'
import { showErrorToast, showUndoToast } from '#renderer/ui/toast.tsx'
import { usePages } from '#renderer/ui/use-pages.ts'
import type { DuplicatePair, DuplicateSide } from '#shared/contract/duplicate.ts'

const PAGE_SIZE = 50

/** Pairs of articles that may be one, and what can be done with them. */
export function useDuplicates() {
  const list = useInfiniteQuery(
    api.duplicate.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ limit: PAGE_SIZE, cursor }),
      initialPageParam: undefined,
      getNextPageParam: (last) => last.nextCursor ?? undefined,
      placeholderData: keepPreviousData,
    }),
  )
  const pages = usePages(list)
  return {
    ...pages,
    total: list.data?.pages[0]?.total ?? 0,
    ...useDuplicateActions(),
  }
}

function useDuplicateActions() {
  const queries = useQueryClient()
  // Two presses of a key must not act on one pair twice: the list is asked for again before the next counts.
  const renew = () => queries.invalidateQueries({ queryKey: api.duplicate.key() })
  const merge = useMutation(
    api.duplicate.merge.mutationOptions({
      onSuccess: async (marks) => {
        const count = marks.placed + marks.moved + marks.unsure + marks.lost
        await renew()
        showUndoToast(`Made one. ${count === 0 ? '' : anchorWords(marks)}`.trim(), await holdUndo())
      },
      onError: showErrorToast,
    }),
  )
  const apart = useMutation(
    api.duplicate.keepApart.mutationOptions({
      onSuccess: async () => {
        await renew()
        showUndoToast('They stay two.', await holdUndo())
      },
      onError: showErrorToast,
    }),
  )
  const isBusy = merge.isPending || apart.isPending
  return {
    isBusy,
    keep: (keep: DuplicateSide, drop: DuplicateSide) => {
      if (!isBusy) merge.mutate({ keepId: keep.id, dropId: drop.id })
    },
    keepApart: ({ first, second }: DuplicatePair) => {
      if (!isBusy) apart.mutate({ firstId: first.id, secondId: second.id })
    },
  }
}
