import type {
  Extraction,
  ExtractionInput,
  FoundEntity,
  FoundFigure,
  FoundMention,
  FoundQuotation,
  FoundRole,
} from '#shared/domain/extraction.ts'
import { findFigures } from './figures/find-figures.ts'
import { detectLanguage } from './language/detect-language.ts'
import { findRoles } from './linking/find-roles.ts'
import { type LinkedEntity, linkNames, preferredName } from './linking/link-names.ts'
import { findNamesByRules } from './names/find-names-by-rules.ts'
import type { FindNames, NameSpan } from './names/name-span.ts'
import { findQuotations } from './quotations/find-quotations.ts'
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
  const links = linkNames(document, names)
  const speakers = names.map((name, index) => ({ ...name, entity: links.of[index] ?? 0 }))
  const entities = describeEntities(document, names, links.entities)
  const quotations = findQuotations(document, speakers)
  return {
    engine,
    language,
    entities,
    mentions: speakers.map((name): FoundMention => mention(document, name, links.entities)),
    figures: withSpeakers(findFigures(document, names), quotations, entities),
    quotations,
  }
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
    return { ...figure, saidBy: entities[quotation.entity]?.name ?? figure.saidBy }
  })
}

/** The kind is the entity's, so that all mentions of one entity agree. */
function mention(
  document: ReadText,
  name: NameSpan & { readonly entity: number },
  entities: readonly LinkedEntity[],
): FoundMention {
  return {
    start: tokenAt(document, name.first).start,
    end: tokenAt(document, name.last - 1).end,
    kind: entities[name.entity]?.kind ?? name.kind,
    confidence: name.confidence,
    entity: name.entity,
  }
}

function describeEntities(
  document: ReadText,
  names: readonly NameSpan[],
  entities: readonly LinkedEntity[],
): FoundEntity[] {
  const surfaces = names.map((name) => sliceTokens(document, name.first, name.last).replace(/\s+/g, ' '))
  const sentences = sentencesOf(document, names)
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
