import { describe, expect, it } from 'vitest'
import { readValue, typeValue } from '#shared/domain/figures/read-value.ts'

describe('readValue', () => {
  it.each([
    ['4,200', 4200, 4200],
    [' 12.5 ', 12.5, 12.5],
    ['8,500-9,500', 8500, 9500],
    ['2 to 3 million', 2e6, 3e6],
    ['at least 40', 40, null],
    ['up to 1.2 billion', null, 1.2e9],
  ])('reads "%s"', (typed, low, high) => {
    expect(readValue(typed)).toEqual({ low, high })
    const again = readValue(typed)
    expect(again && readValue(typeValue(again))).toEqual(again)
  })

  it('takes nothing for a number that is none, and no range that runs down', () => {
    expect(['', 'many', '12 apples', '9-3', '-'].map(readValue)).toEqual([null, null, null, null, null])
  })
})
