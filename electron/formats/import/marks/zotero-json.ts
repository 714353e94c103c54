import type { ImportedMark, MarkedSource } from '#shared/domain/imported.ts'
import { type DocumentsResult, importedParts } from '../import-result.ts'
import { asRecord, asRecords, dayOfMoment, makeMark, parseMoment, webAddress, words } from './mark-fields.ts'

type Json = Readonly<Record<string, unknown>>

/** The colours of Zotero by what they are called there. */
const COLORS: Readonly<Record<string, string>> = {
  '#ffd400': 'yellow',
  '#ff6666': 'red',
  '#5fb236': 'green',
  '#2ea8e5': 'blue',
  '#a28ae5': 'purple',
  '#e56eee': 'magenta',
  '#f19837': 'orange',
  '#aaaaaa': 'grey',
}

/** What Zotero calls a colour, by its digits; null for one that it does not offer. */
export function zoteroColor(hex: string): string | null {
  return COLORS[hex.toLowerCase()] ?? null
}

/** An item of the API keeps its fields in `data`, one of an export has them itself. */
function fieldsOf(item: Json): Json {
  return asRecord(item.data) ?? item
}

/** Whether an object is an item of Zotero with annotations, or an annotation. */
export function isZotero(item: Json): boolean {
  const fields = fieldsOf(item)
  if (fields.itemType === 'annotation' || 'annotationType' in fields) return true
  return asRecords(fields.attachments).some(({ annotations }) => Array.isArray(annotations))
}

/** The annotations in a JSON export of Zotero, of Better BibTeX, or of the API. Source: Zotero's item schema. */
export function readZotero(items: readonly Json[]): DocumentsResult {
  const all = items.map(fieldsOf)
  const byKey = new Map(all.map((item) => [words(item.key), item]))
  const sources = new Map<string, { about: Json | null; marks: ImportedMark[] }>()
  const add = (key: string, about: Json | null, marks: readonly ImportedMark[]) => {
    const source = sources.get(key) ?? { about, marks: [] }
    source.marks.push(...marks)
    if (marks.length > 0) sources.set(key, source)
  }
  for (const [place, item] of all.entries()) {
    if (item.itemType === 'annotation' || 'annotationType' in item) {
      const file = byKey.get(words(item.parentItem)) ?? null
      const parent = file ? (byKey.get(words(file.parentItem)) ?? file) : null
      add(words(parent?.key ?? item.parentItem) || 'loose', parent, [toMark(item)])
    } else
      for (const file of asRecords(item.attachments))
        add(words(item.key) || String(place), item, asRecords(file.annotations).map(toMark))
  }
  return importedParts('zotero', { sources: [...sources.values()].map(toSource) })
}

function toMark(one: Json): ImportedMark {
  const text = (field: unknown) => (typeof field === 'string' ? field : '')
  const page = words(one.annotationPageLabel)
  const tags = Array.isArray(one.tags) ? one.tags.map((tag) => words(asRecord(tag)?.tag ?? tag)) : []
  return makeMark({
    quote: text(one.annotationText),
    note: text(one.annotationComment),
    tags,
    createdAtMs: parseMoment(one.dateAdded ?? one.dateModified),
    place: page === '' ? null : `Page ${page}`,
    color: zoteroColor(text(one.annotationColor)),
  })
}

function toSource({ about, marks }: { about: Json | null; marks: readonly ImportedMark[] }): MarkedSource {
  const people = asRecords(about?.creators).map((one) =>
    words(one.name) === '' ? `${words(one.firstName)} ${words(one.lastName)}`.trim() : words(one.name),
  )
  return {
    title: words(about?.title) || 'Zotero annotations',
    byline: people.join(', ') || null,
    url: webAddress(about?.url),
    publishedOn: /^\d{4}-\d{2}-\d{2}/.test(words(about?.date)) ? dayOfMoment(words(about?.date).slice(0, 10)) : null,
    program: 'Zotero',
    marks,
  }
}
