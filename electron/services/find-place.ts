import type { ReadHandle } from '#electron/store/handle.ts'
import { findArticleText } from '#electron/store/queries/articles.ts'
import { findFoundBaseAt, isNamed, listArticlesWithContent } from '#electron/store/queries/corrections.ts'
import { listBases, listByKey } from '#electron/store/queries/entity-links.ts'
import type { CorrectionPlace, CorrectionRecord, EntityReference } from '#shared/contract/correction.ts'
import { type ArticleId, type CorrectionId, type EntityId, stableId } from '#shared/domain/ids.ts'
import { findQuote } from '#shared/text/find-quote.ts'
import { toBaseEntity } from './base-entity.ts'

/** Where a place of a correction lies in a text now, or null. Offsets: UTF-16 code units, end excluded. */
export function findInText(text: string, place: CorrectionPlace): { start: number; end: number } | null {
  if (text.slice(place.start, place.end) === place.quote) return { start: place.start, end: place.end }
  const finding = findQuote(text, place, place.start)
  return finding.state === 'sure' ? (finding.places[0] ?? null) : null
}

/** The articles a place lies in: the one it was made in, and any with the same text. */
export function articlesOfPlace(db: ReadHandle, place: CorrectionPlace): ArticleId[] {
  return [...new Set([place.articleId, ...listArticlesWithContent(db, place.contentSha256)])]
}

/**
 * The base entity that a reference means now: by its id, else by what stands at its places, else by its name where that
 * is one entity's alone; null when nothing does.
 */
export function findReferenced(db: ReadHandle, { id, kind, name, places }: EntityReference): EntityId | null {
  if (isNamed(db, id)) return id
  for (const place of places) {
    for (const articleId of articlesOfPlace(db, place)) {
      const text = findArticleText(db, articleId)
      const range = text === null ? null : findInText(text, place)
      const base = range && findFoundBaseAt(db, articleId, range.start, range.end)
      if (base) return base
    }
  }
  return findCalled(db, kind, name) ?? (listBases(db, [id]).length > 0 ? id : null)
}

function findCalled(db: ReadHandle, kind: EntityReference['kind'], name: string): EntityId | null {
  const { nameKey } = toBaseEntity({ kind, name, detail: null }, '')
  const called = listBases(db, listByKey(db, nameKey, kind)).filter(({ isNamed }) => isNamed === 1)
  const shown = new Set(called.map(({ canonicalId }) => canonicalId))
  return shown.size === 1 ? (called[0]?.id ?? null) : null
}

/** The passages that a correction is about. */
export function placesIn(record: CorrectionRecord): readonly CorrectionPlace[] {
  if (record.kind === 'split') return [...record.places, ...(record.passages ?? [])]
  if (record.kind === 'no-disagreement') return record.places
  return 'place' in record && record.place ? [record.place] : []
}

/** The entity that a correction made out of another one, which it never is again; null for other corrections. */
export function partedBy(id: CorrectionId, record: CorrectionRecord): { from: EntityReference; own: EntityId } | null {
  if (record.kind === 'split') return { from: record.entity, own: stableId<EntityId>('split', id) }
  if (record.kind !== 'mention' || !record.own || !record.from) return null
  return { from: record.from, own: stableId<EntityId>('mention', id) }
}
