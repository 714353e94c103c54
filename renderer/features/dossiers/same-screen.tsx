import { Button, Group } from '@mantine/core'
import { Link } from 'react-router'
import { client } from '#renderer/client/api.ts'
import { correct } from '#renderer/client/correct.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { ErrorState } from '#renderer/ui/error-state.tsx'
import { formatCount } from '#renderer/ui/format.ts'
import { KeyButton } from '#renderer/ui/key-button.tsx'
import { LoadingState } from '#renderer/ui/loading-state.tsx'
import { PageTitle } from '#renderer/ui/page-title.tsx'
import { Screen } from '#renderer/ui/screen.tsx'
import { showErrorToast, showUndoToast, tellUndone } from '#renderer/ui/toast.tsx'
import { useCommands } from '#renderer/ui/use-commands.ts'
import { routes } from '#shared/domain/routes.ts'
import classes from './same-screen.module.css'
import { SameSide } from './same-side.tsx'
import { useSameQuestions } from './use-same-questions.ts'

const reasons = {
  'same-name': 'The same name, but what is told of them does not agree.',
  surname: 'One is named by the surname of the other.',
  'given-name': 'Given name and surname agree, what stands between does not.',
  'short-name': 'One is named by a short name that more than one has.',
  'other-kind': 'The same name, found as two kinds.',
  'longer-name': 'The name of one begins with that of the other.',
} as const

/** Pairs of names that may mean one, to be gone through by keyboard. */
export function SameScreen() {
  const { pair, count, skip, ...questions } = useSameQuestions()
  const answer = async (kind: 'merge' | 'keep-apart') => {
    if (!pair) return
    const { a, b } = pair
    try {
      const done = await correct(kind === 'merge' ? { kind, into: a, entityIds: [b] } : { kind, entityIds: [a, b] })
      showUndoToast(kind === 'merge' ? `Merged. ${done.told}.` : 'Kept apart for good.', done.takeBack)
      await questions.refetch()
    } catch (error) {
      showErrorToast(error)
    }
  }
  useCommands({
    'same.yes': () => void answer('merge'),
    'same.never': () => void answer('keep-apart'),
    'same.skip': () => void skip(),
    'same.undo': () => void client.history.undo().then(({ step }) => tellUndone(step), showErrorToast),
  })
  return (
    <Screen>
      <PageTitle
        title="Who may be the same"
        lead={questions.isPending ? '' : `${formatCount(count, 'pair', 'pairs')} left`}
      />
      {questions.error && <ErrorState error={questions.error} onRetry={() => void questions.refetch()} />}
      {questions.isPending && <LoadingState label="Comparing names" />}
      {pair && (
        <section className={classes.pair} aria-label="Are these the same?">
          <p className={classes.reason}>{reasons[pair.reason]}</p>
          <Group>
            <KeyButton command="same.yes" variant="filled" onClick={() => void answer('merge')}>
              The same
            </KeyButton>
            <KeyButton command="same.never" onClick={() => void answer('keep-apart')}>
              Never the same
            </KeyButton>
            <KeyButton command="same.skip" variant="subtle" onClick={skip}>
              Later
            </KeyButton>
          </Group>
          <div className={classes.sides}>
            <SameSide key={pair.a} entityId={pair.a} because={pair.aBecause} />
            <SameSide key={pair.b} entityId={pair.b} because={pair.bBecause} />
          </div>
        </section>
      )}
      {!questions.isPending && !questions.error && !pair && (
        <EmptyState
          title="Nothing to decide"
          actions={
            <Button variant="default" component={Link} to={routes.dossiers}>
              All dossiers
            </Button>
          }
        >
          No two names are left that may mean the same.
        </EmptyState>
      )}
    </Screen>
  )
}
