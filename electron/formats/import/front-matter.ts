import { parse } from 'yaml'
import { parseWrittenDate } from './written-date.ts'

/** What the head of a Markdown file says of its article. Missing fields are null. */
export interface FrontMatter {
  readonly title: string | null
  readonly source: string | null
  readonly byline: string | null
  /** `YYYY-MM-DD`. */
  readonly publishedOn: string | null
  readonly url: string | null
  readonly language: string | null
}

const NONE: FrontMatter = { title: null, source: null, byline: null, publishedOn: null, url: null, language: null }

/** A longer head is text: YAML is not read in unbounded amounts. */
const MAX_HEAD_CHARS = 20_000
const MAX_VALUE_CHARS = 1000

/**
 * Takes the YAML head off a text whose line ends are "\n". A head that is no YAML mapping is left in `body`, so that
 * nothing is lost.
 */
export function splitFrontMatter(text: string): { frontMatter: FrontMatter; body: string } {
  const whole = { frontMatter: NONE, body: text }
  const opening = /^\s{0,20}---[ \t]*\n/.exec(text.slice(0, 40))
  if (opening === null) return whole
  const window = text.slice(opening[0].length, opening[0].length + MAX_HEAD_CHARS)
  const closing = /^(?:---|\.\.\.)[ \t]*$/m.exec(window)
  if (closing === null) return whole
  const fields = readFields(window.slice(0, closing.index))
  if (fields === null) return whole
  return { frontMatter: toFrontMatter(fields), body: text.slice(opening[0].length + closing.index + closing[0].length) }
}

function readFields(yaml: string): ReadonlyMap<string, unknown> | null {
  try {
    const parsed: unknown = parse(yaml, { maxAliasCount: 10, logLevel: 'error' })
    if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return null
    return new Map(Object.entries(parsed).map(([key, value]) => [key.toLowerCase(), value]))
  } catch {
    return null // not YAML: the caller keeps the lines as text
  }
}

function toFrontMatter(fields: ReadonlyMap<string, unknown>): FrontMatter {
  const first = (...names: string[]) =>
    names.map((name) => toWords(fields.get(name))).find((words) => words !== null) ?? null
  const date = first('date', 'published', 'publishedon', 'published_on')
  return {
    title: first('title'),
    source: first('source', 'publication', 'publisher', 'site'),
    byline: first('byline', 'author', 'authors'),
    publishedOn: date === null ? null : parseWrittenDate(date),
    url: first('url', 'link'),
    language: first('language', 'lang'),
  }
}

function toWords(value: unknown): string | null {
  if (Array.isArray(value)) return toWords(value.filter((part) => typeof part === 'string').join(', '))
  if (typeof value !== 'string' && typeof value !== 'number') return null
  const words = String(value).replace(/\s+/g, ' ').trim().slice(0, MAX_VALUE_CHARS).toWellFormed()
  return words === '' ? null : words
}
