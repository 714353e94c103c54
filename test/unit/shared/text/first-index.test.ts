import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { firstIndexWhere } from '#shared/text/first-index.ts'

describe('firstIndexWhere', () => {
  it('gives what going through all of them gives, and their number when none holds', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -20, max: 20 })), fc.integer({ min: -25, max: 25 }), (items, from) => {
        const ordered = items.toSorted((a, b) => a - b)
        const first = ordered.findIndex((item) => item >= from)
        expect(firstIndexWhere(ordered, (item) => item >= from)).toBe(first === -1 ? ordered.length : first)
      }),
    )
  })
})
