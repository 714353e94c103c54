interface Stretch {
  readonly start: number
  readonly end: number
}

/** The blocks around a passage. `cutBefore` and `cutAfter` say whether the text goes on beyond them. */
export interface Excerpt<Block> {
  readonly blocks: readonly Block[]
  readonly cutBefore: boolean
  readonly cutAfter: boolean
}

/**
 * The blocks that hold the passage from `start` to `end` and whole blocks beside them, as long as they lie within
 * `contextChars` of it: enough to read it in its place. Offsets: UTF-16 code units, end excluded.
 */
export function excerptAround<Block extends Stretch>(
  blocks: readonly Block[],
  start: number,
  end: number,
  contextChars: number,
): Excerpt<Block> {
  const first = blocks.findIndex((block) => block.end > start)
  if (first === -1) return { blocks: [], cutBefore: blocks.length > 0, cutAfter: false }
  const behind = blocks.findIndex((block) => block.start >= end)
  const last = Math.max(first, (behind === -1 ? blocks.length : behind) - 1)
  let from = first
  while (from > 0 && (blocks[from - 1]?.start ?? 0) >= start - contextChars) from -= 1
  let to = last
  while (to < blocks.length - 1 && (blocks[to + 1]?.end ?? Number.POSITIVE_INFINITY) <= end + contextChars) to += 1
  return { blocks: blocks.slice(from, to + 1), cutBefore: from > 0, cutAfter: to < blocks.length - 1 }
}
