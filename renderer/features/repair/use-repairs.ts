import { keepPreviousData, useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '#renderer/client/api.ts'
import { holdUndo } from '#renderer/client/hold-undo.ts'
import { formatCount } from '#renderer/ui/format.ts'
import { showErrorToast, showToast, showUndoToast } from '#renderer/ui/toast.tsx'
import { usePages } from '#renderer/ui/use-pages.ts'
import type { Annotation } from '#shared/contract/annotation.ts'

const PAGE_SIZE = 50

/** Marks without a sure place, of all articles or of one, and what can be done with them. */
export function useRepairs(articleId: string | null) {
  const list = useInfiniteQuery(
    api.repair.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ limit: PAGE_SIZE, cursor, ...(articleId ? { articleId } : {}) }),
      initialPageParam: undefined,
      getNextPageParam: (last) => last.nextCursor ?? undefined,
      placeholderData: keepPreviousData,
    }),
  )
  const pages = usePages(list)
  return {
    ...pages,
    total: list.data?.pages[0]?.total ?? 0,
    ...useRepairActions(articleId),
  }
}

function useRepairActions(articleId: string | null) {
  const queries = useQueryClient()
  // Two presses of a key must not act on one mark twice: the list is asked for again before the next counts.
  const renew = () => queries.invalidateQueries({ queryKey: api.repair.key() })
  const tell = (words: string) => holdUndo().then((takeBack) => showUndoToast(words, takeBack))
  const place = useMutation(
    api.repair.place.mutationOptions({
      onSuccess: () => Promise.all([renew(), tell('The mark is in its place.')]),
      onError: showErrorToast,
    }),
  )
  const detach = useMutation(
    api.repair.detach.mutationOptions({
      onSuccess: () => Promise.all([renew(), tell('Kept as a quote.')]),
      onError: showErrorToast,
    }),
  )
  const acceptAll = useMutation(
    api.repair.acceptAll.mutationOptions({
      onSuccess: ({ accepted }) => {
        if (accepted === 0) return showToast('No place is so much alike.')
        return Promise.all([renew(), tell(`${formatCount(accepted, 'mark is', 'marks are')} in place.`)])
      },
      onError: showErrorToast,
    }),
  )
  const isBusy = place.isPending || detach.isPending || acceptAll.isPending
  return {
    place: ({ id }: Annotation, { start, end }: { readonly start: number; readonly end: number }) => {
      if (!isBusy) place.mutate({ annotationId: id, start, end })
    },
    detach: ({ id }: Annotation) => {
      if (!isBusy) detach.mutate({ annotationIds: [id] })
    },
    acceptAll: (minScore: number) => {
      if (!isBusy) acceptAll.mutate({ minScore, ...(articleId ? { articleId } : {}) })
    },
  }
}
