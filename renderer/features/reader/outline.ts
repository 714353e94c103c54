import type { Block } from '#shared/domain/article.ts'

/** A heading of the text. `depth` counts from 0, however deep the levels of the text begin and skip. */
export interface OutlineEntry {
  readonly start: number
  readonly end: number
  readonly words: string
  readonly depth: number
}

/** The headings of a text, by place. */
export function outlineOf(text: string, blocks: readonly Block[]): OutlineEntry[] {
  const open: number[] = []
  return blocks.flatMap(({ kind, level = 2, start, end }) => {
    if (kind !== 'heading') return []
    while ((open.at(-1) ?? 0) >= level) open.pop()
    open.push(level)
    return [{ start, end, words: text.slice(start, end).replace(/\s+/gu, ' ').trim(), depth: open.length - 1 }]
  })
}

/** Index of the heading under which `position` stands, or -1 before the first. */
export function headingAt(outline: readonly OutlineEntry[], position: number): number {
  return outline.findLastIndex(({ start }) => start <= position)
}
