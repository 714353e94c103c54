import type { WriteHandle } from '#electron/store/handle.ts'
import { findArticle, findArticleText, putExtractionState, putLanguage } from '#electron/store/queries/articles.ts'
import { findContentSha256, listCorrectionsIn } from '#electron/store/queries/corrections.ts'
import {
  clearFound,
  countFound,
  findCanonical,
  findFound,
  insertFigures,
  insertMentions,
  insertQuotations,
  listBaseIds,
  putBaseEntity,
  putFound,
  putNamesAndRoles,
} from '#electron/store/queries/found.ts'
import { indexEntry } from '#electron/store/queries/search.ts'
import { putSuggestions } from '#electron/store/queries/suggestions.ts'
import type { ExtractionResult, SentenceSpan } from '#electron/workers/extract-task.ts'
import { daysOf } from '#shared/domain/figures/when.ts'
import { type ArticleId, type EntityId, type FigureId, type SuggestionId, stableId } from '#shared/domain/ids.ts'
import { suggestCards } from '#shared/domain/suggest-cards.ts'
import { type CorrectedFinds, correctFinds } from './correct-finds.ts'
import { linkEntities } from './link-entities.ts'
import { packFound, unpackFound } from './pack-found.ts'

interface SearchedArticle {
  readonly id: ArticleId
  readonly text: string
  readonly publishedOn: string | null
}

/**
 * Stores what a search of an article found, in place of what an earlier one had, with all corrections: mentions, figures,
 * quotations, and the cards they suggest. Entities are joined with those of other articles where the names leave no doubt.
 */
export function storeFound(db: WriteHandle, article: SearchedArticle, result: ExtractionResult, nowMs: number): void {
  putFound(db, article.id, packFound(result))
  const before = listBaseIds(db, article.id)
  project(db, article, result, nowMs)
  linkEntities(db, new Set([...before, ...listBaseIds(db, article.id)]), nowMs)
  if (result.found.language) putLanguage(db, article.id, result.found.language)
  putExtractionState(db, article.id, 'done', result.found.engine)
}

/** Stores anew what was found in an article, with the corrections of now. Gives the base entities it names or named. */
export function projectAgain(db: WriteHandle, articleId: ArticleId, nowMs: number): EntityId[] {
  const [article, text, found] = [findArticle(db, articleId), findArticleText(db, articleId), findFound(db, articleId)]
  if (!article || text === null || !found) return []
  const before = listBaseIds(db, articleId)
  project(db, { id: articleId, text, publishedOn: article.publishedOn }, unpackFound(found), nowMs)
  return [...before, ...listBaseIds(db, articleId)]
}

function project(db: WriteHandle, article: SearchedArticle, result: ExtractionResult, nowMs: number): void {
  const contentSha256 = findContentSha256(db, article.id) ?? ''
  const finds = correctFinds(
    { ...article, contentSha256 },
    result.found,
    listCorrectionsIn(db, article.id, contentSha256),
  )
  const figureIds = finds.figures.map((f, index) => stableId<FigureId>('figure', article.id, f.start, f.end, index))
  clearFound(db, article.id)
  for (const base of [...finds.bases, ...finds.removed.map((one) => one.base)]) putBaseEntity(db, base, nowMs)
  for (const [index, entity] of finds.entities.entries()) {
    const { id } = at(finds.bases, index)
    putNamesAndRoles(db, findCanonical(db, id).id, id, article.id, entity)
  }
  // Under which names it was known, for when the person takes back that it is nothing.
  for (const { base, entity } of finds.removed)
    putNamesAndRoles(db, base.id, base.id, article.id, { ...entity, roles: [] })
  storeRanges(db, article, finds, result.sentences, figureIds, nowMs)
  storeSuggestions(db, article, finds, result.sentences, figureIds, nowMs)
  countFound(db, article.id)
  for (const id of new Set(finds.bases.map((base) => findCanonical(db, base.id).id))) indexEntry(db, 'entity', id)
}

function at<T>(list: readonly T[], index: number): T {
  const item = list[index]
  if (item === undefined) throw new Error(`An extraction points at item ${index} of ${list.length}.`)
  return item
}

function storeRanges(
  db: WriteHandle,
  article: SearchedArticle,
  found: CorrectedFinds,
  sentences: readonly SentenceSpan[],
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
  const entityOf = (index: number) => {
    const baseId = at(found.bases, index).id
    const { id: entityId, kind } = findCanonical(db, baseId)
    return { baseId, entityId, kind }
  }
  insertMentions(
    db,
    found.mentions.map((m) => ({
      ...place(m),
      ...entityOf(m.entity),
      confidence: m.confidence,
      foundBy: foundBy(found, m),
    })),
  )
  insertFigures(
    db,
    found.figures.map((f, index) => ({
      ...f,
      ...place(f),
      id: at(figureIds, index),
      asOfDay: daysOf(f.asOf, article.publishedOn)?.to ?? null,
    })),
    nowMs,
  )
  insertQuotations(
    db,
    found.quotations.map((q) => ({
      ...place(q),
      ...(q.entity === null ? { entityId: null, baseId: null } : entityOf(q.entity)),
    })),
  )
}

/** What took a passage for whom it names: the search, or the person. */
function foundBy(found: CorrectedFinds, { entity, start }: CorrectedFinds['mentions'][number]): string {
  if (found.split.has(at(found.bases, entity).id)) return 'split'
  return found.given.has(start) ? 'person' : found.engine
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
  found: CorrectedFinds,
  sentences: readonly SentenceSpan[],
  figureIds: readonly FigureId[],
  nowMs: number,
): void {
  const proposed = suggestCards({ ...article, found, sentences: sentences.filter((s) => running.has(s.kind)) })
  putSuggestions(
    db,
    article.id,
    proposed.map(({ entity, figure, ...card }) => ({
      ...card,
      id: stableId<SuggestionId>('suggestion', article.id, card.key),
      articleId: article.id,
      entityId: entity === null ? null : at(found.bases, entity).id,
      figureId: figure === null ? null : at(figureIds, figure),
    })),
    nowMs,
  )
}
