import { describe, expect, it } from 'vitest'
import {
  formatCount,
  formatDay,
  formatHost,
  formatPercent,
  formatReadingTime,
  formatWhen,
} from '#renderer/ui/format.ts'

describe('formatDay', () => {
  it('writes a calendar day without a leading zero and without the shift of a time zone', () => {
    expect(formatDay('2014-09-05')).toBe('5 Sep 2014')
    expect(formatDay('1999-12-31')).toBe('31 Dec 1999')
  })

  it('is empty for what is no day', () => {
    expect([formatDay(null), formatDay(''), formatDay('2014'), formatDay('yesterday')]).toEqual(['', '', '', ''])
  })
})

describe('formatWhen', () => {
  const now = new Date(2026, 2, 10, 0, 30).getTime()
  const before = (...parts: [number, number, number, number, number]) => new Date(...parts).getTime()

  it('counts minutes and hours within a day', () => {
    expect(formatWhen(now - 20_000, now)).toBe('just now')
    expect(formatWhen(now - 5 * 60_000, now)).toBe('5 min ago')
    expect(formatWhen(before(2026, 2, 10, 9, 0), before(2026, 2, 10, 10, 30))).toBe('1 hour ago')
  })

  it('counts days by midnights: what was done late in the evening is yesterday after midnight', () => {
    expect(formatWhen(before(2026, 2, 9, 22, 0), now)).toBe('yesterday')
    expect(formatWhen(before(2026, 2, 6, 12, 0), now)).toBe('4 days ago')
  })

  it('names the day after a week, with the year when it was another', () => {
    expect(formatWhen(before(2026, 0, 3, 12, 0), now)).toBe('3 Jan')
    expect(formatWhen(before(2025, 11, 3, 12, 0), now)).toBe('3 Dec 2025')
  })
})

describe('formatCount', () => {
  it('takes the singular for one only and groups thousands', () => {
    expect([0, 1, 2031].map((count) => formatCount(count, 'mark', 'marks'))).toEqual([
      '0 marks',
      '1 mark',
      '2,031 marks',
    ])
  })
})

describe('formatReadingTime', () => {
  it('never promises less than a minute, and counts in hours from one on', () => {
    expect([0, 40, 600, 60_000, 100_000].map(formatReadingTime)).toEqual([
      '1 min',
      '1 min',
      '3 min',
      '4 h 12 min',
      '7 h',
    ])
  })
})

describe('formatPercent', () => {
  it('rounds to whole percent and keeps the sign on the line', () => {
    expect(formatPercent(0.9)).toBe('90\u202f%')
  })
})

describe('formatHost', () => {
  it('names the site of an http address and nothing else', () => {
    expect(formatHost('https://www.example.org/news/1')).toBe('example.org')
    expect([formatHost(null), formatHost('not an address'), formatHost('file:///etc/passwd')]).toEqual(['', '', ''])
  })
})
