import { findAnnotation } from '#electron/store/queries/annotations.ts'
import { insertResurfaced, listOldMarks, listResurfaced, putSeen } from '#electron/store/queries/resurfaced.ts'
import { chooseOldMarks } from '#shared/domain/choose-old-marks.ts'
import { createRandom } from '#shared/domain/practice/random.ts'
import { dayToDate, type StudyDay, startOfDay, studyDayOf } from '#shared/domain/study-days.ts'
import { os, type ServiceContext } from './context.ts'
import { readSettings } from './settings-service.ts'

/** Old marks that are shown again, a few a day. */
export function createResurfaceService(context: ServiceContext) {
  const { library, clock } = context
  return {
    today: os.resurface.today.handler(({ input }) => {
      const { oldMarksPerDay, dayStartsAtHour } = readSettings(library.read)
      const day = studyDayOf(input.now ?? clock(), dayStartsAtHour)
      if (oldMarksPerDay === 0) return { on: dayToDate(day), items: [] }
      chooseFor(library, day, startOfDay(day, dayStartsAtHour), oldMarksPerDay)
      const rows = listResurfaced(library.read, day).slice(0, oldMarksPerDay)
      const items = rows.flatMap(({ id, seenAtMs, cardId }) => {
        const mark = findAnnotation(library.read, id)
        return mark ? [{ mark, seenAtMs, cardId }] : []
      })
      return { on: dayToDate(day), items }
    }),
    seen: os.resurface.seen.handler(({ input: { annotationId, now } }) => {
      const nowMs = now ?? clock()
      const day = studyDayOf(nowMs, readSettings(library.read).dayStartsAtHour)
      library.write((db) => putSeen(db, day, annotationId, nowMs))
      return {}
    }),
  }
}

/**
 * Fills a day up to `count` marks. What is on it stays: neither a card made meanwhile nor a restart changes the day.
 * What was deleted meanwhile is made up for.
 */
function chooseFor(library: ServiceContext['library'], day: StudyDay, dayStartMs: number, count: number): void {
  const there = listResurfaced(library.read, day).length
  if (there >= count) return
  const hour = readSettings(library.read).dayStartsAtHour
  const old = listOldMarks(library.read, day, dayStartMs, createRandom(day)).map((mark) => ({
    ...mark,
    madeOn: studyDayOf(mark.createdAtMs, hour),
  }))
  const chosen = chooseOldMarks(old, day, count - there)
  if (chosen.length === 0) return
  library.write((db) =>
    insertResurfaced(
      db,
      day,
      chosen.map(({ id }) => id),
      there,
    ),
  )
}
