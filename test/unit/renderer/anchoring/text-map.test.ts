import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blockIndexAt, offsetsToPoints, pointToOffset, rangeToOffsets } from '#renderer/anchoring/text-map.ts'
import type { TextTree, TreePoint } from '#renderer/anchoring/text-tree.ts'
import { FakeNode, fakePage, texts } from './fake-tree.ts'

const text = 'One small step.\n\nTwo.\n\nThree more words'
const page = () =>
  fakePage(text, [
    { kind: 'paragraph', start: 0, end: 15 },
    { kind: 'heading', start: 17, end: 21, level: 2 },
    { kind: 'paragraph', start: 23, end: 39 },
  ])

const range = <N extends TextTree>(start: TreePoint<N>, end: TreePoint<N>) => ({
  startContainer: start.node,
  startOffset: start.offset,
  endContainer: end.node,
  endOffset: end.offset,
})

describe('rangeToOffsets', () => {
  it('gives the block that a triple click took, though its range ends at the next block', () => {
    const { map, blocks } = page()
    const [first, second] = blocks
    if (!first || !second) throw new Error('no blocks')
    const taken = range({ node: first.element, offset: 0 }, { node: second.element, offset: 0 })
    expect(rangeToOffsets(map, taken)).toEqual({ start: 0, end: 17 })
  })

  it('draws a range from the head to the foot in to the whole text', () => {
    const { map, root, head, foot } = page()
    expect(rangeToOffsets(map, range({ node: head, offset: 0 }, { node: foot, offset: 1 }))).toEqual({
      start: 0,
      end: 39,
    })
    expect(rangeToOffsets(map, range({ node: root, offset: 0 }, { node: root, offset: 4 }))).toEqual({
      start: 0,
      end: 39,
    })
  })

  it('ends with the block before when the end lies between two chunks', () => {
    const { map, root } = page()
    expect(rangeToOffsets(map, range({ node: root, offset: 1 }, { node: root, offset: 2 }))).toEqual({
      start: 0,
      end: 21,
    })
  })

  it('gives null for a range that holds no text of the article', () => {
    const { map, foot, head } = page()
    expect(rangeToOffsets(map, range({ node: foot, offset: 0 }, { node: foot, offset: 1 }))).toBeNull()
    expect(rangeToOffsets(map, range({ node: head, offset: 0 }, { node: head, offset: 1 }))).toBeNull()
  })

  it('gives back the span that offsetsToPoints was given, however the blocks are cut into nodes', () => {
    const input = texts.chain(({ text, blocks }) =>
      fc.record({
        text: fc.constant(text),
        blocks: fc.constant(blocks),
        cuts: fc.array(fc.nat(text.length), { maxLength: 6 }),
        ends: fc.tuple(fc.nat(text.length), fc.nat(text.length)),
      }),
    )
    fc.assert(
      fc.property(input, ({ text, blocks, cuts, ends }) => {
        const { map } = fakePage(text, blocks, cuts)
        const span = { start: Math.min(...ends), end: Math.max(...ends) }
        const points = offsetsToPoints(map, span)
        const back = points && rangeToOffsets(map, range(points.start, points.end))
        const covered = blocks.filter(
          (block) => block.start < span.end && span.start < block.end && span.start < span.end,
        )
        const [first, last] = [covered[0], covered.at(-1)]
        const expected =
          first && last ? { start: Math.max(span.start, first.start), end: Math.min(span.end, last.end) } : null
        expect(back).toEqual(expected)
      }),
    )
  })
})

describe('offsetsToPoints', () => {
  it('begins and ends on a character, never on the edge of an empty stretch', () => {
    const { map } = fakePage('abcdef', [{ kind: 'paragraph', start: 0, end: 6 }], [2, 4])
    const points = offsetsToPoints(map, { start: 2, end: 4 })
    expect([points?.start.node.nodeValue, points?.start.offset]).toEqual(['cd', 0])
    expect([points?.end.node.nodeValue, points?.end.offset]).toEqual(['cd', 2])
  })

  it('gives null between two blocks and for an empty span', () => {
    expect(offsetsToPoints(page().map, { start: 15, end: 17 })).toBeNull()
    expect(offsetsToPoints(page().map, { start: 3, end: 3 })).toBeNull()
  })
})

describe('pointToOffset', () => {
  it('counts what stands before a point in a nested node', () => {
    const { map, blocks } = fakePage('abcdef', [{ kind: 'paragraph', start: 0, end: 6 }], [2, 4])
    const nested = blocks[0]?.element.childNodes[1]?.childNodes[0]
    if (!nested) throw new Error('not nested')
    expect(pointToOffset(map, { node: nested, offset: 1 })).toBe(3)
  })

  it('gives null outside every block', () => {
    expect(pointToOffset(page().map, { node: new FakeNode('elsewhere'), offset: 2 })).toBeNull()
  })
})

describe('blockIndexAt', () => {
  it('names the block that holds an offset, or the next one', () => {
    const { blocks } = page()
    expect([0, 14, 15, 17, 22, 38, 39].map((offset) => blockIndexAt(blocks, offset))).toEqual([0, 0, 1, 1, 2, 2, 3])
  })
})
