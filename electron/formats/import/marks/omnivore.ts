import type { ImportedDocument } from '#shared/domain/article.ts'
import type { MarkedSource, SavedAddress } from '#shared/domain/imported.ts'
import type { ZipArchive } from '../archive/open-zip.ts'
import { webPageToDocument } from '../html/web-page.ts'
import { type DocumentsResult, importedParts } from '../import-result.ts'
import { asRecords, dayOfMoment, makeMark, parseMoment, webAddress, words } from './mark-fields.ts'
import { isOmnivore } from './marked-json.ts'

const METADATA = /(?:^|\/)metadata_\d+_to_\d+\.json$/

/** Whether an archive is an export of Omnivore. */
export function isOmnivoreArchive(archive: ZipArchive): boolean {
  return archive.entries.some(({ name }) => METADATA.test(name))
}

/**
 * The articles of an export of Omnivore with their marks: `metadata_….json` lists them, `content/` holds the pages and
 * `highlights/` what was marked, as quotations in Markdown. Throws ZipError.
 */
export function omnivoreToDocuments(archive: ZipArchive): DocumentsResult {
  const decoder = new TextDecoder()
  const names = new Map(
    archive.entries.map(({ name }) => [name.replace(/^.*\/(?=(?:content|highlights)\/)/, ''), name]),
  )
  const textOf = (name: string) => {
    const stored = names.get(name)
    return stored === undefined ? null : decoder.decode(archive.read(stored))
  }
  const documents: ImportedDocument[] = []
  const sources: MarkedSource[] = []
  const addresses: SavedAddress[] = []
  for (const { name } of archive.entries.filter((entry) => METADATA.test(entry.name)))
    for (const item of readItems(decoder.decode(archive.read(name)))) {
      const slug = String(item.slug)
      const url = webAddress(item.url)
      const html = textOf(`content/${slug}.html`)
      const read = html === null ? null : webPageToDocument(html, words(item.title) || null)
      const about = {
        title: words(item.title) || read?.title || slug,
        byline: words(item.author) || read?.byline || null,
        url,
        publishedOn: dayOfMoment(item.publishedAt) ?? read?.publishedOn ?? null,
      }
      const tags = Array.isArray(item.labels) ? item.labels.map((label) => words(label)) : []
      if (read && read.text !== '') documents.push({ ...read, ...about })
      else if (url !== null) addresses.push({ url, title: about.title, tags, savedAtMs: parseMoment(item.savedAt) })
      const marks = readHighlights(textOf(`highlights/${slug}.md`) ?? '').map((mark) =>
        makeMark({ ...mark, createdAtMs: parseMoment(item.savedAt) }),
      )
      if (marks.length > 0) sources.push({ ...about, program: 'Omnivore', marks })
    }
  return importedParts('omnivore', { documents, sources, addresses })
}

function readItems(json: string) {
  try {
    return asRecords(JSON.parse(json)).filter(isOmnivore)
  } catch {
    return [] // a damaged list: its articles are missing, those of the others are not
  }
}

type Highlight = { quote: string; note: string; tags: string[] }

/** A quotation is a mark; the line of `#labels` after it is its tags, what follows up to the next one its note. */
function readHighlights(markdown: string): Highlight[] {
  const found: { quote: string[]; note: string[] }[] = []
  let isQuote = false
  for (const line of markdown.replace(/\r\n?/g, '\n').split('\n')) {
    const quoted = /^\s{0,3}>\s?(.*)$/.exec(line)
    const last = found.at(-1)
    if (quoted && (!last || last.quote.length === 0 || last.note.some((words) => words.trim() !== '')))
      found.push({ quote: [quoted[1] ?? ''], note: [] })
    else if (quoted) last?.quote.push(quoted[1] ?? '')
    // Only the first line of a paragraph is marked as quoted.
    else if (isQuote && last && line.trim() !== '') last.quote.push(line)
    else if (last) last.note.push(line)
    else if (line.trim() !== '') found.push({ quote: [], note: [line] })
    isQuote = line.trim() !== '' && (quoted !== null || isQuote)
  }
  return found.map(({ quote, note }) => ({ quote: quote.join('\n'), ...splitLabels(note) }))
}

function splitLabels(note: readonly string[]): { note: string; tags: string[] } {
  const at = note.findIndex((line) => line.trim() !== '')
  const line = note[at]?.trim() ?? ''
  if (!/^#\S/.test(line)) return { note: note.join('\n'), tags: [] }
  return { note: note.slice(at + 1).join('\n'), tags: line.split(/\s+(?=#)/).map((label) => label.slice(1)) }
}
