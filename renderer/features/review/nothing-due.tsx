import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { api } from '#renderer/client/api.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { formatCount } from '#renderer/ui/format.ts'
import { OldMarksLink } from '#renderer/ui/old-marks-link.tsx'
import { ToLibrary } from '#renderer/ui/to-library.tsx'
import type { ReviewCounts } from '#shared/contract/study.ts'
import { formatInterval } from '#shared/domain/memory-words.ts'
import { routes } from '#shared/domain/routes.ts'

interface NothingDueProps {
  readonly counts: ReviewCounts
  /** The deck that is asked alone, or null. */
  readonly deckName: string | null
}

/** The table when it is empty from the start: no card at all, or none that is due. */
export function NothingDue({ counts, deckName }: NothingDueProps) {
  const cards = useQuery(api.card.list.queryOptions({ input: { limit: 1 } })).data
  const suggested = useQuery(api.suggestion.list.queryOptions({ input: { limit: 1 } })).data
  if (!cards || !suggested) return null
  if (cards.total > 0) return <NextDue counts={counts} deckName={deckName} />
  return (
    <EmptyState
      title="No cards yet"
      actions={
        suggested.total > 0 ? (
          <Button component={Link} to={`${routes.cards}?tab=suggestions`}>
            Look at {formatCount(suggested.total, 'suggestion', 'suggestions')}
          </Button>
        ) : (
          <ToLibrary />
        )
      }
    >
      {suggested.total > 0
        ? 'Your articles have brought suggestions. Keep the ones worth remembering, and they are asked here.'
        : 'Read an article and keep what is worth remembering as a card. It is asked here when it is about to fade.'}
    </EmptyState>
  )
}

function NextDue({ counts, deckName }: NothingDueProps) {
  const oldMarks = useQuery(api.resurface.today.queryOptions({ input: {} })).data?.items
  const inMs = counts.nextDueAtMs === null ? null : Math.max(0, counts.nextDueAtMs - Date.now())
  return (
    <EmptyState
      title={deckName === null ? 'Nothing is due' : `Nothing of “${deckName}” is due`}
      actions={
        deckName !== null ? (
          <Button component={Link} to={routes.review} variant="default">
            Review all cards
          </Button>
        ) : (
          <Button component={Link} to={routes.library} variant="default">
            Read on
          </Button>
        )
      }
    >
      {counts.answeredToday > 0 && <p>{formatCount(counts.answeredToday, 'answer', 'answers')} today.</p>}
      {deckName === null && (
        <p>{inMs === null ? 'No card waits to be asked.' : `The next card comes in ${formatInterval(inMs)}.`}</p>
      )}
      <OldMarksLink items={oldMarks} />
    </EmptyState>
  )
}
