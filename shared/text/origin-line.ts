import { escapeLine } from './escape-markdown.ts'

/** Where a quote comes from, as far as it is known. */
export interface QuoteOrigin {
  readonly title: string
  readonly source: string | null
  readonly byline: string | null
  /** `YYYY-MM-DD`. */
  readonly publishedOn: string | null
  readonly url: string | null
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** "*Title*, BBC News, 15 September 2014" in Markdown. What is not known is said to be so. */
export function originLine(origin: QuoteOrigin): string {
  const title = escapeLine(origin.title) || 'Untitled'
  const source = origin.source ?? origin.byline ?? hostOf(origin.url) ?? 'source not stated'
  return `${linked(`*${title}*`, origin.url)}, ${escapeLine(source)}, ${writeDay(origin.publishedOn)}`
}

/** "15 September 2014"; "undated" for null; any other string as it is. */
export function writeDay(isoDate: string | null): string {
  if (isoDate === null) return 'undated'
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(isoDate)
  const month = MONTHS[Number(parts?.[2]) - 1]
  return parts === null || month === undefined ? escapeLine(isoDate) : `${Number(parts[3])} ${month} ${parts[1]}`
}

/** The day of a moment in UTC, so that an export does not depend on where it is made. */
export function dayOf(timeMs: number): string {
  return new Date(timeMs).toISOString().slice(0, 10)
}

function linked(markdown: string, url: string | null): string {
  if (url === null || !/^https?:\/\//i.test(url)) return markdown
  return `[${markdown}](<${url.replace(/[<>\\\s]/g, (character) => encodeURIComponent(character))}>)`
}

function hostOf(url: string | null): string | null {
  return url !== null && URL.canParse(url) ? new URL(url).hostname || null : null
}
