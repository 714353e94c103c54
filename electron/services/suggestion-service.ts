import { findCard } from '#electron/store/queries/cards.ts'
import { findSuggestion, listSuggestions, settleSuggestion } from '#electron/store/queries/suggestions.ts'
import { toCard } from './card-view.ts'
import { isComplete, writeCards } from './card-writing.ts'
import { os, type ServiceContext } from './context.ts'
import { shorten, stored } from './words.ts'

/** Cards proposed from the text. */
export function createSuggestionService(context: ServiceContext) {
  return {
    list: os.suggestion.list.handler(({ input }) => listSuggestions(context.library.read, input)),
    accept: accept(context),
    acceptMany: acceptMany(context),
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
    if (!isComplete(suggestion.cardKind, front, back)) throw errors.CARD_INCOMPLETE()
    const evidence = { articleId, start, end, quote, entityId, figureId, annotationId: null }
    const written = { kind: suggestion.cardKind, front, back, typed: false, tags: [], evidence }
    const id = library.act({ kind: 'suggestion.accept', label: `Card “${shorten(front)}”`, articleId }, nowMs, (db) => {
      const [id = null] = writeCards(db, written, [0], null, nowMs)
      settleSuggestion(db, suggestion.id, 'accepted', id, nowMs)
      return id
    })
    changes.announce(['suggestion', 'card', 'review', 'articleCounts', 'entity', 'history'], articleId)
    return toCard(stored(id && findCard(library.read, id)))
  })
}

function acceptMany({ library, changes, clock }: ServiceContext) {
  return os.suggestion.acceptMany.handler(({ input }) => {
    const nowMs = clock()
    const open = [...new Set(input.suggestionIds)].flatMap((id) => {
      const suggestion = findSuggestion(library.read, id)
      return suggestion?.state === 'open' ? [suggestion] : []
    })
    if (open.length === 0) return { accepted: 0 }
    const label = open.length === 1 ? `Card “${shorten(open[0]?.front ?? '')}”` : `${open.length} suggested cards`
    library.act({ kind: 'suggestion.accept', label, articleId: null }, nowMs, (db) => {
      for (const { id, cardKind: kind, front, back, articleId, start, end, quote, entityId, figureId } of open) {
        const evidence = { articleId, start, end, quote, entityId, figureId, annotationId: null }
        const [card = null] = writeCards(db, { kind, front, back, typed: false, tags: [], evidence }, [0], null, nowMs)
        settleSuggestion(db, id, 'accepted', card, nowMs)
      }
    })
    changes.announce(['suggestion', 'card', 'review', 'articleCounts', 'entity', 'history'])
    return { accepted: open.length }
  })
}

function dismiss({ library, changes, clock }: ServiceContext) {
  return os.suggestion.dismiss.handler(({ input, errors }) => {
    const nowMs = clock()
    const suggestion = findSuggestion(library.read, input.suggestionId)
    if (!suggestion || suggestion.state === 'accepted') throw errors.SUGGESTION_MISSING()
    if (suggestion.state === 'dismissed') return {}
    const { articleId } = suggestion
    const label = `Dismissal of “${shorten(suggestion.front)}”`
    library.act({ kind: 'suggestion.dismiss', label, articleId }, nowMs, (db) =>
      settleSuggestion(db, suggestion.id, 'dismissed', null, nowMs),
    )
    changes.announce(['suggestion', 'history'], articleId)
    return {}
  })
}
