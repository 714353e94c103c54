import type { ImportedMark, MarkedSource } from '#shared/domain/imported.ts'
import { type DocumentsResult, importedParts } from '../import-result.ts'
import { asList, asRecord, asRecords, makeMark, parseMoment, tidyTags, webAddress, words } from './mark-fields.ts'

type Json = Readonly<Record<string, unknown>>

/** Pages that are named by their address alone are not fetched; those that follow one another in a file are few. */
const MAX_DEPTH = 6
/** The names of a target or a collection, in the vocabularies that programs use. */
const TITLES = ['dcterms:title', 'dc:title', 'schema:name', 'title', 'label', 'name']
const UUID = /^urn:uuid:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i

/** Whether a value is a W3C annotation, or a list, a page or a collection of them. */
export function isWebAnnotations(value: unknown): boolean {
  return asList(value).some((one) => isAnnotation(one) || (isGroup(one) && annotationsIn(one).length > 0))
}

/**
 * The marks in annotations of the W3C model, by what they are on. Who keeps the highlights of books as
 * `AnnotationSet` writes them so too. Source: W3C Web Annotation Data Model, 3 to 5.
 */
export function readWebAnnotations(value: unknown): DocumentsResult {
  const group = asList(value).map(asRecord).find(isGroup)
  const about = asRecord(group?.about) ?? group ?? {}
  const annotations = annotationsIn(value).filter(({ motivation }) => !asList(motivation).includes('replying'))
  const bySource = Map.groupBy(annotations, (one) => words(sourceOf(one)?.id))
  const sources = [...bySource].map(([id, ones]): MarkedSource => {
    const title = ones.map((one) => titleOf(sourceOf(one) ?? {})).find((name) => name !== '')
    const url = webAddress(id)
    const articleId = UUID.exec(id)?.[1]?.toLowerCase()
    return {
      title: title ?? (titleOf(about) || (url ?? 'Annotations')),
      byline: words(about['dc:creator']) || null,
      url,
      publishedOn: null,
      program: 'Web Annotation',
      marks: ones.map(toMark),
      ...(articleId && { articleId }),
    }
  })
  return importedParts('web-annotation', { sources })
}

function isGroup(value: unknown): boolean {
  const type = asList(asRecord(value)?.type)
  return ['AnnotationCollection', 'AnnotationPage', 'AnnotationSet'].some((name) => type.includes(name))
}

function isAnnotation(value: unknown): boolean {
  const one = asRecord(value)
  return asList(one?.type).includes('Annotation') && one?.target !== undefined
}

function annotationsIn(value: unknown, depth = 0): Json[] {
  if (depth > MAX_DEPTH) return []
  return asList(value).flatMap((one) => {
    const record = asRecord(one)
    if (!record) return []
    if (isAnnotation(record)) return [record]
    return isGroup(record)
      ? [record.items, record.first, record.next].flatMap((in_) => annotationsIn(in_, depth + 1))
      : []
  })
}

function targetOf(annotation: Json): Json {
  const [target] = asList(annotation.target)
  return typeof target === 'string' ? { id: target } : (asRecord(target) ?? {})
}

/** What an annotation is on: a resource of the web, or the text that a part of it is chosen from. */
function sourceOf(annotation: Json): Json | null {
  const target = targetOf(annotation)
  const source = target.source ?? target
  return typeof source === 'string' ? { ...asRecord(target), id: source } : asRecord(source)
}

function titleOf(record: Json): string {
  return TITLES.map((name) => words(asList(record[name])[0])).find((title) => title !== '') ?? ''
}

/** The selectors of a target and those that say more exactly where. */
function selectorsOf(selector: unknown, depth = 0): Json[] {
  if (depth > MAX_DEPTH) return []
  return asRecords(asList(selector)).flatMap((one) => [one, ...selectorsOf(one.refinedBy, depth + 1)])
}

function toMark(annotation: Json): ImportedMark {
  const selectors = selectorsOf(targetOf(annotation).selector)
  const quote = selectors.findLast(({ type }) => type === 'TextQuoteSelector')
  const place = selectors.findLast(({ type }) => type === 'TextPositionSelector')
  const bodies = [annotation.bodyValue, ...asList(annotation.body)].flatMap(toBody)
  const valuesOf = (...purposes: readonly string[]) =>
    bodies.filter(({ purpose }) => purposes.includes(purpose)).map(({ value }) => value)
  const exact = words(quote?.exact, 1) === '' ? '' : String(quote?.exact)
  const category = valuesOf('classifying')[0]
  const id = UUID.exec(words(annotation.id))?.[1]?.toLowerCase()
  const updatedAtMs = parseMoment(annotation.modified)
  const characters = place && { start: Number(place.start), end: Number(place.end) }
  return {
    ...makeMark({
      quote: exact,
      prefix: typeof quote?.prefix === 'string' ? quote.prefix : '',
      suffix: typeof quote?.suffix === 'string' ? quote.suffix : '',
      note: valuesOf('commenting', 'describing', 'questioning', 'assessing', 'replying', '').join('\n\n'),
      tags: tidyTags(valuesOf('tagging')),
      createdAtMs: parseMoment(annotation.created),
      color: bodies.map(({ color }) => color).find((color) => color !== '') ?? null,
    }),
    ...(id && { id }),
    ...(category && { category: words(category) }),
    ...(characters && Number.isSafeInteger(characters.start) && Number.isSafeInteger(characters.end) && { characters }),
    ...(updatedAtMs !== null && { updatedAtMs }),
    links: valuesOf('identifying').map((name) => words(name)),
  }
}

interface Body {
  readonly value: string
  /** Empty when none is named: then it is a remark. */
  readonly purpose: string
  readonly color: string
}

function toBody(body: unknown): Body[] {
  if (typeof body === 'string') return [{ value: /^https?:\S+$/.test(body) ? '' : body, purpose: '', color: '' }]
  const record = asRecord(body)
  if (!record) return []
  const value = typeof record.value === 'string' ? record.value : ''
  const color = words(record.color)
  const tag = words(record.tag)
  return [
    { value, purpose: words(asList(record.purpose)[0]), color },
    ...(tag === '' ? [] : [{ value: tag, purpose: 'tagging', color: '' }]),
  ].filter((one) => one.value.trim() !== '' || one.color !== '')
}
