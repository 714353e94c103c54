import type { ReadHandle } from '#electron/store/handle.ts'
import { findArticleText } from '#electron/store/queries/articles.ts'
import {
  findBaseAt,
  findContentSha256,
  findFigureFound,
  findMentionFound,
  findSurestOf,
  listEntityCorrections,
  listPlacesOf,
} from '#electron/store/queries/corrections.ts'
import { findEntity } from '#electron/store/queries/entities.ts'
import { type BaseRow, listBases, listByKey, listMembers } from '#electron/store/queries/entity-links.ts'
import type { CorrectionPlace, CorrectionRecord, EntityReference, NewCorrection } from '#shared/contract/correction.ts'
import type { ArticleId, EntityId } from '#shared/domain/ids.ts'
import { describeQuote } from '#shared/text/describe-quote.ts'
import { findReferenced } from './find-place.ts'

/** Why a correction is not taken, as the contract names it. */
export type Refusal = 'ENTITY_MISSING' | 'ARTICLE_MISSING' | 'OUT_OF_RANGE' | 'FIGURE_MISSING' | 'KEPT_APART'

interface Range {
  readonly articleId: ArticleId
  readonly start: number
  readonly end: number
}

/** What is kept of a correction that the person asks for: entities and passages as they can be found again. */
export function toRecord(db: ReadHandle, input: NewCorrection): CorrectionRecord | Refusal {
  switch (input.kind) {
    case 'merge': {
      const entities = referAll(db, [input.into, ...input.entityIds])
      if (entities.length < 2) return 'ENTITY_MISSING'
      return isKeptApart(db, entities) ? 'KEPT_APART' : { kind: 'merge', entities }
    }
    case 'keep-apart': {
      const entities = referAll(db, input.entityIds)
      return entities.length === 2 ? { kind: 'keep-apart', entities } : 'ENTITY_MISSING'
    }
    case 'not-entity': {
      const entity = findEntity(db, input.entityId)
      if (!entity) return 'ENTITY_MISSING'
      return { ...notEntity(db, entity.id), ...foundOf(db, entity.id, input.asked) }
    }
    case 'split':
    case 'rename':
    case 'retype':
    case 'alias':
    case 'confirm':
      return aboutEntity(db, input)
    case 'measure':
    case 'confirm-figure':
      return aboutFigure(db, input)
    case 'no-disagreement': {
      const figures = new Map(input.figures.map((one) => [`${one.articleId}:${one.start}`, one]))
      const places = placesOf(db, [...figures.values()])
      return typeof places === 'string' ? places : { kind: 'no-disagreement', places }
    }
    default:
      return aboutPassage(db, input)
  }
}

const MOST_MEMBERS = 200

function notEntity(db: ReadHandle, id: EntityId): CorrectionRecord & { kind: 'not-entity' } {
  const members = listBases(db, listMembers(db, id)).filter(({ isNamed }) => isNamed === 1)
  const isOnlyOne = members.every(({ nameKey, kind }) => {
    const others = listBases(db, listByKey(db, nameKey, kind))
    return others.every(({ isNamed, canonicalId }) => isNamed === 0 || canonicalId === id)
  })
  // One of a full name stands for all of it.
  const keyOf = ({ isFull, kind, nameKey, id }: BaseRow) => (isOnlyOne && isFull === 1 ? `${kind} ${nameKey}` : id)
  const named = [...new Map(members.map((one) => [keyOf(one), one])).values()].slice(0, MOST_MEMBERS)
  return { kind: 'not-entity', entities: named.flatMap((one) => refer(db, one.id) ?? []), isOnlyOne }
}

function aboutEntity(
  db: ReadHandle,
  input: Extract<NewCorrection, { kind: 'split' | 'rename' | 'retype' | 'alias' | 'confirm' }>,
): CorrectionRecord | Refusal {
  const shown = findEntity(db, input.entityId)
  const entity = shown && refer(db, shown.id)
  if (!entity) return 'ENTITY_MISSING'
  switch (input.kind) {
    case 'retype':
      return { kind: 'retype', entity, to: input.to, ...foundOf(db, shown.id, input.asked) }
    case 'confirm':
      return confirm(db, input, entity)
    case 'split': {
      const places = placesOf(db, input.places)
      const passages = placesOf(db, input.passages)
      if (typeof places === 'string') return places
      if (typeof passages === 'string') return passages
      if (places.length + passages.length === 0) return 'OUT_OF_RANGE'
      return { kind: 'split', entity, places, ...(passages.length > 0 && { passages }), name: input.name }
    }
    default:
      return { kind: input.kind, entity, name: input.name }
  }
}

function confirm(
  db: ReadHandle,
  { passage, asked }: Extract<NewCorrection, { kind: 'confirm' }>,
  entity: EntityReference,
): CorrectionRecord | Refusal {
  if (!passage) return { kind: 'confirm', entity, ...foundOf(db, entity.id, asked) }
  const place = placeOf(db, passage)
  if (typeof place === 'string') return place
  const baseId = findBaseAt(db, passage.articleId, passage.start, passage.end)
  const base = baseId && refer(db, baseId)
  return { kind: 'confirm', entity: base ?? entity, place, ...foundAt(db, passage, asked) }
}

function aboutFigure(
  db: ReadHandle,
  input: Extract<NewCorrection, { kind: 'measure' | 'confirm-figure' }>,
): CorrectionRecord | Refusal {
  const place = placeOf(db, input)
  if (typeof place === 'string') return place
  const confidence = findFigureFound(db, input.articleId, input.start, input.end)
  if (confidence === null) return 'FIGURE_MISSING'
  const found = { kind: 'figure', confidence, asked: false } as const
  if (input.kind === 'confirm-figure') return { kind: 'confirm-figure', place, found }
  const { measures, subject, saidBy, asOf, value } = input
  return {
    kind: 'measure',
    place,
    measures,
    ...(subject !== undefined && { subject }),
    ...(saidBy !== undefined && { saidBy }),
    ...(asOf !== undefined && { asOf }),
    ...(value && { value }),
    found,
  }
}

function aboutPassage(
  db: ReadHandle,
  input: Extract<NewCorrection, { kind: 'mention' | 'not-mention' }>,
): CorrectionRecord | Refusal {
  const place = placeOf(db, input)
  if (typeof place === 'string') return place
  const before = foundAt(db, input, input.asked)
  const all = input.all && { all: true, alike: true }
  if (input.kind === 'not-mention') return { kind: 'not-mention', place, ...all, ...before }
  const shown = input.entityId === null ? null : findEntity(db, input.entityId)
  if (input.entityId !== null && !shown) return 'ENTITY_MISSING'
  const entity = shown && refer(db, shown.id)
  const name = input.name ?? place.quote.replace(/\s+/g, ' ').trim().slice(0, NAME_CHARS)
  if (name === '') return 'OUT_OF_RANGE'
  const own = input.own && !entity && { own: true, ...takenFor(db, input) }
  return { kind: 'mention', place, entity, as: input.as, name, ...own, ...all, ...before }
}

const NAME_CHARS = 300

function takenFor(db: ReadHandle, { articleId, start, end }: Range) {
  const baseId = findBaseAt(db, articleId, start, end)
  const from = baseId && refer(db, baseId)
  return from && { from }
}

/** What stood at a passage before a correction; nothing where no name had been found. */
function foundAt(db: ReadHandle, { articleId, start, end }: Range, asked: boolean) {
  const found = findMentionFound(db, articleId, start, end)
  return found && { found: { ...found, asked } }
}

/** What an entity had been found as, where it was surest. */
function foundOf(db: ReadHandle, id: EntityId, asked: boolean) {
  const found = findSurestOf(db, id)
  return found && { found: { ...found, asked } }
}

/** The entities as the log refers to them, each once. */
function referAll(db: ReadHandle, ids: readonly EntityId[]): EntityReference[] {
  const shown = ids.flatMap((id) => findEntity(db, id)?.id ?? [])
  return [...new Set(shown)].flatMap((id) => refer(db, id) ?? [])
}

const PLACES_KEPT = 3

function refer(db: ReadHandle, id: EntityId): EntityReference | null {
  const [base] = listBases(db, [id])
  if (!base) return null
  const places = listPlacesOf(db, id, PLACES_KEPT).flatMap((range) => {
    const place = placeOf(db, range)
    return typeof place === 'string' ? [] : [place]
  })
  return { id, kind: base.kind, name: base.name, places }
}

const QUOTE_CHARS = 2000

function placeOf(
  db: ReadHandle,
  { articleId, start, end }: Range,
): CorrectionPlace | 'ARTICLE_MISSING' | 'OUT_OF_RANGE' {
  const [text, contentSha256] = [findArticleText(db, articleId), findContentSha256(db, articleId)]
  if (text === null || contentSha256 === null) return 'ARTICLE_MISSING'
  if (start >= end || end > text.length || end - start > QUOTE_CHARS) return 'OUT_OF_RANGE'
  return { articleId, contentSha256, start, end, ...describeQuote(text, start, end) }
}

function placesOf(db: ReadHandle, ranges: readonly Range[]): CorrectionPlace[] | Refusal {
  const places = ranges.map((range) => placeOf(db, range))
  const refused = places.find((place) => typeof place === 'string')
  return refused ?? places.filter((place) => typeof place !== 'string')
}

function isKeptApart(db: ReadHandle, entities: readonly EntityReference[]): boolean {
  const ids = new Set(entities.map((one) => one.id))
  const canonical = (one: EntityReference | undefined) => {
    const base = one && findReferenced(db, one)
    return base ? listBases(db, [base])[0]?.canonicalId : undefined
  }
  return listEntityCorrections(db).some(({ record }) => {
    if (record.kind !== 'keep-apart') return false
    const [a, b] = record.entities.map(canonical)
    return a !== undefined && b !== undefined && a !== b && ids.has(a) && ids.has(b)
  })
}
