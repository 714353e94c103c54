const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const DAY_MS = 86_400_000
/** How fast people read news, in words a minute. Source: Brysbaert 2019, 238 for silent reading of non-fiction. */
const WORDS_PER_MINUTE = 238

const grouped = new Intl.NumberFormat('en')

/** A calendar day as `15 Sep 2014`; null gives an empty string. */
export function formatDay(isoDate: string | null): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(isoDate ?? '')
  if (!match) return ''
  return `${Number(match[3])} ${MONTHS[Number(match[2]) - 1] ?? ''} ${match[1]}`
}

/** A moment as people say it: `just now`, `5 min ago`, `3 hours ago`, `yesterday`, `4 days ago`, then the day. Local time. */
export function formatWhen(timeMs: number, nowMs: number): string {
  const minutes = Math.floor((nowMs - timeMs) / 60_000)
  if (minutes < 1) return 'just now'
  if (minutes < 60) return `${minutes} min ago`
  const days = daysBetween(timeMs, nowMs)
  if (days === 0) return formatCount(Math.floor(minutes / 60), 'hour', 'hours').concat(' ago')
  if (days === 1) return 'yesterday'
  if (days < 7) return `${days} days ago`
  const date = new Date(timeMs)
  const day = `${date.getDate()} ${MONTHS[date.getMonth()] ?? ''}`
  return date.getFullYear() === new Date(nowMs).getFullYear() ? day : `${day} ${date.getFullYear()}`
}

/** A moment with its time of day: `yesterday, 14:05`. Local time. */
export function formatMoment(timeMs: number, nowMs: number): string {
  const date = new Date(timeMs)
  const time = `${String(date.getHours()).padStart(2, '0')}:${String(date.getMinutes()).padStart(2, '0')}`
  return `${formatWhen(timeMs, nowMs)}, ${time}`
}

// Midnights are compared, not spans: what was read at 23:50 is "yesterday" at 0:10.
function daysBetween(earlierMs: number, laterMs: number): number {
  const midnight = (ms: number) => new Date(ms).setHours(0, 0, 0, 0)
  return Math.round((midnight(laterMs) - midnight(earlierMs)) / DAY_MS)
}

/** A number with grouped thousands: `12,345`. */
export function formatNumber(value: number): string {
  return grouped.format(value)
}

/** A count with its word: `1 mark`, `2,031 marks`, `no marks` is left to the caller. */
export function formatCount(value: number, one: string, other: string): string {
  return `${grouped.format(value)} ${value === 1 ? one : other}`
}

/** Reading time of a text: `1 min` at least, `1 h 12 min` from an hour on. */
export function formatReadingTime(wordCount: number): string {
  const minutes = Math.max(1, Math.round(wordCount / WORDS_PER_MINUTE))
  const hours = Math.floor(minutes / 60)
  if (hours === 0) return `${minutes} min`
  return [`${formatNumber(hours)} h`, minutes % 60 > 0 && `${minutes % 60} min`].filter(Boolean).join(' ')
}

/** A share 0..1 in whole percent: `90 %` with a narrow no-break space. */
export function formatPercent(share: number): string {
  return `${Math.round(share * 100)}\u202f%`
}

/** The host part of an address without `www.`, or an empty string for what is no http(s) address. */
export function formatHost(url: string | null): string {
  if (url === null || !URL.canParse(url)) return ''
  const { protocol, hostname } = new URL(url)
  return protocol === 'http:' || protocol === 'https:' ? hostname.replace(/^www\./, '') : ''
}
