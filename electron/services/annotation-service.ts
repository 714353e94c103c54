import type { ReadHandle } from '#electron/store/handle.ts'
import {
  deleteAnnotations,
  findAnnotation,
  insertAnnotation,
  listAnnotations,
  moveAnnotation,
  updateAnnotation,
} from '#electron/store/queries/annotations.ts'
import { findArticle, findArticleText } from '#electron/store/queries/articles.ts'
import { findCategory, listCategories, renameCategory } from '#electron/store/queries/categories.ts'
import { indexEntry } from '#electron/store/queries/search.ts'
import { listTags, putTags } from '#electron/store/queries/tags.ts'
import { type AnnotationId, newId } from '#shared/domain/ids.ts'
import { describeQuote } from '#shared/text/describe-quote.ts'
import { os, type ServiceContext } from './context.ts'
import { shorten, stored } from './words.ts'

/** Marks and notes. */
export function createAnnotationService(context: ServiceContext) {
  return { add: add(context), update: update(context), remove: remove(context), list: list(context) }
}

function add({ library, changes, clock }: ServiceContext) {
  return os.annotation.add.handler(({ input, errors }) => {
    const nowMs = clock()
    const article = findArticle(library.read, input.articleId)
    if (!article) throw errors.ARTICLE_MISSING()
    const category = findCategory(library.read, input.category)
    if (!category) throw errors.CATEGORY_MISSING()
    const range = toRange(input)
    const place = quoteAt(library.read, input.articleId, range)
    if (!place) throw errors.OUT_OF_RANGE()
    const id = newId<AnnotationId>(nowMs)
    const label = range ? `Mark “${shorten(place.quote)}”` : `Note on “${shorten(article.title)}”`
    library.act({ kind: 'annotation.add', label, articleId: article.id }, nowMs, (db) => {
      const { note, articleId } = input
      insertAnnotation(db, { id, articleId, ...place, categoryId: category.id, note }, nowMs)
      putTags(db, 'annotation', id, input.tags, nowMs)
      indexEntry(db, 'annotation', id)
    })
    changes.announce(['annotation', 'articleCounts', 'history'], article.id)
    return stored(findAnnotation(library.read, id))
  })
}

function update({ library, changes, clock }: ServiceContext) {
  return os.annotation.update.handler(({ input, errors }) => {
    const nowMs = clock()
    const before = findAnnotation(library.read, input.annotationId)
    if (!before) throw errors.ANNOTATION_MISSING()
    const category = input.category === undefined ? null : findCategory(library.read, input.category)
    if (input.category !== undefined && !category) throw errors.CATEGORY_MISSING()
    const range = toRange({ start: input.start ?? before.start, end: input.end ?? before.end })
    const moves = range !== null && (range.start !== before.start || range.end !== before.end)
    const place = moves ? quoteAt(library.read, before.articleId, range) : null
    if (moves && !place) throw errors.OUT_OF_RANGE()
    const label = `Change of mark “${shorten(before.quote || before.articleTitle)}”`
    library.act({ kind: 'annotation.update', label, articleId: before.articleId }, nowMs, (db) => {
      const categoryId = category?.id ?? before.categoryId
      updateAnnotation(db, before.id, { categoryId, note: input.note ?? before.note }, nowMs)
      if (place) moveAnnotation(db, before.id, place, nowMs)
      if (input.tags) putTags(db, 'annotation', before.id, input.tags, nowMs)
      indexEntry(db, 'annotation', before.id)
    })
    changes.announce(['annotation', 'articleCounts', 'history'], before.articleId)
    return stored(findAnnotation(library.read, before.id))
  })
}

function remove({ library, changes, clock }: ServiceContext) {
  return os.annotation.remove.handler(({ input: { annotationIds } }) => {
    const nowMs = clock()
    const [first] = annotationIds
    const one = first && annotationIds.length === 1 ? findAnnotation(library.read, first) : null
    const label = one ? `Removal of “${shorten(one.quote || one.note)}”` : `Removal of ${annotationIds.length} marks`
    const removed = library.act(
      { kind: 'annotation.remove', label, articleId: one?.articleId ?? null },
      nowMs,
      (db) => {
        const count = deleteAnnotations(db, annotationIds, nowMs)
        for (const id of annotationIds) indexEntry(db, 'annotation', id)
        return count
      },
    )
    changes.announce(['annotation', 'articleCounts', 'history'], one?.articleId ?? null)
    return { removed }
  })
}

function list({ library }: ServiceContext) {
  return os.annotation.list.handler(({ input }) => listAnnotations(library.read, input))
}

interface Range {
  readonly start: number
  readonly end: number
}

function toRange(input: { start?: number | null | undefined; end?: number | null | undefined }): Range | null {
  const { start = null, end = null } = input
  return start === null || end === null ? null : { start, end }
}

/** The quote of a range with the words around it; without a range, of nothing; null when it lies outside the text. */
function quoteAt(db: ReadHandle, articleId: Parameters<typeof findArticleText>[1], range: Range | null) {
  if (!range) return { start: null, end: null, quote: '', prefix: '', suffix: '' }
  const text = findArticleText(db, articleId)
  if (text === null || range.start >= range.end || range.end > text.length) return null
  return { ...range, ...describeQuote(text, range.start, range.end) }
}

/** Categories: eight of them, renamed by the person. */
export function createCategoryService({ library, changes, clock }: ServiceContext) {
  return {
    list: os.category.list.handler(() => listCategories(library.read)),
    rename: os.category.rename.handler(({ input: { categoryId, name }, errors }) => {
      const nowMs = clock()
      const before = findCategory(library.read, categoryId)
      if (!before) throw errors.CATEGORY_MISSING()
      const label = `Category “${before.name}” to “${name}”`
      library.act({ kind: 'category.rename', label, articleId: null }, nowMs, (db) =>
        renameCategory(db, categoryId, name, nowMs),
      )
      changes.announce(['category', 'annotation', 'history'])
      return stored(findCategory(library.read, categoryId))
    }),
  }
}

/** Tags in use. */
export function createTagService({ library }: ServiceContext) {
  return { list: os.tag.list.handler(() => listTags(library.read)) }
}
