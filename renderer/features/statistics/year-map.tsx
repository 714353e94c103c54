import { formatCount, formatDay } from '#renderer/ui/format.ts'
import type { OverviewStats } from '#shared/contract/stats.ts'
import { dateToDay, dayToDate, weekdayOf } from '#shared/domain/study-days.ts'
import classes from './year-map.module.css'

const WEEKS = 53
const months = new Intl.DateTimeFormat('en', { month: 'short', timeZone: 'UTC' })

interface YearMapProps {
  readonly days: OverviewStats['days']
  readonly today: string
}

/** A square for each day of the last year, a column for each week; the darker, the more answers. */
export function YearMap({ days, today }: YearMapProps) {
  const answers = new Map(days.map((day) => [dateToDay(day.on), day.answers]))
  const last = dateToDay(today)
  const first = last - weekdayOf(last) - (WEEKS - 1) * 7
  const usual = usualOf([...answers.values()])
  return (
    <div className={classes.map}>
      {Array.from({ length: WEEKS }, (_, week) => (
        <div key={first + week * 7} className={classes.week}>
          <span className={classes.month}>{monthOf(first + week * 7)}</span>
          {Array.from({ length: 7 }, (_, weekday) => {
            const day = first + week * 7 + weekday
            if (day > last) return <span key={day} className={classes.later} />
            const count = answers.get(day) ?? 0
            return (
              <span
                key={day}
                className={classes.day}
                data-level={levelOf(count, usual)}
                title={`${formatDay(dayToDate(day))}: ${formatCount(count, 'answer', 'answers')}`}
              />
            )
          })}
        </div>
      ))}
    </div>
  )
}

/** The name of a month over the week that holds its first days. */
function monthOf(monday: number): string {
  const date = new Date(monday * 86_400_000)
  return date.getUTCDate() <= 7 ? months.format(date) : ''
}

function usualOf(counts: readonly number[]): number {
  const sorted = [...counts].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 1
}

function levelOf(count: number, usual: number): number {
  if (count === 0) return 0
  const share = count / usual
  return share < 0.5 ? 1 : share < 1 ? 2 : share < 1.6 ? 3 : 4
}
