import { describe, expect, it } from 'vitest'
import { headingAt, outlineOf } from '#renderer/features/reader/outline.ts'
import type { Block } from '#shared/domain/article.ts'

const text = 'One\n\nwords\n\nOne  one\n\nTwo'
const blocks: Block[] = [
  { kind: 'heading', level: 2, start: 0, end: 3 },
  { kind: 'paragraph', start: 5, end: 10 },
  { kind: 'heading', level: 4, start: 12, end: 20 },
  { kind: 'heading', level: 2, start: 22, end: 25 },
]

describe('outlineOf', () => {
  it('lists headings by how they stand to each other, whatever levels the text skips', () => {
    expect(outlineOf(text, blocks).map(({ words, depth }) => [words, depth])).toEqual([
      ['One', 0],
      ['One one', 1],
      ['Two', 0],
    ])
  })
})

describe('headingAt', () => {
  it('gives the heading that a place stands under', () => {
    const outline = outlineOf(text, blocks)
    expect([0, 6, 12, 24].map((position) => headingAt(outline, position))).toEqual([0, 0, 1, 2])
    expect(headingAt(outline.slice(1), 3)).toBe(-1)
  })
})
