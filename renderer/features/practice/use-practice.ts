import { useRef, useState } from 'react'
import { client } from '#renderer/client/api.ts'
import { announce } from '#renderer/ui/announce.ts'
import { showErrorToast } from '#renderer/ui/toast.tsx'
import { verdictInWords } from '#renderer/ui/verdict-words.ts'
import type { PracticeGiven, PracticeKind, PracticeOutcome } from '#shared/contract/practice.ts'
import { acceptLast, noteOutcome, questionNow, type Round } from './round.ts'

/** What a round is drawn from and made of. */
export interface PracticePlan {
  readonly kinds: readonly PracticeKind[]
  readonly count: number
  readonly articleId?: string
  readonly entityId?: string
  readonly tag?: string
  /** Whether a wrong answer is also an answer "Again" in review. */
  readonly wrongCounts: boolean
}

/** One round after another; keys can be faster than the host, so only one call is under way at a time. */
export function usePractice() {
  const [round, setRound] = useState<Round | null>(null)
  const [plan, setPlan] = useState<PracticePlan | null>(null)
  const run = useOneAtATime()
  const start = (next: PracticePlan) =>
    run(async () => {
      const { wrongCounts: _, kinds, ...rest } = next
      const started = await client.practice.start({ ...rest, kinds: [...kinds] })
      setPlan(next)
      setRound({ ...started, results: [], isShowingOutcome: false })
    })
  const answer = (given: PracticeGiven) =>
    run(async () => {
      const question = round && questionNow(round)
      if (!round || !question || round.isShowingOutcome) return
      const outcome = await client.practice.answer({ practiceId: round.practiceId, questionId: question.id, given })
      if (!outcome.correct && outcome.cardId && plan?.wrongCounts)
        await client.review.answer({ cardId: outcome.cardId, grade: 1 })
      setRound((now) => now && noteOutcome(now, given, outcome))
      announce(inWords(outcome))
    })
  const accept = () =>
    run(async () => {
      const last = round?.results.at(-1)
      if (!round?.isShowingOutcome || !last?.outcome.canAccept || last.given.kind !== 'typed') return
      const { practiceId } = round
      await client.practice.acceptAnswer({ practiceId, questionId: last.question.id, text: last.given.text })
      setRound((now) => now && acceptLast(now))
      announce('Counted as right from now on')
    })
  return {
    round,
    plan,
    start,
    answer,
    accept,
    next: () => setRound((now) => now && { ...now, isShowingOutcome: false }),
    leave: () => setRound(null),
  }
}

export type Practice = ReturnType<typeof usePractice>

function inWords(outcome: PracticeOutcome): string {
  return [outcome.correct ? 'Right.' : `Not right. ${outcome.expected.join('; ')}.`, verdictInWords(outcome)].join(' ')
}

function useOneAtATime() {
  const isBusy = useRef(false)
  return async (work: () => Promise<void>) => {
    if (isBusy.current) return
    isBusy.current = true
    try {
      await work()
    } catch (error) {
      showErrorToast(error)
    } finally {
      isBusy.current = false
    }
  }
}
