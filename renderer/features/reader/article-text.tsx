import { memo, type ReactNode } from 'react'
import type { RenderBlock, RenderChunk } from '#renderer/anchoring/render-model.ts'
import { isNumbered } from '#shared/text/list-number.ts'
import classes from './article-text.module.css'

/** Below this a text is laid out whole: it costs little, and every place is known exactly. */
const LAID_OUT_WHOLE_CHARS = 60_000

interface ArticleTextProps {
  readonly chunks: readonly RenderChunk[]
  readonly lengthChars: number
}

/** The text itself. Each block's element holds its words and nothing else: positions are counted in them. */
export const ArticleText = memo(function ArticleText({ chunks, lengthChars }: ArticleTextProps) {
  const isLong = lengthChars > LAID_OUT_WHOLE_CHARS
  return chunks.map((chunk) => <Chunk key={chunk.start} chunk={chunk} isLong={isLong} />)
})

const Chunk = memo(function Chunk({ chunk, isLong }: { chunk: RenderChunk; isLong: boolean }) {
  // A guess at the lines of prose it will fill; the browser remembers the true height once it has laid it out.
  const lines = Math.ceil(chunk.lengthChars / 62) + chunk.blocks.length
  const style = isLong ? { containIntrinsicBlockSize: `auto ${lines * 31}px` } : {}
  return (
    <div className={classes.chunk} data-long={isLong} style={style}>
      {groups(chunk.blocks).map((group) =>
        group[0]?.kind === 'list-item' ? (
          <ul key={group[0].start} className={classes.list}>
            {group.map(drawBlock)}
          </ul>
        ) : (
          group.map(drawBlock)
        ),
      )}
    </div>
  )
})

/** Neighbouring list items together, everything else alone. */
function groups(blocks: readonly RenderBlock[]): RenderBlock[][] {
  const found: RenderBlock[][] = []
  for (const block of blocks) {
    const last = found.at(-1)
    if (block.kind === 'list-item' && last?.[0]?.kind === 'list-item') last.push(block)
    else found.push([block])
  }
  return found
}

function drawBlock(block: RenderBlock): ReactNode {
  const { start, text } = block
  // Each paragraph is set in its own direction: Arabic in an English text, English in a Hebrew one.
  const place = { 'data-start': start, 'data-end': block.end, dir: 'auto' }
  switch (block.kind) {
    case 'heading':
      return heading(block, place)
    case 'quote':
      return (
        <blockquote key={start} className={classes.quote} {...place}>
          {text}
        </blockquote>
      )
    case 'list-item':
      return (
        // A number in the text takes the place of the dot.
        <li key={start} data-numbered={isNumbered(text) || undefined} {...place}>
          {text}
        </li>
      )
    case 'caption':
      return (
        <figure key={start} className={classes.caption} aria-label="Caption of a picture">
          <figcaption {...place}>{text}</figcaption>
        </figure>
      )
    case 'code':
      return (
        <pre key={start} className={classes.code} {...place}>
          {text}
        </pre>
      )
    case 'paragraph':
      return (
        <p key={start} className={classes.paragraph} {...place}>
          {text}
        </p>
      )
  }
}

// The article's title is the page's first heading; what stands in the text begins below it.
const headings = ['h2', 'h2', 'h3', 'h4', 'h5', 'h6'] as const

function heading({ start, level = 2, text }: RenderBlock, place: Record<string, number | string>): ReactNode {
  const Tag = headings[level - 1] ?? 'h2'
  return (
    <Tag key={start} className={classes.heading} {...place}>
      {text}
    </Tag>
  )
}
