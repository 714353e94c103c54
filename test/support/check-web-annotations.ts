type Json = Record<string, unknown>

/** Source: W3C Web Annotation Data Model, 3.3.5. */
const MOTIVATIONS = [
  'assessing',
  'bookmarking',
  'classifying',
  'commenting',
  'describing',
  'editing',
  'highlighting',
  'identifying',
  'linking',
  'moderating',
  'questioning',
  'replying',
  'tagging',
]
/** xsd:dateTime with a time zone, as 3.2.6 asks for. */
const TIME = /^\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/

/**
 * What a collection of annotations breaks of the W3C model; nothing when it is valid. Written from the Recommendation of
 * 23 February 2017: required members, types, motivations, bodies, targets, selectors, collections and pages.
 */
export function checkWebAnnotations(text: string): string[] {
  const problems: string[] = []
  const wrong = (where: string, what: string) => problems.push(`${where}: ${what}`)
  const collection = JSON.parse(text) as Json
  if (collection['@context'] !== 'http://www.w3.org/ns/anno.jsonld')
    wrong('collection', 'has not the context of the model')
  if (collection['type'] !== 'AnnotationCollection') wrong('collection', 'is no AnnotationCollection')
  if (!isIri(collection['id'])) wrong('collection', 'has no IRI')
  const first = collection['first']
  const items = isObject(first) && Array.isArray(first['items']) ? first['items'] : []
  if (collection['total'] !== items.length) wrong('collection', 'has another total than items')
  if (isObject(first)) {
    if (first['type'] !== 'AnnotationPage') wrong('page', 'is no AnnotationPage')
    if (!isIri(first['id'])) wrong('page', 'has no IRI')
    if (first['partOf'] !== collection['id']) wrong('page', 'is not part of the collection')
    if (!isCount(first['startIndex'])) wrong('page', 'has no startIndex')
    if (collection['last'] !== first['id']) wrong('collection', 'has another last page')
  } else if (items.length > 0 || 'last' in collection) wrong('collection', 'has no first page')
  const ids = new Set<unknown>()
  for (const [index, item] of items.entries()) {
    checkAnnotation(`item ${index}`, item as Json, wrong)
    const id = (item as Json)['id']
    if (ids.has(id)) wrong(`item ${index}`, 'has the IRI of another')
    ids.add(id)
  }
  return problems
}

type Wrong = (where: string, what: string) => void

function checkAnnotation(where: string, annotation: Json, wrong: Wrong): void {
  if (!isIri(annotation['id'])) wrong(where, 'has no IRI')
  if (annotation['type'] !== 'Annotation') wrong(where, 'is no Annotation')
  if ('@context' in annotation) wrong(where, 'repeats the context')
  for (const name of ['created', 'modified'] as const)
    if (name in annotation && !TIME.test(String(annotation[name]))) wrong(where, `${name} is no time`)
  if ('motivation' in annotation && !MOTIVATIONS.includes(String(annotation['motivation'])))
    wrong(where, `${annotation['motivation']} is no motivation`)
  for (const body of asList(annotation['body'])) checkBody(`${where} body`, body as Json, wrong)
  const targets = asList(annotation['target'])
  if (targets.length === 0) wrong(where, 'has no target')
  for (const target of targets) checkTarget(`${where} target`, target as Json, wrong)
}

function checkBody(where: string, body: Json, wrong: Wrong): void {
  if (body['type'] !== 'TextualBody') wrong(where, 'is no TextualBody')
  if (typeof body['value'] !== 'string' || body['value'] === '') wrong(where, 'has no value')
  if ('purpose' in body && !MOTIVATIONS.includes(String(body['purpose']))) wrong(where, 'has no known purpose')
  if ('format' in body && !/^[\w.+-]+\/[\w.+-]+$/.test(String(body['format']))) wrong(where, 'has no media type')
}

function checkTarget(where: string, target: Json, wrong: Wrong): void {
  if (target['type'] !== 'SpecificResource') {
    if (!isIri(target['id'])) wrong(where, 'has no IRI')
    return
  }
  const source = target['source']
  if (!isIri(isObject(source) ? source['id'] : source)) wrong(where, 'has no source')
  const selectors = asList(target['selector']) as Json[]
  if (selectors.length === 0) wrong(where, 'has no selector')
  for (const selector of selectors) checkSelector(`${where} selector`, selector, wrong)
}

function checkSelector(where: string, selector: Json, wrong: Wrong): void {
  const { type, exact, prefix, suffix, start, end } = selector
  if (type === 'TextQuoteSelector') {
    if (typeof exact !== 'string' || exact === '') wrong(where, 'has no exact')
    for (const side of [prefix, suffix])
      if (side !== undefined && typeof side !== 'string') wrong(where, 'has no text beside')
  } else if (type === 'TextPositionSelector') {
    if (!isCount(start) || !isCount(end) || Number(end) < Number(start)) wrong(where, 'has no place')
  } else wrong(where, `${String(type)} is none for text`)
}

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)
const isCount = (value: unknown) => Number.isInteger(value) && Number(value) >= 0
const asList = (value: unknown): unknown[] => (value === undefined ? [] : Array.isArray(value) ? value : [value])
/** An absolute IRI: a scheme, and no white space or brackets. Source: RFC 3987. */
const isIri = (value: unknown) => typeof value === 'string' && /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i.test(value)

/** An annotation as it was before it was written. */
export interface ReadAnnotation {
  readonly id: string
  readonly note: string
  readonly category: string
  readonly tags: readonly string[]
  readonly links: readonly string[]
  readonly createdAtMs: number
  readonly updatedAtMs: number
  readonly mark: {
    readonly quote: string
    readonly prefix: string
    readonly suffix: string
    readonly start: number
    readonly end: number
  } | null
}

/** Reads a collection of annotations back, as another program would. */
export function readWebAnnotations(text: string): ReadAnnotation[] {
  const { first } = JSON.parse(text) as { first?: { items: Json[] } }
  return (first?.items ?? []).map((item) => {
    const bodies = asList(item['body']) as { value: string; purpose: string }[]
    const of = (purpose: string) => bodies.filter((body) => body.purpose === purpose).map(({ value }) => value)
    const selectors = asList((item['target'] as Json)['selector']) as Json[]
    const quote = selectors.find(({ type }) => type === 'TextQuoteSelector')
    const place = selectors.find(({ type }) => type === 'TextPositionSelector')
    return {
      id: String(item['id']).replace('urn:uuid:', ''),
      note: of('commenting')[0] ?? '',
      category: of('classifying')[0] ?? '',
      tags: of('tagging'),
      links: of('identifying'),
      createdAtMs: Date.parse(String(item['created'])),
      updatedAtMs: Date.parse(String(item['modified'])),
      mark:
        quote && place
          ? {
              quote: String(quote['exact']),
              prefix: String(quote['prefix']),
              suffix: String(quote['suffix']),
              start: Number(place['start']),
              end: Number(place['end']),
            }
          : null,
    }
  })
}
