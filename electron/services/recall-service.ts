import type { WriteHandle } from '#electron/store/handle.ts'
import { findArticle, findArticleText } from '#electron/store/queries/articles.ts'
import { type CardEvidence, insertCard } from '#electron/store/queries/cards.ts'
import { findFit } from '#electron/store/queries/fits.ts'
import {
  type CardMemoryRow,
  listEntityMemories,
  listFigureMemories,
  listNewPlaces,
  listOpenSuggestions,
  type NewPlaceRow,
  type OpenSuggestionRow,
} from '#electron/store/queries/recall.ts'
import { indexEntry } from '#electron/store/queries/search.ts'
import { settleSuggestion } from '#electron/store/queries/suggestions.ts'
import { cardOfNew } from '#shared/domain/cards-of-new.ts'
import { type ArticleId, type CardId, newId, type SuggestionId } from '#shared/domain/ids.ts'
import { recallOf } from '#shared/domain/recall.ts'
import { os, type ServiceContext } from './context.ts'
import { shorten, stored } from './words.ts'

/** So many at once: a book names hundreds, and nobody learns them in a week. */
const MOST_AT_ONCE = 50

/** How well the person remembers what an article names. */
export function createRecallService(context: ServiceContext) {
  const { library, clock } = context
  return {
    inArticle: os.recall.inArticle.handler(({ input: { articleId, now } }) => {
      const nowMs = now ?? clock()
      const parameters = findFit(library.read)?.parameters
      const entities = recallById(listEntityMemories(library.read, articleId), nowMs, parameters)
      const figures = recallById(listFigureMemories(library.read, articleId), nowMs, parameters)
      return {
        entities: entities.map(({ id, ...recall }) => ({ ...recall, entityId: id })),
        figures: figures.map(({ id, ...recall }) => ({ ...recall, figureId: id })),
      }
    }),
    makeCards: makeCards(context),
  }
}

function recallById<Id extends string>(
  rows: readonly CardMemoryRow<Id>[],
  nowMs: number,
  parameters: readonly number[] | undefined,
) {
  return [...Map.groupBy(rows, ({ id }) => id)].map(([id, cards]) => ({ id, ...recallOf(cards, nowMs, parameters) }))
}

/** A card about to be made; `suggestionId` where one was proposed. */
interface CardToMake extends Pick<CardEvidence, 'entityId' | 'figureId'> {
  readonly kind: 'basic' | 'cloze'
  readonly front: string
  readonly back: string
  readonly start: number
  readonly end: number
  readonly quote: string
  readonly suggestionId: SuggestionId | null
}

function makeCards({ library, changes, clock }: ServiceContext) {
  return os.recall.makeCards.handler(({ input: { articleId }, errors }) => {
    const nowMs = clock()
    const article = findArticle(library.read, articleId)
    if (!article) throw errors.ARTICLE_MISSING()
    const text = stored(findArticleText(library.read, articleId))
    const things = groupThings(listNewPlaces(library.read, articleId))
    const proposed = bestSuggestions(listOpenSuggestions(library.read, articleId))
    const wanted = things.map((places) => cardFor(text, places, proposed))
    const fit = wanted.filter((card) => card !== null)
    const made = fit.slice(0, MOST_AT_ONCE)
    const outcome = { made: made.length, left: fit.length - made.length, unfit: wanted.length - fit.length }
    if (made.length === 0) return outcome
    const label = `${made.length === 1 ? 'Card' : `${made.length} cards`} from “${shorten(article.title)}”`
    library.act({ kind: 'card.createNew', label, articleId }, nowMs, (db) => {
      for (const card of made) storeCard(db, articleId, card, clock())
    })
    changes.announce(['suggestion', 'card', 'review', 'articleCounts', 'entity', 'history'], articleId)
    return outcome
  })
}

const keyOf = ({ entityId, figureId }: Pick<CardEvidence, 'entityId' | 'figureId'>) => entityId ?? figureId ?? ''

/** The places of each thing together; what is named most often first, then by place. */
function groupThings(places: readonly NewPlaceRow[]): NewPlaceRow[][] {
  return [...Map.groupBy(places, keyOf).values()].sort((a, b) => b.length - a.length)
}

function bestSuggestions(open: readonly OpenSuggestionRow[]): ReadonlyMap<string, OpenSuggestionRow> {
  const best = new Map<string, OpenSuggestionRow>()
  for (const one of open) if (!best.has(keyOf(one))) best.set(keyOf(one), one)
  return best
}

function cardFor(
  text: string,
  places: readonly NewPlaceRow[],
  proposed: ReadonlyMap<string, OpenSuggestionRow>,
): CardToMake | null {
  const [first] = places
  if (!first) return null
  const { entityId, figureId, kind, measures } = first
  const suggestion = proposed.get(keyOf(first))
  if (suggestion) {
    const { id, cardKind, ...card } = suggestion
    return { ...card, kind: cardKind, suggestionId: id }
  }
  const card = cardOfNew(text, { kind, measures, places })
  return card && { ...card, kind: 'cloze', back: '', entityId, figureId, suggestionId: null }
}

function storeCard(db: WriteHandle, articleId: ArticleId, { suggestionId, ...card }: CardToMake, nowMs: number): void {
  const id = newId<CardId>(nowMs)
  insertCard(db, { ...card, id, articleId, annotationId: null }, nowMs)
  if (suggestionId) settleSuggestion(db, suggestionId, 'accepted', id, nowMs)
  indexEntry(db, 'card', id)
}
