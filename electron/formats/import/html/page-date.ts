import { findDay } from '../marks/clipping-date.ts'
import { parseWrittenDate } from '../written-date.ts'

/** What pages call the day of publication in their `meta` elements; the surer first. Source: Open Graph, Dublin Core, and the names that newspapers chose. */
export const DATE_NAMES = [
  'article:published_time',
  'og:published_time',
  'og:article:published_time',
  'datepublished',
  'article:published',
  'article.published',
  'originalpublicationdate',
  'publication_date',
  'publicationdate',
  'publish-date',
  'publish_date',
  'publishdate',
  'pubdate',
  'parsely-pub-date',
  'citation_publication_date',
  'citation_date',
  'dcterms.issued',
  'dc.date.issued',
  'dcterms.created',
  'dc.date.created',
  'dc.date',
  'dcterms.date',
  'displaydate',
  'ptime',
  'date',
  'sailthru.date',
] as const
const STATED =
  'time[pubdate], [itemprop=datePublished], abbr.published[title], .published[datetime], article time[datetime]'
const SHOWN =
  '[class*="dateline" i], [class*="timestamp" i], [class*="datestamp" i], [class*="pubdate" i], [class*="publish" i], [class~="date" i], [class*="-date" i], [class*="date-" i], [class*="_date" i], time'
const MAX_SHOWN = 12
const MAX_SHOWN_CHARS = 80

/** A day (`YYYY-MM-DD`) as a page states it for programs; null for what is none. */
export function toDay(value: string | null | undefined): string | null {
  const words = value?.replace(/\s+/g, ' ').trim() ?? ''
  if (words === '') return null
  const compact = /^((?:19|20)\d{2})(\d{2})(\d{2})(?:\D|\d{6}$|$)/.exec(words)
  return parseWrittenDate(compact ? compact.slice(1, 4).join('-') : words) ?? parseWrittenDate(words.slice(0, 10))
}

/** The day that an element of the page is marked up with. */
export function markedDay(document: Document): string | null {
  for (const element of document.querySelectorAll(STATED)) {
    const stated = ['datetime', 'content', 'title'].map((name) => toDay(element.getAttribute(name)))
    const day = stated.find((one) => one !== null) ?? toDay(element.textContent)
    if (day !== null) return day
  }
  return null
}

/** The day in the address of an article, as most newspapers write it: `/2015/03/18/`. */
export function dayInAddress(url: string | null): string | null {
  const [, year = '', month = '', day = ''] =
    /\/((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?:[/-]|$)/.exec(url === null ? '' : new URL(url).pathname) ?? []
  return year === '' ? null : parseWrittenDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
}

/** The first day that a page shows in a place of its own, in any language whose months are known. */
export function shownDay(document: Document): string | null {
  for (const element of [...document.querySelectorAll(SHOWN)].slice(0, MAX_SHOWN)) {
    const words = (element.textContent ?? '').replace(/\s+/g, ' ').trim()
    if (words === '' || words.length > MAX_SHOWN_CHARS || element.closest('aside, footer, nav') !== null) continue
    const found = findDay(words)
    const day = found && parseWrittenDate(`${found.year}-${pad(found.month + 1)}-${pad(found.day)}`)
    if (day) return day
  }
  return null
}

function pad(number: number): string {
  return String(number).padStart(2, '0')
}
