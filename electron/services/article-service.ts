import { copyToOpen, readOriginal } from '#electron/store/originals.ts'
import {
  type ArticleRow,
  deleteArticles,
  findArticle,
  findArticleText,
  findOriginal,
  isArticleUndone,
  listArticles,
  listBlocks,
  putReadingPlace,
  updateArticle,
} from '#electron/store/queries/articles.ts'
import { findChapter, listBooks } from '#electron/store/queries/books.ts'
import { indexArticle } from '#electron/store/queries/search.ts'
import { type PreparedDocument, parseText } from '#electron/workers/prepare-document.ts'
import type { TextWorker } from '#electron/workers/text-worker.ts'
import { MAX_IMPORT_BYTES, READ_FROM } from '#shared/domain/article.ts'
import { actOnMany } from './act-on-many.ts'
import { os, type ServiceContext } from './context.ts'
import type { Extractor } from './extractor.ts'
import { FetchFailedError, fetchPage } from './fetch-page.ts'
import { addedBy, type Importer } from './import-service.ts'
import { fileSource } from './importing/import-source.ts'

import { settleArticles } from './settle-articles.ts'
import { shorten, stored } from './words.ts'

/** Articles: in, listed, read, set right, deleted. */
export function createArticleService(context: ServiceContext, importer: Importer, extractor: Extractor) {
  const { library } = context
  return {
    import: os.article.import.handler(({ input }) => importer.importFiles(input.files.map(fileSource), false)),
    importText: importText(context, importer, extractor),
    importAddress: importAddress(importer, extractor),
    list: os.article.list.handler(({ input }) => {
      const { items, ...page } = listArticles(library.read, input)
      return { ...page, items: items.map(toSummary) }
    }),
    get: os.article.get.handler(({ input: { articleId }, errors }) => {
      const article = findArticle(library.read, articleId)
      if (!article) throw errors.ARTICLE_MISSING({ data: { isUndone: isArticleUndone(library.read, articleId) } })
      const text = stored(findArticleText(library.read, articleId))
      const blocks = listBlocks(library.read, articleId)
      const originalName = findOriginal(library.read, articleId)?.name ?? null
      return { ...article, text, blocks, chapter: findChapter(library.read, articleId), originalName }
    }),
    books: os.article.books.handler(() => listBooks(library.read, READ_FROM)),
    openOriginal: openOriginal(context),
    updateText: updateText(context, importer, extractor),
    updateFromFile: updateFromFile(context, importer, extractor),
    update: update(context),
    extract: extract(context, extractor),
    origins: os.article.origins.handler(({ input }) =>
      input.articleIds
        .map((id) => findArticle(library.read, id))
        .filter((article) => article !== null)
        .map(({ id, title, source, byline, publishedOn, url }) => ({ id, title, source, byline, publishedOn, url })),
    ),
    setPosition: setPosition(context),
    delete: remove(context),
  }
}

function toSummary({ position: _, ...summary }: ArticleRow) {
  return summary
}

/** A longer text is read by the worker: this thread answers others. A shorter one need not wait for what that is at. */
const LONG_CHARS = 100_000

function importText({ worker }: ServiceContext, importer: Importer, extractor: Extractor) {
  return os.article.importText.handler(async ({ input, errors }) => {
    // Four bytes at most make one code unit and a half; the exact count is not worth a copy of the text.
    if (input.text.length > MAX_IMPORT_BYTES) throw errors.TOO_LARGE()
    const document = await toDocument(worker, input)
    if (document.text.trim() === '') throw errors.EMPTY_TEXT()
    const imported = await importer.importDocument(document)
    await extractor.hurry(imported.articleId)
    return imported
  })
}

function importAddress(importer: Importer, extractor: Extractor) {
  return os.article.importAddress.handler(async ({ input, errors }) => {
    const page = await fetchPage(input.url).catch((error: unknown) => {
      if (error instanceof FetchFailedError) throw errors[error.code]()
      throw error
    })
    const source = { name: page.name, sizeBytes: page.bytes.length, url: page.url, bytes: async () => page.bytes }
    for await (const event of importer.importFiles([source], false)) {
      if (event.type !== 'result') continue
      const { outcome } = event
      if (outcome.kind === 'failed') throw errors.PAGE_UNREADABLE({ data: { code: outcome.code } })
      if (outcome.kind === 'duplicate') return { articleId: outcome.duplicateOf, duplicateOf: outcome.duplicateOf }
      const [articleId] = addedBy(outcome)
      if (articleId === undefined) throw errors.PAGE_UNREADABLE({ data: { code: 'EMPTY' } })
      await extractor.hurry(articleId)
      return { articleId, duplicateOf: null }
    }
    throw new Error('The import of a page ended without a result.')
  })
}

const NO_MARKS = { placed: 0, moved: 0, unsure: 0, lost: 0 } as const

function updateText({ library, worker }: ServiceContext, importer: Importer, extractor: Extractor) {
  return os.article.updateText.handler(async ({ input: { articleId, text }, errors }) => {
    const article = findArticle(library.read, articleId)
    if (!article) throw errors.ARTICLE_MISSING()
    if (text.length > MAX_IMPORT_BYTES) throw errors.TOO_LARGE()
    const document = await toDocument(worker, { text, title: article.title })
    if (document.text.trim() === '') throw errors.EMPTY_TEXT()
    const marks = await importer.revise(articleId, document, { sha256: null, name: null })
    await extractor.hurry(articleId)
    return { changed: marks !== null, marks: marks ?? NO_MARKS }
  })
}

function updateFromFile({ library }: ServiceContext, importer: Importer, extractor: Extractor) {
  return os.article.updateFromFile.handler(async ({ input: { articleId, file }, errors }) => {
    if (!findArticle(library.read, articleId)) throw errors.ARTICLE_MISSING()
    const read = await importer.readOne(fileSource(file))
    if (read.kind === 'failed') throw errors.NOT_READ({ data: { reason: read.code } })
    const marks = await importer.revise(articleId, read.document, read.origin)
    await extractor.hurry(articleId)
    return { changed: marks !== null, marks: marks ?? NO_MARKS }
  })
}

async function toDocument(
  worker: TextWorker,
  input: { text: string; title?: string | undefined; date?: string | undefined; source?: string | undefined },
): Promise<PreparedDocument> {
  const { text, title = null } = input
  const document = text.length > LONG_CHARS ? await worker.run('parseText', { text, title }) : parseText(text, title)
  return {
    ...document,
    publishedOn: input.date ?? document.publishedOn,
    source: input.source ?? document.source,
  }
}

function update(context: ServiceContext) {
  const { library, changes, clock } = context
  return os.article.update.handler(async ({ input: { articleId, ...change }, errors }) => {
    const nowMs = clock()
    const before = findArticle(library.read, articleId)
    if (!before) throw errors.ARTICLE_MISSING()
    const label = `Change of “${shorten(before.title)}”`
    library.act({ kind: 'article.update', label, articleId }, nowMs, (db) => {
      updateArticle(db, before, change, nowMs)
      indexArticle(db, articleId)
    })
    await settleArticles(context, [articleId])
    changes.announce(['article', 'annotation', 'entity', 'figure', 'card', 'history'], articleId)
    return toSummary(stored(findArticle(library.read, articleId)))
  })
}

function extract({ library }: ServiceContext, extractor: Extractor) {
  return os.article.extract.handler(async ({ input: { articleId }, errors }) => {
    if (!findArticle(library.read, articleId)) throw errors.ARTICLE_MISSING()
    extractor.queue([articleId])
    await extractor.hurry(articleId)
    const article = findArticle(library.read, articleId)
    if (!article) throw errors.ARTICLE_MISSING()
    return toSummary(article)
  })
}

function openOriginal({ library, openFile }: ServiceContext) {
  return os.article.openOriginal.handler(async ({ input: { articleId }, errors }) => {
    if (!findArticle(library.read, articleId)) throw errors.ARTICLE_MISSING()
    const original = findOriginal(library.read, articleId)
    const bytes = original && readOriginal(library.dir, original.sha256, original.name)
    if (!original || !bytes) throw errors.ORIGINAL_MISSING()
    const copy = openFile ? copyToOpen(original.name, bytes) : null
    if (copy !== null && (await openFile?.(copy))) return { file: null }
    return { file: new File([new Uint8Array(bytes)], original.name, { type: 'application/octet-stream' }) }
  })
}

function setPosition({ library, changes, clock }: ServiceContext) {
  return os.article.setPosition.handler(({ input: { articleId, position, progress } }) => {
    // A reader that is closed because its article was deleted says where it was all the same.
    if (!findArticle(library.read, articleId)) return {}
    library.write((db) => putReadingPlace(db, articleId, position, progress, clock()))
    changes.announce(['articleCounts'], articleId)
    return {}
  })
}

function remove(context: ServiceContext) {
  const { library, changes, clock } = context
  return os.article.delete.handler(async ({ input: { articleIds } }) => {
    const nowMs = clock()
    const [first] = articleIds
    const one = first && articleIds.length === 1 ? findArticle(library.read, first) : null
    const label = one ? `Removal of “${shorten(one.title)}”` : `Removal of ${articleIds.length} articles`
    let deleted = 0
    await actOnMany(context, { kind: 'article.delete', label, articleId: null }, nowMs, articleIds, (db, id) => {
      deleted += deleteArticles(db, [id], nowMs)
    })
    await settleArticles(context, articleIds)
    changes.announce(['article', 'annotation', 'entity', 'figure', 'suggestion', 'card', 'review', 'history'])
    return { deleted }
  })
}
