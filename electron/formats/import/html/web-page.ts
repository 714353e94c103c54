import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import type { ImportedDocument } from '#shared/domain/article.ts'
import { type DraftBlock, layOutBlocks } from '../document-text.ts'
import { deriveTitle } from '../title.ts'
import { namesInByline } from './page-byline.ts'
import { readPageFacts } from './page-facts.ts'
import { tameHtml } from './tame-html.ts'
import { walkBlocks } from './walk-blocks.ts'
import { wholeDocument } from './whole-document.ts'

/** No page that a person reads nests deeper; a parser could be made to run out of stack. */
const MAX_DEPTH = 600
/** Beyond so many elements the search for the main text would take too long. */
const MAX_ELEMENTS = 12_000
/** A main text of less than this share of all the words has missed something on a short page. */
const MIN_SHARE = 0.35
const SHORT_PAGE_CHARS = 3000

/**
 * The article on a web page: its main text as Readability finds it, walked into blocks, and what the page says of it.
 * A page without a main text gives all its words. Nothing of it is run, fetched or kept as HTML. Linear; never throws.
 */
export function webPageToDocument(html: string, fileName: string | null): ImportedDocument {
  const tame = tameHtml(html)
  const { document } = parseHTML(wholeDocument(tame.depth > MAX_DEPTH ? flatten(tame.html) : tame.html))
  // Read before the search for the main text, which takes the page apart.
  const stated = readPageFacts(document, html)
  const all = walkBlocks(document.body ?? document.documentElement)
  const found = findMain(document)
  const main = found?.drafts ?? all
  const facts = { ...stated, byline: stated.byline ?? namesInByline(found?.byline, stated.source) }
  const drafts = isTooLittle(main, all) ? all : main
  const title = facts.title ?? drafts.find(({ kind }) => kind === 'heading')?.text ?? null
  const blocks = withoutTitle(drafts, title)
  return {
    ...facts,
    title: title ?? deriveTitle(blocks[0]?.text ?? '', fileName),
    ...layOutBlocks(blocks),
  }
}

/** The words of a page whose elements are nested beyond reading, a paragraph for each block. */
function flatten(html: string): string {
  return (
    html
      .replace(/<(?:p|div|h[1-6]|li|br|tr|blockquote)\b[^<>]*>/gi, '<p>')
      .replace(/<(?!p>)[^<>]*>/g, ' ')
      // Paragraphs without words take the parser long, one after the other.
      .replace(/<p>\s*(?=<p>)/g, '')
  )
}

/** The main text, and the line of its author, which is taken off it. */
function findMain(document: Document): { drafts: DraftBlock[]; byline: string | null } | null {
  try {
    // Who is quoted stands in the foot of a quotation, and the search for the main text takes all feet off.
    for (const foot of document.querySelectorAll('blockquote footer, blockquote header')) keepAsWords(document, foot)
    const options = { serializer: (node: Node) => node as Element, maxElemsToParse: MAX_ELEMENTS }
    const article = new Readability<Element>(document, options).parse()
    return article?.content ? { drafts: walkBlocks(article.content), byline: article.byline ?? null } : null
  } catch {
    return null // too many elements, or a page it can't cope with: all words are kept instead
  }
}

function keepAsWords(document: Document, element: Element): void {
  const words = document.createElement('p')
  words.append(...element.childNodes)
  element.replaceWith(words)
}

function isTooLittle(main: readonly DraftBlock[], all: readonly DraftBlock[]): boolean {
  const sum = (drafts: readonly DraftBlock[]) => drafts.reduce((chars, { text }) => chars + text.length, 0)
  const allChars = sum(all)
  return main.length === 0 || (allChars < SHORT_PAGE_CHARS && sum(main) < allChars * MIN_SHARE)
}

/** The title stands above the text; it is not repeated in it. */
function withoutTitle(drafts: readonly DraftBlock[], title: string | null): readonly DraftBlock[] {
  const key = (text: string) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
  const index = drafts
    .slice(0, 3)
    .findIndex(({ kind, text }) => kind === 'heading' && title && key(text) === key(title))
  return index === -1 || drafts.length === 1 ? drafts : drafts.filter((_, at) => at !== index)
}
