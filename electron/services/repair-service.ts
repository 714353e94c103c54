import type { WriteHandle } from '#electron/store/handle.ts'
import { findAnnotation } from '#electron/store/queries/annotations.ts'
import { findArticleText } from '#electron/store/queries/articles.ts'
import { confirmMoved, listMoved } from '#electron/store/queries/moved-marks.ts'
import { detachAnnotations, listRepairs, moveCardsOf, putAnchor } from '#electron/store/queries/repairs.ts'
import { indexEntry } from '#electron/store/queries/search.ts'
import type { AnnotationId, ArticleId } from '#shared/domain/ids.ts'
import { describeQuote } from '#shared/text/describe-quote.ts'
import { os, type ServiceContext } from './context.ts'
import { shorten, stored } from './words.ts'

/** Units on each side of a place that are shown. */
const SHOWN = 240

/** How many marks one reading of the list holds while all are accepted. */
const BATCH = 200

/** Marks that have no sure place since the text of their article changed. */
export function createRepairService(context: ServiceContext) {
  return {
    list: list(context),
    moved: os.repair.moved.handler(({ input }) => listMoved(context.library.read, input)),
    confirm: confirm(context),
    place: place(context),
    acceptAll: acceptAll(context),
    detach: detach(context),
  }
}

function list({ library }: ServiceContext) {
  return os.repair.list.handler(({ input }) => {
    const texts = new Map<ArticleId, string>()
    const textOf = (id: ArticleId) => {
      const text = texts.get(id) ?? stored(findArticleText(library.read, id))
      texts.set(id, text)
      return text
    }
    const { items, ...page } = listRepairs(library.read, input)
    return {
      ...page,
      items: items.map(({ annotation, before, after, places }) => {
        const text = textOf(annotation.articleId)
        const shown = places.map(({ start, end, score }) => ({
          start,
          end,
          score,
          before: text.slice(Math.max(0, start - SHOWN), start),
          quote: text.slice(start, end),
          after: text.slice(end, end + SHOWN),
        }))
        return { annotation, before, after, places: shown }
      }),
    }
  })
}

const areas = ['annotation', 'card', 'articleCounts', 'history'] as const

function confirm({ library, changes, clock }: ServiceContext) {
  return os.repair.confirm.handler(({ input: { annotationIds } }) => {
    const nowMs = clock()
    const [first] = annotationIds
    const one = first && annotationIds.length === 1 ? findAnnotation(library.read, first) : null
    const label = one ? `Confirming of mark “${shorten(one.quote)}”` : `Confirming of ${annotationIds.length} marks`
    const confirmed = library.act({ kind: 'repair.confirm', label, articleId: one?.articleId ?? null }, nowMs, (db) =>
      confirmMoved(db, annotationIds, nowMs),
    )
    changes.announce(['annotation', 'history'], one?.articleId ?? null)
    return { confirmed }
  })
}

function place({ library, changes, clock }: ServiceContext) {
  return os.repair.place.handler(({ input: { annotationId, start, end }, errors }) => {
    const nowMs = clock()
    const before = findAnnotation(library.read, annotationId)
    if (!before) throw errors.ANNOTATION_MISSING()
    const text = stored(findArticleText(library.read, before.articleId))
    if (end > text.length) throw errors.OUT_OF_RANGE()
    const label = `Repair of mark “${shorten(before.quote)}”`
    library.act({ kind: 'repair.place', label, articleId: before.articleId }, nowMs, (db) =>
      putBack(db, annotationId, text, { start, end }, nowMs),
    )
    changes.announce([...areas], before.articleId)
    return stored(findAnnotation(library.read, annotationId))
  })
}

function putBack(
  db: WriteHandle,
  id: AnnotationId,
  text: string,
  range: { readonly start: number; readonly end: number },
  nowMs: number,
): void {
  const to = { ...range, ...describeQuote(text, range.start, range.end) }
  const from = stored(findAnnotation(db, id))
  putAnchor(db, id, to, 'moved', 1, nowMs)
  moveCardsOf(db, id, from, to, nowMs)
  indexEntry(db, 'annotation', id)
}

function acceptAll({ library, changes, clock }: ServiceContext) {
  return os.repair.acceptAll.handler(({ input }) => {
    const nowMs = clock()
    const likely = likelyPlaces(library.read, input)
    if (likely.length === 0) return { accepted: 0 }
    const label = `Repair of ${likely.length === 1 ? 'one mark' : `${likely.length} marks`}`
    library.act({ kind: 'repair.accept', label, articleId: input.articleId ?? null }, nowMs, (db) => {
      for (const { id, articleId, start, end } of likely)
        putBack(db, id, stored(findArticleText(db, articleId)), { start, end }, nowMs)
    })
    changes.announce([...areas], input.articleId ?? null)
    return { accepted: likely.length }
  })
}

function likelyPlaces(
  db: ServiceContext['library']['read'],
  filter: { articleId?: ArticleId | undefined; minScore: number },
) {
  const likely: { id: AnnotationId; articleId: ArticleId; start: number; end: number }[] = []
  let cursor: string | undefined
  do {
    const page = listRepairs(db, { ...filter, limit: BATCH, cursor })
    for (const { annotation, places } of page.items) {
      const [best] = places
      if (best) likely.push({ id: annotation.id, articleId: annotation.articleId, start: best.start, end: best.end })
    }
    cursor = page.nextCursor ?? undefined
  } while (cursor)
  return likely
}

function detach({ library, changes, clock }: ServiceContext) {
  return os.repair.detach.handler(({ input: { annotationIds } }) => {
    const nowMs = clock()
    const [first] = annotationIds
    const one = first && annotationIds.length === 1 ? findAnnotation(library.read, first) : null
    const label = one
      ? `Quote “${shorten(one.quote)}” kept without a place`
      : `${annotationIds.length} quotes kept without a place`
    const detached = library.act({ kind: 'repair.detach', label, articleId: one?.articleId ?? null }, nowMs, (db) =>
      detachAnnotations(db, annotationIds, nowMs),
    )
    changes.announce([...areas], one?.articleId ?? null)
    return { detached }
  })
}
