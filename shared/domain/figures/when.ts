/** A stretch of days, numbered since 1970, both ends included. */
export interface Days {
  readonly from: number
  readonly to: number
}

const DAY_MS = 86_400_000
/** News speak of the week before them unless they say otherwise. */
const NEWS_REACHES_BACK = 7
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?'

/** The number of a calendar day `YYYY-MM-DD`, or null. */
export function dayNumber(isoDate: string | null): number | null {
  const ms = Date.parse(`${isoDate ?? ''}T00:00:00Z`)
  return Number.isNaN(ms) ? null : Math.floor(ms / DAY_MS)
}

/**
 * The days a figure is said to hold for: those its "as of" names, else the week up to the article's date. Null when
 * neither tells.
 */
export function daysOf(asOf: string | null, publishedOn: string | null): Days | null {
  return daysNamed(asOf, publishedOn) ?? weekUpTo(dayNumber(publishedOn))
}

/**
 * The days that an "as of" names, read in an article of that day: a weekday is the latest such day up to it. Null when
 * it names none.
 */
export function daysNamed(asOf: string | null, publishedOn: string | null): Days | null {
  return asOf === null ? null : namedDays(asOf.toLowerCase(), dayNumber(publishedOn))
}

function weekUpTo(day: number | null): Days | null {
  return day === null ? null : { from: day - NEWS_REACHES_BACK, to: day }
}

function namedDays(words: string, published: number | null): Days | null {
  const iso = dayNumber(/\b\d{4}-\d{2}-\d{2}\b/.exec(words)?.[0] ?? null)
  if (iso !== null) return { from: iso, to: iso }
  const year = Number(/\b(1[5-9]\d\d|20\d\d)\b/.exec(words)?.[1] ?? Number.NaN)
  const withoutYear = words.replace(/\b(?:1[5-9]\d\d|20\d\d)\b/, ' ')
  const month = MONTHS.indexOf(new RegExp(`\\b${MONTH}(?![a-z])`).exec(withoutYear)?.[1] ?? '-')
  const day = Number(/\b([12]?\d|3[01])(?:st|nd|rd|th)?\b/.exec(withoutYear)?.[1] ?? Number.NaN)
  const inYear = Number.isNaN(year) ? yearOf(published, month, day) : year
  if (month >= 0 && inYear !== null) return monthOrDay(inYear, month, day)
  if (!Number.isNaN(year)) return span(year, 0, 1, year, 11, 31)
  return published === null ? null : relativeDays(words, published)
}

/** "In March" is the last March before the article. */
function yearOf(published: number | null, month: number, day: number): number | null {
  if (published === null) return null
  const date = new Date(published * DAY_MS)
  const isLater = Date.UTC(date.getUTCFullYear(), Math.max(0, month), day || 1) > published * DAY_MS
  return date.getUTCFullYear() - (isLater ? 1 : 0)
}

function monthOrDay(year: number, month: number, day: number): Days {
  if (Number.isNaN(day)) return span(year, month, 1, year, month + 1, 0)
  return span(year, month, day, year, month, day)
}

function span(...[y1, m1, d1, y2, m2, d2]: [number, number, number, number, number, number]): Days {
  return { from: Date.UTC(y1, m1, d1) / DAY_MS, to: Date.UTC(y2, m2, d2) / DAY_MS }
}

const WEEKDAYS = ['sun', 'mon', 'tues', 'wednes', 'thurs', 'fri', 'satur']
const WEEKDAY = /\b(last )?(sun|mon|tues|wednes|thurs|fri|satur)day\b/

/** What words without a date of their own mean in an article of that day. */
const RELATIVE: readonly (readonly [pattern: RegExp, days: (published: number) => Days])[] = [
  [/\byesterday\b/, (day) => ({ from: day - 1, to: day - 1 })],
  [/\blast week\b/, (day) => ({ from: mondayOf(day) - 7, to: mondayOf(day) - 1 })],
  [/\bthis week\b/, (day) => ({ from: mondayOf(day), to: day })],
  [
    /\b(?:last|this) weekend\b/,
    (day) => ({ from: latestWeekday(day, 6), to: Math.min(day, latestWeekday(day, 6) + 1) }),
  ],
  [/\blast month\b/, (day) => monthsFrom(day, -1)],
  [/\bthis month\b/, (day) => ({ ...monthsFrom(day, 0), to: day })],
  [/\blast year\b/, (day) => yearsFrom(day, -1)],
  [/\bthis year\b/, (day) => ({ ...yearsFrom(day, 0), to: day })],
  [/\b(?:today|tonight|now|so far|currently)\b|\bat the moment\b/, (day) => ({ from: day, to: day })],
]

function relativeDays(words: string, published: number): Days | null {
  const weekday = WEEKDAY.exec(words)
  if (weekday?.[2]) {
    // In a paper of that very day "on Friday" is today, and "last Friday" a week ago.
    const day = latestWeekday(weekday[1] ? published - 1 : published, WEEKDAYS.indexOf(weekday[2]))
    return { from: day, to: day }
  }
  return RELATIVE.find(([pattern]) => pattern.test(words))?.[1](published) ?? null
}

/** The latest such day of the week up to a day; 0 is Sunday. */
function latestWeekday(upTo: number, weekday: number): number {
  // Day 0, the first of 1970, was a Thursday.
  return upTo - ((((upTo + 4 - weekday) % 7) + 7) % 7)
}

function mondayOf(day: number): number {
  return latestWeekday(day, 1)
}

function monthsFrom(day: number, months: number): Days {
  const date = new Date(day * DAY_MS)
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + months]
  return span(year, month, 1, year, month + 1, 0)
}

function yearsFrom(day: number, years: number): Days {
  const year = new Date(day * DAY_MS).getUTCFullYear() + years
  return span(year, 0, 1, year, 11, 31)
}

/** Whether the two share a day. Of two without dates one cannot tell them apart, so they do. */
export function overlap(a: Days | null, b: Days | null): boolean {
  if (!a || !b) return a === b
  return a.from <= b.to && b.from <= a.to
}
