import type { Block } from '#shared/domain/article.ts'

/** A block as it is drawn: one element whose text content is `text`, nothing more and nothing less. */
export interface RenderBlock extends Block {
  readonly text: string
}

/** No writer's paragraph is longer. Browsers take seconds to break one of a megabyte. */
const MAX_BLOCK_CHARS = 20_000
/** No writer's word is longer. The time to break one grows with its square. */
const MAX_WORD_CHARS = 1_000

/**
 * The blocks to draw for a text, by place, without overlaps. Words that no block covers become paragraphs of their own:
 * whatever an importer forgot, the person still reads the whole text. White space between blocks is not drawn. What is
 * too long for one element is drawn in pieces.
 */
export function renderModel(text: string, blocks: readonly Block[]): RenderBlock[] {
  const drawn: RenderBlock[] = []
  let from = 0
  for (const block of [...blocks].sort((a, b) => a.start - b.start)) {
    const start = Math.max(block.start, from)
    const end = Math.min(block.end, text.length)
    if (start >= end) continue
    drawn.push(...strayParagraphs(text, from, start), ...pieces(text, { ...block, start, end }))
    from = end
  }
  drawn.push(...strayParagraphs(text, from, text.length))
  return drawn
}

function strayParagraphs(text: string, start: number, end: number): RenderBlock[] {
  const found: RenderBlock[] = []
  for (const match of text.slice(start, end).matchAll(/\S(?:(?:(?!\n\s*\n)[\s\S])*\S)?/g)) {
    const at = start + match.index
    found.push(...pieces(text, { kind: 'paragraph', start: at, end: at + match[0].length }))
  }
  return found
}

/** The block in one piece, or in several that end after a sentence, else after a word, else wherever they must. */
function pieces(text: string, block: Block): RenderBlock[] {
  const found: RenderBlock[] = []
  let { start } = block
  while (start < block.end) {
    const end =
      block.end - start > MAX_BLOCK_CHARS
        ? start + lengthOfPiece(text.slice(start, start + MAX_BLOCK_CHARS))
        : block.end
    found.push({ ...block, start, end, text: text.slice(start, end) })
    start = end
  }
  return found
}

function lengthOfPiece(text: string): number {
  const half = text.length / 2
  const sentence = Math.max(...['. ', '! ', '? ', '\n'].map((mark) => text.lastIndexOf(mark) + mark.length))
  if (sentence > half) return sentence
  const word = text.lastIndexOf(' ') + 1
  if (word > half) return word
  // Never between the two halves of one character.
  return /[\ud800-\udbff]/.test(text.charAt(MAX_WORD_CHARS - 1)) ? MAX_WORD_CHARS - 1 : MAX_WORD_CHARS
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
