import { type Days, daysNamed } from './figures/when.ts'

const BEGINS_SMALL =
  /^(?:Since|By|As|In|On|At|Until|Till|Up|Last|This|Next|During|From|After|Before|Between|Through|Throughout|Over|Within|So|Yesterday|Today|Now|Currently|Late|Early|Mid)\b/

/** When a figure holds, as the text has it but for the capital of a sentence that begins with it: "since August". */
export function formatAsOf(asOf: string | null): string | null {
  return asOf !== null && BEGINS_SMALL.test(asOf) ? asOf.charAt(0).toLowerCase() + asOf.slice(1) : asOf
}

/** When a figure holds, with the words of the article where they are others. */
export interface DatedAsOf {
  /** "1 Mar 2024", "since Aug 2014"; the words themselves where they name no day. */
  readonly date: string
  readonly words: string
}

/** When a figure holds, in days of the calendar; null where nothing is said. */
export function dateAsOf({ asOf, publishedOn }: { asOf: string | null; publishedOn: string | null }): DatedAsOf | null {
  const words = formatAsOf(asOf)
  if (words === null) return null
  const days = daysNamed(asOf, publishedOn)
  // "Between May and July" names more than the days that can be read off it.
  if (!days || /^(?:between|from|late|early|mid)\b/.test(words)) return { date: words, words }
  const opening = /\b(?:since|until|by)\b/.exec(words)?.[0]
  return { date: [opening, formatDays(days)].filter(Boolean).join(' '), words }
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const DAY_MS = 86_400_000

/** "1 Mar 2024", "Mar 2024", "2024", else both ends. */
function formatDays({ from, to }: Days): string {
  const [first, last, after] = [from, to, to + 1].map((day) => new Date(day * DAY_MS)) as [Date, Date, Date]
  const month = (date: Date) => MONTHS[date.getUTCMonth()] ?? ''
  const day = (date: Date) => `${date.getUTCDate()} ${month(date)}`
  if (from === to) return `${day(first)} ${first.getUTCFullYear()}`
  if (first.getUTCDate() === 1 && after.getUTCDate() === 1) {
    if (first.getUTCMonth() === 0 && after.getUTCMonth() === 0) return String(first.getUTCFullYear())
    if (to - from < 31) return `${month(first)} ${first.getUTCFullYear()}`
  }
  const isOneYear = first.getUTCFullYear() === last.getUTCFullYear()
  return `${day(first)}${isOneYear ? '' : ` ${first.getUTCFullYear()}`} \u2013 ${day(last)} ${last.getUTCFullYear()}`
}
