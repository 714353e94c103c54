import { insertAcceptedAnswer, putEvidence } from '#electron/store/queries/answers.ts'
import { findArticleText } from '#electron/store/queries/articles.ts'
import { type CardRow, findCard, listFamily, putSuspended, updateCardText } from '#electron/store/queries/cards.ts'
import { findPracticeCard } from '#electron/store/queries/practice.ts'
import { indexEntry } from '#electron/store/queries/search.ts'
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

function sourceOf({ library }: ServiceContext, { evidence }: CardRow): SourceState {
  const { articleId, start, end, quote } = evidence
  const text = articleId === null ? null : findArticleText(library.read, articleId)
  const place = start === null || end === null ? null : { start, end }
  return text === null ? { state: 'same' } : compareSource(text, quote, place)
}

/** The card with a word on what the source says now; none on one that is asked both ways, whose answer is a question too. */
function keepSides({ kind, familyId, front, back }: CardRow, now: string) {
  if (kind === 'basic' && familyId !== null) return null
  return { front, back: `${back}\n\nSaid at the time; the source now says: ${now}`.trim() }
}

const settled = { update: 'Update', keep: 'Kept as history:', retire: 'Retirement' } as const

function settle(context: ServiceContext) {
  const { library, changes, clock } = context
  return os.evidence.settle.handler(({ input: { cardId, how }, errors }) => {
    const card = findCard(library.read, cardId)
    if (!card) throw errors.CARD_MISSING()
    const nowMs = clock()
    const source = sourceOf(context, card)
    const label = `${settled[how]} of card “${shorten(card.front)}”`.replace(': of card', ' card')
    library.act({ kind: `card.${how}`, label, articleId: null }, nowMs, (db) => {
      if (how === 'retire') putSuspended(db, cardId, true, nowMs)
      if (source.state !== 'changed' || how === 'retire') return
      const { start, end, now } = source
      const sides = how === 'update' ? updateSides(card, card.evidence.quote, now) : keepSides(card, now)
      // What was written as one is settled as one.
      const family = card.familyId === null ? [card] : listFamily(db, card.familyId)
      for (const { id, evidence } of family) {
        if (sides) updateCardText(db, id, sides.front, sides.back, nowMs)
        if (evidence.quote === card.evidence.quote) putEvidence(db, id, { start, end, quote: now }, nowMs)
        indexEntry(db, 'card', id)
      }
    })
    changes.announce(['card', 'review', 'history'])
    return toCard(stored(findCard(library.read, cardId)))
  })
}
