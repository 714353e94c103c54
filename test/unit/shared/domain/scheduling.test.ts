import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createScheduler, newMemory, nextStudyDay, studyDayStart } from '#shared/domain/scheduling.ts'

const MINUTE = 60_000
const DAY = 86_400_000

describe('createScheduler', () => {
  const scheduler = createScheduler(0.9)

  it('asks a new card again after a minute, six, ten, or about eight days', () => {
    const waits = scheduler.preview(newMemory(0), 0).map(({ memory }) => memory.dueAtMs)
    expect(waits).toEqual([MINUTE, 6 * MINUTE, 10 * MINUTE, 8 * DAY])
  })

  it('waits longer where less need be remembered', () => {
    const memory = [3, 3, 3].reduce((m, grade) => scheduler.answer(m, grade as 3, m.dueAtMs), newMemory(0))
    const at = memory.dueAtMs
    const strict = createScheduler(0.95).answer(memory, 3, at).dueAtMs
    const loose = createScheduler(0.8).answer(memory, 3, at).dueAtMs
    expect(strict).toBeLessThan(loose)
  })

  it('takes an answer given before the last one, by a clock set back, as given with it', () => {
    const memory = scheduler.answer(newMemory(5 * DAY), 3, 5 * DAY)
    const after = scheduler.answer(memory, 3, 4 * DAY)
    expect(after.lastReviewAtMs).toBe(5 * DAY)
    expect(after.dueAtMs).toBeGreaterThanOrEqual(5 * DAY)
  })
})

describe('studyDayStart', () => {
  it('counts the small hours to the day before', () => {
    const at = (hour: number, minute = 0) => new Date(2026, 2, 10, hour, minute).getTime()
    expect(studyDayStart(at(3, 59), 4)).toBe(new Date(2026, 2, 9, 4).getTime())
    expect(studyDayStart(at(4), 4)).toBe(at(4))
    expect(nextStudyDay(at(23), 4)).toBe(new Date(2026, 2, 11, 4).getTime())
  })
})

describe('study days', () => {
  const zone = process.env.TZ
  beforeEach(() => {
    process.env.TZ = 'Europe/Berlin'
  })
  afterEach(() => {
    if (zone === undefined) delete process.env.TZ
    else process.env.TZ = zone
  })

  it('turn at their hour on the days around a change of the clocks too', () => {
    // On 29 March 2026 the hour from 2 to 3 is left out; on 25 October it comes twice.
    const at = (...time: [number, number, number, number]) => new Date(2026, ...time).getTime()
    expect(studyDayStart(at(2, 29, 1, 30), 2)).toBe(at(2, 28, 2, 0))
    expect(nextStudyDay(at(2, 29, 12, 0), 2)).toBe(at(2, 30, 2, 0))
    expect(nextStudyDay(at(9, 24, 12, 0), 2) - studyDayStart(at(9, 24, 12, 0), 2)).toBe(24 * 3_600_000)
    for (let hour = at(2, 27, 0, 0); hour < at(3, 1, 0, 0); hour += 1_800_000) {
      expect(studyDayStart(hour, 2)).toBeLessThanOrEqual(hour)
      expect(nextStudyDay(hour, 2)).toBeGreaterThan(hour)
      expect(studyDayStart(nextStudyDay(hour, 2), 2)).toBe(nextStudyDay(hour, 2))
    }
  })
})
