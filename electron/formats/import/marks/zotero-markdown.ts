import type { ImportedMark } from '#shared/domain/imported.ts'
import { splitFrontMatter } from '../front-matter.ts'
import { type DocumentsResult, importedParts } from '../import-result.ts'
import { titleFromName } from '../title.ts'
import { makeMark } from './mark-fields.ts'
import { zoteroColor } from './zotero-json.ts'

/** A link back to Zotero, in the brackets it may stand in. */
const LINK = /\(?\[([^\][]{0,300})\]\((zotero:\/\/[^)\s]{1,500})\)\)?/g
const QUOTED = /^[“"„«‹‘]\s*([\s\S]{1,20000}?)\s*[”"“»›’]\s*$/
const MARKED = /^<mark\b([^>]{0,200})>([\s\S]{1,20000}?)<\/mark>\s*$/
const CALLOUT = /^\[!([\w|#-]{1,60})\][+-]?[^\n]*\n/
/** Headings, rules and comments part annotations; the date of an export is none of its words. */
const APART = /^(?:#{1,6}\s.*|-{3,}|\*{3,}|%%.*%%|\(\d[\d/., :]*(?:[AP]M)?\))[ \t]*$/gm

/** A stretch of a note: an annotation, or words of the person's own. */
type Part = { readonly mark: ImportedMark; readonly chars: number } | { readonly mark: null; readonly words: string }

/**
 * Whether a Markdown text is a note of annotations that were made in Zotero: most of it is passages that link back
 * there. An article of a person's own that cites Zotero is not.
 */
export function isZoteroMarkdown(text: string): boolean {
  if (!text.includes('](zotero://')) return false
  const parts = readParts(splitFrontMatter(text.replace(/\r\n?/g, '\n')).body)
  const chars = (isMark: boolean) =>
    parts.reduce(
      (sum, part) => sum + (part.mark === null ? (isMark ? 0 : part.words.length) : isMark ? part.chars : 0),
      0,
    )
  return chars(true) > 0 && chars(true) >= chars(false)
}

/**
 * The annotations in a note that Zotero, or a program that asks it, wrote as Markdown: each a passage with a link to its
 * source and page; what follows it is its note.
 */
export function zoteroMarkdownToSources(text: string, fileName: string): DocumentsResult {
  const { frontMatter, body } = splitFrontMatter(text.replace(/\r\n?/g, '\n'))
  const headings = [...body.matchAll(/^#{1,6}\s+(.+)$/gm)].map(([, words = '']) =>
    words.replace(/\s*\([^()]*\)\s*$/, '').trim(),
  )
  const heading = headings.find(
    (words) => words !== '' && !/^(?:annotations?|notes?|highlights?|imported)\b/i.test(words),
  )
  const cited = /\[([^\][]{1,200}?)(?:, (?:\d{4}|n\.d\.))?(?:, (?:p|S|s)\.\s?[\w-]+)?\]\(zotero:\/\/select/.exec(
    body,
  )?.[1]
  const marks = collectMarks(readParts(body))
  const source = {
    title: frontMatter.title ?? heading ?? titleFromName(fileName),
    byline: frontMatter.byline ?? cited ?? null,
    url: frontMatter.url,
    publishedOn: null,
    program: 'Zotero',
    marks,
  }
  return importedParts('zotero', { sources: marks.length > 0 ? [source] : [] })
}

/** A person's words belong to the annotation that they follow; what stands before all of them is a note on the whole. */
function collectMarks(parts: readonly Part[]): ImportedMark[] {
  const marks: ImportedMark[] = []
  for (const part of parts) {
    const last = marks.at(-1)
    if (part.mark !== null) marks.push(part.mark)
    else if (last) marks.splice(-1, 1, { ...last, note: [last.note, part.words].filter(Boolean).join('\n\n') })
    else marks.push(makeMark({ quote: '', note: part.words }))
  }
  return marks
}

function readParts(body: string): Part[] {
  return body
    .replace(APART, '\n\n')
    .split(/\n\s*\n|\n(?=[“"«]|[*-]\s+[“"«])/)
    .map((block) => block.replace(/!\[[^\][]*\]\([^()]*\)|!\[\[[^\][]*\]\]/g, '').trim())
    .filter((block) => block !== '')
    .map(readPart)
}

function readPart(block: string): Part {
  const links = [...block.matchAll(LINK)]
  const [first] = links
  const last = links.at(-1)
  // A footnote, or a cell of a table, only cites.
  if (!first || !last || /^(?:\[\^|\|)/.test(block)) return { mark: null, words: block }
  const before = readQuote(block.slice(0, first.index))
  const isAnnotation = before.isSetApart || links.some(([, , url = '']) => url.includes('annotation='))
  if (!isAnnotation) return { mark: null, words: block }
  const note = block
    .slice(last.index + last[0].length)
    .replace(/^[ \t]*> ?/gm, '')
    .trim()
  if (before.quote === '' && note === '') return { mark: null, words: '' }
  const place = pageOf(links)
  const mark = makeMark({
    quote: before.quote,
    note,
    color: before.color,
    place: place === null ? null : `Page ${place}`,
  })
  return { mark, chars: before.quote.length + note.length }
}

/** The words before a link, without the marks that set them apart as a quotation; none before a note alone. */
function readQuote(words: string): { quote: string; color: string | null; isSetApart: boolean } {
  const isQuote = /^\s*>/.test(words)
  const plain = words
    .replace(/^[ \t]*> ?/gm, '')
    .replace(/^\s*[*-]\s+/, '')
    .trim()
  const callout = CALLOUT.exec(`${plain}\n`)
  const inside = callout ? plain.slice(callout[0].length).trim() : plain
  const marked = MARKED.exec(inside)
  const text = (marked?.[2] ?? inside).trim()
  const hex = /#[\da-f]{6}/i.exec(marked?.[1] ?? callout?.[1] ?? '')?.[0] ?? ''
  const quoted = QUOTED.exec(text)?.[1]
  const isSetApart = isQuote || text === '' || marked !== null || quoted !== undefined
  return { quote: quoted ?? text, color: zoteroColor(hex), isSetApart }
}

/** As printed on the page, else its number in the file. */
function pageOf(links: readonly RegExpExecArray[]): string | null {
  const printed = links.map(([, label = '']) => /(?:^|[\s(])(?:pp?\.|S\.|s\.|page)\s?([\w-]+)\)?$/i.exec(label)?.[1])
  const counted = links.map(([, , url = '']) => /[?&]page=(\w+)/.exec(url)?.[1])
  return [...printed, ...counted].find((page) => page !== undefined) ?? null
}
