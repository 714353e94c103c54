import { parseHTML } from 'linkedom'
import type { DraftBlock } from '../document-text.ts'
import { tameHtml } from '../html/tame-html.ts'
import { walkBlocks } from '../html/walk-blocks.ts'
import { wholeDocument } from '../html/whole-document.ts'
import type { ChapterLabel, SpineItem } from './package-document.ts'

/** A chapter of a book; its title is null where neither its contents nor a heading name it. */
export interface Chapter {
  readonly title: string | null
  readonly blocks: readonly DraftBlock[]
}

const MAX_DEPTH = 600
/** Less than this, without a name, is a half title or a blank page. */
const MIN_CHAPTER_CHARS = 200
/** A title page or a cover says no more than this. */
const MAX_FRONT_CHARS = 1500
/** A part of a book that is one file holds several chapters; a smaller file with names below its own is one chapter. */
const MIN_PART_CHARS = 30_000
const FRONT = /<(?:body|section|div)\b[^<>]*\bepub:type\s*=\s*["'][^"']*\b(?:cover|titlepage|halftitlepage|toc)\b/i
/** Stands where a chapter begins within a file; no text holds it. */
const BREAK = '\uE000'

/**
 * The chapters of a book, whose files may each hold several of them, or only a part of one: the table of contents says
 * where they begin. `pages`: the text of each file by its path.
 */
export function readChapters(spine: readonly SpineItem[], pages: ReadonlyMap<string, string>): Chapter[] {
  const chapters: Chapter[] = []
  const isNamed = spine.filter(({ labels }) => labels.length > 0).length * 3 >= spine.length
  for (const item of spine) {
    const page = pages.get(item.path) ?? ''
    const parts = splitFile(page, labelsOf(item, page.length)).filter(({ blocks }) => blocks.length > 0)
    if (parts.length === 1 && charsOf(parts) < MAX_FRONT_CHARS && (item.isFront || FRONT.test(page.slice(0, 3000))))
      continue
    for (const part of parts) {
      const last = chapters.at(-1)
      // Programs cut long chapters into files, of which the contents name only the first.
      if (last && isNamed && part.title === null)
        chapters.splice(-1, 1, { ...last, blocks: [...last.blocks, ...part.blocks] })
      else if (part.title !== null || charsOf([part]) >= MIN_CHAPTER_CHARS) chapters.push(part)
    }
  }
  return chapters
}

function charsOf(parts: readonly Chapter[]): number {
  return parts.flatMap(({ blocks }) => blocks).reduce((sum, { text }) => sum + text.length, 0)
}

/** The names by which a file is cut: the outermost, and those below where one stands above a long file. */
function labelsOf({ labels }: SpineItem, chars: number): readonly ChapterLabel[] {
  for (const depth of [...new Set(labels.map((label) => label.depth))].sort((a, b) => a - b)) {
    const own = labels.filter((label) => label.depth <= depth)
    if (own.length > 1 || chars < MIN_PART_CHARS) return own
  }
  return labels.slice(0, 1)
}

function splitFile(page: string, labels: readonly ChapterLabel[]): Chapter[] {
  const isWhole = labels.length < 2
  const blocks = readBlocks(page, isWhole ? [] : labels)
  if (isWhole) return [nameChapter(labels[0]?.title ?? null, blocks)]
  const parts: { label: ChapterLabel | undefined; blocks: DraftBlock[] }[] = [{ label: undefined, blocks: [] }]
  for (const block of blocks)
    if (block.text.startsWith(BREAK)) parts.push({ label: labels[Number(block.text.slice(1))], blocks: [] })
    else parts.at(-1)?.blocks.push(block)
  const whole = labels.find(({ fragment }) => fragment === null)
  return parts.map(({ label, blocks: own }, at) =>
    nameChapter((label ?? (at === 0 ? whole : undefined))?.title ?? null, own),
  )
}

/** A chapter is named by the contents, else by a heading it begins with. The name stands above the text, not in it. */
function nameChapter(label: string | null, blocks: readonly DraftBlock[]): Chapter {
  const [first] = blocks
  const heading = first?.kind === 'heading' ? first.text : null
  const title = label ?? heading
  return { title, blocks: heading !== null && heading === title && blocks.length > 1 ? blocks.slice(1) : blocks }
}

function readBlocks(page: string, labels: readonly ChapterLabel[]): DraftBlock[] {
  const tame = tameHtml(openEmpty(page))
  if (tame.depth > MAX_DEPTH) return []
  const { document } = parseHTML(wholeDocument(tame.html))
  const marks = new Map(
    [...document.querySelectorAll('[id], a[name]')].map((one) => [one.id || one.getAttribute('name'), one]),
  )
  for (const [at, { fragment }] of labels.entries()) {
    const begins = fragment === null ? undefined : marks.get(fragment)
    if (!begins) continue
    const mark = document.createElement('p')
    mark.textContent = `${BREAK}${at}`
    const block = begins.closest('h1, h2, h3, h4, h5, h6, p, li, table, ul, ol, blockquote') ?? begins
    block.parentNode?.insertBefore(mark, block)
  }
  return walkBlocks(document.body)
}

/** XML may close any element at once; HTML would leave it open. */
function openEmpty(page: string): string {
  return page.replace(/<([a-zA-Z][\w:-]{0,40})((?:\s[^<>]{0,2000})?)\/>/g, (whole, name: string, attributes: string) =>
    /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/i.test(name)
      ? whole
      : `<${name}${attributes}></${name}>`,
  )
}
