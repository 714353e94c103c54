import { randomUUID } from 'node:crypto'
import type { ArticleNotes, NotesCard } from '#electron/formats/export/article-notes.ts'
import { type DossierNotes, dossiersToHtml } from '#electron/formats/export/dossier.ts'
import { safeStem } from '#electron/formats/export/file-name.ts'
import { type ExportFile, type LibraryNotes, libraryNotesToFiles } from '#electron/formats/export/library-files.ts'
import { filesToZip } from '#electron/formats/export/library-zip.ts'
import { articleToMarkdown, dossierFiles, type MarkdownStyle } from '#electron/formats/export/markdown-style.ts'
import { notesToPage, toPage } from '#electron/formats/export/page.ts'
import { notesToText } from '#electron/formats/export/plain-text.ts'
import { notesToTables } from '#electron/formats/export/tables.ts'
import { notesToWebAnnotations } from '#electron/formats/export/web-annotation.ts'
import type { ReadHandle } from '#electron/store/handle.ts'
import { listArticleIds } from '#electron/store/queries/articles.ts'
import { listCards } from '#electron/store/queries/card-list.ts'
import { listEntities } from '#electron/store/queries/entities.ts'
import { countFound, findScope, type Scope, type ScopeFilter } from '#electron/store/queries/export-scope.ts'
import { listFigures } from '#electron/store/queries/figures.ts'
import { packAnki } from '#electron/workers/export/pack-anki.ts'
import { readDossier } from '#electron/workers/export/read-dossier.ts'
import { allOf, readNotes, toNotesCard } from '#electron/workers/export/read-notes.ts'
import type { ExportEvent, ExportFormat, ExportScope } from '#shared/contract/export.ts'
import type { ArticleId, EntityId } from '#shared/domain/ids.ts'
import { TemplateError } from '#shared/text/template.ts'
import { os, type ServiceContext } from './context.ts'
import { previewTemplate } from './export-preview.ts'
import { asJob } from './jobs.ts'
import { readSettings } from './settings-service.ts'

/** How many finished exports wait to be fetched: a window fetches its own at once. */
const KEPT_FILES = 4
/** After so many articles other requests get a turn. */
const BATCH = 10
const DAY_MS = 86_400_000
/** Longer than any export takes to write. */
const MAX_WRITE_MS = 300_000

interface Order extends ExportScope {
  readonly format: ExportFormat
  readonly wikiLinks: boolean
}

/** Notes, cards and dossiers as files. */
export function createExportService(context: ServiceContext) {
  const files = new Map<string, File>()
  const { library, clock } = context
  return {
    run: os.export.run.handler(async function* ({ input, errors }) {
      if (input.format === 'pdf' && !context.printPdf) throw errors.NO_PDF()
      try {
        yield* asJob(context.jobs, runExport(context, files, input))
      } catch (error) {
        if (!(error instanceof TemplateError)) throw error
        throw errors.TEMPLATE_BROKEN({ data: { line: error.line, message: error.message } })
      }
    }),
    count: os.export.count.handler(({ input }) => countScope(library.read, input, clock())),
    file: os.export.file.handler(({ input, errors }) => {
      const file = files.get(input.fileId)
      if (!file) throw errors.FILE_MISSING()
      return file
    }),
    preview: os.export.preview.handler(({ input }) => previewTemplate(library.read, input.template)),
  }
}

function toFilter({ fromDay, untilDay, ...scope }: ExportScope): ScopeFilter {
  return {
    ...scope,
    ...(fromDay !== undefined && { fromMs: Date.parse(fromDay) }),
    ...(untilDay !== undefined && { beforeMs: Date.parse(untilDay) + DAY_MS }),
  }
}

/** Whether nothing was asked for but which articles. */
function isWhole({ articleIds: _, hasMarks, hasCards, ...filter }: ExportScope): boolean {
  const asked = ['tag', 'categoryId', 'entityId', 'fromDay', 'untilDay', 'anchor', 'cardState'] as const
  return hasMarks && hasCards && asked.every((name) => filter[name] === undefined)
}

function countScope(db: ReadHandle, scope: ExportScope, nowMs: number) {
  const { annotationIds, cardIds, articleIds, notes } = findScope(db, toFilter(scope), nowMs)
  const named = scope.articleIds ? new Set(scope.articleIds) : articleIds
  const found = scope.entityId
    ? { entities: 1, figures: 0 }
    : countFound(db, scope.articleIds === undefined && isWhole(scope) ? null : [...named])
  return { articles: named.size, marks: annotationIds.size, notes, cards: cardIds.size, ...found }
}

async function* runExport(
  context: ServiceContext,
  files: Map<string, File>,
  order: Order,
): AsyncGenerator<ExportEvent, void, void> {
  const { library, clock } = context
  const nowMs = clock()
  const day = new Date(nowMs).toISOString().slice(0, 10)
  if (order.format.startsWith('dossiers-')) {
    const dossiers = yield* readDossiers(library.read, order)
    const [only] = dossiers
    const stem = order.entityId && only ? safeStem(only.name) : `Dossiers ${day}`
    yield { type: 'file', ...keep(files, dossiersToFile(order.format, dossiers, stem, nowMs)) }
    return
  }
  const scope = findScope(library.read, toFilter(order), nowMs)
  const ids = order.articleIds ?? listArticleIds(library.read, 'all').filter((id) => scope.articleIds.has(id))
  const articles: ArticleNotes[] = []
  for (const [index, id] of ids.entries()) {
    const one = readNotes(library.read, id)
    if (one) articles.push(isWhole(order) ? one : within(one, scope))
    if (index % BATCH === 0) {
      yield { type: 'progress', done: index, total: ids.length }
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
  const looseCards = order.articleIds === undefined ? readLooseCards(library.read, scope, nowMs) : []
  const stem =
    order.articleIds && articles.length === 1 && articles[0] ? safeStem(articles[0].title) : `Dossier notes ${day}`
  const file = await toFile(context, order, scope, { articles, looseCards, exportedAtMs: nowMs }, stem)
  yield { type: 'file', ...keep(files, file) }
}

/** What of an article's notes is asked for. */
function within(notes: ArticleNotes, { annotationIds, cardIds }: Scope): ArticleNotes {
  return {
    ...notes,
    marks: notes.marks.filter(({ id }) => annotationIds.has(id)),
    remarks: notes.remarks.filter(({ id }) => annotationIds.has(id)),
    cards: notes.cards.filter(({ id }) => cardIds.has(id)),
  }
}

function readLooseCards(db: ReadHandle, { cardIds }: Scope, nowMs: number): NotesCard[] {
  return allOf((cursor) => listCards(db, { state: 'all', limit: 200, cursor }, nowMs))
    .filter((card) => card.evidence.articleId === null && cardIds.has(card.id))
    .map(toNotesCard)
}

async function* readDossiers(db: ReadHandle, order: Order): AsyncGenerator<ExportEvent, DossierNotes[], void> {
  if (order.entityId) {
    const dossier = readDossier(db, order.entityId, true)
    return dossier ? [dossier] : []
  }
  const ids = dossierIds(db, order)
  const dossiers: DossierNotes[] = []
  for (const [index, id] of ids.entries()) {
    const dossier = readDossier(db, id, false)
    if (dossier) dossiers.push(dossier)
    if (index % BATCH === 0) {
      yield { type: 'progress', done: index, total: ids.length }
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
  return dossiers
}

function dossierIds(db: ReadHandle, { articleIds }: Order): EntityId[] {
  const all = (articleIds ?? [undefined]).flatMap((articleId) =>
    allOf((cursor) => listEntities(db, { articleId, sort: 'mentions', limit: 200, cursor })),
  )
  return [...new Set(all.map(({ id }) => id))]
}

function dossiersToFile(format: ExportFormat, dossiers: readonly DossierNotes[], stem: string, nowMs: number): File {
  if (format === 'dossiers-json')
    return new File([`${JSON.stringify(dossiers, null, 2)}\n`], `${stem}.json`, { type: 'application/json' })
  if (format === 'dossiers-html')
    return new File([toPage('Dossiers', dossiersToHtml(dossiers), nowMs)], `${stem}.html`, { type: 'text/html' })
  const entries = dossierFiles(dossiers)
  const [only] = entries
  return entries.length === 1 && only
    ? new File([only.text], `${stem}.md`, { type: 'text/markdown' })
    : zipOf(entries, stem, nowMs)
}

async function toFile(
  context: ServiceContext,
  order: Order,
  scope: Scope,
  notes: LibraryNotes,
  stem: string,
): Promise<File> {
  const { articles, looseCards, exportedAtMs } = notes
  const db = context.library.read
  switch (order.format) {
    case 'markdown':
      return markdownFile(context, order, notes, stem)
    case 'html':
      return new File([notesToPage(articles, looseCards, exportedAtMs)], `${stem}.html`, { type: 'text/html' })
    case 'pdf': {
      const bytes = await context.printPdf?.(notesToPage(articles, looseCards, exportedAtMs))
      return fileOfBytes(bytes ?? new Uint8Array(), `${stem}.pdf`, 'application/pdf')
    }
    case 'docx': {
      const bytes = await context.reader.runWithin(MAX_WRITE_MS, 'toWord', { articles, looseCards })
      const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
      return fileOfBytes(bytes, `${stem}.docx`, type)
    }
    case 'text':
      return new File([notesToText(articles, looseCards)], `${stem}.txt`, { type: 'text/plain' })
    case 'json':
      return new File([`${JSON.stringify(notes, null, 2)}\n`], `${stem}.json`, { type: 'application/json' })
    case 'json-ld':
      return new File([notesToWebAnnotations(articles, exportedAtMs)], `${stem}.jsonld`, {
        type: 'application/ld+json',
      })
    case 'csv':
      return zipOf(notesToTables({ ...notes, ...readFound(db, order.articleIds) }), `${stem} tables`, exportedAtMs)
    case 'anki': {
      const bytes = await packCards(context, [...scope.cardIds], exportedAtMs)
      return fileOfBytes(bytes, `${stem}.apkg`, 'application/zip')
    }
    default:
      throw new Error(`No such format: ${order.format}`)
  }
}

/** In a thread of its own: years of answers take a second. */
async function packCards(
  { library, startWorker }: ServiceContext,
  cardIds: readonly string[],
  nowMs: number,
): Promise<Uint8Array> {
  if (library.dir === ':memory:') return packAnki(library.read, cardIds, nowMs)
  const worker = startWorker()
  return worker.run('packAnki', { libraryDir: library.dir, cardIds, nowMs }).finally(() => worker.close())
}

function markdownFile({ library: { read } }: ServiceContext, order: Order, notes: LibraryNotes, stem: string): File {
  const names = new Map(
    order.wikiLinks
      ? notes.articles.map(({ id }) => [
          id,
          allOf((cursor) => listEntities(read, { articleId: id as ArticleId, sort: 'mentions', limit: 200, cursor })),
        ])
      : [],
  )
  const linked = [...new Map([...names.values()].flat().map((one) => [one.id, one])).values()]
  const dossiers = linked.flatMap(({ id }) => readDossier(read, id, false) ?? [])
  const style: MarkdownStyle = { template: readSettings(read).markdownTemplate, names, dossiers }
  const [only] = notes.articles
  if (order.articleIds && only && notes.articles.length === 1 && !order.wikiLinks)
    return new File([articleToMarkdown(only, style)], `${stem}.md`, { type: 'text/markdown' })
  const files = [
    ...libraryNotesToFiles(notes, (one) => articleToMarkdown(one, style)),
    ...dossierFiles(dossiers, 'Dossiers/'),
  ]
  return zipOf(files, stem, notes.exportedAtMs)
}

/** Entities and figures of some articles, or of all. */
function readFound(db: ReadHandle, articleIds: readonly ArticleId[] | undefined) {
  const perArticle = articleIds ?? [undefined]
  const entities = perArticle.flatMap((articleId) =>
    allOf((cursor) => listEntities(db, { articleId, sort: 'mentions', limit: 200, cursor })),
  )
  const figures = perArticle.flatMap((articleId) =>
    allOf((cursor) => listFigures(db, { articleId, sort: 'article', limit: 200, cursor })),
  )
  return { entities: [...new Map(entities.map((entity) => [entity.id, entity])).values()], figures }
}

function zipOf(entries: readonly ExportFile[], stem: string, nowMs: number): File {
  return fileOfBytes(filesToZip(entries, nowMs), `${stem}.zip`, 'application/zip')
}

function fileOfBytes(bytes: Uint8Array, name: string, type: string): File {
  // None of the formats writes into shared memory, as the type of File wants to be told.
  return new File([bytes as Uint8Array<ArrayBuffer>], name, { type })
}

function keep(files: Map<string, File>, file: File) {
  const fileId = randomUUID()
  files.set(fileId, file)
  const [oldest] = files.keys()
  if (files.size > KEPT_FILES && oldest !== undefined) files.delete(oldest)
  return { fileId, name: file.name, mediaType: file.type, sizeBytes: file.size }
}
