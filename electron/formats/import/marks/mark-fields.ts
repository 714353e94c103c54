import type { ImportedMark } from '#shared/domain/imported.ts'

const MAX_NOTE_CHARS = 100_000
const MAX_QUOTE_CHARS = 100_000
const MAX_TAGS = 50

/** A mark from what a file says of it; what it does not say is empty. Bounds what a mark may hold. */
export function makeMark(fields: Partial<ImportedMark> & { readonly quote: string }): ImportedMark {
  return {
    quote: tidy(fields.quote).slice(0, MAX_QUOTE_CHARS),
    prefix: (fields.prefix ?? '').slice(-64),
    suffix: (fields.suffix ?? '').slice(0, 64),
    note: tidy(fields.note ?? '').slice(0, MAX_NOTE_CHARS),
    tags: tidyTags(fields.tags ?? []),
    createdAtMs: fields.createdAtMs ?? null,
    place: fields.place ?? null,
    color: fields.color?.toLowerCase() ?? null,
  }
}

function tidy(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\0\uFEFF]/g, '')
    .trim()
    .toWellFormed()
}

/** Tags as they may be typed: no commas, no line breaks, at most 80 characters, each once. */
export function tidyTags(tags: readonly string[]): string[] {
  const words = tags.map((tag) =>
    tag
      .replace(/[\s,]+/g, ' ')
      .trim()
      .slice(0, 80)
      .trim()
      .toWellFormed(),
  )
  return [...new Set(words.filter((tag) => tag !== ''))].slice(0, MAX_TAGS)
}

/** Tags written in one field, parted by commas, semicolons or bars. */
export function splitTags(field: string): string[] {
  return tidyTags(field.split(/[,;|]/))
}

/** A moment as programs write it: ISO 8601, or seconds or milliseconds since 1970; null for anything else. */
export function parseMoment(value: unknown): number | null {
  if (typeof value === 'number' || (typeof value === 'string' && /^\d{9,13}$/.test(value.trim()))) {
    const number = Number(value)
    const ms = number < 1e11 ? number * 1000 : number
    return Number.isSafeInteger(Math.trunc(ms)) && ms >= 0 ? Math.trunc(ms) : null
  }
  if (typeof value !== 'string') return null
  const ms = Date.parse(value.trim().replace(/^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2})/, '$1T$2'))
  return Number.isNaN(ms) || ms < 0 ? null : ms
}

/** The calendar day of a moment, UTC, as `YYYY-MM-DD`. */
export function dayOfMoment(value: unknown): string | null {
  const ms = parseMoment(value)
  return ms === null ? null : new Date(ms).toISOString().slice(0, 10)
}

/** An address of the web, or null. */
export function webAddress(value: unknown): string | null {
  if (typeof value !== 'string') return null
  const url = URL.parse(value.trim())
  return url && /^https?:$/.test(url.protocol) && value.length <= 2000 ? url.href : null
}

/** A field of an object as one line of words; empty when it is none. */
export function words(value: unknown, maxChars = 1000): string {
  if (typeof value === 'number') return String(value)
  if (typeof value !== 'string') return ''
  return value.replace(/\s+/g, ' ').trim().slice(0, maxChars).toWellFormed()
}

/** One value or a list of them as a list: JSON-LD writes one alone without brackets. */
export function asList(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return []
  return Array.isArray(value) ? value : [value]
}

/** What JSON calls an object, or null. */
export function asRecord(value: unknown): Readonly<Record<string, unknown>> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null
}

/** The objects of a list; nothing for what is no list. */
export function asRecords(value: unknown): Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.map(asRecord).filter((one) => one !== null) : []
}
