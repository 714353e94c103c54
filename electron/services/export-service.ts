import { randomUUID } from 'node:crypto'
import { toAnkiPackage } from '#electron/formats/export/anki-package.ts'
import type { ArticleNotes, NotesCard } from '#electron/formats/export/article-notes.ts'
import { safeStem } from '#electron/formats/export/file-name.ts'
import { type ExportFile, type LibraryNotes, libraryNotesToFiles } from '#electron/formats/export/library-files.ts'
import { filesToZip } from '#electron/formats/export/library-zip.ts'
import { articleNotesToMarkdown } from '#electron/formats/export/markdown.ts'
import { notesToPage } from '#electron/formats/export/page.ts'
import { notesToText } from '#electron/formats/export/plain-text.ts'
import { notesToTables } from '#electron/formats/export/tables.ts'
import { notesToWebAnnotations } from '#electron/formats/export/web-annotation.ts'
import { writeAnkiCollection } from '#electron/store/anki/write-collection.ts'
import type { ReadHandle } from '#electron/store/handle.ts'
import { type AnnotationRow, listAnnotations } from '#electron/store/queries/annotations.ts'
import { findArticle, findArticleText, listArticleIds, listBlocks } from '#electron/store/queries/articles.ts'
import { listCards } from '#electron/store/queries/card-list.ts'
import type { CardRow } from '#electron/store/queries/cards.ts'
import { listCategories } from '#electron/store/queries/categories.ts'
import { listEntities } from '#electron/store/queries/entities.ts'
import { listFigures } from '#electron/store/queries/figures.ts'
import type { Page } from '#electron/store/queries/paging.ts'
import type { ExportEvent, ExportFormat } from '#shared/contract/library.ts'
import type { ArticleId } from '#shared/domain/ids.ts'
import { countCharacters } from '#shared/text/count-characters.ts'
import { describeQuote } from '#shared/text/describe-quote.ts'
import { escapeParagraphs } from '#shared/text/escape-markdown.ts'
import { cardsToAnkiNotes } from './anki-notes.ts'
import { os, type ServiceContext } from './context.ts'

/** How many finished exports wait to be fetched: a window fetches its own at once. */
const KEPT_FILES = 4
/** After so many articles other requests get a turn. */
const BATCH = 10

/** Notes and cards as files. */
export function createExportService(context: ServiceContext) {
  const files = new Map<string, File>()
  return {
    run: os.export.run.handler(({ input }) => runExport(context, files, input.format, input.articleIds)),
    file: os.export.file.handler(({ input, errors }) => {
      const file = files.get(input.fileId)
      if (!file) throw errors.FILE_MISSING()
      return file
    }),
  }
}

async function* runExport(
  { library, clock }: ServiceContext,
  files: Map<string, File>,
  format: ExportFormat,
  articleIds: readonly ArticleId[] | undefined,
): AsyncGenerator<ExportEvent, void, void> {
  const ids = articleIds ?? listArticleIds(library.read, 'all')
  const articles: ArticleNotes[] = []
  for (const [index, id] of ids.entries()) {
    const one = readNotes(library.read, id)
    if (one && (articleIds || isWorthAFile(one))) articles.push(one)
    if (index % BATCH === 0) {
      yield { type: 'progress', done: index, total: ids.length }
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
  const nowMs = clock()
  const looseCards = articleIds === undefined ? readLooseCards(library.read, nowMs) : []
  const stem =
    articleIds && articles.length === 1 && articles[0]
      ? safeStem(articles[0].title)
      : `Dossier notes ${new Date(nowMs).toISOString().slice(0, 10)}`
  const file = toFile(library.read, format, { articles, looseCards, exportedAtMs: nowMs }, stem, articleIds)
  yield { type: 'file', ...keep(files, file) }
}

function isWorthAFile({ marks, remarks, cards }: ArticleNotes): boolean {
  return marks.length + remarks.length + cards.length > 0
}

function readLooseCards(db: ReadHandle, nowMs: number): NotesCard[] {
  return allOf((cursor) => listCards(db, { state: 'all', limit: 200, cursor }, nowMs))
    .filter((card) => card.evidence.articleId === null)
    .map(toNotesCard)
}

function toFile(
  db: ReadHandle,
  format: ExportFormat,
  notes: LibraryNotes,
  stem: string,
  articleIds: readonly ArticleId[] | undefined,
): File {
  const { articles, looseCards, exportedAtMs } = notes
  const [only] = articles
  switch (format) {
    case 'markdown':
      return articleIds && only && articles.length === 1
        ? new File([articleNotesToMarkdown(only)], `${stem}.md`, { type: 'text/markdown' })
        : zipOf(libraryNotesToFiles(notes), stem, exportedAtMs)
    case 'html':
      return new File([notesToPage(articles, looseCards, exportedAtMs)], `${stem}.html`, { type: 'text/html' })
    case 'text':
      return new File([notesToText(articles, looseCards)], `${stem}.txt`, { type: 'text/plain' })
    case 'json':
      return new File([`${JSON.stringify(notes, null, 2)}\n`], `${stem}.json`, { type: 'application/json' })
    case 'json-ld':
      return new File([notesToWebAnnotations(articles, exportedAtMs)], `${stem}.jsonld`, {
        type: 'application/ld+json',
      })
    case 'csv':
      return zipOf(notesToTables({ ...notes, ...readFound(db, articleIds) }), `${stem} tables`, exportedAtMs)
    case 'anki':
      return ankiPackage(db, stem, articleIds, exportedAtMs)
    default:
      return assertNever(format)
  }
}

/** All cards, or those made from some articles, with their schedule. */
function ankiPackage(db: ReadHandle, stem: string, articleIds: readonly ArticleId[] | undefined, nowMs: number): File {
  const cards = (articleIds ?? [undefined]).flatMap((articleId) =>
    allOf((cursor) => listCards(db, { articleId, state: 'all', limit: 200, cursor }, nowMs)),
  )
  const bytes = toAnkiPackage(writeAnkiCollection(cardsToAnkiNotes(db, cards), nowMs))
  // fflate's own buffer, as above.
  return new File([bytes as Uint8Array<ArrayBuffer>], `${stem}.apkg`, { type: 'application/zip' })
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
  const zip = filesToZip(entries, nowMs)
  // The bytes are fflate's own buffer, never a shared one, as the type of File wants to be told.
  return new File([zip as Uint8Array<ArrayBuffer>], `${stem}.zip`, { type: 'application/zip' })
}

function assertNever(value: never): never {
  throw new Error(`No such format: ${String(value)}`)
}

function keep(files: Map<string, File>, file: File) {
  const fileId = randomUUID()
  files.set(fileId, file)
  const [oldest] = files.keys()
  if (files.size > KEPT_FILES && oldest !== undefined) files.delete(oldest)
  return { fileId, name: file.name, mediaType: file.type, sizeBytes: file.size }
}

/** All pages of a list. */
function allOf<Row>(list: (cursor: string | undefined) => Page<Row>): Row[] {
  const rows: Row[] = []
  let cursor: string | undefined
  do {
    const page = list(cursor)
    rows.push(...page.items)
    cursor = page.nextCursor ?? undefined
  } while (cursor !== undefined)
  return rows
}

function readNotes(db: ReadHandle, id: ArticleId): ArticleNotes | null {
  const article = findArticle(db, id)
  const text = findArticleText(db, id)
  if (!article || text === null) return null
  const annotations = allOf((cursor) => listAnnotations(db, { articleId: id, limit: 200, cursor }))
  const cards = allOf((cursor) => listCards(db, { articleId: id, state: 'all', limit: 200, cursor }, 0))
  const { title, source, byline, publishedOn, url, language } = article
  return {
    id,
    title,
    source,
    byline,
    publishedOn,
    url,
    language,
    tags: [],
    headings: listBlocks(db, id)
      .filter((block) => block.kind === 'heading')
      .map(({ start, end, level }) => ({ start, level: level ?? 2, text: text.slice(start, end) })),
    remarks: annotations
      .filter((a) => a.start === null)
      .map(({ id, quote, note, tags, entities, createdAtMs, updatedAtMs }) => ({
        id,
        note: noteWithQuote(quote, note),
        tags,
        links: entities.map(({ name }) => name),
        createdAtMs,
        updatedAtMs,
      })),
    marks: toMarks(db, annotations, text),
    cards: cards.map(toNotesCard),
  }
}

/** A mark that has no place any more keeps its words. */
function noteWithQuote(quote: string, note: string): string {
  if (quote === '') return note
  const words = escapeParagraphs(quote).map((line) => `> ${line}`.trimEnd())
  return [...words, ...(note.trim() === '' ? [] : ['', note])].join('\n')
}

function toMarks(db: ReadHandle, annotations: readonly AnnotationRow[], text: string): ArticleNotes['marks'] {
  const names = new Map(listCategories(db).map(({ id, name }) => [id, name]))
  return annotations.flatMap(({ start, end, quote, categoryId, note, tags, entities, ...rest }) => {
    if (start === null || end === null) return []
    const { id, createdAtMs, updatedAtMs } = rest
    const { prefix, suffix } = describeQuote(text, start, end)
    const place = { startCharacter: countCharacters(text, start), endCharacter: countCharacters(text, end) }
    const category = (categoryId && names.get(categoryId)) ?? ''
    return [
      {
        id,
        start,
        end,
        quote,
        prefix,
        suffix,
        ...place,
        category,
        note: note.trim() === '' ? null : note,
        tags,
        links: entities.map(({ name }) => name),
        createdAtMs,
        updatedAtMs,
      },
    ]
  })
}

function toNotesCard({ id, kind, front, back, tags, evidence }: CardRow): NotesCard {
  return { id, isCloze: kind === 'cloze', front, back, tags, quote: evidence.quote === '' ? null : evidence.quote }
}
