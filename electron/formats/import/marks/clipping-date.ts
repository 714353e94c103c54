/** First letters of the months, by language, in order; enough of them to tell one from another. */
const MONTHS: readonly (readonly string[])[] = [
  ['jan', 'ene', 'gen', 'sty', 'янв', 'oca', 'led'],
  ['feb', 'fév', 'fev', 'lut', 'фев', 'şub', 'úno'],
  ['mar', 'mär', 'maa', 'мар', 'bře'],
  ['apr', 'avr', 'abr', 'kwi', 'апр', 'nis', 'dub'],
  ['may', 'mai', 'mag', 'mei', 'maj', 'мая', 'май', 'kvě'],
  ['jun', 'juin', 'giu', 'cze', 'июн', 'haz', 'červn'],
  ['jul', 'juil', 'lug', 'lip', 'июл', 'tem', 'července'],
  ['aug', 'aoû', 'ago', 'sie', 'авг', 'ağu', 'srp'],
  ['sep', 'set', 'wrz', 'сен', 'eyl', 'zář'],
  ['oct', 'okt', 'ott', 'out', 'paź', 'окт', 'eki', 'říj'],
  ['nov', 'lis', 'ноя', 'kas'],
  ['dec', 'dez', 'déc', 'dic', 'gru', 'дек', 'ara', 'pro'],
]

/**
 * When something was clipped, out of the line that says so in the language of the device; null when it can't be read.
 * The time is that of the device, taken as local time.
 */
export function parseClippingDate(line: string): number | null {
  const about = (line.split('|').at(-1) ?? line).replace(/\s+/g, ' ')
  const day = findDay(about)
  if (day === null) return null
  const time = timeIn(about)
  const date = new Date(day.year, day.month, day.day, time.hour, time.minute, time.second)
  return Number.isNaN(date.getTime()) || date.getTime() < 0 ? null : date.getTime()
}

/** The first day that words state with its month by name, in any of the languages above; `month` counts from 0. */
export function findDay(about: string): { year: number; month: number; day: number } | null {
  const asian = /(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]/.exec(about)
  if (asian) return { year: Number(asian[1]), month: Number(asian[2]) - 1, day: Number(asian[3]) }
  const dayFirst = /(\d{1,2})(?:er|º|\.)?(?: de)? ([\p{L}]{3,12})\.?,?(?: de)? (\d{4}|\d{2}(?= \d))/u.exec(about)
  const monthFirst = /([\p{L}]{3,12}) (\d{1,2}),? (\d{4}|\d{2}(?= \d))/u.exec(about)
  const month = monthOf(dayFirst?.[2])
  if (dayFirst && month !== null) return { year: yearOf(dayFirst[3]), month, day: Number(dayFirst[1]) }
  const other = monthOf(monthFirst?.[1])
  return monthFirst && other !== null ? { year: yearOf(monthFirst[3]), month: other, day: Number(monthFirst[2]) } : null
}

/** The first Kindles wrote two digits of the year. */
function yearOf(digits = ''): number {
  return digits.length === 2 ? 2000 + Number(digits) : Number(digits)
}

function monthOf(name: string | undefined): number | null {
  const folded = name?.toLocaleLowerCase() ?? ''
  const fits = MONTHS.flatMap((starts, month) =>
    starts.filter((start) => folded.startsWith(start)).map((start) => ({ month, length: start.length })),
  )
  // "juin" and "juil" before "ju": the longest beginning decides.
  return fits.sort((a, b) => b.length - a.length)[0]?.month ?? null
}

function timeIn(about: string) {
  const clock = /(\d{1,2})[:h.](\d{2})(?:[:m.](\d{2}))?\s*(AM|PM|a\. ?m\.|p\. ?m\.)?/i.exec(about)
  if (!clock) return { hour: 0, minute: 0, second: 0 }
  const half = clock[4]?.toLowerCase().replace(/[^apm]/g, '')
  const hour = Number(clock[1])
  const isLate = half === 'pm' || /下午|午後|오후/.test(about)
  const isEarly = half === 'am' || /上午|午前|오전/.test(about)
  return {
    hour: isLate && hour < 12 ? hour + 12 : isEarly && hour === 12 ? 0 : hour,
    minute: Number(clock[2]),
    second: Number(clock[3] ?? 0),
  }
}
