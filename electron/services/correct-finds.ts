import type { CorrectionRow } from '#electron/store/queries/corrections.ts'
import type { BaseEntity } from '#electron/store/queries/found.ts'
import type { CorrectionPlace, CorrectionRecord } from '#shared/contract/correction.ts'
import type { Extraction, FoundEntity } from '#shared/domain/extraction.ts'
import { type ArticleId, type EntityId, stableId } from '#shared/domain/ids.ts'
import { foldText } from '#shared/text/fold.ts'
import { isWrittenAlike } from '#shared/text/written-alike.ts'
import { isSameName, toBaseEntity } from './base-entity.ts'
import { findInText } from './find-place.ts'
import { readBearers } from './read-bearers.ts'

interface CorrectedArticle {
  readonly id: ArticleId
  readonly text: string
  readonly contentSha256: string
  readonly publishedOn: string | null
}

/** What was found in an article after what the person said of its passages. `bases` goes with `entities`. */
export interface CorrectedFinds extends Extraction {
  readonly bases: readonly BaseEntity[]
  /** Those of the bases that the person split from others. */
  readonly split: ReadonlySet<EntityId>
  /** Where the mentions begin that the person pointed at somebody. */
  readonly given: ReadonlySet<number>
  /** What the person said to be no entity. */
  readonly removed: readonly { readonly base: BaseEntity; readonly entity: FoundEntity }[]
}

/** Finds being corrected. Entities that lose all their mentions go at the end. */
interface Draft {
  entities: FoundEntity[]
  bases: BaseEntity[]
  mentions: Extraction['mentions']
  figures: Extraction['figures']
  quotations: Extraction['quotations']
  split: Set<EntityId>
  given: Set<number>
}

/** Applies, in the order they were made, the corrections that are anchored in an article. */
export function correctFinds(
  article: CorrectedArticle,
  found: Extraction,
  corrections: readonly CorrectionRow[],
): CorrectedFinds {
  const bearers = readBearers(article, found)
  const draft: Draft = {
    ...found,
    entities: [...found.entities],
    split: new Set(),
    given: new Set(),
    bases: found.entities.map((entity, index) => toBaseEntity(entity, article.contentSha256, bearers[index])),
  }
  for (const { id, record } of corrections) correct(draft, article, id, record)
  const gone = corrections.flatMap(({ record }) => (record.kind === 'not-entity' ? record : []))
  return { ...found, ...withoutEmpty(draft, gone) }
}

function correct(draft: Draft, article: CorrectedArticle, id: string, record: CorrectionRecord) {
  switch (record.kind) {
    case 'split':
      for (const place of record.places) split(draft, article, place, id, record.name)
      for (const place of record.passages ?? []) splitPassage(draft, article, place, id, record.name)
      return
    case 'mention':
      addMention(draft, article, id, record)
      return
    case 'not-mention': {
      const range = rangeIn(article, record.place)
      const meant = new Set(range ? reachOf(draft, article, range, record) : [])
      if (range) draft.mentions = draft.mentions.filter((m) => !isIn(m, range) && !meant.has(m))
      return
    }
    case 'confirm': {
      const range = record.place && rangeIn(article, record.place)
      const index = range && mentionAt(draft, range)?.entity
      if (index !== undefined && index !== null && draft.bases[index]?.id === record.entity.id) makeSure(draft, index)
      return
    }
    case 'measure':
      measure(draft, article, record)
      return
    default:
      return
  }
}

interface Range {
  readonly start: number
  readonly end: number
}

const isIn = (find: Range, range: Range) => find.start < range.end && find.end > range.start

function mentionAt(draft: Draft, range: Range) {
  return mentionIn(draft.mentions, range)
}

/** What the person has looked at is certain. */
function makeSure(draft: Draft, index: number): void {
  draft.mentions = draft.mentions.map((m) => (m.entity === index ? { ...m, confidence: 1 } : m))
}

function rangeIn(article: CorrectedArticle, place: CorrectionPlace) {
  const isHere = place.articleId === article.id || place.contentSha256 === article.contentSha256
  return isHere ? findInText(article.text, place) : null
}

/** All that the article says of whom it names there becomes the new entity of that correction. */
function split(draft: Draft, article: CorrectedArticle, place: CorrectionPlace, correctionId: string, name: string) {
  const range = rangeIn(article, place)
  const index = range && mentionAt(draft, range)?.entity
  if (index === null || index === undefined) return
  const base = draft.bases[index]
  if (!base) return
  const named = toBaseEntity({ ...base, name }, article.contentSha256)
  const id = stableId<EntityId>('split', correctionId)
  draft.bases[index] = { ...named, id, bearer: base.bearer }
  draft.split.add(id)
  makeSure(draft, index)
}

/** That passage alone names the new entity of that correction. */
function splitPassage(
  draft: Draft,
  article: CorrectedArticle,
  place: CorrectionPlace,
  correctionId: string,
  name: string,
): void {
  const range = rangeIn(article, place)
  const mention = range && mentionAt(draft, range)
  const base = mention && draft.bases[mention.entity]
  if (!base) return
  const id = stableId<EntityId>('split', correctionId)
  draft.split.add(id)
  putMention(draft, mention, { ...toBaseEntity({ ...base, name }, article.contentSha256), id, bearer: null })
}

/** The range names `base`, whatever was found there. */
function putMention(draft: Draft, range: Range, base: BaseEntity): void {
  const known = draft.bases.findIndex((one) => one.id === base.id)
  if (known < 0) {
    draft.entities.push({ kind: base.kind, detail: null, name: base.name, aliases: [], roles: [] })
    draft.bases.push(base)
  }
  const entity = known < 0 ? draft.bases.length - 1 : known
  const mention = { start: range.start, end: range.end, kind: base.kind, confidence: 1, entity }
  draft.mentions = [...draft.mentions.filter((m) => !isIn(m, range)), mention].sort((a, b) => a.start - b.start)
}

function addMention(
  draft: Draft,
  article: CorrectedArticle,
  correctionId: string,
  record: CorrectionRecord & { kind: 'mention' },
): void {
  const range = rangeIn(article, record.place)
  if (!range) return
  const named = namedBase(article, correctionId, record)
  // Whoever has that name in the article is whom it means, unless the person says otherwise.
  const isMeant = record.own || record.entity ? null : (one: BaseEntity) => isSameName(one, named)
  const base = (isMeant && draft.bases.find(isMeant)) ?? named
  if (record.own) draft.split.add(base.id)
  const meant = reachOf(draft, article, range, record)
  const before = meant[0]?.entity
  const places = meant.length > 0 ? meant : [range]
  for (const { start } of places) draft.given.add(start)
  if (before !== undefined && draft.mentions.every((m) => m.entity !== before || meant.includes(m)))
    takeFor(draft, before, base)
  else for (const place of places) putMention(draft, place, base)
  if (record.entity) for (const place of places) callSo(draft, article, place, base)
}

/** All mentions that a correction of one passage holds for; none where it is about the passage alone. */
function reachOf(
  draft: Draft,
  article: CorrectedArticle,
  range: Range,
  { all, alike }: { readonly all?: boolean | undefined; readonly alike?: boolean | undefined },
): Extraction['mentions'] {
  const at = all ? mentionAt(draft, range) : undefined
  if (!at) return []
  return draft.mentions.filter((m) => m.entity === at.entity && (!alike || isWrittenAlike(article.text, range, m)))
}

/** What the person pointed at somebody is a name of theirs, unless it is a phrase ("the minister"). */
function callSo(draft: Draft, { text }: CorrectedArticle, { start, end }: Range, base: BaseEntity): void {
  const name = text.slice(start, end).replace(/\s+/g, ' ')
  const index = draft.bases.findIndex(({ id }) => id === base.id)
  const entity = draft.entities[index]
  if (!entity || PHRASE.test(name) || entity.name === name || entity.aliases.includes(name)) return
  draft.entities[index] = { ...entity, aliases: [...entity.aliases, name] }
}

const PHRASE = /^(?:[Tt]he \p{Ll}|(?:I|[Hh]e|[Ss]he|[Tt]hey|[Ii]t|[Hh]im|[Hh]er|[Tt]hem)$)|(?:^|\s)\p{Ll}{4,}/u

/** Whom a passage names by a correction. */
function namedBase(
  article: CorrectedArticle,
  correctionId: string,
  { as, name, entity, own }: CorrectionRecord & { kind: 'mention' },
): BaseEntity {
  const named = { kind: entity?.kind ?? as, name: entity?.name ?? name, detail: null }
  const base = toBaseEntity(named, article.contentSha256)
  if (entity) return { ...base, id: entity.id, bearer: null }
  return own ? { ...base, id: stableId<EntityId>('mention', correctionId), bearer: null } : base
}

/** All that the article takes for one entity names `base`. What it is called there stays; its roles are the other's. */
function takeFor(draft: Draft, index: number, base: BaseEntity): void {
  const entity = draft.entities[index]
  if (!entity) return
  const names = new Set([entity.name, ...entity.aliases])
  names.delete(base.name)
  const isKind = entity.kind === base.kind
  draft.entities[index] = { ...entity, kind: base.kind, name: base.name, aliases: isKind ? [...names] : [] }
  draft.bases[index] = base
  makeSure(draft, index)
  draft.mentions = draft.mentions.map((m) => (m.entity === index ? { ...m, kind: base.kind } : m))
}

function measure(draft: Draft, article: CorrectedArticle, record: CorrectionRecord & { kind: 'measure' }): void {
  const range = rangeIn(article, record.place)
  if (!range) return
  const { measures, subject, saidBy, asOf, value } = record
  draft.figures = draft.figures.map((f) =>
    isIn(f, range)
      ? {
          ...f,
          measures,
          ...(subject !== undefined && { subject, subjectAt: mentionCalled(draft, subject, f) }),
          ...(saidBy !== undefined && { saidBy, saidAt: mentionCalled(draft, saidBy, f) }),
          ...(asOf !== undefined && { asOf }),
          ...(value && { low: value.low, high: value.high, hedge: null }),
        }
      : f,
  )
}

/** The passage nearest to a figure that names whoever the article calls so; null where it calls nobody so. */
function mentionCalled(draft: Draft, words: string | null, { start }: Range): Range | null {
  if (words === null) return null
  const name = foldText(words)
  const called = draft.mentions.filter(({ entity }) => {
    const one = draft.entities[entity]
    return one !== undefined && [one.name, ...one.aliases].some((other) => foldText(other) === name)
  })
  const nearest = called.sort((a, b) => Math.abs(a.start - start) - Math.abs(b.start - start))[0]
  return nearest ? { start: nearest.start, end: nearest.end } : null
}

/** A full name that only one had is nobody's in any text. */
function isNothing(base: BaseEntity, { entities, isOnlyOne }: CorrectionRecord & { kind: 'not-entity' }): boolean {
  const isOfAll = isOnlyOne !== false && base.isFull
  return entities.some((one) => one.id === base.id || (isOfAll && isSameName(base, one)))
}

function mentionIn(mentions: Extraction['mentions'], range: Range) {
  return mentions.find((m) => isIn(m, range))
}

/** The range of the mention that names who states something now; null where none stands there any more. */
function mentionAround(mentions: Extraction['mentions'], range: Range | null | undefined): Range | null {
  const mention = range && mentionIn(mentions, range)
  return mention ? { start: mention.start, end: mention.end } : null
}

function withoutEmpty(draft: Draft, gone: readonly (CorrectionRecord & { kind: 'not-entity' })[]) {
  const isGone = (index: number) => {
    const base = draft.bases[index]
    return base !== undefined && gone.some((record) => isNothing(base, record))
  }
  const mentions = draft.mentions.filter((m) => !isGone(m.entity))
  const named = new Set(mentions.map((m) => m.entity))
  const kept = draft.bases.flatMap((_, index) => (named.has(index) ? [index] : []))
  const place = new Map(kept.map((index, at) => [index, at]))
  const removed = draft.bases.flatMap((base, index) => {
    const entity = draft.entities[index]
    return isGone(index) && entity ? [{ base, entity }] : []
  })
  return {
    removed,
    split: draft.split,
    given: draft.given,
    entities: kept.flatMap((index) => draft.entities[index] ?? []),
    bases: kept.flatMap((index) => draft.bases[index] ?? []),
    mentions: mentions.map((m) => ({ ...m, entity: place.get(m.entity) ?? 0 })),
    figures: draft.figures.map((f) => ({ ...f, saidAt: mentionAround(mentions, f.saidAt) })),
    quotations: draft.quotations.map((q) => {
      const said = q.saidAt ? mentionIn(mentions, q.saidAt)?.entity : q.entity
      return { ...q, entity: said === undefined || said === null ? null : (place.get(said) ?? null) }
    }),
  }
}
