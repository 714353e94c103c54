import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stackNotes } from '#renderer/features/reader/margin-layout.ts'

describe('stackNotes', () => {
  it('leaves a note beside its passage when there is room', () => {
    const tops = stackNotes(
      [
        { topPx: 0, heightPx: 20 },
        { topPx: 100, heightPx: 20 },
      ],
      8,
    )
    expect(tops).toEqual([0, 100])
  })

  it('lets no note cover another, and moves none up', () => {
    const items = fc.array(fc.record({ topPx: fc.nat(500), heightPx: fc.nat(200) }))
    fc.assert(
      fc.property(items, (notes) => {
        const tops = stackNotes(notes, 8)
        for (const [i, top] of tops.entries()) {
          expect(top).toBeGreaterThanOrEqual(notes[i]?.topPx ?? 0)
          const above = notes[i - 1]
          if (above) expect(top).toBeGreaterThanOrEqual((tops[i - 1] ?? 0) + above.heightPx + 8)
        }
      }),
    )
  })
})
