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

/** A quotation is a mark; what follows it up to the next one is its note, `#label` lines are its tags. */
function readHighlights(markdown: string): { quote: string; note: string; tags: string[] }[] {
  const marks: { quote: string; note: string; tags: string[] }[] = []
  let quote: string[] = []
  let note: string[] = []
  const finish = () => {
    const tags = note.flatMap((line) =>
      /^(?:#[\p{L}\p{N}_-]+\s*)+$/u.test(line.trim()) ? line.trim().split(/\s+/) : [],
    )
    const rest = note.filter((line) => !tags.some((tag) => line.includes(tag)))
    if (quote.length > 0)
      marks.push({ quote: quote.join('\n'), note: rest.join('\n'), tags: tags.map((tag) => tag.slice(1)) })
    quote = []
    note = []
  }
  for (const line of markdown.replace(/\r\n?/g, '\n').split('\n')) {
    const quoted = /^\s{0,3}>\s?(.*)$/.exec(line)
    if (quoted && note.some((one) => one.trim() !== '')) finish()
    if (quoted) quote.push(quoted[1] ?? '')
    else if (quote.length > 0) note.push(line)
  }
  finish()
  return marks
}
