import type { CorrectionRow } from '#electron/store/queries/corrections.ts'
import type { BaseEntity } from '#electron/store/queries/found.ts'
import type { CorrectionPlace, CorrectionRecord } from '#shared/contract/correction.ts'
import type { Extraction, FoundEntity } from '#shared/domain/extraction.ts'
import { type ArticleId, type EntityId, stableId } from '#shared/domain/ids.ts'
import { toBaseEntity } from './base-entity.ts'
import { findInText } from './find-place.ts'

interface CorrectedArticle {
  readonly id: ArticleId
  readonly text: string
  readonly contentSha256: string
}

/** What was found in an article after what the person said of its passages. `bases` goes with `entities`. */
export interface CorrectedFinds extends Extraction {
  readonly bases: readonly BaseEntity[]
  /** Those of the bases that the person split from others. */
  readonly split: ReadonlySet<EntityId>
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
}

/** Applies, in the order they were made, the corrections that are anchored in an article. */
export function correctFinds(
  article: CorrectedArticle,
  found: Extraction,
  corrections: readonly CorrectionRow[],
): CorrectedFinds {
  const draft: Draft = {
    ...found,
    entities: [...found.entities],
    split: new Set(),
    bases: found.entities.map((entity) => toBaseEntity(entity, article.contentSha256)),
  }
  const gone = new Set<EntityId>()
  for (const { id, record } of corrections) correct(draft, article, id, record, gone)
  return { ...found, ...withoutEmpty(draft, gone) }
}

function correct(draft: Draft, article: CorrectedArticle, id: string, record: CorrectionRecord, gone: Set<EntityId>) {
  switch (record.kind) {
    case 'split':
      for (const place of record.places) split(draft, article, place, id, record.name)
      return
    case 'mention':
      addMention(draft, article, record)
      return
    case 'not-mention': {
      const range = rangeIn(article, record.place)
      if (range) draft.mentions = draft.mentions.filter((m) => m.end <= range.start || m.start >= range.end)
      return
    }
    case 'measure': {
      const range = rangeIn(article, record.place)
      if (!range) return
      draft.figures = draft.figures.map((f) =>
        f.start < range.end && f.end > range.start ? { ...f, measures: record.measures } : f,
      )
      return
    }
    case 'not-entity':
      for (const entity of record.entities) gone.add(entity.id)
      return
    default:
      return
  }
}

function rangeIn(article: CorrectedArticle, place: CorrectionPlace) {
  const isHere = place.articleId === article.id || place.contentSha256 === article.contentSha256
  return isHere ? findInText(article.text, place) : null
}

/** All that the article says of whom it names there becomes the new entity of that correction. */
function split(draft: Draft, article: CorrectedArticle, place: CorrectionPlace, correctionId: string, name: string) {
  const range = rangeIn(article, place)
  const index = range && draft.mentions.find((m) => m.start < range.end && m.end > range.start)?.entity
  if (index === null || index === undefined) return
  const base = draft.bases[index]
  if (!base) return
  const named = toBaseEntity({ ...base, name }, article.contentSha256)
  const id = stableId<EntityId>('split', correctionId)
  draft.bases[index] = { ...named, id }
  draft.split.add(id)
}

function addMention(draft: Draft, article: CorrectedArticle, record: CorrectionRecord & { kind: 'mention' }): void {
  const range = rangeIn(article, record.place)
  if (!range) return
  const entity: FoundEntity = { kind: record.as, detail: null, name: record.name, aliases: [], roles: [] }
  const own = toBaseEntity(entity, article.contentSha256)
  const base = record.entity ? { ...own, ...record.entity, id: record.entity.id } : own
  const index = draft.bases.findIndex((one) => one.id === base.id)
  if (index < 0) {
    draft.entities.push({ ...entity, name: base.name })
    draft.bases.push({
      ...toBaseEntity({ ...entity, kind: base.kind, name: base.name }, article.contentSha256),
      id: base.id,
    })
  }
  const mention = {
    ...range,
    kind: base.kind,
    confidence: 1,
    entity: index < 0 ? draft.bases.length - 1 : index,
  }
  draft.mentions = [...draft.mentions.filter((m) => m.end <= range.start || m.start >= range.end), mention].sort(
    (a, b) => a.start - b.start,
  )
}

function withoutEmpty(draft: Draft, gone: ReadonlySet<EntityId>) {
  const isGone = (index: number) => gone.has(draft.bases[index]?.id as EntityId)
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
    entities: kept.flatMap((index) => draft.entities[index] ?? []),
    bases: kept.flatMap((index) => draft.bases[index] ?? []),
    mentions: mentions.map((m) => ({ ...m, entity: place.get(m.entity) ?? 0 })),
    figures: draft.figures,
    quotations: draft.quotations.map((q) => ({
      ...q,
      entity: q.entity === null ? null : (place.get(q.entity) ?? null),
    })),
  }
}
