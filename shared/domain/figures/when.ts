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
  const published = dayNumber(publishedOn)
  return (asOf === null ? null : namedDays(asOf.toLowerCase(), published)) ?? weekUpTo(published)
}

function weekUpTo(day: number | null): Days | null {
  return day === null ? null : { from: day - NEWS_REACHES_BACK, to: day }
}

function namedDays(words: string, published: number | null): Days | null {
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

/** Days back from the article's own: first and last. */
const RELATIVE: readonly (readonly [pattern: RegExp, from: number, to: number])[] = [
  [/\btoday\b|\bnow\b|\bso far\b|\bcurrently\b/, 0, 0],
  [/\byesterday\b/, 1, 1],
  [/\blast week\b/, 14, 1],
  [/\blast month\b/, 62, 1],
  [/\blast year\b/, 730, 1],
  [/\bthis year\b/, 366, 0],
  [/\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b/, 7, 0],
]

function relativeDays(words: string, published: number): Days | null {
  const found = RELATIVE.find(([pattern]) => pattern.test(words))
  return found ? { from: published - found[1], to: published - found[2] } : null
}

/** Whether the two share a day. Of two without dates one cannot tell them apart, so they do. */
export function overlap(a: Days | null, b: Days | null): boolean {
  if (!a || !b) return a === b
  return a.from <= b.to && b.from <= a.to
}
