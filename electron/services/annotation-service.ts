import type { ReadHandle } from '#electron/store/handle.ts'
import {
  deleteAnnotations,
  findAnnotation,
  giveCards,
  insertAnnotation,
  listAnnotations,
  moveAnnotation,
  updateAnnotation,
} from '#electron/store/queries/annotations.ts'
import { findArticle, findArticleText } from '#electron/store/queries/articles.ts'
import { findCategory, listCategories, moveCategory, renameCategory } from '#electron/store/queries/categories.ts'
import { hasEntity } from '#electron/store/queries/entities.ts'
import { addLinks, copyLinks, putLinks, takeLinks } from '#electron/store/queries/mark-links.ts'
import { indexEntry } from '#electron/store/queries/search.ts'
import { listTags, putTags } from '#electron/store/queries/tags.ts'
import type { Annotation } from '#shared/contract/annotation.ts'
import { type AnnotationId, newId } from '#shared/domain/ids.ts'
import { isWithinCharacter } from '#shared/text/count-characters.ts'
import { describeQuote } from '#shared/text/describe-quote.ts'
import { actOnMany } from './act-on-many.ts'
import { os, type ServiceContext } from './context.ts'
import { shorten, stored } from './words.ts'

/** Marks and notes. */
export function createAnnotationService(context: ServiceContext) {
  return {
    add: add(context),
    update: update(context),
    updateMany: updateMany(context),
    merge: merge(context),
    split: split(context),
    remove: remove(context),
    list: list(context),
  }
}

function add({ library, changes, clock }: ServiceContext) {
  return os.annotation.add.handler(({ input, errors }) => {
    const nowMs = clock()
    const article = findArticle(library.read, input.articleId)
    if (!article) throw errors.ARTICLE_MISSING()
    const category = findCategory(library.read, input.category)
    if (!category) throw errors.CATEGORY_MISSING()
    if (!input.entityIds.every((id) => hasEntity(library.read, id))) throw errors.ENTITY_MISSING()
    const range = toRange(input)
    const place = quoteAt(library.read, input.articleId, range)
    if (!place) throw errors.OUT_OF_RANGE()
    const id = newId<AnnotationId>(nowMs)
    const label = range ? `Mark “${shorten(place.quote)}”` : `Note on “${shorten(article.title)}”`
    library.act({ kind: 'annotation.add', label, articleId: article.id }, nowMs, (db) => {
      const { note, articleId } = input
      insertAnnotation(db, { id, articleId, ...place, categoryId: category.id, note }, nowMs)
      putTags(db, 'annotation', id, input.tags, nowMs)
      putLinks(db, id, input.entityIds)
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
    if (input.entityIds?.some((one) => !hasEntity(library.read, one))) throw errors.ENTITY_MISSING()
    const range = toRange({ start: input.start ?? before.start, end: input.end ?? before.end })
    const moves = range !== null && (range.start !== before.start || range.end !== before.end)
    const place = moves ? quoteAt(library.read, before.articleId, range) : null
    if (moves && !place) throw errors.OUT_OF_RANGE()
    if (!place && isAsItIs(before, { ...input, categoryId: category?.id })) return before
    const what = input.entityIds ? 'Links' : 'Change'
    const label = `${what} of mark “${shorten(before.quote || before.articleTitle)}”`
    // A mark that is made longer word by word is changed once, as the person sees it.
    const joins = moves ? `range of ${before.id}` : null
    library.act({ kind: 'annotation.update', label, articleId: before.articleId, joins }, nowMs, (db) => {
      const categoryId = category?.id ?? before.categoryId
      updateAnnotation(db, before.id, { categoryId, note: input.note ?? before.note }, nowMs)
      if (place) moveAnnotation(db, before.id, place, nowMs)
      if (input.tags) putTags(db, 'annotation', before.id, input.tags, nowMs)
      if (input.entityIds) putLinks(db, before.id, input.entityIds)
      indexEntry(db, 'annotation', before.id)
    })
    const areas = input.entityIds ? (['annotation', 'entity'] as const) : (['annotation'] as const)
    changes.announce([...areas, 'articleCounts', 'history'], before.articleId)
    return stored(findAnnotation(library.read, before.id))
  })
}

/** Whether a change would leave the mark as it is: that is no step to undo. */
function isAsItIs(mark: Annotation, change: MarkChange): boolean {
  const { categoryId, note, tags, entityIds } = change
  const isSame = (now: readonly string[], next: readonly string[] | undefined) =>
    !next || next.join('\n') === now.join('\n')
  return (
    (categoryId === undefined || categoryId === mark.categoryId) &&
    (note === undefined || note === mark.note) &&
    isSame(mark.tags, tags) &&
    isSame(
      mark.entities.map(({ id }) => id),
      entityIds,
    )
  )
}

interface MarkChange {
  readonly categoryId?: string | undefined
  readonly note?: string | undefined
  readonly tags?: readonly string[] | undefined
  readonly entityIds?: readonly string[] | undefined
}

function remove(context: ServiceContext) {
  const { library, changes, clock } = context
  return os.annotation.remove.handler(async ({ input: { annotationIds } }) => {
    const nowMs = clock()
    const [first] = annotationIds
    const one = first && annotationIds.length === 1 ? findAnnotation(library.read, first) : null
    const label = one ? `Removal of “${shorten(one.quote || one.note)}”` : `Removal of ${annotationIds.length} marks`
    let removed = 0
    const step = { kind: 'annotation.remove', label, articleId: one?.articleId ?? null }
    await actOnMany(context, step, nowMs, annotationIds, (db, id) => {
      removed += deleteAnnotations(db, [id], nowMs)
      indexEntry(db, 'annotation', id)
    })
    changes.announce(['annotation', 'articleCounts', 'history'], one?.articleId ?? null)
    return { removed }
  })
}

function updateMany(context: ServiceContext) {
  const { library, changes, clock } = context
  return os.annotation.updateMany.handler(async ({ input, errors }) => {
    const { annotationIds, category, addTags, removeTags, addEntityIds, removeEntityIds } = input
    const nowMs = clock()
    const wanted = category === undefined ? null : findCategory(library.read, category)
    if (category !== undefined && !wanted) throw errors.CATEGORY_MISSING()
    if (!addEntityIds.every((id) => hasEntity(library.read, id))) throw errors.ENTITY_MISSING()
    const label = `Change of ${annotationIds.length} ${annotationIds.length === 1 ? 'mark' : 'marks'}`
    let updated = 0
    const step = { kind: 'annotation.updateMany', label, articleId: null }
    await actOnMany(context, step, nowMs, annotationIds, (db, id) => {
      const before = findAnnotation(db, id)
      if (!before) return
      updated++
      if (wanted) updateAnnotation(db, id, { categoryId: wanted.id, note: before.note }, nowMs)
      const tags = [...new Set([...before.tags, ...addTags])].filter((tag) => !removeTags.includes(tag))
      if (tags.join() !== before.tags.join()) putTags(db, 'annotation', id, tags, nowMs)
      addLinks(db, id, addEntityIds)
      takeLinks(db, id, removeEntityIds)
    })
    const areLinksChanged = addEntityIds.length + removeEntityIds.length > 0
    changes.announce(areLinksChanged ? ['annotation', 'entity', 'history'] : ['annotation', 'history'])
    return { updated }
  })
}

function merge({ library, changes, clock }: ServiceContext) {
  return os.annotation.merge.handler(({ input: { annotationIds }, errors }) => {
    const nowMs = clock()
    const marks = annotationIds.map((id) => findAnnotation(library.read, id))
    const placed = marks.filter((mark) => mark !== null).sort((a, b) => (a.start ?? 0) - (b.start ?? 0))
    const [first, ...others] = placed
    if (!first || placed.length < marks.length) throw errors.ANNOTATION_MISSING()
    const range = wholeRange(placed)
    const place = range && quoteAt(library.read, first.articleId, range)
    if (!place || others.some(({ articleId }) => articleId !== first.articleId)) throw errors.OUT_OF_RANGE()
    const note = placed.flatMap((mark) => (mark.note.trim() === '' ? [] : [mark.note])).join('\n\n')
    const ids = others.map(({ id }) => id)
    const label = `Merging of ${placed.length} marks`
    library.act({ kind: 'annotation.merge', label, articleId: first.articleId }, nowMs, (db) => {
      moveAnnotation(db, first.id, place, nowMs)
      updateAnnotation(db, first.id, { categoryId: first.categoryId, note }, nowMs)
      putTags(db, 'annotation', first.id, [...new Set(placed.flatMap(({ tags }) => tags))], nowMs)
      copyLinks(db, ids, first.id)
      giveCards(db, ids, first.id, nowMs)
      deleteAnnotations(db, ids, nowMs)
      for (const { id } of placed) indexEntry(db, 'annotation', id)
    })
    changes.announce(['annotation', 'card', 'articleCounts', 'history'], first.articleId)
    return stored(findAnnotation(library.read, first.id))
  })
}

/** From where the first begins to where the last ends; null where one has no place. */
function wholeRange(marks: readonly { start: number | null; end: number | null }[]): Range | null {
  let whole: Range | null = null
  for (const { start, end } of marks) {
    if (start === null || end === null) return null
    whole = whole ? { start: Math.min(whole.start, start), end: Math.max(whole.end, end) } : { start, end }
  }
  return whole
}

function split({ library, changes, clock }: ServiceContext) {
  return os.annotation.split.handler(({ input: { annotationId, at }, errors }) => {
    const nowMs = clock()
    const before = findAnnotation(library.read, annotationId)
    if (!before) throw errors.ANNOTATION_MISSING()
    const { start, end, articleId, categoryId } = before
    const parts =
      start !== null && end !== null && start < at && at < end
        ? [
            { start, end: at },
            { start: at, end },
          ]
        : []
    const text = findArticleText(library.read, articleId) ?? ''
    const [first, second] = parts.map((part) => withoutSpace(text, part))
    if (!first || !second) throw errors.OUT_OF_RANGE()
    const id = newId<AnnotationId>(nowMs)
    const label = `Splitting of mark “${shorten(before.quote)}”`
    library.act({ kind: 'annotation.split', label, articleId }, nowMs, (db) => {
      moveAnnotation(db, before.id, { ...first, ...describeQuote(text, first.start, first.end) }, nowMs)
      const place = { ...second, ...describeQuote(text, second.start, second.end) }
      insertAnnotation(db, { id, articleId, ...place, categoryId, note: '' }, nowMs)
      putTags(db, 'annotation', id, before.tags, nowMs)
      copyLinks(db, [before.id], id)
      for (const one of [before.id, id]) indexEntry(db, 'annotation', one)
    })
    changes.announce(['annotation', 'articleCounts', 'history'], articleId)
    return { first: stored(findAnnotation(library.read, before.id)), second: stored(findAnnotation(library.read, id)) }
  })
}

/** The range without white space at its ends, or null when there is nothing else. */
function withoutSpace(text: string, { start, end }: Range): Range | null {
  const words = text.slice(start, end)
  const from = start + words.length - words.trimStart().length
  const to = start + words.trimEnd().length
  return from < to ? { start: from, end: to } : null
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
  const [start, end] = [wholeFrom(text, range.start), wholeUntil(text, range.end)]
  return { start, end, ...describeQuote(text, start, end) }
}

/** Half a character can't be stored: a range that cuts one takes all of it. */
function wholeFrom(text: string, start: number): number {
  return isWithinCharacter(text, start) ? start - 1 : start
}

function wholeUntil(text: string, end: number): number {
  return isWithinCharacter(text, end) ? end + 1 : end
}

/** Categories: eight of them, renamed by the person. */
export function createCategoryService({ library, changes, clock }: ServiceContext) {
  return {
    list: os.category.list.handler(() => listCategories(library.read)),
    move: os.category.move.handler(({ input: { categoryId, position }, errors }) => {
      const nowMs = clock()
      const before = findCategory(library.read, categoryId)
      if (!before) throw errors.CATEGORY_MISSING()
      const label = `Category “${before.name}” to key ${position}`
      library.act({ kind: 'category.move', label, articleId: null }, nowMs, (db) =>
        moveCategory(db, categoryId, position, nowMs),
      )
      changes.announce(['category', 'annotation', 'history'])
      return listCategories(library.read)
    }),
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
