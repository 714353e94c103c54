import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dueInWords, formatDue, formatInterval, memoryInWords } from '#shared/domain/memory-words.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

describe('formatInterval', () => {
  it.each([
    [0, '1 min'],
    [20_000, '1 min'],
    [10 * MINUTE, '10 min'],
    [59 * MINUTE, '59 min'],
    [59.6 * MINUTE, '1 hour'],
    [5 * HOUR, '5 hours'],
    [23.6 * HOUR, '1 day'],
    [3 * DAY, '3 days'],
    [44 * DAY, '44 days'],
    [60 * DAY, '2 months'],
    [365 * DAY, '12 months'],
    [2.5 * 365.25 * DAY, '2.5 years'],
    [40.2 * 365.25 * DAY, '40 years'],
  ])('says %d ms as %j', (intervalMs, words) => {
    expect(formatInterval(intervalMs)).toBe(words)
  })

  it('never says a longer time with fewer words than a unit, nor zero', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 * 365 * DAY }), (intervalMs) => {
        expect(formatInterval(intervalMs)).toMatch(
          /^([1-9]\d*(\.5)? (min|hours|days|months|years)|1 (hour|day|month|year))$/,
        )
      }),
    )
  })
})

describe('memoryInWords and dueInWords', () => {
  const card = { state: 'review', dueAtMs: 5 * DAY, stability: 12.4, suspended: false, buriedUntilMs: null } as const

  it('say for how long a card is remembered and when it is asked', () => {
    expect(memoryInWords(card)).toBe('Remembered for about 12 days')
    expect(dueInWords(card, 2 * DAY)).toBe('due in 3 days')
    expect(dueInWords(card, 5 * DAY)).toBe('due now')
    expect(formatDue(1, 1)).toBe('now')
  })

  it('tell the states before and beside that', () => {
    expect(memoryInWords({ ...card, state: 'new' })).toBe('Not asked yet')
    expect(memoryInWords({ ...card, state: 'learning' })).toBe('Being learned')
    expect(memoryInWords({ ...card, state: 'relearning' })).toBe('Forgotten, being learned again')
    expect(dueInWords({ ...card, state: 'new' }, 0)).toBe('new')
    expect(dueInWords({ ...card, suspended: true }, 0)).toBe('set aside')
    expect(dueInWords({ ...card, buriedUntilMs: 9 }, 8)).toBe('hidden until tomorrow')
    expect(dueInWords({ ...card, buriedUntilMs: 9 }, 9)).toBe('due in 5 days')
  })
})
