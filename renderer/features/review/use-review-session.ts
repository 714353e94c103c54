import { skipToken, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { api, client } from '#renderer/client/api.ts'
import { errorCode } from '#renderer/ui/error-words.ts'
import { useSettings } from '#renderer/ui/settings-context.tsx'
import { showToast, tellUndone } from '#renderer/ui/toast.tsx'
import type { Card, Grade } from '#shared/contract/study.ts'
import type { DeckId } from '#shared/domain/ids.ts'
import { tellLeech } from './leech-toast.tsx'
import {
  emptySession,
  noteAnswer,
  noteChange,
  reveal,
  type Session,
  type SessionStep,
  showNext,
  timeOnCard,
  withdrawLast,
} from './session.ts'

/** How far ahead of its time a card in learning is asked where the person does not want to wait. */
export const AHEAD_MINUTES = 20

/** What the review screen shows and can do. Each action ends with the next thing on the table, or with `error` set. */
export interface ReviewSession {
  readonly session: Session
  /** The card on the table as it is now: an edit or an undo elsewhere shows at once. */
  readonly card: Card | null
  readonly isLoading: boolean
  readonly error: unknown
  readonly next: () => Promise<void>
  /** Goes on with cards in learning whose time is near, until the end of the sitting. */
  readonly nextAhead: () => Promise<void>
  /** Which cards are asked, as the host is asked for them. */
  readonly asked: { readonly deckId?: DeckId; readonly aheadMinutes?: number }
  readonly reveal: () => void
  /** Keeps what was typed for the card, to be noted with its answer. */
  readonly type: (text: string) => void
  readonly answer: (grade: Grade) => Promise<void>
  readonly bury: () => Promise<void>
  readonly suspend: () => Promise<void>
  readonly edit: (change: { front: string; back: string; tags: string[] }) => Promise<void>
  /** Settles a change of the card's source. */
  readonly settle: (how: 'update' | 'keep') => Promise<void>
  /** Says which passage of its article the card rests on. */
  readonly place: (passage: { readonly start: number; readonly end: number }) => Promise<void>
  readonly remove: () => Promise<void>
  /** Takes the last step of the sitting back; without any, the answer given last. */
  readonly undo: () => Promise<void>
  /** Takes back what was done last, wherever that was; an answer's card comes back to the table. */
  readonly undoAnything: () => Promise<void>
}

/**
 * One sitting. The card on the table is never swapped by a change from outside: only an action brings the next one,
 * since a question that vanishes while one thinks can't be answered. `deckId`: one deck alone; null: all.
 */
export function useReviewSession(deckId: DeckId | null): ReviewSession {
  const [session, setSession] = useState<Session>(emptySession)
  const [isLoading, setLoading] = useState(true)
  const { error, run } = useOneAtATime()
  const queries = useQueryClient()
  const longestMs = useSettings().settings.longestAnswerSeconds * 1000
  const shown = session.shown
  const card = useLiveCard(shown)

  const [isAhead, setAhead] = useState(false)
  const asked = useMemo(
    () => ({ ...(deckId && { deckId }), ...(isAhead && { aheadMinutes: AHEAD_MINUTES }) }),
    [deckId, isAhead],
  )
  const putNext = useCallback(async () => {
    const next = await client.review.next(asked)
    setSession((s) => showNext(s, next, performance.now()))
    setLoading(false)
  }, [asked])
  const next = useCallback(() => run(putNext), [run, putNext])
  useEffect(() => {
    void next()
  }, [next])
  useEffect(() => {
    if (errorCode(card.error) === 'CARD_MISSING') void next()
  }, [card.error, next])

  const withCard = (work: (card: Card) => Promise<void>) => (shown ? run(() => work(shown)) : Promise.resolve())
  return {
    session,
    card: card.data,
    isLoading,
    error,
    next,
    nextAhead: () => Promise.resolve(setAhead(true)),
    asked,
    reveal: () => setSession(reveal),
    type: (typed) => setSession((s) => ({ ...s, typed })),
    answer: (grade) =>
      withCard(async ({ id, reps }) => {
        const durationMs = timeOnCard(session, performance.now(), longestMs)
        const { typed } = session
        const given = { cardId: id, grade, durationMs, reps, ...(typed !== '' && { typed }) }
        const answered = await client.review.answer(given).catch(unlessMeanwhile)
        if (!answered) {
          showToast('That card was answered in another window meanwhile; this answer was not counted')
          return putNext()
        }
        if (answered.card.leech && !shown?.leech) tellLeech(answered.card)
        setSession((s) => noteAnswer(s, grade, durationMs))
        await putNext()
      }),
    bury: () =>
      withCard(async ({ id }) => {
        await client.card.bury({ cardId: id })
        setSession((s) => noteChange(s, 'bury'))
        await putNext()
      }),
    suspend: () =>
      withCard(async ({ id }) => {
        await client.card.suspend({ cardId: id })
        setSession((s) => noteChange(s, 'suspend'))
        await putNext()
      }),
    edit: (change) =>
      withCard(async ({ id }) => {
        const changed = await client.card.update({ cardId: id, ...change })
        queries.setQueryData(api.card.get.queryKey({ input: { cardId: id } }), changed)
        setSession((s) => noteChange(s, 'edit'))
      }),
    settle: (how) =>
      withCard(async ({ id }) => {
        await showChanged(await client.evidence.settle({ cardId: id, how }))
      }),
    place: (passage) =>
      withCard(async ({ id }) => {
        await showChanged(await client.evidence.place({ cardId: id, ...passage }))
      }),
    remove: () =>
      withCard(async ({ id }) => {
        await client.card.remove({ cardIds: [id] })
        setSession((s) => noteChange(s, 'remove'))
        await putNext()
      }),
    undo: () => run(() => takeBack(session.steps.at(-1)?.kind ?? 'answer')),
    undoAnything: () =>
      run(async () => {
        const { undo } = await client.history.state()
        const last = session.steps.at(-1)?.kind ?? 'other'
        // What came after an answer without being a step of the sitting (a contrast card, say) goes first.
        await takeBack(undo?.kind === 'review.answer' ? 'answer' : last === 'answer' ? 'other' : last)
      }),
  }

  async function showChanged(changed: Card): Promise<void> {
    queries.setQueryData(api.card.get.queryKey({ input: { cardId: changed.id } }), changed)
    setSession((s) => noteChange(s, 'edit'))
    await queries.invalidateQueries({ queryKey: api.evidence.key() })
  }

  async function takeBack(kind: SessionStep['kind'] | 'other'): Promise<void> {
    if (kind === 'answer') {
      const undone = await client.review.undo()
      if (!undone) showToast('There is no answer to take back')
      const card = undone && { ...undone.card, intervals: undone.intervals }
      setSession((s) => withdrawLast(s, card, performance.now()))
      return
    }
    const { step } = await client.history.undo()
    void queries.invalidateQueries({ queryKey: api.evidence.key() })
    if (kind === 'other') tellUndone(step)
    else setSession((s) => withdrawLast(s, null, performance.now()))
  }
}

/** Null for an answer that came too late; anything else goes on as it was. */
function unlessMeanwhile(error: unknown): null {
  if (errorCode(error) === 'ANSWERED_MEANWHILE') return null
  throw error
}

/** Keys can be faster than the host: while one action is under way, the next is not begun, so none is counted twice. */
function useOneAtATime() {
  const [error, setError] = useState<unknown>(null)
  const isBusy = useRef(false)
  const run = useCallback(async (work: () => Promise<void>) => {
    if (isBusy.current) return
    isBusy.current = true
    try {
      await work()
      setError(null)
    } catch (cause) {
      setError(cause)
    } finally {
      isBusy.current = false
    }
  }, [])
  return { error, run }
}

function useLiveCard(shown: Card | null) {
  const input = shown ? { cardId: shown.id } : skipToken
  const live = useQuery(
    api.card.get.queryOptions({ input, staleTime: Number.POSITIVE_INFINITY, ...(shown ? { initialData: shown } : {}) }),
  )
  const isSame = live.data !== undefined && live.data.id === shown?.id
  return { data: isSame ? live.data : shown, error: live.error }
}
