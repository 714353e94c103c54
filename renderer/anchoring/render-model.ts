import type { Block } from '#shared/domain/article.ts'

/** A block as it is drawn: one element whose text content is `text`, nothing more and nothing less. */
export interface RenderBlock extends Block {
  readonly text: string
}

/**
 * The blocks to draw for a text, by place, without overlaps. Words that no block covers become paragraphs of their own:
 * whatever an importer forgot, the person still reads the whole text. White space between blocks is not drawn.
 */
export function renderModel(text: string, blocks: readonly Block[]): RenderBlock[] {
  const drawn: RenderBlock[] = []
  let from = 0
  for (const block of [...blocks].sort((a, b) => a.start - b.start)) {
    const start = Math.max(block.start, from)
    const end = Math.min(block.end, text.length)
    if (start >= end) continue
    drawn.push(...strayParagraphs(text, from, start), { ...block, start, end, text: text.slice(start, end) })
    from = end
  }
  drawn.push(...strayParagraphs(text, from, text.length))
  return drawn
}

function strayParagraphs(text: string, start: number, end: number): RenderBlock[] {
  const found: RenderBlock[] = []
  for (const match of text.slice(start, end).matchAll(/\S(?:(?:(?!\n\s*\n)[\s\S])*\S)?/g)) {
    const at = start + match.index
    found.push({ kind: 'paragraph', start: at, end: at + match[0].length, text: match[0] })
  }
  return found
}

/** Consecutive blocks that are laid out together. */
export interface RenderChunk {
  readonly start: number
  readonly lengthChars: number
  readonly blocks: readonly RenderBlock[]
}

/** Cuts the blocks into chunks of about `chunkChars` characters, so that what is far from the eye need not be laid out. */
export function chunkBlocks(blocks: readonly RenderBlock[], chunkChars: number): RenderChunk[] {
  const chunks: RenderChunk[] = []
  let open: RenderBlock[] = []
  let lengthChars = 0
  for (const [index, block] of blocks.entries()) {
    open.push(block)
    lengthChars += block.text.length
    const next = blocks[index + 1]
    // A heading stays with what it heads, and a list in one piece.
    const splits = next && block.kind !== 'heading' && !(block.kind === 'list-item' && next.kind === 'list-item')
    if (next && !(splits && lengthChars >= chunkChars)) continue
    chunks.push({ start: open[0]?.start ?? 0, lengthChars, blocks: open })
    open = []
    lengthChars = 0
  }
  return chunks
}
