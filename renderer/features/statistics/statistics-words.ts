import { formatCount, formatPercent } from '#renderer/ui/format.ts'
import type { OverviewStats } from '#shared/contract/stats.ts'
import { dateToDay } from '#shared/domain/study-days.ts'

/** What the forecast means. */
export function forecastInWords(forecast: OverviewStats['forecast']): string {
  const [today, ...later] = forecast
  if (!today || later.length === 0) return ''
  const total = later.reduce((sum, { due }) => sum + due, 0)
  if (total + today.due === 0) return 'Nothing is due in the next thirty days.'
  const mean = Math.round(total / later.length)
  const most = later.reduce((best, day) => (day.due > best.due ? day : best))
  const peak = most.due > 2 * Math.max(1, mean) ? ` The fullest has ${formatCount(most.due, 'card', 'cards')}.` : ''
  const then = mean === 0 ? `then ${total} in the next thirty days` : `then about ${mean} a day`
  return `${formatCount(today.due, 'card is', 'cards are')} due today, ${then}.${peak}`
}

/** How well what was learned is kept, against what is aimed at. */
export function retentionInWords({ desired, young, old }: OverviewStats['retention']): string {
  const answers = young.answers + old.answers
  if (answers < 20) return 'There are too few reviews in the last thirty days to tell.'
  const share = (young.recalled + old.recalled) / answers
  const off = share - desired
  const of = `You remembered ${formatPercent(share)} of ${formatCount(answers, 'review', 'reviews')}`
  if (Math.abs(off) < 0.02) return `${of}, just what you aim at (${formatPercent(desired)}).`
  return off > 0
    ? `${of}, more than the ${formatPercent(desired)} you aim at: cards could come less often.`
    : `${of}, less than the ${formatPercent(desired)} you aim at. A fit to your answers (in Settings) may help.`
}

/** How the year went. */
export function yearInWords(days: OverviewStats['days'], today: string): string {
  if (days.length === 0) return 'No day of study yet.'
  const answers = days.reduce((sum, day) => sum + day.answers, 0)
  const streak = streakOf(days, today)
  const row = streak > 1 ? ` You have studied ${streak} days in a row.` : ''
  return `${formatCount(answers, 'answer', 'answers')} on ${formatCount(days.length, 'day', 'days')}.${row}`
}

/** How many days in a row were studied up to today, or up to yesterday while today is still open. */
export function streakOf(days: OverviewStats['days'], today: string): number {
  const studied = new Set(days.map(({ on }) => dateToDay(on)))
  const now = dateToDay(today)
  let day = studied.has(now) ? now : now - 1
  let streak = 0
  for (; studied.has(day); day--) streak += 1
  return streak
}

/** Time spent, as one would say it. */
export function timeInWords(durationMs: number): string {
  const minutes = Math.round(durationMs / 60_000)
  if (minutes < 1) return 'less than a minute'
  if (minutes < 60) return `${minutes} min`
  const rest = minutes % 60
  return rest === 0 ? `${Math.floor(minutes / 60)} h` : `${Math.floor(minutes / 60)} h ${rest} min`
}

/** The time of the last thirty days. */
export function spentInWords(days: OverviewStats['days'], today: string): string {
  const from = dateToDay(today) - 29
  const recent = days.filter(({ on }) => dateToDay(on) >= from)
  const total = recent.reduce((sum, day) => sum + day.durationMs, 0)
  if (recent.length === 0 || total === 0) return 'No time in the last thirty days.'
  const answers = recent.reduce((sum, day) => sum + day.answers, 0)
  const seconds = Math.round(total / answers / 1000)
  return `${timeInWords(total)} in the last thirty days, ${timeInWords(total / recent.length)} on a day of study, ${formatCount(seconds, 'second', 'seconds')} an answer.`
}

/** Whether the chances that were foretold came true. */
export function calibrationInWords(bins: OverviewStats['calibration']): string {
  const answers = bins.reduce((sum, bin) => sum + bin.answers, 0)
  if (answers < 100) return 'After a hundred reviews this shows whether the foretold chances come true.'
  const foretold = bins.reduce((sum, bin) => sum + bin.predicted * bin.answers, 0) / answers
  const remembered = bins.reduce((sum, bin) => sum + bin.recalled, 0) / answers
  const off = remembered - foretold
  const both = `${formatPercent(foretold)} were foretold to be remembered, ${formatPercent(remembered)} were`
  if (Math.abs(off) < 0.02) return `${both}: the forecast knows you well.`
  return off > 0 ? `${both}: you remember more than foretold.` : `${both}: you remember less than foretold.`
}
