import { Select } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { api } from '#renderer/client/api.ts'
import type { ListCursor } from '#renderer/ui/use-list-cursor.ts'
import { subjectsOf } from './chart-points.ts'
import { Ledger } from './ledger.tsx'
import classes from './measure-view.module.css'
import type { useFigures } from './use-figures.ts'

// The chart is fetched when a measure is opened.
const MeasureChart = lazy(async () => ({ default: (await import('./measure-chart.tsx')).MeasureChart }))
/** As many as one answer holds: what is more could not be told apart on a plot. */
const MOST_DRAWN = 200

interface MeasureViewProps {
  readonly group: string
  /** Words that narrow both the plot and the list. */
  readonly query: string
  /** Of whom alone; null for all. */
  readonly subject: string | null
  readonly onSubject: (subject: string | null) => void
  readonly list: ReturnType<typeof useFigures>
  readonly cursor: ListCursor
}

/** One measure: its figures over time, each subject or source told apart, and all of them in the ledger. */
export function MeasureView({ group, query, subject, onSubject, list, cursor }: MeasureViewProps) {
  const input = { group, limit: MOST_DRAWN, query: query.trim() }
  const all = useQuery({ ...api.figure.list.queryOptions({ input }), placeholderData: keepPreviousData }).data
  const subjects = subjectsOf(all?.items ?? []).flatMap((one) =>
    one.subject === null ? [] : [{ ...one, subject: one.subject }],
  )
  const wanted = subject?.toLowerCase()
  const drawn = all?.items.filter((figure) => !wanted || figure.subject?.toLowerCase() === wanted)
  const measures = (list.items[0] ?? all?.items[0])?.measures ?? 'Figures'
  return (
    <>
      <div className={classes.head}>
        <h2 className={classes.title}>{measures}</h2>
        {(subjects.length > 1 || subject !== null) && (
          <Select
            aria-label="Of whom or where"
            placeholder="Of all"
            clearable
            searchable
            data={[...new Set([...subjects.map((one) => one.subject), ...(subject === null ? [] : [subject])])]}
            value={subject}
            className={classes.select ?? ''}
            onChange={onSubject}
          />
        )}
      </div>
      {drawn && (
        <Suspense fallback={<div className={classes.room} />}>
          <MeasureChart measures={measures} figures={drawn} />
        </Suspense>
      )}
      <Ledger list={list} cursor={cursor} isFiltered />
    </>
  )
}
