import type { Block } from '#shared/domain/article.ts'

/** A paragraph as a preview shows it; `start` is its place in the text, in UTF-16 code units. */
export interface LeadParagraph {
  readonly start: number
  readonly text: string
}

/** The first paragraphs, up to about `limitChars`; the last is cut at a word. Captions and headings are passed over. */
export function leadOf(
  text: string,
  blocks: readonly Pick<Block, 'kind' | 'start' | 'end'>[],
  limitChars: number,
): readonly LeadParagraph[] {
  const lead: LeadParagraph[] = []
  let left = limitChars
  for (const block of blocks) {
    if (block.kind === 'caption' || block.kind === 'heading') continue
    if (left <= 0) break
    const whole = text.slice(block.start, block.end)
    lead.push({ start: block.start, text: whole.length <= left ? whole : cutAtWord(whole, left) })
    left -= whole.length
  }
  return lead
}

function cutAtWord(text: string, limitChars: number): string {
  const space = text.lastIndexOf(' ', limitChars)
  return `${text.slice(0, space > 0 ? space : limitChars)} …`
}
