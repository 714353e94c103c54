import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { renewQueries } from '#renderer/app/renew-queries.ts'

describe('renewQueries', () => {
  const queries = new QueryClient({
    defaultOptions: { queries: { retry: false, staleTime: Number.POSITIVE_INFINITY } },
  })
  afterEach(() => queries.clear())

  /** A question on the screen; each answer waits until it is let go. */
  function ask(queryKey: readonly string[]) {
    const answers: { give: (answer: string) => void; fail: () => void }[] = []
    const queryFn = () =>
      new Promise<string>((give, reject) => answers.push({ give, fail: () => reject(new Error('broken')) }))
    const observer = new QueryObserver(queries, { queryKey: [...queryKey], queryFn })
    const shown = () => observer.getCurrentResult().data
    observer.subscribe(() => {})
    return { answers, shown }
  }

  it('asks again for an answer that was given before the change and comes after the news of it', async () => {
    const { answers, shown } = ask(['marks'])
    void renewQueries(queries, { queryKey: ['marks'] })
    expect(answers).toHaveLength(1)
    answers[0]?.give('as before')
    await vi.waitFor(() => expect(answers).toHaveLength(2))
    answers[1]?.give('as it is')
    await vi.waitFor(() => expect(shown()).toBe('as it is'))
  })

  it('asks again for what was answered, and leaves other questions alone', async () => {
    const marks = ask(['marks'])
    const cards = ask(['cards'])
    marks.answers[0]?.give('as before')
    cards.answers[0]?.give('cards')
    await vi.waitFor(() => expect(marks.shown()).toBe('as before'))
    const renewed = renewQueries(queries, { queryKey: ['marks'] })
    expect([marks.answers.length, cards.answers.length]).toEqual([2, 1])
    marks.answers[1]?.give('as it is')
    await renewed
    expect(marks.shown()).toBe('as it is')
  })

  it('asks again after a first question that failed', async () => {
    const { answers, shown } = ask(['marks'])
    const renewed = renewQueries(queries)
    answers[0]?.fail()
    await vi.waitFor(() => expect(answers).toHaveLength(2))
    answers[1]?.give('as it is')
    await renewed
    expect(shown()).toBe('as it is')
  })
})
