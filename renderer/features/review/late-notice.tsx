import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { api } from '#renderer/client/api.ts'
import { holdUndo } from '#renderer/client/hold-undo.ts'
import { formatCount, formatDay } from '#renderer/ui/format.ts'
import { showErrorToast, showUndoToast } from '#renderer/ui/toast.tsx'
import { dayToDate, studyDayOf } from '#shared/domain/study-days.ts'
import classes from './late-notice.module.css'

/** Says that cards were answered by a clock that was ahead, and lets them be asked as by the clock of now. */
export function LateNotice() {
  const late = useQuery(api.review.late.queryOptions({ input: {} })).data
  const bringBack = useMutation(
    api.review.bringBack.mutationOptions({
      onSuccess: async ({ changed }) =>
        showUndoToast(`${formatCount(changed, 'card waits', 'cards wait')} from today on`, await holdUndo()),
      onError: showErrorToast,
    }),
  )
  if (!late) return null
  return (
    <section className={classes.root} aria-label="Clock">
      <p>
        {formatCount(late.cards, 'card was', 'cards were')} last answered by a clock that was ahead, until{' '}
        {formatDay(dayToDate(studyDayOf(late.untilMs, 0)))}. If this computer’s clock is right now, they can wait from
        today on instead.
      </p>
      <Button size="xs" variant="default" loading={bringBack.isPending} onClick={() => bringBack.mutate({})}>
        Let them wait from today on
      </Button>
    </section>
  )
}
