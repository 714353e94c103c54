import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findInText } from '#renderer/features/reader/find-text.ts'

describe('findInText', () => {
  it('finds words whatever their case, across line breaks and curly quotes', () => {
    const text = 'The People’s\nParty and the people’s party'
    expect(findInText(text, "people's party").map(({ start }) => start)).toEqual([4, 27])
  })

  it('reads what has a meaning in patterns as plain characters', () => {
    expect(findInText('a.b (c) a+b', '(c)')).toEqual([{ start: 4, end: 7 }])
    fc.assert(
      fc.property(
        fc.string({ minLength: 1 }).filter((word) => !/\s/.test(word)),
        (word) => {
          expect(findInText(`a ${word} b`, word).some(({ start, end }) => start <= 2 && end >= 2)).toBe(true)
        },
      ),
    )
  })

  it('finds nothing for blanks', () => {
    expect(findInText('a b', '  ')).toEqual([])
  })
})
