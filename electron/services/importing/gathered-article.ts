import type { SourceHead } from '#electron/workers/reading/spilled-file.ts'
import type { Block, ImportedDocument } from '#shared/domain/article.ts'
import type { ImportedMark } from '#shared/domain/imported.ts'

/** A mark with the range of its words in the article made of it and others; null for a note without words. */
export interface GatheredMark {
  readonly mark: ImportedMark
  readonly range: { readonly start: number; readonly end: number } | null
}

const SEPARATOR = '\n\n'

/**
 * An article made of the marks of a text that is not there itself: each a quotation, with where it stood below it.
 * After `before`, an earlier article of the kind, when there are more now. Offsets are of the whole text. In steps.
 */
export function* gatherMarks(
  source: SourceHead,
  marks: readonly ImportedMark[],
  before: { readonly text: string; readonly blocks: readonly Block[] } = { text: '', blocks: [] },
): Generator<void, { readonly document: ImportedDocument; readonly marks: readonly GatheredMark[] }, void> {
  const blocks: Block[] = [...before.blocks]
  let text = before.text
  const add = (kind: Block['kind'], words: string) => {
    const start = text === '' ? 0 : text.length + SEPARATOR.length
    text = text === '' ? words : `${text}${SEPARATOR}${words}`
    blocks.push({ kind, start, end: text.length })
    return { start, end: text.length }
  }
  const placed: GatheredMark[] = []
  for (const mark of marks) {
    const words = mark.quote.replace(/\s+/g, ' ').trim()
    const range = words === '' ? null : add('quote', words)
    if (range && mark.place !== null) add('caption', mark.place)
    placed.push({ mark, range })
    yield
  }
  // An article has a text: one of notes alone says what it is of.
  if (text === '') add('paragraph', source.title)
  const document: ImportedDocument = {
    title: source.title,
    text,
    blocks,
    source: source.program,
    byline: source.byline,
    publishedOn: source.publishedOn,
    url: source.url,
    language: null,
  }
  return { document, marks: placed }
}
