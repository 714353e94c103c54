import type { WriteHandle } from '#electron/store/handle.ts'
import { putExtractionState, putLanguage } from '#electron/store/queries/articles.ts'
import {
  clearFound,
  countFound,
  findEntityByName,
  findEntityInArticle,
  insertEntity,
  insertFigures,
  insertMentions,
  insertQuotations,
  putNamesAndRoles,
} from '#electron/store/queries/found.ts'
import { indexEntry } from '#electron/store/queries/search.ts'
import { putSuggestions } from '#electron/store/queries/suggestions.ts'
import type { ExtractionResult, SentenceSpan } from '#electron/workers/tasks.ts'
import type { FoundEntity } from '#shared/domain/extraction.ts'
import { type ArticleId, type EntityId, type FigureId, newId, type SuggestionId } from '#shared/domain/ids.ts'
import { suggestCards } from '#shared/domain/suggest-cards.ts'

interface SearchedArticle {
  readonly id: ArticleId
  readonly text: string
  readonly publishedOn: string | null
}

/**
 * Stores what a search of an article found, in place of what an earlier one had: mentions, figures, quotations, and the
 * cards they suggest. Entities are joined with those of other articles where the name leaves no doubt.
 */
export function storeFound(db: WriteHandle, article: SearchedArticle, result: ExtractionResult, nowMs: number): void {
  const { found } = result
  const entityIds = found.entities.map((entity) => resolveEntity(db, article.id, entity, nowMs))
  const figureIds = found.figures.map(() => newId<FigureId>(nowMs))
  clearFound(db, article.id)
  for (const [index, entity] of found.entities.entries()) putNamesAndRoles(db, at(entityIds, index), article.id, entity)
  storeRanges(db, article, result, entityIds, figureIds, nowMs)
  storeSuggestions(db, article, result, entityIds, figureIds, nowMs)
  countFound(db, article.id)
  for (const id of new Set(entityIds)) indexEntry(db, 'entity', id)
  if (found.language) putLanguage(db, article.id, found.language)
  putExtractionState(db, article.id, 'done', found.engine)
}

/**
 * The entity an article means: the one it meant before under that name, else the only one known by a full name, else a
 * new one. A single name of a person ("Kerry") is never joined across articles: a wrong merge is worse than a missed one.
 */
function resolveEntity(db: WriteHandle, articleId: ArticleId, entity: FoundEntity, nowMs: number): EntityId {
  const isFullName = entity.kind !== 'person' || /\s/.test(entity.name)
  const known =
    findEntityInArticle(db, articleId, entity.kind, entity.name) ??
    (isFullName ? findEntityByName(db, entity.kind, entity.name) : null)
  if (known) return known
  const id = newId<EntityId>(nowMs)
  insertEntity(db, id, entity, nowMs)
  return id
}

function at<T>(list: readonly T[], index: number): T {
  const item = list[index]
  if (item === undefined) throw new Error(`An extraction points at item ${index} of ${list.length}.`)
  return item
}

function storeRanges(
  db: WriteHandle,
  article: SearchedArticle,
  { found, sentences }: ExtractionResult,
  entityIds: readonly EntityId[],
  figureIds: readonly FigureId[],
  nowMs: number,
): void {
  const place = (range: { start: number; end: number }) => ({
    articleId: article.id,
    start: range.start,
    end: range.end,
    surface: article.text.slice(range.start, range.end),
    ...sentenceAround(sentences, range),
  })
  insertMentions(
    db,
    found.mentions.map((m) => ({
      ...place(m),
      entityId: at(entityIds, m.entity),
      kind: m.kind,
      confidence: m.confidence,
      foundBy: found.engine,
    })),
  )
  insertFigures(
    db,
    found.figures.map((f, index) => ({ ...f, ...place(f), id: at(figureIds, index) })),
    nowMs,
  )
  insertQuotations(
    db,
    found.quotations.map((q) => ({ ...place(q), entityId: q.entity === null ? null : at(entityIds, q.entity) })),
  )
}

/** The sentence in which a range begins, by binary search; the range itself where no sentence holds it. */
function sentenceAround(sentences: readonly SentenceSpan[], range: { start: number; end: number }) {
  let [low, high] = [0, sentences.length - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const sentence = at(sentences, middle)
    if (range.start < sentence.start) high = middle - 1
    else if (range.start >= sentence.end) low = middle + 1
    else return { sentenceStart: sentence.start, sentenceEnd: Math.max(sentence.end, range.end) }
  }
  return { sentenceStart: range.start, sentenceEnd: range.end }
}

/** Kinds of block whose sentences can stand on a card. */
const running: ReadonlySet<string> = new Set(['paragraph', 'quote', 'list-item'])

function storeSuggestions(
  db: WriteHandle,
  article: SearchedArticle,
  { found, sentences }: ExtractionResult,
  entityIds: readonly EntityId[],
  figureIds: readonly FigureId[],
  nowMs: number,
): void {
  const proposed = suggestCards({ ...article, found, sentences: sentences.filter((s) => running.has(s.kind)) })
  putSuggestions(
    db,
    article.id,
    proposed.map(({ entity, figure, ...card }) => ({
      ...card,
      id: newId<SuggestionId>(nowMs),
      articleId: article.id,
      entityId: entity === null ? null : at(entityIds, entity),
      figureId: figure === null ? null : at(figureIds, figure),
    })),
    nowMs,
  )
}
