import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitSentences } from '#electron/extraction/sentences.ts'
import { isJoined, tokenize } from '#electron/extraction/tokenize.ts'
import { SENTENCES, TOKENISATION } from './tokenize.cases.ts'

const prose = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "al-Assad's",
        'U.S.',
        'Mr.',
        '“',
        '”',
        "'",
        '…',
        '\n\n',
        ' ',
        '. ',
        "n't",
        '3.5',
        '\u0000',
        '😀',
        'é',
      ),
      fc.string({ unit: 'binary', maxLength: 6 }),
    ),
  )
  .map((parts) => parts.join(''))

describe('tokenize', () => {
  it.each(TOKENISATION)('%s', (_name, text, tokens) => {
    expect(
      tokenize(text)
        .map((token) => token.text)
        .join(' '),
    ).toBe(tokens)
  })

  it('gives tokens in order that are slices of the text and leave out nothing that shows', () => {
    fc.assert(
      fc.property(prose, (text) => {
        let end = 0
        let left = ''
        for (const token of tokenize(text)) {
          expect(token.start).toBeGreaterThanOrEqual(end)
          expect(text.slice(token.start, token.end)).toBe(token.text)
          left += text.slice(end, token.start)
          end = token.end
        }
        expect(`${left}${text.slice(end)}`).toMatch(/^[\s\p{Cc}\p{Cf}]*$/u)
      }),
    )
  })

  it('tells tokens with nothing between them', () => {
    const [al, hyphen, assad, spoke] = tokenize('al-Assad spoke')
    if (!al || !hyphen || !assad || !spoke) throw new Error('four tokens expected')
    expect([isJoined(al, hyphen), isJoined(hyphen, assad), isJoined(assad, spoke)]).toEqual([true, true, false])
  })
})

describe('splitSentences', () => {
  it.each(SENTENCES)('%s', (_name, text, sentences) => {
    const found = splitSentences(text, tokenize(text), [])
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(sentences)
  })

  it('never crosses a block and leaves what is outside blocks alone', () => {
    const text = 'Heading\n\nSome text. More\n\nloose'
    const blocks = [
      { kind: 'heading', start: 0, end: 7, level: 2 },
      { kind: 'caption', start: 9, end: 24 },
    ] as const
    const found = splitSentences(text, tokenize(text), blocks)
    expect(found.map(({ start, end, block, kind }) => [text.slice(start, end), block, kind])).toEqual([
      ['Heading', 0, 'heading'],
      ['Some text.', 1, 'caption'],
      ['More', 1, 'caption'],
    ])
  })

  it('puts every token into exactly one sentence when there are no blocks', () => {
    fc.assert(
      fc.property(prose, (text) => {
        const tokens = tokenize(text)
        let next = 0
        for (const { first, last } of splitSentences(text, tokens, [])) {
          expect(first).toBe(next)
          expect(last).toBeGreaterThan(first)
          next = last
        }
        expect(next).toBe(tokens.length)
      }),
    )
  })
})
