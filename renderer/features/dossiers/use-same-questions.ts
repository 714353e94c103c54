import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { api } from '#renderer/client/api.ts'

const PAGE_SIZE = 50

/** The pairs that are left to be answered, the most useful first; more are fetched as they run out. */
export function useSameQuestions() {
  const questions = useInfiniteQuery(
    api.correction.same.infiniteOptions({
      input: (cursor: string | undefined) => ({ limit: PAGE_SIZE, cursor }),
      initialPageParam: undefined,
      getNextPageParam: (last) => last.nextCursor ?? undefined,
    }),
  )
  const [skipped, setSkipped] = useState<ReadonlySet<string>>(new Set())
  const left = (questions.data?.pages ?? [])
    .flatMap((page) => page.items)
    .filter(({ a, b }) => !skipped.has(`${a} ${b}`))
  const [pair] = left
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = questions
  const runsOut = left.length < 2 && hasNextPage && !isFetchingNextPage
  useEffect(() => {
    if (runsOut) void fetchNextPage()
  }, [runsOut, fetchNextPage])
  return {
    pair,
    count: Math.max(0, (questions.data?.pages[0]?.total ?? 0) - skipped.size),
    isPending: questions.isPending || (!pair && (hasNextPage || isFetchingNextPage)),
    error: questions.error,
    refetch: () => questions.refetch(),
    skip: () => pair && setSkipped((before) => new Set([...before, `${pair.a} ${pair.b}`])),
  }
}
