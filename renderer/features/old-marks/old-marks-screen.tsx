import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { api } from '#renderer/client/api.ts'
import { useDocumentTitle } from '#renderer/ui/document-title.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { ErrorState } from '#renderer/ui/error-state.tsx'
import { formatCount } from '#renderer/ui/format.ts'
import { LoadingState } from '#renderer/ui/loading-state.tsx'
import { ProgressHead } from '#renderer/ui/progress-head.tsx'
import { Screen } from '#renderer/ui/screen.tsx'
import { useSettings } from '#renderer/ui/settings-context.tsx'
import { ToLibrary } from '#renderer/ui/to-library.tsx'
import { showErrorToast } from '#renderer/ui/toast.tsx'
import { useCommands } from '#renderer/ui/use-commands.ts'
import type { ResurfacedMark } from '#shared/contract/resurface.ts'
import { articlePath, routes } from '#shared/domain/routes.ts'
import { MarkCard } from './mark-card.tsx'
import { MarkCardDialog } from './mark-card-dialog.tsx'
import classes from './old-marks-screen.module.css'

/** A few old marks a day, one at a time. Nothing here touches the schedule of cards. */
export function OldMarksScreen() {
  useDocumentTitle('Old marks')
  const today = useQuery(api.resurface.today.queryOptions({ input: {} }))
  const { oldMarksPerDay } = useSettings().settings
  return (
    <Screen width="fill">
      <h1 className="visually-hidden">Old marks of today</h1>
      {today.error && !today.data ? (
        <ErrorState error={today.error} onRetry={() => void today.refetch()} />
      ) : !today.data ? (
        <LoadingState label="Looking for old marks" lines={3} />
      ) : today.data.items.length === 0 ? (
        <NoMarks isOff={oldMarksPerDay === 0} />
      ) : (
        <Round key={today.data.on} items={today.data.items} />
      )}
    </Screen>
  )
}

function NoMarks({ isOff }: { readonly isOff: boolean }) {
  if (isOff) {
    return (
      <EmptyState
        title="Old marks are turned off"
        actions={
          <Button component={Link} to={`${routes.settings}?find=old+marks`} variant="default">
            To the settings
          </Button>
        }
      >
        In the settings you choose how many come back each day.
      </EmptyState>
    )
  }
  return (
    <EmptyState title="No old marks yet" actions={<ToLibrary />}>
      From tomorrow on, a few of the passages you mark come back here each day.
    </EmptyState>
  )
}

/** The marks of the day from the first that was not looked at; behind the last one is the end. */
function Round({ items }: { readonly items: readonly ResurfacedMark[] }) {
  const [index, setIndex] = useState(() => firstUnseen(items))
  const [isWriting, setWriting] = useState(false)
  const navigate = useNavigate()
  const queries = useQueryClient()
  const seen = useMutation(
    api.resurface.seen.mutationOptions({
      onSuccess: () => queries.invalidateQueries({ queryKey: api.resurface.key() }),
      onError: showErrorToast,
    }),
  )
  const at = Math.min(index, items.length)
  const shown = items[at]
  const move = (step: number) => {
    if (shown && shown.seenAtMs === null) seen.mutate({ annotationId: shown.mark.id })
    setIndex(Math.max(0, Math.min(items.length, at + step)))
  }
  const leave = () => {
    if (shown) move(0)
    void navigate(routes.library)
  }
  useCommands({
    'old-marks.next': () => (shown ? move(1) : leave()),
    'old-marks.previous': () => move(-1),
    'old-marks.card': () => {
      if (!shown) return
      if (shown.cardId === null) setWriting(true)
      else void navigate(`${routes.cards}?card=${shown.cardId}`)
    },
    'old-marks.open': () => {
      if (shown) void navigate(articlePath(shown.mark.articleId, passageOf(shown)))
    },
    'old-marks.done': leave,
  })
  return (
    <div className={classes.round}>
      <ProgressHead
        label="Marks looked at"
        share={at / items.length}
        words={shown ? `${at + 1} of ${items.length}` : ''}
      >
        <Button variant="subtle" color="gray" size="compact-sm" onClick={leave}>
          Done
        </Button>
      </ProgressHead>
      {shown ? (
        <MarkCard
          key={shown.mark.id}
          item={shown}
          isFirst={at === 0}
          isLast={at === items.length - 1}
          onPrevious={() => move(-1)}
          onNext={() => move(1)}
          onCard={() => setWriting(true)}
        />
      ) : (
        <EmptyState
          title="That was it for today"
          actions={
            <>
              <ToLibrary />
              <Button variant="default" onClick={() => setIndex(0)}>
                Look at them again
              </Button>
            </>
          }
        >
          {formatCount(items.length, 'mark', 'marks')} from before. Others come back tomorrow.
        </EmptyState>
      )}
      {isWriting && shown && <MarkCardDialog mark={shown.mark} onClose={() => setWriting(false)} />}
    </div>
  )
}

function firstUnseen(items: readonly ResurfacedMark[]): number {
  const index = items.findIndex(({ seenAtMs }) => seenAtMs === null)
  return index < 0 ? items.length : index
}

function passageOf({ mark: { start, end } }: ResurfacedMark) {
  return start === null || end === null ? null : { start, end }
}
