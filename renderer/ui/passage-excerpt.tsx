import { useEffect, useMemo, useRef } from 'react'
import type { Block } from '#shared/domain/article.ts'
import { excerptAround } from '#shared/domain/excerpt.ts'
import { LitText } from './lit-text.tsx'
import classes from './passage-excerpt.module.css'

/** How far around the passage one reads, in characters: two or three paragraphs of news. */
const CONTEXT_CHARS = 700

/** A passage in its place: the blocks around it, its words lit. */
export function PassageExcerpt({ text, blocks, start, end }: PassageExcerptProps) {
  const excerpt = useMemo(() => excerptAround(blocks, start, end, CONTEXT_CHARS), [blocks, start, end])
  const root = useRef<HTMLDivElement>(null)
  useEffect(() => {
    root.current?.querySelector('mark')?.scrollIntoView({ block: 'nearest' })
  }, [text, start, end])
  return (
    <div ref={root} className={classes.excerpt}>
      {excerpt.cutBefore && <p className={classes.cut}>…</p>}
      {excerpt.blocks.map((block) => (
        <p key={block.start} data-kind={block.kind} className={classes.block}>
          <LitText
            text={text.slice(block.start, block.end)}
            ranges={[{ start: start - block.start, end: end - block.start }]}
          />
        </p>
      ))}
      {excerpt.cutAfter && <p className={classes.cut}>…</p>}
    </div>
  )
}

interface PassageExcerptProps {
  readonly text: string
  readonly blocks: readonly Pick<Block, 'kind' | 'start' | 'end'>[]
  readonly start: number
  readonly end: number
}
