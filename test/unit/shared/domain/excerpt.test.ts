import { describe, expect, it } from 'vitest'
import type { Block } from '#shared/domain/article.ts'
import { excerptAround } from '#shared/domain/excerpt.ts'

/** Ten paragraphs of a hundred characters with a blank line between. */
const blocks: Block[] = Array.from({ length: 10 }, (_, index) => ({
  kind: 'paragraph',
  start: index * 102,
  end: index * 102 + 100,
}))
const starts = (start: number, end: number, contextChars: number) => {
  const excerpt = excerptAround(blocks, start, end, contextChars)
  return [excerpt.blocks.map((block) => block.start / 102), excerpt.cutBefore, excerpt.cutAfter]
}

describe('excerptAround', () => {
  it('gives the block of the passage and the whole blocks near it', () => {
    expect(starts(520, 540, 0)).toEqual([[5], true, true])
    expect(starts(520, 540, 200)).toEqual([[4, 5, 6], true, true])
  })

  it('spans all blocks of a passage that crosses them', () => {
    expect(starts(320, 540, 0)).toEqual([[3, 4, 5], true, true])
  })

  it('stops at the ends of the article', () => {
    expect(starts(0, 10, 150)).toEqual([[0], false, true])
    expect(starts(930, 940, 150)).toEqual([[8, 9], true, false])
    expect(starts(0, 1018, 0)).toEqual([[0, 1, 2, 3, 4, 5, 6, 7, 8, 9], false, false])
  })

  it('gives the next block for a passage between two', () => {
    expect(starts(100, 101, 0)).toEqual([[1], true, true])
  })

  it('gives nothing for a passage behind the text', () => {
    expect(starts(5000, 5010, 100)).toEqual([[], true, false])
    expect(excerptAround([], 0, 1, 100)).toEqual({ blocks: [], cutBefore: false, cutAfter: false })
  })
})
