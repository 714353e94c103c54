import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  dateToDay,
  dayToDate,
  nextStudyDay,
  startOfDay,
  studyDayOf,
  studyDayStart,
  weekdayOf,
} from '#shared/domain/study-days.ts'

describe('studyDayOf', () => {
  it('numbers study days so that each begins where startOfDay says', () => {
    for (let hour = Date.UTC(2026, 2, 27); hour < Date.UTC(2026, 3, 1); hour += 1_800_000) {
      const day = studyDayOf(hour, 4)
      expect(startOfDay(day, 4)).toBe(studyDayStart(hour, 4))
      expect(dateToDay(dayToDate(day))).toBe(day)
    }
    expect(dayToDate(studyDayOf(new Date(2026, 2, 10, 3).getTime(), 4))).toBe('2026-03-09')
    expect(weekdayOf(dateToDay('2026-11-23'))).toBe(0)
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
