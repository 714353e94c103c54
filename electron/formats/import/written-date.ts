const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'
const WEEKDAY = '(?:(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?\\.?,? )?'
const CLOCK = '\\d{1,2}[:.]\\d{2}(?:[:.]\\d{2})?(?: ?[ap]\\.?m\\.?)?(?: ?\\(?[A-Z]{1,5}\\)?)?'
const AFTER = `(?:(?:,| -| \\|| at)? ?${CLOCK})?(?:,? (?:last )?updated(?: at| on)?:?(?: .{1,40})?)?`

/** Each gives year, month and day in named groups, and matches a whole line. Months by name, or ISO 8601. */
const PATTERNS = [
  new RegExp(`^${WEEKDAY}(?<day>\\d{1,2})(?:st|nd|rd|th)? (?:of )?(?<month>${MONTH}),? (?<year>\\d{4})${AFTER}$`, 'i'),
  new RegExp(`^${WEEKDAY}(?<month>${MONTH}) (?<day>\\d{1,2})(?:st|nd|rd|th)?,? (?<year>\\d{4})${AFTER}$`, 'i'),
  /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})(?:[T ]\d{2}:\d{2}[\d:.]*(?: ?Z| ?[+-]\d{2}:?\d{2}| [A-Z]{1,5})?)?$/,
]

/** No written date is longer. */
const MAX_DATE_CHARS = 120

/**
 * The day (`YYYY-MM-DD`) that the whole of `line` states, with or without a weekday and a time; null when it states
 * none, or only in figures whose order can't be told (9/8/2014).
 */
export function parseWrittenDate(line: string): string | null {
  if (line.length > MAX_DATE_CHARS) return null
  const plain = line.trim().replace(/\s+/g, ' ')
  for (const pattern of PATTERNS) {
    const groups = pattern.exec(plain)?.groups
    if (groups !== undefined) return isoDate(groups)
  }
  return null
}

function isoDate(groups: Partial<Record<string, string>>): string | null {
  const { year = '', month = '', day = '' } = groups
  const named = MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1
  const monthNumber = named === 0 ? Number(month) : named
  const date = new Date(Date.UTC(Number(year), monthNumber - 1, Number(day)))
  const isReal = date.getUTCMonth() === monthNumber - 1 && date.getUTCDate() === Number(day) && Number(year) >= 1000
  return isReal ? date.toISOString().slice(0, 10) : null
}
