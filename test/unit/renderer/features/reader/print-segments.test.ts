import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutForPrint, numberNotes } from '#renderer/features/reader/print-segments.ts'

const mark = (start: number, end: number, note = '') => ({ start, end, note })
const block = { start: 10, end: 20, text: 'abcdefghij' }

describe('cutForPrint', () => {
  it('cuts where marks begin and end, and puts the number of a note behind its mark', () => {
    const numbered = numberNotes([mark(0, 12), mark(11, 15, 'a note'), mark(18, 30, 'goes on')])
    expect(cutForPrint(block, numbered).map(({ text, marks, notes }) => [text, marks.length, notes])).toEqual([
      ['a', 1, []],
      ['b', 2, []],
      ['cde', 1, [1]],
      ['fgh', 0, []],
      ['ij', 1, []],
    ])
  })

  it('loses no word and adds none, whatever marks lie there', () => {
    const place = fc
      .tuple(fc.nat(30), fc.integer({ min: 1, max: 15 }))
      .map(([start, length]) => mark(start, start + length))
    fc.assert(
      fc.property(fc.array(place, { maxLength: 8 }), (marks) => {
        const segments = cutForPrint(block, numberNotes(marks))
        expect(segments.map(({ text }) => text).join('')).toBe(block.text)
      }),
    )
  })
})
