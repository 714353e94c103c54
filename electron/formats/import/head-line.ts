import { parseWrittenDate } from './written-date.ts'

/** What a line above an article says about it. */
export interface HeadLine {
  readonly field: 'title' | 'source' | 'byline' | 'url' | 'publishedOn'
  readonly value: string
  /** Whether the line says itself what it states, as "Author: Jane Doe" does and "By Jane Doe" does not quite. */
  readonly isCertain: boolean
}

const LABELS: Readonly<Record<string, HeadLine['field']>> = {
  title: 'title',
  headline: 'title',
  subject: 'title',
  source: 'source',
  publication: 'source',
  publisher: 'source',
  author: 'byline',
  from: 'byline',
  authors: 'byline',
  byline: 'byline',
  by: 'byline',
  url: 'url',
  link: 'url',
}
const LABELLED = /^([A-Za-z]{2,12}): ?(\S.{0,300})$/
/** "By" and at least two names that begin with a capital; what follows a comma is their paper or place. */
const BYLINE =
  /^(?:by|words by|written by) ((?:\p{Lu}[\p{L}.'’-]*(?: (?:and|&|de|van|von|bin|al|el|la|le|da|der))* ?){2,8}(?:,.{1,80})?)$/iu
const URL_LINE = /^https?:\/\/\S{4,2000}$/i

/** What a line (trimmed) in an article's head states about the article, or null when it is part of its text. */
export function readHeadLine(line: string): HeadLine | null {
  if (URL_LINE.test(line)) return { field: 'url', value: line, isCertain: true }
  if (line.length > MAX_HEAD_CHARS) return null
  const date = parseWrittenDate(line)
  if (date !== null) return { field: 'publishedOn', value: date, isCertain: true }
  const label = LABELLED.exec(line)
  const field = LABELS[label?.[1]?.toLowerCase() ?? '']
  if (label?.[2] !== undefined && field !== undefined) return { field, value: label[2], isCertain: true }
  const byline = readByline(line)
  return byline === null ? null : { field: 'byline', value: byline, isCertain: false }
}

const MAX_HEAD_CHARS = 320

function readByline(line: string): string | null {
  const names = BYLINE.exec(line.slice(0, 160))?.[1]
  return names !== undefined && /^\p{Lu}/u.test(names) ? names.trim() : null
}
