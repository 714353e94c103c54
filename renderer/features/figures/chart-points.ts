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

/** All figures of one source. */
export interface ChartSeries {
  readonly source: string
  readonly points: readonly ChartPoint[]
}

const DAY_MS = 86_400_000
/** More than these cannot be told apart by shape and colour. */
export const MOST_SERIES = 6

/** Figures over time, by source, those of most figures first; what has no number or no day is left out. */
export function chartSeries(figures: readonly Figure[]): ChartSeries[] {
  const top = Math.max(...figures.flatMap(({ low, high }) => [low ?? 0, high ?? 0]), 0)
  const points = figures.flatMap((figure) => pointOf(figure, top))
  const bySource = [...Map.groupBy(points, ({ figure }) => figure.source ?? 'No source named')]
    .map(([source, own]) => ({ source, points: own }))
    .sort((a, b) => b.points.length - a.points.length || (a.source < b.source ? -1 : 1))
  if (bySource.length <= MOST_SERIES) return bySource
  const rest = bySource.slice(MOST_SERIES - 1).flatMap((series) => series.points)
  return [...bySource.slice(0, MOST_SERIES - 1), { source: 'Other sources', points: rest }]
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
