import { findArticleText } from '#electron/store/queries/articles.ts'
import {
  type CardRow,
  deleteCards,
  findCard,
  insertCard,
  listCards,
  putBuried,
  putSuspended,
  updateCardText,
} from '#electron/store/queries/cards.ts'
import { indexEntry } from '#electron/store/queries/search.ts'
import { putTags } from '#electron/store/queries/tags.ts'
import type { Card } from '#shared/contract/study.ts'
import { hasCloze } from '#shared/domain/cloze.ts'
import { type CardId, newId } from '#shared/domain/ids.ts'
import { nextStudyDay } from '#shared/domain/scheduling.ts'
import { os, type ServiceContext } from './context.ts'
import { readSettings } from './settings-service.ts'
import { shorten, stored } from './words.ts'

const stages = ['new', 'learning', 'review', 'relearning'] as const

/** A stored card as the contract shows it. */
export function toCard({ memory, ...row }: CardRow): Card {
  const { stage, dueAtMs, stability, difficulty, reps, lapses, lastReviewAtMs } = memory
  return { ...row, state: stages[stage], dueAtMs, stability, difficulty, reps, lapses, lastReviewAtMs }
}

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
    create: create(context),
    update: update(context),
    remove: remove(context),
    suspend: suspend(context),
    bury: bury(context),
  }
}

function create({ library, changes, clock }: ServiceContext) {
  return os.card.create.handler(({ input, errors }) => {
    const nowMs = clock()
    const { articleId = null, start = null, end = null } = input
    const text = articleId === null ? null : findArticleText(library.read, articleId)
    if (articleId !== null && text === null) throw errors.ARTICLE_MISSING()
    const hasPassage = text !== null && start !== null && end !== null
    if (hasPassage && (start >= end || end > text.length)) throw errors.OUT_OF_RANGE()
    const id = newId<CardId>(nowMs)
    const card = {
      id,
      kind: input.kind,
      front: input.front,
      back: input.back,
      articleId,
      start: hasPassage ? start : null,
      end: hasPassage ? end : null,
      quote: hasPassage ? text.slice(start, end) : '',
      entityId: input.entityId ?? null,
      figureId: input.figureId ?? null,
      annotationId: input.annotationId ?? null,
    }
    library.act({ kind: 'card.create', label: `Card “${shorten(input.front)}”`, articleId }, nowMs, (db) => {
      insertCard(db, card, nowMs)
      putTags(db, 'card', id, input.tags, nowMs)
      indexEntry(db, 'card', id)
    })
    changes.announce(['card', 'review', 'articleCounts', 'entity', 'history'], articleId)
    return toCard(stored(findCard(library.read, id)))
  })
}

function update({ library, changes, clock }: ServiceContext) {
  return os.card.update.handler(({ input, errors }) => {
    const nowMs = clock()
    const before = findCard(library.read, input.cardId)
    if (!before) throw errors.CARD_MISSING()
    const [front, back] = [input.front ?? before.front, input.back ?? before.back]
    if (!isComplete(before.kind, front, back)) throw errors.CARD_INCOMPLETE()
    library.act({ kind: 'card.update', label: `Change of card “${shorten(front)}”`, articleId: null }, nowMs, (db) => {
      updateCardText(db, before.id, front, back, nowMs)
      if (input.tags) putTags(db, 'card', before.id, input.tags, nowMs)
      indexEntry(db, 'card', before.id)
    })
    changes.announce(['card', 'review', 'history'], before.evidence.articleId)
    return toCard(stored(findCard(library.read, before.id)))
  })
}

function isComplete(kind: CardRow['kind'], front: string, back: string): boolean {
  return kind === 'cloze' ? hasCloze(front) : back.trim() !== ''
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
