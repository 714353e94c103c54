import { browseCards, listCards } from '#electron/store/queries/card-list.ts'
import { deleteCards, findCard, putBuried, putSuspended } from '#electron/store/queries/cards.ts'
import { indexEntry } from '#electron/store/queries/search.ts'
import { nextStudyDay } from '#shared/domain/study-days.ts'
import { createBulkChange } from './card-bulk.ts'
import { toCard } from './card-view.ts'
import { createCardWriting } from './card-writing.ts'
import { os, type ServiceContext } from './context.ts'
import { readSettings } from './settings-service.ts'
import { shorten, stored } from './words.ts'

/** Cards: made, changed, set aside. */
export function createCardService(context: ServiceContext) {
  const { library, clock } = context
  return {
    list: os.card.list.handler(({ input }) => {
      const page = listCards(library.read, input, input.now ?? clock())
      return { ...page, items: page.items.map(toCard) }
    }),
    get: os.card.get.handler(({ input, errors }) => {
      const card = findCard(library.read, input.cardId)
      if (!card) throw errors.CARD_MISSING()
      return toCard(card)
    }),
    browse: os.card.browse.handler(({ input }) => {
      const { filter, sort, descending, offset, limit } = input
      const page = browseCards(library.read, filter, { sort, descending }, { offset, limit }, input.now ?? clock())
      return { ...page, items: page.items.map(toCard) }
    }),
    ...createCardWriting(context),
    bulk: createBulkChange(context),
    remove: remove(context),
    suspend: suspend(context),
    bury: bury(context),
  }
}

function remove({ library, changes, clock }: ServiceContext) {
  return os.card.remove.handler(({ input: { cardIds } }) => {
    const nowMs = clock()
    const [first] = cardIds
    const one = first && cardIds.length === 1 ? findCard(library.read, first) : null
    const label = one ? `Removal of card “${shorten(one.front)}”` : `Removal of ${cardIds.length} cards`
    const removed = library.act({ kind: 'card.remove', label, articleId: null }, nowMs, (db) => {
      const count = deleteCards(db, cardIds, nowMs)
      for (const id of cardIds) indexEntry(db, 'card', id)
      return count
    })
    changes.announce(['card', 'review', 'articleCounts', 'entity', 'history'])
    return { removed }
  })
}

function suspend({ library, changes, clock }: ServiceContext) {
  return os.card.suspend.handler(({ input: { cardId, suspended }, errors }) => {
    const nowMs = clock()
    const card = findCard(library.read, cardId)
    if (!card) throw errors.CARD_MISSING()
    const label = `${suspended ? 'Suspension' : 'Return'} of card “${shorten(card.front)}”`
    library.act({ kind: 'card.suspend', label, articleId: null }, nowMs, (db) =>
      putSuspended(db, cardId, suspended, nowMs),
    )
    changes.announce(['card', 'review', 'history'])
    return toCard(stored(findCard(library.read, cardId)))
  })
}

function bury({ library, changes, clock }: ServiceContext) {
  return os.card.bury.handler(({ input, errors }) => {
    const nowMs = clock()
    const card = findCard(library.read, input.cardId)
    if (!card) throw errors.CARD_MISSING()
    const untilMs = nextStudyDay(input.now ?? nowMs, readSettings(library.read).dayStartsAtHour)
    const label = `Card “${shorten(card.front)}” put off to tomorrow`
    library.act({ kind: 'card.bury', label, articleId: null }, nowMs, (db) => putBuried(db, card.id, untilMs, nowMs))
    changes.announce(['card', 'review', 'history'])
    return toCard(stored(findCard(library.read, card.id)))
  })
}
