import type { ImportedDocument } from '#shared/domain/article.ts'
import { type DecodeFailure, decodeText } from './decode-text.ts'
import { type DraftBlock, layOutBlocks } from './document-text.ts'
import { joinLines, type Passage } from './join-lines.ts'
import { countWords, endsOpen, endsSentence, isProse } from './line-shape.ts'
import { type StrippedPage, stripFurniture } from './strip-furniture.ts'
import { splitLines, type TextLine } from './text-lines.ts'
import { deriveTitle, isMasthead, isTitleLike, titleFromName } from './title.ts'

/** What is known of a text beside its words. Given values win over what the text says. */
export interface PlainTextHints {
  readonly title?: string | undefined
  /** `YYYY-MM-DD`. */
  readonly publishedOn?: string | undefined
  readonly source?: string | undefined
  /** Gives the title when the text has none. */
  readonly fileName?: string | undefined
}

export type PlainTextResult =
  | { readonly kind: 'imported'; readonly document: ImportedDocument }
  | { readonly kind: 'failed'; readonly code: DecodeFailure }

/** A heading inside a text is no longer than this. */
const MAX_HEADING_CHARS = 90
const MAX_HEADING_WORDS = 14
const HEADING_LEVEL = 2

/** The article in a plain text file. `name`: the file's, for a text without a title. Linear in the file's size. */
export function importPlainText(name: string, bytes: Uint8Array): PlainTextResult {
  const decoded = decodeText(bytes)
  if (decoded.kind === 'failed') return decoded
  const document = plainTextToDocument(decoded.text, { fileName: name })
  return document.text === '' ? { kind: 'failed', code: 'EMPTY' } : { kind: 'imported', document }
}

/**
 * The article in a text, as pasted or scraped: title, captions, headings, lists, quotes and paragraphs, without the page
 * around them. The text of the document is empty only when `text` is blank. Never throws; linear.
 */
export function plainTextToDocument(text: string, hints: PlainTextHints = {}): ImportedDocument {
  const lines = splitLines(text)
  const { facts, passages } = readPage(lines)
  const given = hints.title?.trim() || facts.title
  const first = passages[0]
  const isTitled = first !== undefined && ownsTitle(first, passages.length, given)
  const body = isTitled ? passages.slice(1) : passages
  return {
    title: given ?? titleOf(first, isTitled || passages.length === 1, hints.fileName ?? null),
    ...layOutBlocks(toBlocks(body)),
    source: hints.source?.trim() || facts.source,
    byline: facts.byline,
    publishedOn: hints.publishedOn ?? facts.publishedOn,
    url: facts.url,
    language: null,
  }
}

/** A page of nothing but furniture is a text after all. */
function readPage(lines: readonly TextLine[]): { facts: StrippedPage['facts']; passages: Passage[] } {
  const page = stripFurniture(lines)
  const passages = joinLines(page.lines)
  if (hasMasthead(passages)) {
    return { facts: { ...page.facts, source: page.facts.source ?? passages[0].text }, passages: passages.slice(1) }
  }
  if (passages.length > 0) return { facts: page.facts, passages }
  const all = lines.map(({ text, afterBlank }): Passage => ({ kind: 'text', text, afterBlank }))
  return { facts: page.facts, passages: all }
}

/** Whether the name of the paper stands above the title. "Hard Times" over running text is a title itself. */
function hasMasthead(passages: readonly Passage[]): passages is readonly [Passage, Passage, Passage] {
  const [first, second] = passages
  if (first === undefined || second === undefined || passages.length < 3) return false
  return first.kind === 'text' && isMasthead(first.text) && second.kind === 'text' && isTitleLike(second.text)
}

/** Whether the first passage is the title and not the beginning of the text. A text is never empty for a title's sake. */
function ownsTitle(first: Passage, count: number, given: string | null): boolean {
  if (first.kind !== 'text' || count === 1) return false
  return given === null ? isTitleLike(first.text) : sameWords(first.text, given)
}

function sameWords(a: string, b: string): boolean {
  const plain = (words: string) => words.slice(0, 2000).replace(/\s+/g, ' ').trim().toLowerCase()
  return a.length < 2000 && plain(a) === plain(b)
}

function titleOf(first: Passage | undefined, isTitle: boolean, fileName: string | null): string {
  if (first === undefined) return titleFromName(fileName)
  return isTitle && isTitleLike(first.text) ? first.text : deriveTitle(first.text, fileName)
}

function toBlocks(passages: readonly Passage[]): DraftBlock[] {
  const followers = followersOf(passages)
  return passages.map((passage, index): DraftBlock => {
    const { kind, text } = passage
    if (kind !== 'text') return { kind, text }
    const isHeading =
      isHeadingLike(passage, passages[index - 1]) && leadsOn(followers[index] ?? null, followers[index + 1])
    return isHeading ? { kind: 'heading', level: HEADING_LEVEL, text } : { kind: 'paragraph', text }
  })
}

/** For each passage the next one that is no caption: a picture may stand between a heading and its text. */
function followersOf(passages: readonly Passage[]): (Passage | null)[] {
  const followers: (Passage | null)[] = []
  let next: Passage | null = null
  for (let index = passages.length - 1; index >= 0; index -= 1) {
    followers[index] = next
    const passage = passages[index]
    if (passage !== undefined && passage.kind !== 'caption') next = passage
  }
  return followers
}

/** A short line by itself that begins like a title and ends neither a sentence nor in the midst of one. */
function isHeadingLike({ text, afterBlank }: Passage, before: Passage | undefined): boolean {
  if (text.length > MAX_HEADING_CHARS || countWords(text) > MAX_HEADING_WORDS) return false
  if (endsOpen(text) || (endsSentence(text) && !isQuestion(text))) return false
  const startsAfresh = afterBlank || before === undefined || before.kind === 'caption' || isProse(before.text)
  return startsAfresh && /^["'“‘«(¿\d]?[\p{Lu}\p{Lt}\p{Lo}\d]/u.test(text) && /\p{L}|^\d{4}$/u.test(text)
}

function isQuestion(text: string): boolean {
  return /\?["'”’»]?$/u.test(text) && text.length <= 60
}

/** Whether what follows is what a heading is followed by: running text, a list, or one more heading and then text. */
function leadsOn(next: Passage | null, afterNext: Passage | null | undefined): boolean {
  if (next === null) return false
  if (isRunning(next)) return true
  return isHeadingLike(next, undefined) && next.afterBlank && afterNext != null && isRunning(afterNext)
}

function isRunning({ kind, text }: Passage): boolean {
  return kind === 'list-item' || kind === 'quote' || isProse(text)
}
