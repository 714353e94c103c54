import { describe, expect, it } from 'vitest'
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
