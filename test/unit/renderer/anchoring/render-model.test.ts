import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chunkBlocks, renderModel } from '#renderer/anchoring/render-model.ts'
import type { Block } from '#shared/domain/article.ts'
import { texts } from './fake-tree.ts'

const anyBlocks = fc.array(fc.record({ kind: fc.constant('paragraph' as const), start: fc.nat(80), end: fc.nat(80) }), {
  maxLength: 8,
})

describe('renderModel', () => {
  it('gives each block exactly its stretch of the text', () => {
    const blocks: Block[] = [
      { kind: 'heading', start: 0, end: 5, level: 2 },
      { kind: 'paragraph', start: 7, end: 12 },
    ]
    expect(renderModel('Title\n\nWords', blocks)).toEqual([
      { kind: 'heading', start: 0, end: 5, level: 2, text: 'Title' },
      { kind: 'paragraph', start: 7, end: 12, text: 'Words' },
    ])
  })

  it('makes paragraphs of what no block covers', () => {
    expect(renderModel('One\n\nTwo\nstill two\n\nThree', [{ kind: 'quote', start: 5, end: 8 }])).toEqual([
      { kind: 'paragraph', start: 0, end: 3, text: 'One' },
      { kind: 'quote', start: 5, end: 8, text: 'Two' },
      { kind: 'paragraph', start: 9, end: 18, text: 'still two' },
      { kind: 'paragraph', start: 20, end: 25, text: 'Three' },
    ])
  })

  it('draws a block without end in pieces, after a sentence, a word or a whole character', () => {
    const sentences = 'A river rose and fell. '.repeat(2_000)
    const words = 'river '.repeat(8_000)
    const smileys = '\u{1f600}'.repeat(15_001)
    for (const [text, ending] of [
      [sentences, /fell\. $/],
      [words, /river $/],
      [`x${smileys}`, /\u{1f600}$/u],
    ] as const) {
      const drawn = renderModel(text, [{ kind: 'quote', start: 0, end: text.length }])
      expect(drawn.length).toBeGreaterThan(1)
      expect(drawn.map((block) => block.text).join('')).toBe(text)
      for (const block of drawn) {
        expect(block).toMatchObject({ kind: 'quote', text: text.slice(block.start, block.end) })
        expect(block.text.length).toBeLessThanOrEqual(20_000)
        expect(block.text).toMatch(ending)
      }
    }
  })

  it('draws every character that is not white space once, whatever blocks it is given', () => {
    fc.assert(
      fc.property(texts, anyBlocks, ({ text }, blocks) => {
        const drawn = renderModel(text, blocks)
        expect(
          drawn
            .map((block) => block.text)
            .join('')
            .replace(/\s/gu, ''),
        ).toBe(text.replace(/\s/gu, ''))
        for (const block of drawn) expect(block.text).toBe(text.slice(block.start, block.end))
        for (const [i, block] of drawn.entries()) expect(block.start).toBeGreaterThanOrEqual(drawn[i - 1]?.end ?? 0)
      }),
    )
  })
})

describe('chunkBlocks', () => {
  it('keeps every block, in order', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 200 }), ({ text, blocks }, chunkChars) => {
        const drawn = renderModel(text, blocks)
        expect(chunkBlocks(drawn, chunkChars).flatMap((chunk) => chunk.blocks)).toEqual(drawn)
      }),
    )
  })

  it('leaves a heading with what it heads and a list in one piece', () => {
    const kinds = ['paragraph', 'heading', 'list-item', 'list-item', 'paragraph'] as const
    const blocks = kinds.map((kind, i) => ({ kind, start: i * 10, end: i * 10 + 8, text: 'x'.repeat(8) }))
    expect(chunkBlocks(blocks, 5).map((chunk) => chunk.blocks.map((block) => block.kind))).toEqual([
      ['paragraph'],
      ['heading', 'list-item', 'list-item'],
      ['paragraph'],
    ])
  })
})
