import { Button } from '@mantine/core'
import { Link } from 'react-router'
import { ErrorState } from '#renderer/ui/error-state.tsx'
import { FilterTabs } from '#renderer/ui/filter-tabs.tsx'
import { formatNumber } from '#renderer/ui/format.ts'
import { LoadingState } from '#renderer/ui/loading-state.tsx'
import { PageTitle } from '#renderer/ui/page-title.tsx'
import { Screen } from '#renderer/ui/screen.tsx'
import { useCommands } from '#renderer/ui/use-commands.ts'
import { useKeptState } from '#renderer/ui/use-kept-state.ts'
import { routes } from '#shared/domain/routes.ts'
import classes from './doubtful-screen.module.css'
import { JudgeFind } from './judge-find.tsx'
import { NothingLeft } from './nothing-left.tsx'
import { type JudgedSet, useJudging } from './use-judging.ts'

const tabs = [
  { value: 'doubtful', label: 'Doubtful' },
  { value: 'sample', label: 'Spot check' },
] as const satisfies readonly { value: JudgedSet; label: string }[]

const abouts: Readonly<Record<JudgedSet, string>> = {
  doubtful: 'Names that were found but may well be wrong. One answer holds for all that an article calls so.',
  sample: 'Names drawn by chance, sure or not. Your answers tell how often the finds are right.',
}

/** Finds one by one, to be gone through fast by keys. */
export function DoubtfulScreen() {
  const [set, setSet] = useKeptState<JudgedSet>('set', 'doubtful')
  return (
    <Screen width="text">
      <Judging key={set} set={set} onSet={setSet} />
    </Screen>
  )
}

interface JudgingProps {
  readonly set: JudgedSet
  readonly onSet: (set: JudgedSet) => void
}

function Judging({ set, onSet }: JudgingProps) {
  const judging = useJudging(set)
  const { current, error, isPending, left, answered } = judging
  // Undo brings back the find too, not only what was said of it.
  useCommands(answered > 0 ? { undo: judging.takeBack } : {})
  const lead = left === null ? (answered > 0 ? `${formatNumber(answered)} judged` : '') : leftWords(left)
  return (
    <>
      <PageTitle
        title="Doubtful names"
        lead={isPending ? '' : lead}
        actions={
          <Button variant="default" component={Link} to={routes.honesty}>
            How right the finds are
          </Button>
        }
      />
      <FilterTabs<JudgedSet> label="Which finds" tabs={tabs} value={set} onChange={onSet} />
      <p className={classes.about}>{abouts[set]}</p>
      {error !== null && <ErrorState error={error} onRetry={judging.retry} />}
      {isPending && <LoadingState label="Fetching finds" />}
      {current && (
        <JudgeFind
          key={`${current.articleId}:${current.start}`}
          find={current}
          onAnswer={judging.answer}
          onSkip={judging.skip}
          onTakeBack={judging.takeBack}
        />
      )}
      {!current && !isPending && error === null && (
        <NothingLeft answered={answered} isNone={set === 'doubtful' && left === 0} onTakeBack={judging.takeBack} />
      )}
    </>
  )
}

function leftWords(left: number): string {
  return left > 1000 ? 'more than 1,000 left' : `${formatNumber(left)} left`
}
