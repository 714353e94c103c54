import type { WriteHandle } from '#electron/store/handle.ts'
import { deleteArticles, findArticle, findArticleText, updateArticle } from '#electron/store/queries/articles.ts'
import { giveNotes, listDuplicates, keepApart as storeApart } from '#electron/store/queries/duplicates.ts'
import { listPassages } from '#electron/store/queries/repairs.ts'
import { indexEntry } from '#electron/store/queries/search.ts'
import type { ReAnchorInput, ReAnchorResult } from '#electron/workers/re-anchor-task.ts'
import { reAnchor } from '#electron/workers/re-anchor-task.ts'
import type { DuplicateSide } from '#shared/contract/duplicate.ts'
import type { ArticleId } from '#shared/domain/ids.ts'
import { os, type ServiceContext } from './context.ts'
import type { Printer } from './printer.ts'
import { putPassage, sameRanges } from './revise-article.ts'
import { shorten, stored } from './words.ts'

/** Articles that are there twice. */
export function createDuplicateService(context: ServiceContext, printer: Printer) {
  return { list: list(context, printer), merge: merge(context), keepApart: keepApart(context) }
}

function list({ library }: ServiceContext, printer: Printer) {
  return os.duplicate.list.handler(async ({ input }) => {
    await printer.caughtUp()
    const { items, ...page } = listDuplicates(library.read, input)
    const sideOf = (id: ArticleId): DuplicateSide => stored(findArticle(library.read, id))
    return {
      ...page,
      items: items.map(({ firstId, secondId, ...pair }) => ({
        ...pair,
        first: sideOf(firstId),
        second: sideOf(secondId),
      })),
    }
  })
}

function merge({ library, worker, changes, clock }: ServiceContext) {
  return os.duplicate.merge.handler(async ({ input: { keepId, dropId }, errors }) => {
    const [keep, drop] = [findArticle(library.read, keepId), findArticle(library.read, dropId)]
    if (!keep || !drop || keepId === dropId) throw errors.ARTICLE_MISSING()
    const asked: ReAnchorInput = {
      before: stored(findArticleText(library.read, dropId)),
      after: stored(findArticleText(library.read, keepId)),
      passages: listPassages(library.read, dropId),
      position: 0,
    }
    const found = await worker.run('reAnchor', asked)
    const nowMs = clock()
    const label = `Merging of “${shorten(drop.title)}” into “${shorten(keep.title)}”`
    const counts = library.act({ kind: 'duplicate.merge', label, articleId: keepId }, nowMs, (db) => {
      const placed = moveNotes(db, dropId, keepId, asked, found, nowMs)
      // What one of them alone says of itself is kept.
      const { source, byline, publishedOn, url } = drop
      const change = {
        source: keep.source ?? source,
        byline: keep.byline ?? byline,
        publishedOn: keep.publishedOn ?? publishedOn,
        url: keep.url ?? url,
      }
      updateArticle(db, keep, change, nowMs)
      deleteArticles(db, [dropId], nowMs)
      return placed
    })
    changes.announce(['article', 'annotation', 'card', 'entity', 'figure', 'suggestion', 'review', 'history'], keepId)
    return counts
  })
}

/** Moves marks and cards to another article, onto the passages of its text that are the same. */
function moveNotes(
  db: WriteHandle,
  dropId: ArticleId,
  keepId: ArticleId,
  asked: ReAnchorInput,
  then: ReAnchorResult,
  nowMs: number,
) {
  const texts = { before: stored(findArticleText(db, dropId)), after: stored(findArticleText(db, keepId)) }
  const passages = listPassages(db, dropId)
  const isFresh = texts.before === asked.before && texts.after === asked.after && sameRanges(passages, asked.passages)
  const found = isFresh ? then : reAnchor({ ...texts, passages, position: 0 })
  const anchorings = new Map(found.anchorings.map((one) => [one.id, one]))
  const counts = { placed: 0, moved: 0, unsure: 0, lost: 0 }
  const moved = giveNotes(db, dropId, keepId, nowMs)
  for (const passage of passages) {
    const anchoring = stored(anchorings.get(passage.id) ?? null)
    if (passage.kind === 'annotation') counts[anchoring.state]++
    putPassage(db, passage, anchoring, texts, nowMs)
  }
  for (const id of moved.annotations) indexEntry(db, 'annotation', id)
  return counts
}

function keepApart({ library, changes, clock }: ServiceContext) {
  return os.duplicate.keepApart.handler(({ input: { firstId, secondId }, errors }) => {
    const [first, second] = [findArticle(library.read, firstId), findArticle(library.read, secondId)]
    if (!first || !second || firstId === secondId) throw errors.ARTICLE_MISSING()
    const nowMs = clock()
    const label = `“${shorten(first.title)}” kept apart from “${shorten(second.title)}”`
    library.act({ kind: 'duplicate.apart', label, articleId: null }, nowMs, (db) =>
      storeApart(db, firstId, secondId, nowMs),
    )
    changes.announce(['article', 'history'])
    return {}
  })
}
