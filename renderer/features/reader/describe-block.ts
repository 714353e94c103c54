import type { RenderBlock } from '#renderer/anchoring/render-model.ts'
import type { Span } from '#renderer/anchoring/span.ts'

/** Something that lies on the text, by the name a person knows it by. */
export interface NamedSpan extends Span {
  readonly name: string
}

/** What lies on one block, for those who cannot see it drawn; empty when nothing does. */
export function describeBlock(
  text: string,
  block: Span,
  marks: readonly NamedSpan[],
  names: readonly NamedSpan[],
): string {
  const marked = marks.filter((mark) => meets(mark, block)).map((mark) => markInWords(text, block, mark))
  const named = [...new Set(names.filter((name) => meets(name, block)).map(({ name }) => name))]
  return [marked.length > 0 && `Marked: ${marked.join('; ')}.`, named.length > 0 && `Names: ${named.join(', ')}.`]
    .filter(Boolean)
    .join(' ')
}

/** A block as it is read out when the keyboard comes to it: its words, then what lies on them. */
export function readOutBlock(block: RenderBlock, description: string): string {
  const kind = { heading: 'Heading: ', quote: 'Quotation: ', 'list-item': 'List item: ', caption: 'Caption: ' }
  const lead = block.kind === 'paragraph' || block.kind === 'code' ? '' : kind[block.kind]
  return `${lead}${block.text}${description === '' ? '' : ` ${description}`}`
}

const QUOTE_CHARS = 60

function markInWords(text: string, block: Span, mark: NamedSpan): string {
  if (mark.start <= block.start && mark.end >= block.end) return `${mark.name}, the whole of it`
  const words = text.slice(Math.max(mark.start, block.start), Math.min(mark.end, block.end)).replace(/\s+/gu, ' ')
  return `${mark.name}, “${words.length > QUOTE_CHARS ? `${words.slice(0, QUOTE_CHARS).trimEnd()}…` : words}”`
}

function meets(one: Span, block: Span): boolean {
  return one.start < block.end && one.end > block.start
}
