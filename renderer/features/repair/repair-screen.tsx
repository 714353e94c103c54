import { Button } from '@mantine/core'
import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { ErrorState } from '#renderer/ui/error-state.tsx'
import { FilterTabs } from '#renderer/ui/filter-tabs.tsx'
import { formatCount } from '#renderer/ui/format.ts'
import { LoadingState } from '#renderer/ui/loading-state.tsx'
import { PageTitle } from '#renderer/ui/page-title.tsx'
import { Screen } from '#renderer/ui/screen.tsx'
import { routes } from '#shared/domain/routes.ts'
import { AcceptAll } from './accept-all.tsx'
import { AdriftMarks } from './adrift-marks.tsx'
import { MovedMarks } from './moved-marks.tsx'
import { useMoved } from './use-moved.ts'
import { useRepairs } from './use-repairs.ts'

type Part = 'adrift' | 'moved'

/** Marks whose place is not sure, or whose words are others, since their article changed: `/repair?article=ID`. */
export function RepairScreen() {
  const articleId = useSearchParams()[0].get('article')
  const repairs = useRepairs(articleId)
  const moved = useMoved(articleId)
  const [wanted, setWanted] = useState<Part>('adrift')
  const part: Part = repairs.total === 0 && moved.total > 0 ? 'moved' : moved.total === 0 ? 'adrift' : wanted
  const isEmpty = repairs.total + moved.total === 0
  return (
    <Screen width="fill">
      <PageTitle
        title="Repair marks"
        lead={repairs.total > 0 ? `${formatCount(repairs.total, 'mark needs', 'marks need')} your eye` : null}
        actions={
          part === 'moved' ? (
            <Button variant="light" onClick={moved.confirmAll}>
              Confirm all
            </Button>
          ) : (
            repairs.total > 0 && <AcceptAll onAccept={repairs.acceptAll} />
          )
        }
      />
      {moved.total > 0 && (
        <FilterTabs
          label="Which marks"
          tabs={[
            { value: 'adrift', label: 'Without a sure place', count: repairs.total },
            { value: 'moved', label: 'Moved with changed words', count: moved.total },
          ]}
          value={part}
          onChange={setWanted}
        />
      )}
      {repairs.error ? (
        <ErrorState error={repairs.error} onRetry={repairs.retry} />
      ) : repairs.isPending || moved.isPending ? (
        <LoadingState label="Fetching the marks" />
      ) : isEmpty ? (
        <EmptyState
          title="Every mark is in its place"
          actions={
            <Button component={Link} to={routes.marks}>
              To the marks
            </Button>
          }
        >
          When an article changes, its marks follow. Those whose passage is not surely found, or reads otherwise now,
          come here.
        </EmptyState>
      ) : part === 'moved' ? (
        <MovedMarks moved={moved} onPlace={repairs.place} />
      ) : (
        <AdriftMarks repairs={repairs} />
      )}
    </Screen>
  )
}
