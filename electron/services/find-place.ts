import type { ReadHandle } from '#electron/store/handle.ts'
import { findArticleText } from '#electron/store/queries/articles.ts'
import { findBaseAt, isNamed, listArticlesWithContent } from '#electron/store/queries/corrections.ts'
import { listBases } from '#electron/store/queries/entity-links.ts'
import type { CorrectionPlace, EntityReference } from '#shared/contract/correction.ts'
import type { ArticleId, EntityId } from '#shared/domain/ids.ts'
import { findQuote } from '#shared/text/find-quote.ts'

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

/** The base entity that a reference means now: by its id, else by what stands at its places; null when nothing does. */
export function findReferenced(db: ReadHandle, { id, places }: EntityReference): EntityId | null {
  if (isNamed(db, id)) return id
  for (const place of places) {
    for (const articleId of articlesOfPlace(db, place)) {
      const text = findArticleText(db, articleId)
      const range = text === null ? null : findInText(text, place)
      const base = range && findBaseAt(db, articleId, range.start, range.end)
      if (base) return base
    }
  }
  return listBases(db, [id]).length > 0 ? id : null
}
