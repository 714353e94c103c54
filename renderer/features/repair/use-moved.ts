import { keepPreviousData, useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, client } from '#renderer/client/api.ts'
import { holdUndo } from '#renderer/client/hold-undo.ts'
import { formatCount } from '#renderer/ui/format.ts'
import { showErrorToast, showUndoToast } from '#renderer/ui/toast.tsx'
import { usePages } from '#renderer/ui/use-pages.ts'
import type { MovedItem } from '#shared/contract/repair.ts'
import type { AnnotationId } from '#shared/domain/ids.ts'

const PAGE_SIZE = 50
const ALL_AT_ONCE = 200
/** So many marks are confirmed in one step. */
const MOST = 10_000

/** Marks that moved with changed words, of all articles or of one, and how to confirm them. */
export function useMoved(articleId: string | null) {
  const queries = useQueryClient()
  const within = articleId ? { articleId } : {}
  const list = useInfiniteQuery(
    api.repair.moved.infiniteOptions({
      input: (cursor: string | undefined) => ({ limit: PAGE_SIZE, cursor, ...within }),
      initialPageParam: undefined,
      getNextPageParam: (last) => last.nextCursor ?? undefined,
      placeholderData: keepPreviousData,
    }),
  )
  const pages = usePages(list)
  const confirming = useMutation({
    mutationFn: async (ids: readonly AnnotationId[] | 'all') => {
      const annotationIds = ids === 'all' ? await allMoved(within) : [...ids]
      return annotationIds.length === 0 ? { confirmed: 0 } : client.repair.confirm({ annotationIds })
    },
    onSuccess: async ({ confirmed }) => {
      await queries.invalidateQueries({ queryKey: api.repair.key() })
      if (confirmed > 0) showUndoToast(`${formatCount(confirmed, 'mark', 'marks')} confirmed.`, await holdUndo())
    },
    onError: showErrorToast,
    meta: { showsErrors: true },
  })
  return {
    ...pages,
    total: list.data?.pages[0]?.total ?? 0,
    confirm: ({ annotation }: MovedItem) => {
      if (!confirming.isPending) confirming.mutate([annotation.id])
    },
    confirmAll: () => {
      if (!confirming.isPending) confirming.mutate('all')
    },
  }
}

async function allMoved(within: { articleId?: string }): Promise<AnnotationId[]> {
  const ids: AnnotationId[] = []
  let cursor: string | undefined
  do {
    const page = await client.repair.moved({ ...within, limit: ALL_AT_ONCE, cursor })
    ids.push(...page.items.map(({ annotation }) => annotation.id))
    cursor = page.nextCursor ?? undefined
  } while (cursor && ids.length < MOST)
  return ids.slice(0, MOST)
}
