const DAY_MS = 86_400_000

/** A study day by number: days since 1 January 1970 of the calendar day on which it began, local time. */
export type StudyDay = number

/**
 * The moment at which the study day of `nowMs` began, in ms: days turn at `dayStartsAtHour` (0..23) local time.
 */
export function studyDayStart(nowMs: number, dayStartsAtHour: number): number {
  const today = dayTurn(nowMs, 0, dayStartsAtHour)
  return today > nowMs ? dayTurn(nowMs, -1, dayStartsAtHour) : today
}

/** The moment at which the next study day begins, in ms. */
export function nextStudyDay(nowMs: number, dayStartsAtHour: number): number {
  const today = dayTurn(nowMs, 0, dayStartsAtHour)
  return today > nowMs ? today : dayTurn(nowMs, 1, dayStartsAtHour)
}

/** Which study day `nowMs` belongs to. */
export function studyDayOf(nowMs: number, dayStartsAtHour: number): StudyDay {
  const start = new Date(studyDayStart(nowMs, dayStartsAtHour))
  return Date.UTC(start.getFullYear(), start.getMonth(), start.getDate()) / DAY_MS
}

/** The moment at which a study day begins, in ms. */
export function startOfDay(day: StudyDay, dayStartsAtHour: number): number {
  const date = new Date(day * DAY_MS)
  return new Date(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate(), dayStartsAtHour).getTime()
}

/** The weekday of a study day: 0 Monday to 6 Sunday. */
export function weekdayOf(day: StudyDay): number {
  // 1 January 1970 was a Thursday.
  return (((day + 3) % 7) + 7) % 7
}

/** A study day as a calendar day, `YYYY-MM-DD`. */
export function dayToDate(day: StudyDay): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10)
}

/** The study day of a calendar day, `YYYY-MM-DD`. */
export function dateToDay(date: string): StudyDay {
  return Date.parse(`${date}T00:00:00Z`) / DAY_MS
}

/** Always from the calendar: an hour that the clocks leave out moves the turn of its own day only. */
function dayTurn(nowMs: number, daysLater: number, hour: number): number {
  const now = new Date(nowMs)
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + daysLater, hour).getTime()
}
