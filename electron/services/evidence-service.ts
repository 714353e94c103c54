import type { WriteHandle } from '#electron/store/handle.ts'
import { insertAcceptedAnswer, keepSource, putEvidence } from '#electron/store/queries/answers.ts'
import { findArticleText } from '#electron/store/queries/articles.ts'
import { type CardRow, findCard, listFamily, putSuspended, updateCardText } from '#electron/store/queries/cards.ts'
import { findPracticeCard } from '#electron/store/queries/practice.ts'
import { indexEntry } from '#electron/store/queries/search.ts'
import { withNote } from '#shared/domain/history-note.ts'
import { type AcceptedAnswerId, type CardId, newId } from '#shared/domain/ids.ts'
import { compareSource, differingWords, type SourceState, updateSides } from '#shared/domain/source-change.ts'
import { toCard } from './card-view.ts'
import { os, type ServiceContext } from './context.ts'
import { askableOf, isNameType } from './practice-pool.ts'
import { judgeTyped } from './practice-service.ts'
import { shorten, stored } from './words.ts'

/** What a card rests on: whether its source still says it, and what may be answered to it. */
export function createEvidenceService(context: ServiceContext) {
  const { library, changes, clock } = context
  const askable = (cardId: CardId) => {
    const row = findPracticeCard(library.read, cardId)
    return row && askableOf(library.read, row)
  }
  return {
    check: os.evidence.check.handler(({ input, errors }) => {
      const card = findCard(library.read, input.cardId)
      if (!card) throw errors.CARD_MISSING()
      const source = sourceOf(context, card)
      if (source.state !== 'changed') return source
      const { before, now: after } = differingWords(card.evidence.quote, source.now)
      const canUpdate = updateSides(card, card.evidence.quote, source.now) !== null
      return { ...source, before, after, canUpdate }
    }),
    settle: settle(context),
    place: place(context),
    judge: os.evidence.judge.handler(({ input: { cardId, text }, errors }) => {
      if (!findCard(library.read, cardId)) throw errors.CARD_MISSING()
      const asked = askable(cardId)
      if (!asked) return null
      const { verdict } = judgeTyped(library.read, asked, text)
      const { accepted: correct, reason, detail } = verdict
      return { correct, reason, detail, canAccept: !correct && reason !== 'empty' }
    }),
    acceptAnswer: os.evidence.acceptAnswer.handler(({ input: { cardId, text }, errors }) => {
      const asked = askable(cardId)
      if (!asked) throw errors.CARD_MISSING()
      const nowMs = clock()
      const entityId = isNameType(asked.fact.type) ? asked.row.entityId : null
      const label = `“${shorten(text)}” counts as an answer`
      library.act({ kind: 'answer.accept', label, articleId: null }, nowMs, (db) => {
        const id = newId<AcceptedAnswerId>(nowMs)
        insertAcceptedAnswer(db, { id, entityId, cardId: entityId === null ? cardId : null, answer: text }, nowMs)
      })
      changes.announce(['card', 'history'])
      return {}
    }),
  }
}

function sourceOf({ library }: ServiceContext, { evidence, sourceKept }: CardRow): SourceState {
  const { articleId, start, end, quote } = evidence
  const text = articleId === null ? null : findArticleText(library.read, articleId)
  const place = start === null || end === null ? null : { start, end }
  const source = text === null ? ({ state: 'same' } as const) : compareSource(text, quote, place)
  return source.state === 'lost' && sourceKept ? { state: 'same' } : source
}

const settled = { update: 'Update', keep: 'Kept as history:', retire: 'Retirement' } as const

function settle(context: ServiceContext) {
  const { library, changes, clock } = context
  return os.evidence.settle.handler(({ input: { cardId, how }, errors }) => {
    const card = findCard(library.read, cardId)
    if (!card) throw errors.CARD_MISSING()
    const nowMs = clock()
    const source = sourceOf(context, card)
    const title = `“${shorten(card.front)}”`
    const isKeptAsIs = source.state === 'lost' && how === 'keep'
    const label = isKeptAsIs
      ? `Card ${title} kept as it is`
      : `${settled[how]} of card ${title}`.replace(': of card', ' card')
    library.act({ kind: `card.${how}`, label, articleId: null }, nowMs, (db) => {
      if (how === 'retire') putSuspended(db, cardId, true, nowMs)
      else if (isKeptAsIs) for (const { id } of sharingSource(db, card)) keepSource(db, id, nowMs)
      else if (source.state === 'changed') putChange(db, card, how, source, nowMs)
    })
    changes.announce(['card', 'review', 'history'])
    return toCard(stored(findCard(library.read, cardId)))
  })
}

/** Brings a card and its family up to what the source says now, or notes that on them. */
function putChange(
  db: WriteHandle,
  card: CardRow,
  how: 'update' | 'keep',
  { now, start, end }: Extract<SourceState, { state: 'changed' }>,
  nowMs: number,
): void {
  const { quote } = card.evidence
  const sides = how === 'update' ? updateSides(card, quote, now) : { front: card.front, back: withNote(card.back, now) }
  // What was written as one is settled as one.
  for (const { id, evidence } of familyOf(db, card)) {
    if (sides) updateCardText(db, id, sides.front, sides.back, nowMs)
    if (evidence.quote === quote) putEvidence(db, id, { start, end, quote: now }, nowMs)
    indexEntry(db, 'card', id)
  }
}

function place({ library, changes, clock }: ServiceContext) {
  return os.evidence.place.handler(({ input: { cardId, start, end }, errors }) => {
    const card = findCard(library.read, cardId)
    if (!card) throw errors.CARD_MISSING()
    const { articleId } = card.evidence
    const text = articleId === null ? '' : (findArticleText(library.read, articleId) ?? '')
    if (start >= end || end > text.length) throw errors.OUT_OF_RANGE()
    const nowMs = clock()
    const label = `Passage of card “${shorten(card.front)}”`
    library.act({ kind: 'card.place', label, articleId: null }, nowMs, (db) => {
      for (const { id } of sharingSource(db, card))
        putEvidence(db, id, { start, end, quote: text.slice(start, end) }, nowMs)
    })
    changes.announce(['card', 'review', 'history'])
    return toCard(stored(findCard(library.read, cardId)))
  })
}

function familyOf(db: WriteHandle, card: CardRow): CardRow[] {
  return card.familyId === null ? [card] : listFamily(db, card.familyId)
}

/** Those of its family that rest on the same words. */
function sharingSource(db: WriteHandle, card: CardRow): CardRow[] {
  return familyOf(db, card).filter(({ evidence }) => evidence.quote === card.evidence.quote)
}
