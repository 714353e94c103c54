import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainText, splitHits } from '#renderer/ui/split-hits.ts'

describe('splitHits', () => {
  it('cuts out what was found', () => {
    expect(splitHits('about \uE000thirty\uE001 countries')).toEqual([
      { text: 'about ', isHit: false },
      { text: 'thirty', isHit: true },
      { text: ' countries', isHit: false },
    ])
  })

  it('drops characters without a partner and keeps the words', () => {
    expect(splitHits('\uE000thirty')).toEqual([{ text: 'thirty', isHit: false }])
    expect(
      splitHits('thirty\uE001 countries')
        .map(({ text }) => text)
        .join(''),
    ).toBe('thirty countries')
  })

  it('loses no words, whatever the snippet', () => {
    const snippets = fc.array(fc.constantFrom('a', 'b', ' ', '\uE000', '\uE001')).map((parts) => parts.join(''))
    fc.assert(
      fc.property(snippets, (snippet) => {
        expect(
          splitHits(snippet)
            .map(({ text }) => text)
            .join(''),
        ).toBe(plainText(snippet))
      }),
    )
  })
})
