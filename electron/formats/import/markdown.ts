import type { ImportedDocument } from '#shared/domain/article.ts'
import { type DraftBlock, layOutBlocks } from './document-text.ts'
import { splitFrontMatter } from './front-matter.ts'
import { parseMarkdownBlocks } from './markdown-blocks.ts'
import { cleanText } from './text-lines.ts'
import { deriveTitle, titleFromName } from './title.ts'

/**
 * The article in a Markdown text. Its title is the one of the front matter, else the first block if that is a heading,
 * else the first sentence; `fileName` serves where there are no words. The text is empty only when there is nothing but
 * a title. Never throws; linear.
 */
export function markdownToDocument(markdown: string, fileName: string | null): ImportedDocument {
  const { frontMatter, body } = splitFrontMatter(cleanText(markdown))
  const drafts = parseMarkdownBlocks(body)
  const first = drafts[0]
  const isTitled = first !== undefined && drafts.length > 1 && isTitleBlock(first, frontMatter.title)
  return {
    ...frontMatter,
    title: frontMatter.title ?? titleOf(first, fileName),
    ...layOutBlocks(isTitled ? drafts.slice(1) : drafts),
  }
}

function isTitleBlock({ kind, text }: DraftBlock, title: string | null): boolean {
  return kind === 'heading' && (title === null || text.toLowerCase() === title.toLowerCase())
}

function titleOf(first: DraftBlock | undefined, fileName: string | null): string {
  if (first === undefined) return titleFromName(fileName)
  return first.kind === 'heading' ? first.text : deriveTitle(first.text, fileName)
}
