import { firstIndexWhere } from '#shared/text/first-index.ts'
import type { Span } from './span.ts'
import { following, offsetWithin, pointWithin, type TextTree, type TreePoint } from './text-tree.ts'

/** An element that shows one block: its text content is the article's text from `start` to `end`. */
export interface MappedBlock<Node extends TextTree = TextTree> extends Span {
  readonly element: Node
}

/** Where each block stands on the page, by place. Holds as long as the text is not drawn anew. */
export interface TextMap<Node extends TextTree = TextTree> {
  readonly blocks: readonly MappedBlock<Node>[]
  readonly indexOf: ReadonlyMap<TextTree, number>
}

/** A map of the blocks, which must come in document order. */
export function createTextMap<Node extends TextTree>(blocks: readonly MappedBlock<Node>[]): TextMap<Node> {
  return { blocks, indexOf: new Map(blocks.map((block, index) => [block.element, index])) }
}

/** The four ends of a DOM range; `Range` and `StaticRange` both have them. */
export interface RangeEnds<Node extends TextTree> {
  readonly startContainer: Node
  readonly startOffset: number
  readonly endContainer: Node
  readonly endOffset: number
}

/**
 * What of the text a range covers, or null when none of it. Ends that lie outside the blocks, such as after a triple
 * click, are drawn in to the nearest block inside the range.
 */
export function rangeToOffsets<Node extends TextTree>(map: TextMap<Node>, range: RangeEnds<Node>): Span | null {
  const start = boundary(map, { node: range.startContainer, offset: range.startOffset }, 'start')
  const end = boundary(map, { node: range.endContainer, offset: range.endOffset }, 'end')
  return start !== null && end !== null && start < end ? { start, end } : null
}

/** The offset of one point, or null outside every block. */
export function pointToOffset<Node extends TextTree>(map: TextMap<Node>, point: TreePoint<Node>): number | null {
  const block = blockAround(map, point.node)
  return block ? block.start + offsetWithin<TextTree>(block.element, point) : null
}

function blockAround<Node extends TextTree>(map: TextMap<Node>, node: TextTree): MappedBlock<Node> | null {
  for (let at: TextTree | null = node; at; at = at.parentNode) {
    const index = map.indexOf.get(at)
    if (index !== undefined) return map.blocks[index] ?? null
  }
  return null
}

function boundary<Node extends TextTree>(
  map: TextMap<Node>,
  point: TreePoint<Node>,
  which: 'start' | 'end',
): number | null {
  const inside = pointToOffset(map, point)
  if (inside !== null) return inside
  const next = firstBlockFrom(map, point)
  if (which === 'start') return map.blocks[next]?.start ?? null
  return map.blocks[next - 1]?.end ?? null
}

/** Index of the first block at or after the point, which lies in none; the number of blocks when there is none. */
function firstBlockFrom<Node extends TextTree>(map: TextMap<Node>, point: TreePoint<Node>): number {
  let at: TextTree | null = point.node.childNodes[point.offset] ?? following(point.node)
  while (at) {
    const index = map.indexOf.get(at)
    if (index !== undefined) return index
    at = at.childNodes[0] ?? following(at)
  }
  return map.blocks.length
}

/** Both ends of a span as points in the page, or null when it lies in the white space between blocks. */
export function offsetsToPoints<Node extends TextTree>(
  map: TextMap<Node>,
  span: Span,
): { start: TreePoint<Node>; end: TreePoint<Node> } | null {
  const first = map.blocks[blockIndexAt(map.blocks, span.start)]
  const last = map.blocks[lastBlockBefore(map.blocks, span.end)]
  if (!first || !last || first.start > last.start || span.start >= span.end) return null
  return {
    start: pointWithin(first.element, Math.max(0, span.start - first.start), 'after'),
    end: pointWithin(last.element, Math.min(span.end, last.end) - last.start, 'before'),
  }
}

/** Index of the block that holds `offset`, else of the next one; the number of blocks after the last. */
export function blockIndexAt(blocks: readonly Span[], offset: number): number {
  return firstIndexWhere(blocks, ({ end }) => end > offset)
}

/** Index of the last block that begins before `end`, or -1. */
function lastBlockBefore(blocks: readonly Span[], end: number): number {
  return firstIndexWhere(blocks, ({ start }) => start >= end) - 1
}
