import { type InfiniteData, useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { useMemo, useRef } from 'react'
import { api } from '#renderer/client/api.ts'
import { announce } from '#renderer/ui/announce.ts'
import type { CardDraft } from '#renderer/ui/card-editor.tsx'
import { showErrorToast } from '#renderer/ui/toast.tsx'
import type { Suggestion } from '#shared/contract/study.ts'
import type { SuggestionId } from '#shared/domain/ids.ts'

const PAGE_SIZE = 50

interface SuggestionPage {
  readonly items: readonly Suggestion[]
}

const options = api.suggestion.list.infiniteOptions({
  input: (cursor: string | undefined) => ({ limit: PAGE_SIZE, cursor }),
  initialPageParam: undefined,
  getNextPageParam: (last) => last.nextCursor ?? undefined,
})

/** The open suggestions of all articles. One that is kept or dismissed leaves the list at once. */
export function useSuggestions() {
  const suggestions = useInfiniteQuery(options)
  const queries = useQueryClient()
  const pages = suggestions.data?.pages
  const items = useMemo(() => pages?.flatMap((page) => page.items) ?? [], [pages])
  const hide = (id: SuggestionId) => {
    // An answer on its way was given before this and would bring it back for a moment.
    void queries.cancelQueries({ queryKey: options.queryKey })
    queries.setQueryData<InfiniteData<SuggestionPage>>(options.queryKey, (data) => data && without(data, id))
  }
  const onError = (error: unknown) => {
    showErrorToast(error)
    void suggestions.refetch()
  }
  // A second key can come before the list is drawn without the first's suggestion: it must not answer that one again.
  const answered = useRef(new Set<SuggestionId>())
  const onSettled = (_: unknown, __: unknown, { suggestionId }: { suggestionId: string }) => {
    answered.current.delete(suggestionId as SuggestionId) // it was sent as one
  }
  const accept = useMutation(api.suggestion.accept.mutationOptions({ onError, onSettled }))
  const dismiss = useMutation(api.suggestion.dismiss.mutationOptions({ onError, onSettled }))
  const answerOnce = (id: SuggestionId, said: string, send: () => void) => {
    if (answered.current.has(id)) return
    answered.current.add(id)
    hide(id)
    announce(said)
    send()
  }
  return {
    items,
    total: pages?.[0]?.total ?? 0,
    isPending: suggestions.isPending,
    error: suggestions.data ? null : suggestions.error,
    retry: () => void suggestions.refetch(),
    more: () => {
      if (suggestions.hasNextPage && !suggestions.isFetchingNextPage) void suggestions.fetchNextPage()
    },
    accept: ({ id }: Suggestion, draft?: CardDraft) =>
      answerOnce(id, 'Kept as a card', () => accept.mutate({ suggestionId: id, ...(draft ? wordsOf(draft) : {}) })),
    dismiss: ({ id }: Suggestion) => answerOnce(id, 'Dismissed', () => dismiss.mutate({ suggestionId: id })),
  }
}

/** A cloze may have an empty back, which the host takes as "as proposed". */
function wordsOf({ front, back }: CardDraft): { front: string; back?: string } {
  return back.trim() === '' ? { front } : { front, back }
}

function without(data: InfiniteData<SuggestionPage>, id: SuggestionId): InfiniteData<SuggestionPage> {
  const pages = data.pages.map((page) => ({ ...page, items: page.items.filter((item) => item.id !== id) }))
  return { ...data, pages }
}
