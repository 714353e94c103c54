import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type SelectionStep, stepSelection } from '#renderer/anchoring/selection-steps.ts'
import { sentenceAt, sentencesOf } from '#renderer/anchoring/sentences.ts'
import type { Span } from '#renderer/anchoring/span.ts'
import { snapToWords } from '#renderer/anchoring/words.ts'
import { texts } from './fake-tree.ts'

const text = 'Mr. Hale met Dr. Iyer. They spoke of J. Osei at length.\n\nOnly one here.\n\nLast: it rained. Then not.'
const blocks = [
  { start: 0, end: 55 },
  { start: 57, end: 71 },
  { start: 73, end: 99 },
]
const said = (span: Span | null) => span && text.slice(span.start, span.end)
const walk = (steps: SelectionStep[], from: Span | null = null, block = 0) =>
  steps.reduce<Span | null>((selected, step) => stepSelection({ text, blocks }, selected, block, step), from)

describe('sentencesOf', () => {
  it('ends no sentence after a title or an initial', () => {
    const [block] = blocks
    if (!block) throw new Error('no block')
    expect(sentencesOf(text, block).map(said)).toEqual(['Mr. Hale met Dr. Iyer.', 'They spoke of J. Osei at length.'])
  })

  it('leaves out nothing but white space, and overlaps nothing', () => {
    fc.assert(
      fc.property(texts, ({ text, blocks }) => {
        for (const block of blocks) {
          const parts = sentencesOf(text, block)
          const joined = parts.map((part) => text.slice(part.start, part.end)).join('')
          expect(joined.replace(/\s/gu, '')).toBe(text.slice(block.start, block.end).replace(/\s/gu, ''))
        }
      }),
    )
  })
})

describe('sentenceAt', () => {
  it('gives the sentence around an offset', () => {
    expect(said(sentenceAt(text, { start: 0, end: 55 }, 30))).toBe('They spoke of J. Osei at length.')
    expect(sentenceAt(text, { start: 55, end: 57 }, 55)).toBeNull()
  })
})

describe('stepSelection', () => {
  it('begins with the first sentence of the block the person is at', () => {
    expect(said(walk(['grow-sentence'], null, 2))).toBe('Last: it rained.')
  })

  it('walks from sentence to sentence across blocks and back', () => {
    expect(said(walk(['next-sentence', 'next-sentence', 'next-sentence']))).toBe('Only one here.')
    expect(said(walk(['next-sentence', 'next-sentence', 'next-sentence', 'previous-sentence']))).toBe(
      'They spoke of J. Osei at length.',
    )
  })

  it('grows across a block and shrinks back over a block of one sentence', () => {
    const grown = walk(['grow-sentence', 'grow-sentence', 'grow-sentence', 'grow-sentence'])
    expect(said(grown)?.endsWith('it rained.')).toBe(true)
    expect(said(walk(['shrink-sentence'], grown))?.endsWith('Only one here.')).toBe(true)
    expect(said(walk(['shrink-sentence', 'shrink-sentence'], grown))?.endsWith('at length.')).toBe(true)
  })

  it('lets go when the last sentence is taken away', () => {
    expect(walk(['grow-sentence', 'shrink-sentence'])).toBeNull()
  })

  it('moves both ends by words', () => {
    const from = { start: 0, end: 22 }
    expect(said(walk(['grow-word', 'grow-word'], from))).toBe('Mr. Hale met Dr. Iyer. They spoke')
    expect(said(walk(['shrink-word', 'shrink-word'], from))).toBe('Mr. Hale met')
    expect(said(walk(['start-later'], from))).toBe('Hale met Dr. Iyer.')
    expect(said(walk(['start-later', 'start-earlier'], from))).toBe('Mr. Hale met Dr. Iyer.')
  })

  it('stays inside the text whatever the steps', () => {
    const steps = fc.constantFrom<SelectionStep>(
      'next-sentence',
      'previous-sentence',
      'grow-sentence',
      'shrink-sentence',
      'grow-word',
      'shrink-word',
      'start-earlier',
      'start-later',
    )
    fc.assert(
      fc.property(texts, fc.array(steps, { maxLength: 20 }), (input, walked) => {
        let selected: Span | null = null
        for (const step of walked) {
          selected = stepSelection(input, selected, 0, step)
          if (!selected) continue
          expect(selected.start).toBeLessThan(selected.end)
          expect(selected.start).toBeGreaterThanOrEqual(0)
          expect(selected.end).toBeLessThanOrEqual(input.text.length)
        }
      }),
    )
  })
})

describe('snapToWords', () => {
  it('widens ends that stand inside a word and leaves those between words', () => {
    expect(said(snapToWords(text, { start: 5, end: 11 }))).toBe('Hale met')
    expect(said(snapToWords(text, { start: 3, end: 13 }))).toBe('Hale met')
  })

  it('widens inside a text that is longer than it looks around', () => {
    const long = `${'word '.repeat(200)}another ${'word '.repeat(200)}`
    expect(snapToWords(long, { start: 1003, end: 1005 })).toEqual({ start: 1000, end: 1007 })
  })

  it('gives null for white space', () => {
    expect(snapToWords(text, { start: 55, end: 57 })).toBeNull()
  })
})
