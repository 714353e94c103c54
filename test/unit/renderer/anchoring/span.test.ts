import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { comparePlace, coveredTwice, overlaps, trimSpan } from '#renderer/anchoring/span.ts'

const spans = fc.array(
  fc.record({ start: fc.nat(30), length: fc.nat(12) }).map(({ start, length }) => ({ start, end: start + length })),
  { maxLength: 10 },
)

describe('trimSpan', () => {
  it('leaves out white space at both ends, a no-break space and a line break among it', () => {
    expect(trimSpan('a \u00a0word\n b', { start: 1, end: 8 })).toEqual({ start: 3, end: 7 })
  })

  it('gives null when nothing but white space is selected', () => {
    expect(trimSpan('a  b', { start: 1, end: 3 })).toBeNull()
  })
})

describe('coveredTwice', () => {
  it('finds where two marks lie on each other', () => {
    const found = coveredTwice([
      { start: 0, end: 10 },
      { start: 5, end: 20 },
      { start: 8, end: 9 },
      { start: 20, end: 25 },
    ])
    expect(found).toEqual([{ start: 5, end: 10 }])
  })

  it('covers exactly the characters that at least two spans cover', () => {
    fc.assert(
      fc.property(spans, (all) => {
        const found = coveredTwice(all)
        for (let at = 0; at < 45; at++) {
          const depth = all.filter((span) => overlaps(span, { start: at, end: at + 1 })).length
          expect(found.filter((span) => overlaps(span, { start: at, end: at + 1 }))).toHaveLength(depth > 1 ? 1 : 0)
        }
        for (const [i, span] of found.entries()) expect(span.start).toBeGreaterThan(found[i - 1]?.end ?? -1)
      }),
    )
  })
})

describe('comparePlace', () => {
  it('puts the longer of two that begin together first', () => {
    const sorted = [
      { start: 4, end: 5 },
      { start: 1, end: 3 },
      { start: 1, end: 9 },
    ].sort(comparePlace)
    expect(sorted.map((span) => span.end)).toEqual([9, 3, 5])
  })
})
