import type { WriteHandle } from '#electron/store/handle.ts'
import { type CardRow, listCardsById, putBuried } from '#electron/store/queries/cards.ts'
import { type ClockNow, findLate, listLateCardIds } from '#electron/store/queries/late-clock.ts'
import { nextStudyDay, studyDayOf } from '#shared/domain/study-days.ts'
import { writeMemory } from './card-bulk.ts'
import { os, type ServiceContext } from './context.ts'
import { readSettings } from './settings-service.ts'

const DAY_MS = 86_400_000
const SLICE = 1000

/**
 * Cards answered while the clock was ahead wait for days that are far off once it is set right. Which clock is the right
 * one only the person knows: a computer whose clock has stopped shows the same.
 */
export function createLateClock(context: ServiceContext) {
  const { library, clock } = context
  return {
    late: os.review.late.handler(({ input }) => {
      const nowMs = input.now ?? clock()
      return findLate(library.read, clockNow(nowMs, readSettings(library.read).dayStartsAtHour))
    }),
    bringBack: bringBack(context),
  }
}

function clockNow(nowMs: number, hour: number): ClockNow {
  // A zone further west lengthens what was put off until the next day.
  return { nowMs, day: studyDayOf(nowMs, hour), longestPutOffMs: nextStudyDay(nowMs, hour) + DAY_MS }
}

function bringBack({ library, changes, clock }: ServiceContext) {
  return os.review.bringBack.handler(({ input }) => {
    const nowMs = clock()
    const atMs = input.now ?? nowMs
    const hour = readSettings(library.read).dayStartsAtHour
    const now = clockNow(atMs, hour)
    const ids = listLateCardIds(library.read, now)
    if (ids.length === 0) return { changed: 0 }
    const label = ids.length === 1 ? '1 card as if answered today' : `${ids.length} cards as if answered today`
    library.act({ kind: 'review.bringBack', label, articleId: null }, nowMs, (db) => {
      for (let at = 0; at < ids.length; at += SLICE)
        for (const card of listCardsById(db, ids.slice(at, at + SLICE))) bringCardBack(db, card, now, { nowMs, hour })
    })
    changes.announce(['review', 'card', 'deck', 'history'])
    return { changed: ids.length }
  })
}

/** A card waits as long from now as it was to wait from its last answer; what was put off is so no longer. */
function bringCardBack(
  db: WriteHandle,
  card: CardRow,
  { nowMs: atMs, day }: ClockNow,
  { nowMs, hour }: { readonly nowMs: number; readonly hour: number },
): void {
  const { lastReviewAtMs, dueAtMs } = card.memory
  if (lastReviewAtMs === null || lastReviewAtMs <= atMs) {
    putBuried(db, card.id, null, nowMs)
    return
  }
  const after = { ...card.memory, dueAtMs: atMs + Math.max(0, dueAtMs - lastReviewAtMs), lastReviewAtMs: atMs }
  const elapsedDays = Math.min(-1, day - studyDayOf(lastReviewAtMs, hour))
  writeMemory(db, card, 'due', after, { nowMs, atMs, hour }, elapsedDays)
}
