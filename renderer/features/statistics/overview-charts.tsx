import { ScatterChart } from '@mantine/charts'
import { formatDay, formatNumber, formatPercent } from '#renderer/ui/format.ts'
import type { OverviewStats } from '#shared/contract/stats.ts'
import { dateToDay, dayToDate } from '#shared/domain/study-days.ts'
import { Bars, CHART_HEIGHT } from './bars.tsx'
import { ChartFigure } from './chart-figure.tsx'
import {
  calibrationInWords,
  forecastInWords,
  retentionInWords,
  spentInWords,
  timeInWords,
  yearInWords,
} from './statistics-words.ts'
import { YearMap } from './year-map.tsx'

const MINUTE_MS = 60_000
const still = { isAnimationActive: false } as const
const shortDay = (on: string) => formatDay(on).replace(/ \d{4}$/, '')

/** What falls due on each of the next thirty days. */
export function ForecastChart({ forecast }: { forecast: OverviewStats['forecast'] }) {
  const bars = forecast.map(({ on, due }, index) => ({ name: index === 0 ? 'Today' : shortDay(on), value: due }))
  return (
    <ChartFigure
      title="What falls due"
      sentence={forecastInWords(forecast)}
      head={['Day', 'Due']}
      rows={forecast.map(({ on, due }) => [formatDay(on), formatNumber(due)])}
    >
      <Bars bars={bars} measure="Due" color="var(--accent)" />
    </ChartFigure>
  )
}

/** What was remembered of young and of old cards, against what is aimed at. */
export function RetentionChart({ retention }: { retention: OverviewStats['retention'] }) {
  const { desired, young, old } = retention
  const groups = [
    { name: 'Less than 3 weeks', ...young },
    { name: '3 weeks and more', ...old },
    { name: 'All', answers: young.answers + old.answers, recalled: young.recalled + old.recalled },
  ]
  const shareOf = ({ answers, recalled }: { answers: number; recalled: number }) =>
    answers === 0 ? 0 : recalled / answers
  return (
    <ChartFigure
      title="What you remembered"
      sentence={retentionInWords(retention)}
      head={['Time since the answer before', 'Reviews', 'Remembered']}
      rows={groups.map((group) => [group.name, formatNumber(group.answers), formatPercent(shareOf(group))])}
    >
      <Bars
        bars={groups.map((group) => ({ name: group.name, value: Math.round(shareOf(group) * 100) }))}
        measure="Remembered"
        color="var(--accent)"
        isShare
        aim={{ at: Math.round(desired * 100), label: 'Aim' }}
      />
    </ChartFigure>
  )
}

/** The days of the last year. */
export function YearChart({ days, today }: { days: OverviewStats['days']; today: string }) {
  return (
    <ChartFigure
      title="The year"
      sentence={yearInWords(days, today)}
      head={['Day', 'Answers', 'Time']}
      rows={[...days]
        .reverse()
        .slice(0, 60)
        .map((day) => [formatDay(day.on), formatNumber(day.answers), timeInWords(day.durationMs)])}
    >
      <YearMap days={days} today={today} />
    </ChartFigure>
  )
}

/** Minutes spent on each of the last thirty days. */
export function TimeChart({ days, today }: { days: OverviewStats['days']; today: string }) {
  const spent = new Map(days.map((day) => [day.on, day.durationMs]))
  const last = dateToDay(today)
  const [unit, unitMs] = Math.max(0, ...spent.values()) < 2 * MINUTE_MS ? ['s', 1000] : ['min', MINUTE_MS]
  const dates = Array.from({ length: 30 }, (_, index) => dayToDate(last - 29 + index))
  return (
    <ChartFigure
      title="Time spent"
      sentence={spentInWords(days, today)}
      head={['Day', 'Time']}
      rows={dates.filter((on) => spent.has(on)).map((on) => [formatDay(on), timeInWords(spent.get(on) ?? 0)])}
    >
      <Bars
        bars={dates.map((on) => ({
          name: shortDay(on),
          value: Math.round(((spent.get(on) ?? 0) / unitMs) * 10) / 10,
        }))}
        measure="Time"
        color="var(--accent)"
        unit={` ${unit}`}
      />
    </ChartFigure>
  )
}

/** The chances that were foretold, against what came true. */
export function CalibrationChart({ bins }: { bins: OverviewStats['calibration'] }) {
  const seen = bins.filter(({ answers }) => answers >= 5)
  const points = seen.map(({ predicted, answers, recalled }) => ({
    Foretold: Math.round(predicted * 100),
    Remembered: Math.round((recalled / answers) * 100),
  }))
  const right = [0, 100].map((value) => ({ Foretold: value, Remembered: value }))
  return (
    <ChartFigure
      title="Foretold and true"
      sentence={calibrationInWords(bins)}
      head={['Foretold', 'Reviews', 'Remembered']}
      rows={seen.map((bin) => [
        formatPercent(bin.predicted),
        formatNumber(bin.answers),
        formatPercent(bin.recalled / bin.answers),
      ])}
    >
      <ScatterChart
        h={CHART_HEIGHT}
        tickLine="none"
        tooltipAnimationDuration={0}
        scatterProps={still}
        scatterChartProps={{ accessibilityLayer: false }}
        dataKey={{ x: 'Foretold', y: 'Remembered' }}
        xAxisProps={{ domain: [0, 100] }}
        yAxisProps={{ domain: [0, 100] }}
        unit={{ x: ' %', y: ' %' }}
        data={[{ name: 'Answers', color: 'var(--accent)', data: points }]}
        referenceLines={
          right.length === 0
            ? []
            : [
                {
                  segment: [
                    { x: 0, y: 0 },
                    { x: 100, y: 100 },
                  ],
                  color: 'var(--rule-strong)',
                },
              ]
        }
      />
    </ChartFigure>
  )
}
