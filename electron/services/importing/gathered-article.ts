import type { PreparedDocument } from '#electron/workers/prepare-document.ts'
import { prepareDocument } from '#electron/workers/prepare-document.ts'
import type { Block } from '#shared/domain/article.ts'
import type { ImportedMark, MarkedSource } from '#shared/domain/imported.ts'

/** A mark with the range of its words in the article made of it and others; null for a note without words. */
export interface GatheredMark {
  readonly mark: ImportedMark
  readonly range: { readonly start: number; readonly end: number } | null
}

const SEPARATOR = '\n\n'

/**
 * An article made of the marks of a text that is not there itself: each a quotation, with where it stood below it.
 * After `before`, an earlier article of the kind, when there are more now. Offsets are of the whole text.
 */
export function gatherMarks(
  source: MarkedSource,
  marks: readonly ImportedMark[],
  before: { readonly text: string; readonly blocks: readonly Block[] } = { text: '', blocks: [] },
): { readonly document: PreparedDocument; readonly marks: readonly GatheredMark[] } {
  const blocks: Block[] = [...before.blocks]
  let text = before.text
  const add = (kind: Block['kind'], words: string) => {
    const start = text === '' ? 0 : text.length + SEPARATOR.length
    text = text === '' ? words : `${text}${SEPARATOR}${words}`
    blocks.push({ kind, start, end: text.length })
    return { start, end: text.length }
  }
  const placed = marks.map((mark): GatheredMark => {
    const words = mark.quote.replace(/\s+/g, ' ').trim()
    if (words === '') return { mark, range: null }
    const range = add('quote', words)
    if (mark.place !== null) add('caption', mark.place)
    return { mark, range }
  })
  // An article has a text: one of notes alone says what it is of.
  if (text === '') add('paragraph', source.title)
  const document = prepareDocument({
    title: source.title,
    text,
    blocks,
    source: source.program,
    byline: source.byline,
    publishedOn: source.publishedOn,
    url: source.url,
    language: null,
  })
  return { document, marks: placed }
}
