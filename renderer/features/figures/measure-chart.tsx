import { useMemo } from 'react'
import {
  CartesianGrid,
  ErrorBar,
  Legend,
  ResponsiveContainer,
  Scatter,
  ScatterChart,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts'
import { formatCount, formatDay } from '#renderer/ui/format.ts'
import type { Figure } from '#shared/contract/entity.ts'
import { formatFigure, speakerOf } from '#shared/domain/format-figure.ts'
import { type ChartPoint, chartSeries, seriesBy } from './chart-points.ts'
import classes from './measure-chart.module.css'

const looks = [
  { color: 'var(--mark-blue)', shape: 'circle' },
  { color: 'var(--mark-orange)', shape: 'diamond' },
  { color: 'var(--mark-green)', shape: 'square' },
  { color: 'var(--mark-violet)', shape: 'triangle' },
  { color: 'var(--mark-rose)', shape: 'cross' },
  { color: 'var(--mark-grey)', shape: 'star' },
] as const

interface MeasureChartProps {
  readonly measures: string
  readonly figures: readonly Figure[]
}

/** The figures of one measure over time: a mark for each value, a bar for each range, a shape and colour for each subject or source. */
export function MeasureChart({ measures, figures }: MeasureChartProps) {
  const by = seriesBy(figures)
  const series = useMemo(() => chartSeries(figures, by), [figures, by])
  const points = series.flatMap((one) => one.points)
  if (points.length < 2) return null
  const [first, last] = [Math.min(...points.map(({ atMs }) => atMs)), Math.max(...points.map(({ atMs }) => atMs))]
  const room = Math.max((last - first) * 0.05, 86_400_000)
  return (
    <figure className={classes.figure}>
      <figcaption className="visually-hidden">
        {measures} over time: {points.length} figures of {formatCount(series.length, by, `${by}s`)}, from {day(first)}{' '}
        to {day(last)}. The list below holds each of them.
      </figcaption>
      <div className={classes.chart} aria-hidden="true">
        <ResponsiveContainer width="100%" height="100%">
          <ScatterChart margin={{ top: 8, right: 16, bottom: 0, left: 8 }} accessibilityLayer={false}>
            <CartesianGrid stroke="var(--rule)" vertical={false} />
            <XAxis
              type="number"
              dataKey="atMs"
              domain={[first - room, last + room]}
              tickFormatter={day}
              tickCount={5}
              stroke="var(--quiet)"
              tick={{ fontSize: 12, fill: 'var(--quiet)' }}
            />
            <YAxis
              type="number"
              dataKey="value"
              width={84}
              tickFormatter={(value: number) => amount(value, figures[0]?.unit ?? null)}
              stroke="var(--quiet)"
              tick={{ fontSize: 12, fill: 'var(--quiet)' }}
            />
            <Tooltip content={<Told />} isAnimationActive={false} />
            <Legend wrapperStyle={{ fontSize: 13, color: 'var(--ink)' }} />
            {series.map(({ name, points: own }, index) => {
              const look = looks[index] ?? looks[0]
              return (
                <Scatter
                  key={name}
                  name={name}
                  data={[...own]}
                  fill={look.color}
                  shape={look.shape}
                  legendType={look.shape}
                  isAnimationActive={false}
                >
                  <ErrorBar
                    dataKey="reach"
                    direction="y"
                    width={6}
                    strokeWidth={2}
                    stroke={look.color}
                    isAnimationActive={false}
                  />
                </Scatter>
              )
            })}
          </ScatterChart>
        </ResponsiveContainer>
      </div>
    </figure>
  )
}

function day(atMs: number): string {
  return formatDay(new Date(atMs).toISOString().slice(0, 10))
}

function amount(value: number, unit: string | null): string {
  return formatFigure({ surface: '', low: value, high: value, hedge: null, unit }).value
}

interface ToldProps {
  readonly active?: boolean
  readonly payload?: readonly { readonly payload?: unknown }[]
}

/** What a mark stands for, under the pointer. */
function Told({ active, payload }: ToldProps) {
  // The chart hands back the very objects that were put in.
  const point = payload?.[0]?.payload as ChartPoint | undefined
  if (!active || !point) return null
  const { hedge, value } = formatFigure(point.figure)
  const said = speakerOf(point.figure)
  return (
    <div className={classes.told}>
      <strong>{[hedge, value].filter(Boolean).join(' ')}</strong>
      <span>{[point.figure.subject, said && `said by ${said}`].filter(Boolean).join(' · ')}</span>
      <span className={classes.quiet}>
        {day(point.atMs)} · {point.figure.source ?? point.figure.articleTitle}
      </span>
    </div>
  )
}
