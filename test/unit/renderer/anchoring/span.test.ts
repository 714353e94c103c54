import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { comparePlace, layerMarks, type Span, trimSpan } from '#renderer/anchoring/span.ts'

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

describe('layerMarks', () => {
  it('gives each word to the mark that came first and shares it with those that lie over it', () => {
    const [long, over, within] = [
      { start: 0, end: 10 },
      { start: 5, end: 20 },
      { start: 8, end: 9 },
    ]
    expect(layerMarks([within, over, long])).toEqual([
      { mark: long, own: { start: 0, end: 10 }, shared: null },
      { mark: over, own: { start: 10, end: 20 }, shared: { start: 5, end: 10 } },
      { mark: within, own: null, shared: { start: 8, end: 9 } },
    ])
  })

  it('shows every mark in full, and no word as the own of two', () => {
    fc.assert(
      fc.property(spans, (all) => {
        const layered = layerMarks(all)
        const has = (part: Span | null, at: number) => part !== null && part.start <= at && at < part.end
        for (let at = 0; at < 45; at++) {
          const owners = layered.filter((layer) => has(layer.own, at))
          const covering = all.filter((span) => has(span, at))
          expect(owners).toHaveLength(covering.length > 0 ? 1 : 0)
          for (const { mark, own, shared } of layered) expect(has(own, at) || has(shared, at)).toBe(has(mark, at))
        }
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
