import { randomUUID } from 'node:crypto'
import type { ArticleNotes, NotesCard } from '#electron/formats/export/article-notes.ts'
import { safeStem } from '#electron/formats/export/file-name.ts'
import { libraryNotesToFiles } from '#electron/formats/export/library-files.ts'
import { filesToZip } from '#electron/formats/export/library-zip.ts'
import { articleNotesToMarkdown } from '#electron/formats/export/markdown.ts'
import type { ReadHandle } from '#electron/store/handle.ts'
import { type AnnotationRow, listAnnotations } from '#electron/store/queries/annotations.ts'
import { findArticle, findArticleText, listArticleIds, listBlocks } from '#electron/store/queries/articles.ts'
import { listCards } from '#electron/store/queries/card-list.ts'
import type { CardRow } from '#electron/store/queries/cards.ts'
import { listCategories } from '#electron/store/queries/categories.ts'
import type { Page } from '#electron/store/queries/paging.ts'
import type { ExportEvent } from '#shared/contract/library.ts'
import type { ArticleId } from '#shared/domain/ids.ts'
import { os, type ServiceContext } from './context.ts'

/** How many finished exports wait to be fetched: a window fetches its own at once. */
const KEPT_FILES = 4
/** After so many articles other requests get a turn. */
const BATCH = 10

/** Notes and cards as files. */
export function createExportService(context: ServiceContext) {
  const files = new Map<string, File>()
  return {
    run: os.export.run.handler(({ input }) => runExport(context, files, input.articleIds)),
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
  articleIds: readonly ArticleId[] | undefined,
): AsyncGenerator<ExportEvent, void, void> {
  const ids = articleIds ?? listArticleIds(library.read, 'all')
  const notes: ArticleNotes[] = []
  for (const [index, id] of ids.entries()) {
    const one = readNotes(library.read, id)
    if (one && (articleIds || isWorthAFile(one))) notes.push(one)
    if (index % BATCH === 0) {
      yield { type: 'progress', done: index, total: ids.length }
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
  const [first] = notes
  const file =
    articleIds && first && notes.length === 1
      ? new File([articleNotesToMarkdown(first)], `${safeStem(first.title)}.md`, { type: 'text/markdown' })
      : zipOf(library.read, notes, articleIds === undefined, clock())
  yield { type: 'file', ...keep(files, file) }
}

function isWorthAFile({ marks, remarks, cards }: ArticleNotes): boolean {
  return marks.length + remarks.length + cards.length > 0
}

function zipOf(db: ReadHandle, articles: readonly ArticleNotes[], isWhole: boolean, nowMs: number): File {
  const loose = isWhole ? allOf((cursor) => listCards(db, { state: 'all', limit: 200, cursor }, nowMs)) : []
  const looseCards = loose.filter((card) => card.evidence.articleId === null).map(toNotesCard)
  const zip = filesToZip(libraryNotesToFiles({ articles, looseCards, exportedAtMs: nowMs }), nowMs)
  const day = new Date(nowMs).toISOString().slice(0, 10)
  // The bytes are fflate's own buffer, never a shared one, as the type of File wants to be told.
  return new File([zip as Uint8Array<ArrayBuffer>], `Dossier notes ${day}.zip`, { type: 'application/zip' })
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
      .map(({ note, tags, createdAtMs }) => ({ note, tags, createdAtMs })),
    marks: toMarks(db, annotations),
    cards: cards.map(toNotesCard),
  }
}

function toMarks(db: ReadHandle, annotations: readonly AnnotationRow[]): ArticleNotes['marks'] {
  const names = new Map(listCategories(db).map(({ id, name }) => [id, name]))
  return annotations.flatMap(({ start, end, quote, categoryId, note, tags, createdAtMs }) => {
    if (start === null || end === null) return []
    const category = (categoryId && names.get(categoryId)) ?? ''
    return [{ start, end, quote, category, note: note.trim() === '' ? null : note, tags, createdAtMs }]
  })
}

function toNotesCard({ front, back, tags, evidence }: CardRow): NotesCard {
  return { front, back, tags, quote: evidence.quote === '' ? null : evidence.quote }
}
