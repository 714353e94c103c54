import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useSearchParams } from 'react-router'
import { api } from '#renderer/client/api.ts'
import { announce } from '#renderer/ui/announce.ts'
import { useDocumentTitle } from '#renderer/ui/document-title.ts'
import { ErrorState } from '#renderer/ui/error-state.tsx'
import { errorCode } from '#renderer/ui/error-words.ts'
import { LoadingState } from '#renderer/ui/loading-state.tsx'
import { Screen } from '#renderer/ui/screen.tsx'
import { showErrorToast } from '#renderer/ui/toast.tsx'
import { useCommands } from '#renderer/ui/use-commands.ts'
import type { Deck } from '#shared/contract/deck.ts'
import type { Grade, ReviewCounts } from '#shared/contract/study.ts'
import { LateNotice } from './late-notice.tsx'
import { NothingDue } from './nothing-due.tsx'
import { ReviewProgress } from './review-progress.tsx'
import classes from './review-screen.module.css'
import { ReviewTable } from './review-table.tsx'
import { summarise } from './session.ts'
import { SessionEnd } from './session-end.tsx'
import { type ReviewSession, useReviewSession } from './use-review-session.ts'

/** How often an empty table looks whether a card has fallen due meanwhile, in ms. */
const LOOK_AGAIN_MS = 15_000

/** All that is due, or what is due of the deck that the address names. */
export function ReviewScreen() {
  useDocumentTitle('Review')
  const wanted = useSearchParams()[0].get('deck')
  const decks = useQuery(api.deck.list.queryOptions({ input: {}, enabled: wanted !== null }))
  if (wanted !== null && decks.isPending) return <LoadingState label="Looking for the deck" lines={3} />
  const deck = decks.data?.items.find(({ id }) => id === wanted) ?? null
  return <Sitting key={deck?.id ?? 'all'} deck={deck} />
}

function Sitting({ deck }: { readonly deck: Deck | null }) {
  const review = useReviewSession(deck?.id ?? null)
  const isIdle = !review.isLoading && review.card === null
  const counts = useQuery(
    api.review.counts.queryOptions({
      input: review.asked,
      refetchInterval: isIdle ? LOOK_AGAIN_MS : false,
    }),
  ).data
  const panels = usePanels(review)
  useNextWhenDue(review, counts)
  useErrorToast(review)
  useReviewKeys(review, panels)
  return (
    <Screen width="fill">
      <div className={classes.screen}>
        <h1 className="visually-hidden">Review</h1>
        {(review.card || review.session.steps.length > 0) && (
          <ReviewProgress
            answers={summarise(review.session).answers}
            counts={counts}
            deckName={deck?.name ?? null}
            shownAtMs={review.card ? review.session.shownAtMs : null}
            onUndo={review.session.steps.length > 0 ? review.undo : null}
          />
        )}
        <LateNotice />
        <div className={classes.room}>
          <ReviewBody review={review} panels={panels} counts={counts} deck={deck} />
        </div>
      </div>
    </Screen>
  )
}

interface Panels {
  readonly isPassageOpen: boolean
  readonly isEditing: boolean
  readonly togglePassage: () => void
  readonly setEditing: (isEditing: boolean) => void
}

/** What lies beside the card. Both close with the next card: the passage would give its answer away. */
function usePanels(review: ReviewSession): Panels {
  const [isPassageOpen, setPassageOpen] = useState(false)
  const [isEditing, setEditing] = useState(false)
  const shown = review.session.shown
  const [before, setBefore] = useState(shown)
  if (before !== shown) {
    setBefore(shown)
    setPassageOpen(false)
    setEditing(false)
  }
  const togglePassage = () => {
    review.reveal()
    setPassageOpen((isOpen) => !isOpen)
  }
  return { isPassageOpen, isEditing, togglePassage, setEditing }
}

function ReviewBody({ review, panels, counts, deck }: ReviewBodyProps) {
  if (review.card && review.session.shown) {
    return (
      <ReviewTable
        key={review.session.shownAtMs}
        card={review.card}
        intervals={review.session.shown.intervals}
        isRevealed={review.session.revealed}
        isPassageOpen={panels.isPassageOpen}
        isEditing={panels.isEditing}
        onReveal={review.reveal}
        onTyped={review.type}
        onAnswer={review.answer}
        onPassage={panels.togglePassage}
        onEdit={() => panels.setEditing(true)}
        onEdited={(draft) => review.edit(draft).then(() => panels.setEditing(false))}
        onEditEnd={() => panels.setEditing(false)}
        onBury={review.bury}
        onSuspend={review.suspend}
        onSettle={review.settle}
        onPlace={review.place}
        onRemove={review.remove}
      />
    )
  }
  if (review.error) return <ErrorState error={review.error} onRetry={review.next} />
  if (review.isLoading || !counts) return <LoadingState label="Looking for the next card" lines={3} />
  if (review.session.steps.length === 0) return <NothingDue counts={counts} deckName={deck?.name ?? null} />
  return (
    <SessionEnd
      summary={summarise(review.session)}
      counts={counts}
      isOfDeck={deck !== null}
      onContinue={review.next}
      onAhead={review.nextAhead}
    />
  )
}

interface ReviewBodyProps {
  readonly review: ReviewSession
  readonly panels: Panels
  readonly counts: ReviewCounts | undefined
  readonly deck: Deck | null
}

/** How many answers are waiting now. */
function waiting(counts: ReviewCounts | undefined): number {
  return counts ? counts.due + counts.new + counts.learning : 0
}

/** A card that falls due, or is made, while nothing lies on the table is put there; after a sitting it is offered. */
function useNextWhenDue(review: ReviewSession, counts: ReviewCounts | undefined): void {
  const { next, isLoading, session } = review
  const isUntouched = !isLoading && session.shown === null && session.steps.length === 0
  const isWaiting = waiting(counts) > 0
  useEffect(() => {
    if (isUntouched && isWaiting) void next()
  }, [isUntouched, isWaiting, next])
}

/** An action that failed leaves the card where it is and says so. */
function useErrorToast({ error, card }: ReviewSession): void {
  const hasCard = card !== null
  useEffect(() => {
    if (error && hasCard && errorCode(error) !== 'CARD_MISSING') showErrorToast(error)
  }, [error, hasCard])
}

function useReviewKeys(review: ReviewSession, panels: Panels): void {
  const { session } = review
  const ifCard = (act: () => void) => () => {
    if (session.shown && !panels.isEditing) act()
  }
  const grade = (value: Grade) => ifCard(() => (session.revealed ? void review.answer(value) : review.reveal()))
  const unlessEditing = (undo: () => Promise<void>) => () => {
    if (panels.isEditing) return
    announce('Taken back')
    void undo()
  }
  useCommands({
    'review.show': (event) => {
      if (!session.shown && session.steps.length > 0) void review.next()
      else if (!session.revealed) ifCard(review.reveal)()
      else if (event.key === ' ') grade(3)()
    },
    'review.again': grade(1),
    'review.hard': grade(2),
    'review.good': grade(3),
    'review.easy': grade(4),
    'review.undo': unlessEditing(review.undo),
    undo: unlessEditing(review.undoAnything),
    'review.passage': ifCard(panels.togglePassage),
    'review.edit': ifCard(() => panels.setEditing(true)),
    'review.bury': ifCard(() => void review.bury()),
    'review.suspend': ifCard(() => void review.suspend()),
  })
}
