import type { Block, BlockKind } from '#shared/domain/article.ts'

/** A block before it has a place. `text` is trimmed and not empty. */
export interface DraftBlock {
  readonly kind: BlockKind
  readonly text: string
  /** Headings only: 1 (largest) to 6. */
  readonly level?: number
}

/** What stands between two blocks in an article's text. */
const SEPARATOR = '\n\n'

/** Lays blocks out one after the other: the text they make, and where each of them is in it. */
export function layOutBlocks(drafts: readonly DraftBlock[]): { text: string; blocks: Block[] } {
  const blocks: Block[] = []
  let start = 0
  for (const { kind, text, level } of drafts) {
    const end = start + text.length
    blocks.push(level === undefined ? { kind, start, end } : { kind, start, end, level })
    start = end + SEPARATOR.length
  }
  return { text: drafts.map((draft) => draft.text).join(SEPARATOR), blocks }
}
