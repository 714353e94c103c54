import type { ReadHandle, WriteHandle } from '#electron/store/handle.ts'
import { type CardRow, findCard, putLeech, updateCardMemory } from '#electron/store/queries/cards.ts'
import { deleteConfusions, insertConfusion } from '#electron/store/queries/confusions.ts'
import { findPracticeCard } from '#electron/store/queries/practice.ts'
import { burySiblings, unbury } from '#electron/store/queries/queue.ts'
import {
  type AnswerEffects,
  deleteReview,
  findLastReview,
  insertReview,
  listLog,
} from '#electron/store/queries/reviews.ts'
import { addTag, removeTag } from '#electron/store/queries/tags.ts'
import type { NextReview } from '#shared/contract/study.ts'
import { type CardId, type ConfusionId, newId, type ReviewId } from '#shared/domain/ids.ts'
import { foldLog, type Memory } from '#shared/domain/scheduling.ts'
import { nextStudyDay, studyDayOf } from '#shared/domain/study-days.ts'
import { toCard } from './card-view.ts'
import { os, type ServiceContext } from './context.ts'
import { createLateClock } from './late-clock.ts'
import { askableOf } from './practice-pool.ts'
import { judgeTyped } from './practice-service.ts'
import { type PlannedDeck, readStudyPlan, type StudyPlan, schedulerOf, spreadOf } from './study-plan.ts'
import { StudyQueue } from './study-queue.ts'
import { shorten, stored } from './words.ts'

/** The tag that a card forgotten again and again is given. */
const LEECH_TAG = 'leech'

/** Answering cards. */
export function createReviewService(context: ServiceContext) {
  const late = createLateClock(context)
  return { next: next(context), answer: answer(context), undo: undo(context), counts: counts(context), ...late }
}

function next({ library: { read }, clock }: ServiceContext) {
  return os.review.next.handler(({ input }) => {
    const nowMs = input.now ?? clock()
    const plan = readStudyPlan(read, nowMs)
    const id = new StudyQueue(read, plan, nowMs, input.deckId, input.aheadMinutes).next()
    const card = id && findCard(read, id)
    if (!card) return null
    return withIntervals(read, plan, card, nowMs)
  })
}

/** A card to answer, with what each grade would do. */
function withIntervals(read: ReadHandle, plan: StudyPlan, card: CardRow, nowMs: number): NextReview {
  const planned = plan.deckOf(card.deckId)
  const intervals = schedulerOf(plan, planned)
    .preview(card.memory, nowMs, spreadOf(read, plan, planned, card, nowMs))
    .map(({ grade, memory: { dueAtMs } }) => ({ grade, dueAtMs, intervalMs: Math.max(0, dueAtMs - nowMs) }))
  return { ...toCard(card), intervals }
}

function answer({ library, changes, clock }: ServiceContext) {
  return os.review.answer.handler(({ input, errors }) => {
    const nowMs = clock()
    const reviewedAtMs = input.now ?? nowMs
    const card = findCard(library.read, input.cardId)
    if (!card) throw errors.CARD_MISSING()
    if (input.reps !== undefined && input.reps !== card.memory.reps) throw errors.ANSWERED_MEANWHILE()
    const plan = readStudyPlan(library.read, reviewedAtMs)
    const planned = plan.deckOf(card.deckId)
    const hour = plan.settings.dayStartsAtHour
    const spread = spreadOf(library.read, plan, planned, card, reviewedAtMs)
    const outcome = schedulerOf(plan, planned).answer(card.memory, input.grade, reviewedAtMs, spread)
    const reviewId = newId<ReviewId>(nowMs)
    const label = `Answer to “${shorten(card.front)}”`
    library.act({ kind: 'review.answer', label, articleId: null }, nowMs, (db) => {
      updateCardMemory(db, card.id, outcome.memory, nowMs)
      const followed = followAnswer(db, card, outcome.memory, planned, nextStudyDay(reviewedAtMs, hour), nowMs)
      const confused = noteConfusions(db, card.id, input.typed ?? '', nowMs)
      const effects = confused.length > 0 ? { ...(followed ?? noEffects), confused } : followed
      const given = { id: reviewId, cardId: card.id, deckId: planned.deck.id, kind: 'answer' as const, effects }
      insertReview(
        db,
        {
          ...given,
          grade: input.grade,
          reviewedAtMs,
          durationMs: input.durationMs ?? null,
          day: studyDayOf(reviewedAtMs, hour),
          elapsedDays: outcome.elapsedDays,
          predicted: card.memory.stage === 2 ? outcome.predicted : null,
          stageBefore: card.memory.stage,
          after: outcome.memory,
        },
        nowMs,
      )
    })
    changes.announce(['review', 'card', 'history'])
    return { reviewId, card: toCard(stored(findCard(library.read, card.id))) }
  })
}

/** What an answer does besides: siblings are put off, and a card forgotten too often becomes a leech. */
function followAnswer(
  db: WriteHandle,
  card: CardRow,
  after: Memory,
  { options }: PlannedDeck,
  tomorrowMs: number,
  nowMs: number,
): AnswerEffects | null {
  const buried = options.burySiblings ? burySiblings(db, card, tomorrowMs, nowMs) : []
  const leech = after.lapses > card.memory.lapses && isLeechAt(after.lapses, options.leechAfter)
  const suspended = leech && options.leechAction === 'suspend' && !card.suspended
  if (leech) {
    putLeech(db, card.id, true, suspended || card.suspended, nowMs)
    addTag(db, 'card', card.id, LEECH_TAG, nowMs)
  }
  return buried.length > 0 || leech ? { buried, buriedUntilMs: tomorrowMs, leech, suspended } : null
}

const noEffects: AnswerEffects = { buried: [], buriedUntilMs: 0, leech: false, suspended: false }

/** Notes who was named in another's place by what was typed; gives the ids of the notes. */
function noteConfusions(db: WriteHandle, cardId: CardId, typed: string, nowMs: number): ConfusionId[] {
  const row = typed.trim() === '' ? null : findPracticeCard(db, cardId)
  const asked = row && askableOf(db, row)
  if (!asked) return []
  return judgeTyped(db, asked, typed).mistaken.map(([entityId, otherId]) => {
    const id = newId<ConfusionId>(nowMs)
    insertConfusion(db, { id, entityId, otherId, cardId }, nowMs)
    return id
  })
}

/** At the limit, and at every half of it again. Source: https://docs.ankiweb.net/leeches.html */
function isLeechAt(lapses: number, limit: number): boolean {
  return limit > 0 && lapses >= limit && (lapses - limit) % Math.max(1, Math.ceil(limit / 2)) === 0
}

/** Takes the last answer back. When it was the last thing done, it can be redone; else this is an action of its own. */
function undo({ library, changes, clock }: ServiceContext) {
  return os.review.undo.handler(() => {
    const nowMs = clock()
    const last = findLastReview(library.read)
    if (!last) return null
    if (library.findUndo()?.kind === 'review.answer') library.undoNow(nowMs, () => {})
    else takeBack(library, last, nowMs)
    changes.announce(['review', 'card', 'history'])
    const card = stored(findCard(library.read, last.cardId))
    const { intervals } = withIntervals(library.read, readStudyPlan(library.read, nowMs), card, nowMs)
    return { card: toCard(card), intervals }
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
    const memory = foldLog(card.createdAtMs, listLog(db, card.id), readStudyPlan(db, nowMs).parameters)
    updateCardMemory(db, card.id, memory, nowMs)
    if (!last.effects) return
    deleteConfusions(db, last.effects.confused ?? [])
    unbury(db, last.effects.buried, last.effects.buriedUntilMs, nowMs)
    if (!last.effects.leech) return
    putLeech(db, card.id, false, card.suspended && !last.effects.suspended, nowMs)
    removeTag(db, 'card', card.id, LEECH_TAG)
  })
}

function counts({ library: { read }, clock }: ServiceContext) {
  return os.review.counts.handler(({ input }) => {
    const nowMs = input.now ?? clock()
    const queue = new StudyQueue(read, readStudyPlan(read, nowMs), nowMs, input.deckId, input.aheadMinutes)
    const counts = queue.counts()
    const isDone = counts.due + counts.new + counts.learning === 0
    const next = isDone ? queue.nextDue() : null
    return {
      ...counts,
      answeredToday: queue.answered(),
      nextDueAtMs: next?.atMs ?? null,
      isNextLearning: next?.isLearning ?? false,
    }
  })
}

/** How many cards wait to be answered now, new ones and those in learning among them. */
export function countDueNow({ library: { read }, clock }: ServiceContext): number {
  const nowMs = clock()
  const counts = new StudyQueue(read, readStudyPlan(read, nowMs), nowMs, undefined).counts()
  return counts.due + counts.new + counts.learning
}
