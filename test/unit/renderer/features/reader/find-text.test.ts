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

  const words = (text: string, query: string, options?: Parameters<typeof findInText>[2]) =>
    findInText(text, query, options).map(({ start, end }) => text.slice(start, end))

  it('keeps to the case and to whole words when asked to', () => {
    const text = 'The Port of Port Said is no portal; the port’s port.'
    expect(words(text, 'Port')).toEqual(['Port', 'Port', 'port', 'port', 'port'])
    expect(words(text, 'port', { isCaseKept: true, isWholeWord: false })).toEqual(['port', 'port', 'port'])
    expect(words(text, 'port', { isCaseKept: false, isWholeWord: true })).toEqual(['Port', 'Port', 'port', 'port'])
    expect(words('Größe, Größen', 'größe', { isCaseKept: false, isWholeWord: true })).toEqual(['Größe'])
  })

  it('finds an accent however it is written, and never half a letter', () => {
    const composed = 'S\u00e3o Paulo'
    const apart = 'Sa\u0303o Paulo'
    expect(words(apart, composed)).toEqual([apart])
    expect(words(composed, apart)).toEqual([composed])
    expect(words('a\u0303', 'a', { isCaseKept: true, isWholeWord: false })).toEqual([])
    expect(words('\u{1F468}\u200d\u{1F469}\u200d\u{1F467} \u{1F468}', '\u{1F468}')).toEqual(['\u{1F468}'])
  })

  it('finds accented words by plain letters, whole with their accents, and accents only where they were typed', () => {
    const text = 'Caf\u00e9, cafe\u0301 and CAFE; in Sa\u0303o Paulo.'
    expect(words(text, 'cafe')).toEqual(['Caf\u00e9', 'cafe\u0301', 'CAFE'])
    expect(words(text, 'caf\u00e9')).toEqual(['Caf\u00e9', 'cafe\u0301'])
    expect(words(text, 'sao paulo')).toEqual(['Sa\u0303o Paulo'])
    expect(words(text, 'cafe', { isCaseKept: true, isWholeWord: false })).toEqual([])
    expect(words(text, 'cafe', { isCaseKept: false, isWholeWord: true })).toHaveLength(3)
    expect(words('\ud55c\uad6d \u{1F468}\u200d\u{1F469} e\u0301', '\ud55c\uad6d')).toEqual(['\ud55c\uad6d'])
  })

  it('passes over soft hyphens and finds in scripts without spaces and from right to left', () => {
    expect(words('Donau\u00addampf\u00adschiff', 'dampf')).toEqual(['dampf'])
    expect(words('Donau\u00addampf', 'ud')).toEqual(['u\u00add'])
    expect(words('我们在上海港口讨论罢工。', '港口')).toEqual(['港口'])
    expect(words('أعلنت النقابة وقف الإضراب', 'النقابة')).toEqual(['النقابة'])
  })
})
