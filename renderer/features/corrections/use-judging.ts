import { useCallback, useEffect, useRef, useState } from 'react'
import { client } from '#renderer/client/api.ts'
import { correct } from '#renderer/client/correct.ts'
import { announce } from '#renderer/ui/announce.ts'
import { showErrorToast, showToast, type TakeBack, tellUndone } from '#renderer/ui/toast.tsx'
import type { NewCorrectionInput } from '#shared/contract/correction.ts'

/** Finds to be judged: those that are doubtful, or some drawn by chance. */
export type JudgedSet = 'doubtful' | 'sample'

const PAGE_SIZE = 50
const SAMPLE_SIZE = 30
/** So few left, the next page is fetched. */
const REFILL_AT = 10

type Find = Awaited<ReturnType<typeof client.correction.doubtful>>['items'][number]
/** A find with what stands around it. */
export type FindToJudge = Find

interface Page {
  readonly items: readonly Find[]
  readonly nextCursor: string | null
  /** Up to 1,001; null for what is drawn by chance. */
  readonly total: number | null
}

async function fetchPage(set: JudgedSet, cursor: string | null): Promise<Page> {
  if (set === 'doubtful') return client.correction.doubtful({ limit: PAGE_SIZE, ...(cursor ? { cursor } : {}) })
  return { ...(await client.correction.sample({ limit: SAMPLE_SIZE })), nextCursor: null, total: null }
}

/**
 * Goes through finds one by one. An answer brings the next at once and is stored behind it; where that fails one is
 * back at the find.
 */
export function useJudging(set: JudgedSet) {
  const { items, total, isPending, error, more, retry } = useFindsToJudge(set)
  const [index, setIndex] = useState(0)
  const [answered, setAnswered] = useState<readonly number[]>([])
  const answers = useRef<Promise<unknown>>(Promise.resolve())
  const takeBacks = useRef(new Map<number, TakeBack>())
  const current = items[index] ?? null
  useEffect(() => {
    if (items.length - index <= REFILL_AT) more()
  }, [items.length, index, more])
  const answer = (input: NewCorrectionInput, words: string) => {
    const here = index
    setIndex(here + 1)
    setAnswered((before) => [...before, here])
    announce(words)
    answers.current = answers.current.then(() =>
      correct(input).then(
        (done) => void takeBacks.current.set(here, done.takeBack),
        (failure: unknown) => {
          showErrorToast(failure)
          setIndex(here)
          setAnswered((before) => before.filter((one) => one !== here))
        },
      ),
    )
  }
  const takeBack = async () => {
    await answers.current
    const last = answered.at(-1)
    if (last === undefined) return showToast('Nothing was answered here yet.')
    const step = (await takeBacks.current.get(last)?.()) ?? null
    tellUndone(step)
    if (!step) return
    takeBacks.current.delete(last)
    setAnswered((before) => before.filter((one) => one !== last))
    setIndex(last)
  }
  return {
    current,
    error,
    retry,
    isPending,
    /** How many are left; null where nobody knows. */
    left: total === null ? null : Math.max(0, total - answered.length),
    answered: answered.length,
    answer,
    skip: () => current && setIndex(index + 1),
    takeBack: () => void takeBack().catch(showErrorToast),
  }
}

/** All that was fetched so far, each find once. */
function useFindsToJudge(set: JudgedSet) {
  const [pages, setPages] = useState<{ items: readonly Find[]; cursor: string | null; total: number | null } | null>(
    null,
  )
  const [error, setError] = useState<unknown>(null)
  const isFetching = useRef(false)
  const fetch = useCallback(
    async (cursor: string | null) => {
      if (isFetching.current) return
      isFetching.current = true
      try {
        const page = await fetchPage(set, cursor)
        setError(null)
        setPages((before) => ({
          items: [...(before?.items ?? []), ...page.items],
          cursor: page.nextCursor,
          total: before?.total ?? page.total,
        }))
      } catch (failure) {
        setError(failure)
      }
      isFetching.current = false
    },
    [set],
  )
  useEffect(() => {
    void fetch(null)
  }, [fetch])
  const cursor = pages?.cursor ?? null
  const more = useCallback(() => {
    if (cursor !== null) void fetch(cursor)
  }, [cursor, fetch])
  return {
    items: pages?.items ?? none,
    total: pages?.total ?? null,
    isPending: pages === null && error === null,
    error: pages === null ? error : null,
    more,
    retry: () => void fetch(null),
  }
}

const none: readonly never[] = []
