import type { Figure } from '#shared/contract/entity.ts'
import { dayNumber, daysNamed } from '#shared/domain/figures/when.ts'

/** A figure on the plot. */
export interface ChartPoint {
  readonly figure: Figure
  /** The day it is of, in ms: that which its "as of" names, else the article's. */
  readonly atMs: number
  /** Where its mark stands: the value, the middle of a range, the end that is known. */
  readonly value: number
  /** How far its bar reaches below and above. */
  readonly reach: readonly [number, number]
}

/** What tells series apart: of whom figures are where that is more than one, else who reports them. */
export type SeriesBy = 'subject' | 'source'

/** All figures of one source or subject. */
export interface ChartSeries {
  readonly name: string
  readonly points: readonly ChartPoint[]
}

const DAY_MS = 86_400_000
/** More than these cannot be told apart by shape and colour. */
export const MOST_SERIES = 6

const words = {
  subject: { none: 'Not said of whom', rest: 'Others' },
  source: { none: 'No source named', rest: 'Other sources' },
} as const

/** What the series of a plot of these figures are: the dead of two floods are never one. */
export function seriesBy(figures: readonly Figure[]): SeriesBy {
  return subjectsOf(figures).length > 1 ? 'subject' : 'source'
}

/** Of whom figures are, that of most figures first; those that say it not at all come last, as null. */
export function subjectsOf(figures: readonly Figure[]): { readonly subject: string | null; readonly count: number }[] {
  return [...Map.groupBy(figures, ({ subject }) => subject?.toLowerCase() ?? null).values()]
    .map((own) => ({ subject: own[0]?.subject ?? null, count: own.length }))
    .sort((a, b) => Number(a.subject === null) - Number(b.subject === null) || b.count - a.count)
}

/** Figures over time, by subject or source, those of most figures first; what has no number or no day is left out. */
export function chartSeries(figures: readonly Figure[], by: SeriesBy): ChartSeries[] {
  const top = Math.max(...figures.flatMap(({ low, high }) => [low ?? 0, high ?? 0]), 0)
  const points = figures.flatMap((figure) => pointOf(figure, top))
  const series = [...Map.groupBy(points, ({ figure }) => figure[by]?.toLowerCase() ?? null).values()]
    .map((own) => ({ name: own[0]?.figure[by] ?? words[by].none, points: own }))
    .sort((a, b) => b.points.length - a.points.length || (a.name < b.name ? -1 : 1))
  if (series.length <= MOST_SERIES) return series
  const rest = series.slice(MOST_SERIES - 1).flatMap((one) => one.points)
  return [...series.slice(0, MOST_SERIES - 1), { name: words[by].rest, points: rest }]
}

function pointOf(figure: Figure, top: number): ChartPoint[] {
  const atMs = dayOf(figure)
  const { low, high } = figure
  if (atMs === null || (low === null && high === null) || ![low ?? 0, high ?? 0].every(Number.isFinite)) return []
  // An open end reaches a little beyond the largest number, or down to nothing.
  const [from, to] = [low ?? Math.min(0, high ?? 0), high ?? Math.max(top * 1.08, low ?? 0)]
  const value = low === null ? to : high === null ? from : (low + high) / 2
  return [{ figure, atMs, value, reach: [value - from, to - value] }]
}

function dayOf({ asOf, publishedOn }: Figure): number | null {
  const published = dayNumber(publishedOn)
  const named = daysNamed(asOf, publishedOn)
  const day = named ? Math.round((named.from + named.to) / 2) : published
  return day === null ? null : day * DAY_MS
}
