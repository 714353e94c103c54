import { textToCardTable } from '../cards/card-table.ts'
import type { DocumentsResult, FailedPart } from '../import-result.ts'
import { readMarkedJson } from '../marks/marked-json.ts'
import { readMarkedTable } from '../marks/marked-tables.ts'
import { parseRows } from './parse-rows.ts'
import { hasArticleText, recordToDocument } from './record-document.ts'

const MAX_ARTICLES = 20_000

/**
 * What a table holds (CSV, TSV): the marks of a program that is known by its columns, articles when one of them is
 * named as their text, else cards. Never throws. Source: RFC 4180.
 */
export function csvToDocuments(name: string, text: string): DocumentsResult {
  const [names = [], ...rows] = parseRows(text, {})
  const marked = readMarkedTable(names, rows)
  if (marked) return marked
  if (!hasArticleText(names)) return textToCardTable(name, text)
  const keys = names.map((name) => name.trim().toLowerCase())
  return toResult(
    'csv',
    rows.map((row) => new Map(keys.map((key, index) => [key, row[index] ?? '']))),
  )
}

/** The marks of a program that is known by its fields, or the articles of a list, of an object that holds one, or of lines of JSON. Never throws. */
export function jsonToDocuments(text: string): DocumentsResult {
  const value = parseJson(text)
  if (value === undefined) return { kind: 'failed', code: 'UNREADABLE' }
  const marked = readMarkedJson(value)
  if (marked) return marked
  const records = listOf(value).map((item) => {
    const entries = Object.entries(typeof item === 'object' && item !== null ? item : {}).map(
      ([key, field]) => [key.toLowerCase(), toText(field)] as const,
    )
    return new Map(entries)
  })
  if (!records.some((record) => hasArticleText([...record.keys()]))) return { kind: 'failed', code: 'UNSUPPORTED' }
  return toResult('json', records)
}

function toResult(format: string, records: readonly ReadonlyMap<string, string>[]): DocumentsResult {
  if (records.length > MAX_ARTICLES) return { kind: 'failed', code: 'TOO_LARGE' }
  const documents = records.map(recordToDocument)
  const failed = documents.flatMap((document, at) => {
    if (document !== null) return []
    const name = records[at]?.get('title')?.replace(/\s+/g, ' ').trim().slice(0, 200).toWellFormed()
    return [{ name: name || `Entry ${at + 1}`, code: 'EMPTY' as const }]
  })
  const found = documents.filter((document) => document !== null)
  return found.length === 0
    ? { kind: 'failed', code: 'EMPTY' }
    : { kind: 'documents', format, documents: found, failed: sumUp(failed) }
}

/** So many are named one by one. */
const MOST_NAMED = 20

function sumUp(failed: readonly FailedPart[]): readonly FailedPart[] {
  const rest = failed.length - MOST_NAMED
  return rest <= 0
    ? failed
    : [...failed.slice(0, MOST_NAMED), { name: `${rest} ${rest === 1 ? 'entry' : 'entries'} more`, code: 'EMPTY' }]
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return parseLines(text)
  }
}

function parseLines(text: string): unknown {
  try {
    return text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line): unknown => JSON.parse(line))
  } catch {
    return undefined // neither one value nor one a line
  }
}

function listOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value
  if (typeof value !== 'object' || value === null) return []
  const list = Object.values(value).find((field) => Array.isArray(field) && typeof field[0] === 'object')
  return Array.isArray(list) ? list : [value]
}

/** No table nests its cells deeper. */
const MAX_DEPTH = 8

function toText(field: unknown, depth = 0): string {
  if (typeof field === 'string') return field
  if (typeof field === 'number') return String(field)
  if (depth > MAX_DEPTH) return ''
  if (Array.isArray(field))
    return field
      .map((part: unknown) => toText(part, depth + 1))
      .filter(Boolean)
      .join(', ')
  if (typeof field === 'object' && field !== null && 'name' in field) return toText(field.name, depth + 1)
  return ''
}
