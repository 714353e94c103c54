import type { ArticleNotes } from '#electron/formats/export/article-notes.ts'
import { libraryNotesToFiles } from '#electron/formats/export/library-files.ts'
import {
  articleToMarkdown,
  type DossierName,
  dossierFiles,
  linkDossiers,
  type MarkdownStyle,
} from '#electron/formats/export/markdown-style.ts'
import { listEntities } from '#electron/store/queries/entities.ts'
import type { ArticleId } from '#shared/domain/ids.ts'
import type { ExportOrder } from './export-order.ts'
import type { ExportSource } from './export-source.ts'
import { allOf } from './read-notes.ts'
import { listNames, readDossiers } from './write-dossiers.ts'
import { writeText, writeZip } from './write-file.ts'
import { refuseTooMany } from './zip-limit.ts'

const DOSSIER_FOLDER = 'Dossiers/'
/** Index and cards without an article. */
const FILES_BESIDES = 2

/** Writes one article as a file, more of them (or names as links) as a zip. */
export function writeMarkdown(order: ExportOrder, source: ExportSource, stem: string) {
  const { file, nowMs, scope, wikiLinks } = order
  source.expect(source.articleIds.length)
  if (scope.articleIds && source.articleIds.length === 1 && !wikiLinks) {
    const style = styleOf(source, order, [])
    for (const notes of source.articles()) writeText(file, [articleToMarkdown(notes, style)])
    return { name: `${stem}.md`, mediaType: 'text/markdown' }
  }
  const linked = wikiLinks ? listNames(source.read, source.articleIds) : []
  source.expect(linked.length)
  refuseTooMany(source.articleIds.length + linked.length + FILES_BESIDES)
  writeZip(file, filesOf(source, linked, styleOf(source, order, linked), nowMs), nowMs)
  return { name: `${stem}.zip`, mediaType: 'application/zip' }
}

function* filesOf(source: ExportSource, linked: readonly DossierName[], style: MarkdownStyle, exportedAtMs: number) {
  const toMarkdown = (notes: ArticleNotes) => articleToMarkdown(notes, style)
  const notes = { articles: source.articles(), looseCards: source.looseCards(), exportedAtMs }
  yield* libraryNotesToFiles(notes, toMarkdown)
  yield* dossierFiles(readDossiers(source, linked, false), style.links)
}

function styleOf(
  { read }: ExportSource,
  { template, wikiLinks }: ExportOrder,
  linked: readonly DossierName[],
): MarkdownStyle {
  const namesIn = (id: string) =>
    // Its notes have an article's own id.
    allOf((cursor) => listEntities(read, { articleId: id as ArticleId, sort: 'mentions', limit: 200, cursor }))
  return {
    template,
    namesIn: wikiLinks ? namesIn : () => [],
    links: linkDossiers(linked, DOSSIER_FOLDER),
  }
}
