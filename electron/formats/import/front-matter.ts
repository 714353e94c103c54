import { parse } from 'yaml'
import { readTomlHead } from './toml-head.ts'
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
 * Takes the head off a text whose line ends are "\n": YAML between `---`, or TOML between `+++`. A head that holds no
 * fields is left in `body`, so that nothing is lost.
 */
export function splitFrontMatter(text: string): { frontMatter: FrontMatter; body: string } {
  const whole = { frontMatter: NONE, body: text }
  const opening = /^\s{0,20}(---|\+\+\+)[ \t]*\n/.exec(text.slice(0, 40))
  if (opening === null) return whole
  const isToml = opening[1] === '+++'
  const window = text.slice(opening[0].length, opening[0].length + MAX_HEAD_CHARS)
  const closing = (isToml ? /^\+\+\+[ \t]*$/m : /^(?:---|\.\.\.)[ \t]*$/m).exec(window)
  if (closing === null) return whole
  const head = window.slice(0, closing.index)
  const fields = isToml ? readTomlHead(head) : (readYaml(head) ?? readLines(head))
  if (fields === null) return whole
  return { frontMatter: toFrontMatter(fields), body: text.slice(opening[0].length + closing.index + closing[0].length) }
}

function readYaml(yaml: string): ReadonlyMap<string, unknown> | null {
  try {
    const parsed: unknown = parse(yaml, { maxAliasCount: 10, logLevel: 'error', uniqueKeys: false })
    if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return null
    return new Map(Object.entries(parsed).map(([key, value]) => [key.toLowerCase(), value]))
  } catch {
    return null // not YAML: its lines may still be fields that a person wrote
  }
}

/** A head that a person wrote is often no YAML, for a colon or a hash in a value: every line must begin with a name. */
function readLines(head: string): ReadonlyMap<string, unknown> | null {
  const lines = head.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'))
  const fields = lines.map((line) => /^([A-Za-z_][\w -]{0,60}):(?:\s+(.*))?$/.exec(line))
  if (lines.length === 0 || fields.includes(null)) return null
  return new Map(fields.map((field) => [field?.[1]?.toLowerCase() ?? '', unquoted(field?.[2] ?? '')]))
}

function unquoted(value: string): string {
  return /^(["'])(.*)\1$/.exec(value.trim())?.[2] ?? value.trim()
}

function toFrontMatter(fields: ReadonlyMap<string, unknown>): FrontMatter {
  const first = (...names: string[]) =>
    names.map((name) => toWords(fields.get(name))).find((words) => words !== null) ?? null
  const date = first('date', 'published', 'publishedon', 'published_on', 'pubdate')
  const source = first('source', 'publication', 'publisher', 'site')
  const isAddress = source !== null && /^https?:\/\/\S+$/.test(source)
  return {
    title: first('title'),
    source: isAddress ? null : source,
    byline: first('byline', 'author', 'authors'),
    publishedOn: date === null ? null : (parseWrittenDate(date) ?? parseWrittenDate(date.slice(0, 10))),
    url: first('url', 'link') ?? (isAddress ? source : null),
    language: first('language', 'lang'),
  }
}

function toWords(value: unknown): string | null {
  if (Array.isArray(value)) return toWords(value.map(nameOf).filter(Boolean).join(', '))
  const name = nameOf(value)
  const words = name
    // A name may be a link to a note about its bearer.
    .replace(/\[\[(?:[^[\]|]*\|)?([^[\]|]*)\]\]/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, MAX_VALUE_CHARS)
    .toWellFormed()
  return words === '' ? null : words
}

function nameOf(value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number') return String(value)
  return typeof value === 'object' && value !== null && 'name' in value ? nameOf(value.name) : ''
}
