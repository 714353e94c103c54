import { findCard, insertCard } from '#electron/store/queries/cards.ts'
import { indexEntry } from '#electron/store/queries/search.ts'
import { findSuggestion, listSuggestions, settleSuggestion } from '#electron/store/queries/suggestions.ts'
import { type CardId, newId } from '#shared/domain/ids.ts'
import { toCard } from './card-service.ts'
import { os, type ServiceContext } from './context.ts'
import { shorten, stored } from './words.ts'

/** Cards proposed from the text. */
export function createSuggestionService(context: ServiceContext) {
  return {
    list: os.suggestion.list.handler(({ input }) => listSuggestions(context.library.read, input)),
    accept: accept(context),
    dismiss: dismiss(context),
  }
}

function accept({ library, changes, clock }: ServiceContext) {
  return os.suggestion.accept.handler(({ input, errors }) => {
    const nowMs = clock()
    const suggestion = findSuggestion(library.read, input.suggestionId)
    if (!suggestion || suggestion.state === 'accepted') throw errors.SUGGESTION_MISSING()
    const { articleId, start, end, quote, entityId, figureId } = suggestion
    const [front, back] = [input.front ?? suggestion.front, input.back ?? suggestion.back]
    const id = newId<CardId>(nowMs)
    const evidence = { articleId, start, end, quote, entityId, figureId, annotationId: null }
    library.act({ kind: 'suggestion.accept', label: `Card “${shorten(front)}”`, articleId }, nowMs, (db) => {
      insertCard(db, { id, kind: suggestion.cardKind, front, back, ...evidence }, nowMs)
      settleSuggestion(db, suggestion.id, 'accepted', id, nowMs)
      indexEntry(db, 'card', id)
    })
    changes.announce(['suggestion', 'card', 'review', 'articleCounts', 'entity', 'history'], articleId)
    return toCard(stored(findCard(library.read, id)))
  })
}

function dismiss({ library, changes, clock }: ServiceContext) {
  return os.suggestion.dismiss.handler(({ input, errors }) => {
    const nowMs = clock()
    const suggestion = findSuggestion(library.read, input.suggestionId)
    if (!suggestion) throw errors.SUGGESTION_MISSING()
    const { articleId } = suggestion
    const label = `Dismissal of “${shorten(suggestion.front)}”`
    library.act({ kind: 'suggestion.dismiss', label, articleId }, nowMs, (db) =>
      settleSuggestion(db, suggestion.id, 'dismissed', null, nowMs),
    )
    changes.announce(['suggestion', 'history'], articleId)
    return {}
  })
}
