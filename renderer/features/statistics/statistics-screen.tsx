import '@mantine/charts/styles.layer.css'
import { Button, Select } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { api } from '#renderer/client/api.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { ErrorState } from '#renderer/ui/error-state.tsx'
import { formatCount } from '#renderer/ui/format.ts'
import { LoadingState } from '#renderer/ui/loading-state.tsx'
import { PageTitle } from '#renderer/ui/page-title.tsx'
import { Screen } from '#renderer/ui/screen.tsx'
import { useKeptState } from '#renderer/ui/use-kept-state.ts'
import type { CardStats, OverviewStats } from '#shared/contract/stats.ts'
import type { DeckId } from '#shared/domain/ids.ts'
import { routes } from '#shared/domain/routes.ts'
import { DifficultyChart, HardArticles, KindChart, StabilityChart, StatesChart } from './card-charts.tsx'
import { ConfusionList } from './confusion-list.tsx'
import { CalibrationChart, ForecastChart, RetentionChart, TimeChart, YearChart } from './overview-charts.tsx'
import classes from './statistics-screen.module.css'
import { timeInWords } from './statistics-words.ts'

export function StatisticsScreen() {
  const [deckId, setDeckId] = useKeptState<DeckId | null>('deck', null)
  const input = deckId ? { deckId } : {}
  const overview = useQuery(api.stats.overview.queryOptions({ input, placeholderData: keepPreviousData }))
  const cards = useQuery(api.stats.cards.queryOptions({ input, placeholderData: keepPreviousData }))
  const decks = useQuery(api.deck.list.queryOptions({ input: {} })).data?.items ?? []
  const error = overview.error ?? cards.error
  return (
    <Screen>
      <PageTitle
        title="Statistics"
        lead={overview.data ? todayInWords(overview.data.today) : null}
        actions={
          decks.length > 1 && (
            <Select
              aria-label="Deck"
              data={[{ value: '', label: 'All decks' }, ...decks.map(({ id, name }) => ({ value: id, label: name }))]}
              value={deckId ?? ''}
              onChange={(value) => setDeckId(decks.find(({ id }) => id === value)?.id ?? null)}
              w={200}
            />
          )
        }
      />
      {error && !(overview.data && cards.data) ? (
        <ErrorState error={error} onRetry={() => void Promise.all([overview.refetch(), cards.refetch()])} />
      ) : overview.data && cards.data ? (
        <>
          <Charts overview={overview.data} cards={cards.data} />
          <ConfusionList />
        </>
      ) : (
        <LoadingState label="Adding up" />
      )}
    </Screen>
  )
}

function todayInWords({ answers, newCards, durationMs }: OverviewStats['today']): string {
  if (answers === 0) return 'nothing answered today yet'
  const fresh = newCards > 0 ? `, ${newCards} of them new` : ''
  return `${formatCount(answers, 'answer', 'answers')} today${fresh}, in ${timeInWords(durationMs)}`
}

function Charts({ overview, cards }: { overview: OverviewStats; cards: CardStats }) {
  const { states } = cards
  const total = states.new + states.learning + states.young + states.old + states.suspended
  if (total === 0) {
    return (
      <EmptyState
        title="Nothing to add up yet"
        actions={
          <Button component={Link} to={routes.cards}>
            To the cards
          </Button>
        }
      >
        Once you have cards and answer them, you see here what is coming, what stays and what slips.
      </EmptyState>
    )
  }
  const today = overview.today.on
  return (
    <div className={classes.charts}>
      <ForecastChart forecast={overview.forecast} />
      <RetentionChart retention={overview.retention} />
      <div className={classes.wide}>
        <YearChart days={overview.days} today={today} />
      </div>
      <TimeChart days={overview.days} today={today} />
      <StatesChart states={states} />
      <StabilityChart bins={cards.stability} />
      <DifficultyChart bins={cards.difficulty} />
      <KindChart kinds={cards.byKind} />
      <CalibrationChart bins={overview.calibration} />
      <HardArticles articles={cards.byArticle} />
    </div>
  )
}
