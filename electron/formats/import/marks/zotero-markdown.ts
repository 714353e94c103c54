import type { ImportedMark } from '#shared/domain/imported.ts'
import { type DocumentsResult, importedParts } from '../import-result.ts'
import { makeMark } from './mark-fields.ts'

const LINK = /zotero:\/\/(?:select|open-pdf|open)\//

/** Whether a Markdown text is a note of annotations as Zotero exports it: its links lead back there. */
export function isZoteroMarkdown(head: string): boolean {
  return LINK.test(head)
}

/**
 * The annotations in a note that Zotero wrote from a PDF and exported as Markdown: each a quotation with a link to its
 * source and page, and a comment after it.
 */
export function zoteroMarkdownToSources(text: string, fileName: string): DocumentsResult {
  const blocks = text.replace(/\r\n?/g, '\n').split(/\n\s*\n|\n(?=[“"*-])/)
  const marks = blocks.map(readBlock).filter((mark) => mark !== null)
  const heading = /^#{1,6}\s+(.+)$/m
    .exec(text)?.[1]
    ?.replace(/\s*\(.*\)\s*$/, '')
    .trim()
  const cited = /\]\((?:zotero:\/\/select[^)]*)\)/.exec(text)
  const author = cited
    ? /\[([^\][]{1,200}?)(?:, (?:\d{4}|n\.d\.))?(?:, (?:p|S|s)\.\s?[\w-]+)?\]\(zotero:\/\/select/.exec(text)?.[1]
    : null
  const own = fileName
    .replace(/\.[a-z0-9]{1,8}$/i, '')
    .split(/[/\\]/)
    .at(-1)
  const title = heading && !/^annotations?$/i.test(heading) ? heading : own || 'Zotero annotations'
  const source = { title, byline: author ?? null, url: null, publishedOn: null, program: 'Zotero', marks }
  return importedParts('zotero', { sources: marks.length > 0 ? [source] : [] })
}

function readBlock(block: string): ImportedMark | null {
  if (!LINK.test(block)) return null
  const quoted = /^[\s*>-]*(?:<mark[^>]*>)?[“"]([\s\S]{1,20000}?)[”"](?:<\/mark>)?\s*(?=\(?\[)/.exec(block)
  const links = /\(?\[[^\][]*\]\([^)]*zotero:\/\/[^)]*\)\)?(?:\s*\(?\[[^\][]*\]\([^)]*zotero:\/\/[^)]*\)\)?)*/g
  const page = /,\s*(?:pp?|S|s)\.\s?([\w-]+)\]/.exec(block)?.[1] ?? /[?&]page=(\d+)/.exec(block)?.[1]
  const note = block
    .slice(quoted?.[0].length ?? 0)
    .replace(links, '')
    .replace(/<\/?mark[^>]*>/g, '')
    .trim()
  if (!quoted && note === '') return null
  return makeMark({ quote: quoted?.[1] ?? '', note, place: page === undefined ? null : `Page ${page}` })
}
