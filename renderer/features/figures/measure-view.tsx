import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { api } from '#renderer/client/api.ts'
import type { ListCursor } from '#renderer/ui/use-list-cursor.ts'
import { Ledger } from './ledger.tsx'
import classes from './measure-view.module.css'
import type { useFigures } from './use-figures.ts'

// The chart is fetched when a measure is opened.
const MeasureChart = lazy(async () => ({ default: (await import('./measure-chart.tsx')).MeasureChart }))
/** As many as one answer holds: what is more could not be told apart on a plot. */
const MOST_DRAWN = 200

interface MeasureViewProps {
  readonly group: string
  readonly list: ReturnType<typeof useFigures>
  readonly cursor: ListCursor
}

/** One measure: its figures over time, and all of them in the ledger. */
export function MeasureView({ group, list, cursor }: MeasureViewProps) {
  const drawn = useQuery(api.figure.list.queryOptions({ input: { group, limit: MOST_DRAWN } })).data
  const measures = list.items[0]?.measures ?? 'Figures'
  return (
    <>
      <h2 className={classes.title}>{measures}</h2>
      {drawn && (
        <Suspense fallback={<div className={classes.room} />}>
          <MeasureChart measures={measures} figures={drawn.items} />
        </Suspense>
      )}
      <Ledger list={list} cursor={cursor} isFiltered />
    </>
  )
}
