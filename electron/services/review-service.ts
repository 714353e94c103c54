import { type CardRow, findCard, updateCardMemory } from '#electron/store/queries/cards.ts'
import {
  countAnswered,
  countQueue,
  deleteReview,
  findLastReview,
  findNextCardId,
  findNextDue,
  insertReview,
  listAnswers,
} from '#electron/store/queries/reviews.ts'
import type { Settings } from '#shared/contract/library.ts'
import { newId, type ReviewId } from '#shared/domain/ids.ts'
import { createScheduler, nextStudyDay, studyDayStart } from '#shared/domain/scheduling.ts'
import { toCard } from './card-service.ts'
import { os, type ServiceContext } from './context.ts'
import { readSettings } from './settings-service.ts'
import { shorten, stored } from './words.ts'

/** As many cards as can be counted: no limit. */
const MOST_COUNTED = 1_000_000

/** Answering cards. */
export function createReviewService(context: ServiceContext) {
  return { next: next(context), answer: answer(context), undo: undo(context), counts: counts(context) }
}

/** How many more new cards and reviews today's limits let in. */
function allowance({ library }: ServiceContext, settings: Settings, nowMs: number) {
  const hour = settings.dayStartsAtHour
  const answered = countAnswered(library.read, studyDayStart(nowMs, hour), nextStudyDay(nowMs, hour))
  return {
    answered: answered.all,
    new: Math.max(0, settings.newCardsPerDay - answered.new),
    reviews: Math.max(0, settings.reviewsPerDay - answered.reviews),
  }
}

/** Learning steps come first, for their time is short; then reviews; then new cards. */
function findNext(context: ServiceContext, settings: Settings, nowMs: number): CardRow | null {
  const { read } = context.library
  const left = allowance(context, settings, nowMs)
  const id =
    findNextCardId(read, 'learning', nowMs) ??
    (left.reviews > 0 ? findNextCardId(read, 'review', nowMs) : null) ??
    (left.new > 0 ? findNextCardId(read, 'new', nowMs) : null)
  return id ? findCard(read, id) : null
}

function next(context: ServiceContext) {
  return os.review.next.handler(({ input }) => {
    const nowMs = input.now ?? context.clock()
    const settings = readSettings(context.library.read)
    const card = findNext(context, settings, nowMs)
    if (!card) return null
    const intervals = createScheduler(settings.desiredRetention)
      .preview(card.memory, nowMs)
      .map(({ grade, memory: { dueAtMs } }) => ({ grade, dueAtMs, intervalMs: Math.max(0, dueAtMs - nowMs) }))
    return { ...toCard(card), intervals }
  })
}

function answer({ library, changes, clock }: ServiceContext) {
  return os.review.answer.handler(({ input, errors }) => {
    const nowMs = clock()
    const reviewedAtMs = input.now ?? nowMs
    const card = findCard(library.read, input.cardId)
    if (!card) throw errors.CARD_MISSING()
    const { desiredRetention } = readSettings(library.read)
    const after = createScheduler(desiredRetention).answer(card.memory, input.grade, reviewedAtMs)
    const reviewId = newId<ReviewId>(nowMs)
    const label = `Answer to “${shorten(card.front)}”`
    library.act({ kind: 'review.answer', label, articleId: null }, nowMs, (db) => {
      const durationMs = input.durationMs ?? null
      const review = { id: reviewId, cardId: card.id, grade: input.grade, reviewedAtMs, durationMs, after }
      insertReview(db, { ...review, stageBefore: card.memory.stage }, nowMs)
      updateCardMemory(db, card.id, after, nowMs)
    })
    changes.announce(['review', 'card', 'history'])
    return { reviewId, card: toCard(stored(findCard(library.read, card.id))) }
  })
}

/** Takes the last answer back. When it was the last thing done, it can be redone; else this is an action of its own. */
function undo({ library, changes, clock }: ServiceContext) {
  return os.review.undo.handler(() => {
    const nowMs = clock()
    const last = findLastReview(library.read)
    if (!last) return null
    if (library.findUndo()?.kind === 'review.answer') library.undo(nowMs, () => {})
    else takeBack(library, last, nowMs)
    changes.announce(['review', 'card', 'history'])
    return { card: toCard(stored(findCard(library.read, last.cardId))) }
  })
}

function takeBack(
  library: ServiceContext['library'],
  last: NonNullable<ReturnType<typeof findLastReview>>,
  nowMs: number,
): void {
  const card = stored(findCard(library.read, last.cardId))
  const label = `Answer to “${shorten(card.front)}” taken back`
  library.act({ kind: 'review.undo', label, articleId: null }, nowMs, (db) => {
    deleteReview(db, last.id, nowMs)
    const { desiredRetention } = readSettings(db)
    const memory = createScheduler(desiredRetention).replay(card.createdAtMs, listAnswers(db, card.id))
    updateCardMemory(db, card.id, memory, nowMs)
  })
}

function counts(context: ServiceContext) {
  return os.review.counts.handler(({ input }) => {
    const { read } = context.library
    const nowMs = input.now ?? context.clock()
    const settings = readSettings(read)
    const left = allowance(context, settings, nowMs)
    const due = countQueue(read, 'review', nowMs, left.reviews)
    const fresh = countQueue(read, 'new', nowMs, left.new)
    const learning = countQueue(read, 'learning', nowMs, MOST_COUNTED)
    const isDone = due + fresh + learning === 0
    return {
      due,
      new: fresh,
      learning,
      answeredToday: left.answered,
      nextDueAtMs: isDone ? nextDue(context, settings, nowMs) : null,
    }
  })
}

/** What is held back by today's limits comes tomorrow, where the limits let in any at all. */
function nextDue({ library: { read } }: ServiceContext, settings: Settings, nowMs: number): number | null {
  const due = findNextDue(read, nowMs)
  const isHeld = (queue: 'new' | 'review', limit: number) => limit > 0 && countQueue(read, queue, nowMs, 1) > 0
  const held = isHeld('new', settings.newCardsPerDay) || isHeld('review', settings.reviewsPerDay)
  const tomorrow = held ? nextStudyDay(nowMs, settings.dayStartsAtHour) : null
  if (due === null || tomorrow === null) return due ?? tomorrow
  return Math.min(due, tomorrow)
}
