import type {
  Extraction,
  ExtractionInput,
  FoundEntity,
  FoundFigure,
  FoundMention,
  FoundQuotation,
  FoundRole,
  TextRange,
} from '#shared/domain/extraction.ts'
import { firstIndexWhere } from '#shared/text/first-index.ts'
import { findFigures } from './figures/find-figures.ts'
import { detectLanguage } from './language/detect-language.ts'
import { findRoles } from './linking/find-roles.ts'
import { linkNames, preferredName } from './linking/link-names.ts'
import type { LinkedEntity, Links } from './linking/links.ts'
import { findNamesByRules } from './names/find-names-by-rules.ts'
import type { FindNames, NameSpan } from './names/name-span.ts'
import { findQuotations } from './quotations/find-quotations.ts'
import type { SpeakerName } from './quotations/subjects.ts'
import { type ReadText, readText, sliceTokens, tokenAt } from './read-text.ts'
import type { Sentence } from './sentences.ts'

/** Name and version of what `extract` finds by, for tests and measuring: the app's own is `ENGINE`. */
export const EXTRACTION_ENGINE = 'rules@1'

/**
 * People, groups, places, figures and quotations of one article. Pure and deterministic; the time is linear in the
 * length of the text. A text that is not in English gives its language and nothing else.
 */
export function extract(input: ExtractionInput): Extraction {
  return extractWith(findNamesByRules, EXTRACTION_ENGINE, input)
}

/** `extract` with another recogniser of names; `engine` is the name and version that its findings are kept under. */
export function extractWith(findNames: FindNames, engine: string, input: ExtractionInput): Extraction {
  const document = readText(input)
  const language = detectLanguage(document.tokens)
  if (language !== 'en') return { engine, language, entities: [], mentions: [], figures: [], quotations: [] }
  const names = findNames(document)
  const sentences = sentencesOf(document, names)
  const links = linkNames(document, names, sentences)
  const speakers = names.map((name, index) => speakerOf(name, index, links))
  const entities = describeEntities(document, speakers, sentences, links.entities)
  const mentions = speakers.map((name): FoundMention => mention(document, name))
  const quotations = withTellers(findQuotations(document, speakers), mentions)
  return {
    engine,
    language,
    entities,
    mentions,
    figures: withSpeakers(findFigures(document, names), quotations, entities),
    quotations,
  }
}

/** Quotations with the mention, of those that name who speaks, that stands nearest outside the marks. Both by start. */
function withTellers(
  quotations: readonly FoundQuotation[],
  mentions: readonly FoundMention[],
): readonly FoundQuotation[] {
  const byEntity = Map.groupBy(mentions, ({ entity }) => entity)
  return quotations.map((quotation) => {
    const own = quotation.entity === null ? undefined : byEntity.get(quotation.entity)
    const nearest = own && nearestOutside(own, quotation)
    return nearest ? { ...quotation, saidAt: { start: nearest.start, end: nearest.end } } : quotation
  })
}

/** The last one before the range or the first one after it, whichever is nearer. */
function nearestOutside<Place extends TextRange>(
  places: readonly Place[],
  { start, end }: TextRange,
): Place | undefined {
  const next = places[firstIndexWhere(places, (place) => place.start >= end)]
  let at = firstIndexWhere(places, (place) => place.start >= start) - 1
  while ((places[at]?.end ?? 0) > start) at--
  const previous = places[at]
  if (!previous || !next) return previous ?? next
  return next.start - end < start - previous.end ? next : previous
}

/** A figure in somebody's own words is theirs. All lists by start. */
function withSpeakers(
  figures: readonly FoundFigure[],
  quotations: readonly FoundQuotation[],
  entities: readonly FoundEntity[],
): FoundFigure[] {
  let at = 0
  return figures.map((figure) => {
    while ((quotations[at]?.end ?? Infinity) <= figure.start) at++
    const quotation = quotations[at]
    if (quotation === undefined || quotation.entity === null || quotation.start > figure.start) return figure
    return {
      ...figure,
      saidBy: entities[quotation.entity]?.name ?? figure.saidBy,
      saidAt: quotation.saidAt ?? figure.saidAt ?? null,
    }
  })
}

/** No surer is a short name of which nothing says whom it means: it is asked about, and no card is made of it. */
const OPEN_CONFIDENCE = 0.45

/** The kind is the entity's, so that all mentions of one entity agree. */
function speakerOf(name: NameSpan, index: number, links: Links): SpeakerName {
  const entity = links.of[index] ?? 0
  return {
    ...name,
    entity,
    kind: links.entities[entity]?.kind ?? name.kind,
    confidence: links.open.has(index) ? Math.min(name.confidence, OPEN_CONFIDENCE) : name.confidence,
  }
}

function mention(document: ReadText, { first, last, kind, confidence, entity }: SpeakerName): FoundMention {
  return { start: tokenAt(document, first).start, end: tokenAt(document, last - 1).end, kind, confidence, entity }
}

function describeEntities(
  document: ReadText,
  names: readonly NameSpan[],
  sentences: readonly (Sentence | undefined)[],
  entities: readonly LinkedEntity[],
): FoundEntity[] {
  const surfaces = names.map((name) => sliceTokens(document, name.first, name.last).replace(/\s+/g, ' '))
  return entities.map((entity) => {
    const name = preferredName(entity, surfaces)
    const aliases = new Set(entity.names.flatMap((index) => surfaces[index] ?? []))
    aliases.delete(name)
    const roles = entity.names.flatMap((index) => {
      const [span, sentence] = [names[index], sentences[index]]
      return span === undefined || sentence === undefined ? [] : findRoles(document, sentence, names, span)
    })
    return { kind: entity.kind, detail: entity.detail, name, aliases: [...aliases], roles: withoutRepeats(roles) }
  })
}

/** Each role once, with the first passage that says it. */
function withoutRepeats(roles: readonly FoundRole[]): FoundRole[] {
  const byText = new Map<string, FoundRole>()
  for (const role of roles) {
    const key = role.role.toLowerCase()
    if (!byText.has(key)) byText.set(key, role)
  }
  return [...byText.values()]
}

/** The sentence of each name, walking both lists once. */
function sentencesOf(document: ReadText, names: readonly NameSpan[]): (Sentence | undefined)[] {
  let at = 0
  return names.map((name) => {
    while ((document.sentences[at]?.last ?? Infinity) <= name.first) at++
    return document.sentences[at]
  })
}
