import type { ImportedDocument } from '#shared/domain/article.ts'
import type { ImportedMark, MarkedSource, SavedAddress } from '#shared/domain/imported.ts'
import { webPageToDocument } from '../html/web-page.ts'
import { type DocumentsResult, importedParts } from '../import-result.ts'
import { asRecord, asRecords, dayOfMoment, makeMark, parseMoment, webAddress, words } from './mark-fields.ts'
import { isWebAnnotations, readWebAnnotations } from './web-annotations.ts'
import { isZotero, readZotero } from './zotero-json.ts'

type Json = Readonly<Record<string, unknown>>

/** The marks in a JSON file of another program; null when it is of none that is known. */
export function readMarkedJson(value: unknown): DocumentsResult | null {
  if (isWebAnnotations(value)) return readWebAnnotations(value)
  const list = Array.isArray(value) ? asRecords(value) : []
  const outer = asRecord(value)
  const hypothesis = outer ? asRecords(outer.annotations ?? outer.rows) : list
  if (hypothesis.some(isHypothesis)) return readHypothesis(hypothesis.filter(isHypothesis))
  if (list.some(isWallabag)) return readWallabag(list.filter(isWallabag))
  if (list.some(isPocketMarks)) return readPocketMarks(list.filter(isPocketMarks))
  if (list.some(isOmnivore)) return importedParts('omnivore', { addresses: list.flatMap(omnivoreAddress) })
  const zotero = outer ? asRecords(outer.items) : list
  if (zotero.some(isZotero)) return readZotero(zotero)
  return null
}

/** Source: the API of Hypothesis, v1, and the W3C Web Annotation Data Model. */
function isHypothesis(one: Json): boolean {
  return typeof one.uri === 'string' && Array.isArray(one.target) && 'text' in one
}

function readHypothesis(rows: readonly Json[]): DocumentsResult {
  const pages = Map.groupBy(rows, (row) => String(row.uri))
  const sources = [...pages].map(([uri, page]): MarkedSource => {
    const named = page.map((row) => asRecord(row.document)?.title).find((title) => title !== undefined)
    const address = uri.replace(/^https:\/\/via\.hypothes\.is\/(?=https?:)/, '')
    const title = words(Array.isArray(named) ? named[0] : named) || address.slice(0, 1000)
    return {
      title,
      byline: null,
      url: webAddress(address),
      publishedOn: null,
      program: 'Hypothesis',
      // A reply has no passage and belongs to another note.
      marks: page.filter((row) => !Array.isArray(row.references) || row.references.length === 0).map(hypothesisMark),
    }
  })
  return importedParts('hypothesis', { sources })
}

function hypothesisMark(row: Json): ImportedMark {
  const selectors = asRecords(row.target).flatMap((target) => asRecords(target.selector))
  const quote = selectors.find(({ type }) => type === 'TextQuoteSelector')
  const text = (field: unknown) => (typeof field === 'string' ? field : '')
  return makeMark({
    quote: text(quote?.exact),
    prefix: text(quote?.prefix),
    suffix: text(quote?.suffix),
    note: text(row.text),
    tags: Array.isArray(row.tags) ? row.tags.map((tag) => words(tag)) : [],
    createdAtMs: parseMoment(row.created),
  })
}

function isWallabag(one: Json): boolean {
  return typeof one.url === 'string' && typeof one.content === 'string' && 'is_archived' in one
}

/** Whole articles, with what was marked in them. Source: the JSON export of wallabag 2. */
function readWallabag(entries: readonly Json[]): DocumentsResult {
  const documents: ImportedDocument[] = []
  const sources: MarkedSource[] = []
  const addresses: SavedAddress[] = []
  for (const entry of entries) {
    const url = webAddress(entry.url)
    const read = webPageToDocument(String(entry.content), words(entry.title) || null)
    const by = Array.isArray(entry.published_by) ? entry.published_by.map((name) => words(name)).join(', ') : ''
    const about = {
      title: words(entry.title) || read.title,
      byline: by || read.byline,
      url,
      publishedOn: dayOfMoment(entry.published_at) ?? read.publishedOn,
    }
    if (read.text !== '')
      documents.push({
        ...read,
        ...about,
        source: words(entry.domain_name).replace(/^www\./, '') || read.source,
        language: words(entry.language).replace('_', '-') || read.language,
      })
    else if (url !== null)
      addresses.push({ url, title: about.title, tags: [], savedAtMs: parseMoment(entry.created_at) })
    const marks = asRecords(entry.annotations).map((one) =>
      makeMark({
        quote: typeof one.quote === 'string' ? one.quote : '',
        note: typeof one.text === 'string' ? one.text : '',
        tags: Array.isArray(entry.tags) ? entry.tags.map((tag) => words(tag)) : [],
        createdAtMs: parseMoment(one.created_at),
      }),
    )
    if (marks.length > 0) sources.push({ ...about, program: 'wallabag', marks })
  }
  return importedParts('wallabag', { documents, sources, addresses })
}

function isPocketMarks(one: Json): boolean {
  return typeof one.url === 'string' && asRecords(one.highlights).some(({ quote }) => typeof quote === 'string')
}

function readPocketMarks(pages: readonly Json[]): DocumentsResult {
  const sources = pages.map((page): MarkedSource => {
    const marks = asRecords(page.highlights).map((one) =>
      makeMark({ quote: words(one.quote, 100_000), createdAtMs: parseMoment(one.created_at) }),
    )
    const url = webAddress(page.url)
    return {
      title: words(page.title) || words(page.url),
      byline: null,
      url,
      publishedOn: null,
      program: 'Pocket',
      marks,
    }
  })
  return importedParts('pocket', { sources })
}

/** Whether an object is one of those in `metadata_….json` of an export of Omnivore. */
export function isOmnivore(one: Json): boolean {
  return typeof one.slug === 'string' && typeof one.url === 'string' && 'savedAt' in one
}

function omnivoreAddress(one: Json): SavedAddress[] {
  const url = webAddress(one.url)
  if (url === null) return []
  const tags = Array.isArray(one.labels) ? one.labels.map((label) => words(label)) : []
  return [{ url, title: words(one.title) || url, tags, savedAtMs: parseMoment(one.savedAt) }]
}
