import type { WriteHandle } from '#electron/store/handle.ts'
import { noteEarlierText } from '#electron/store/queries/article-versions.ts'
import { findArticle, findArticleText, putArticleText } from '#electron/store/queries/articles.ts'
import { forgetFound } from '#electron/store/queries/found.ts'
import { putPrint } from '#electron/store/queries/likeness.ts'
import { noteMoved } from '#electron/store/queries/moved-marks.ts'
import {
  listPassages,
  putAnchor,
  putCardPassage,
  type StoredPassage,
  setAdrift,
} from '#electron/store/queries/repairs.ts'
import { indexArticle, indexEntry, unindexArticle } from '#electron/store/queries/search.ts'
import type { PreparedDocument } from '#electron/workers/prepare-document.ts'
import { type ReAnchorInput, type ReAnchorResult, reAnchor } from '#electron/workers/re-anchor-task.ts'
import type { AnchorCounts } from '#shared/contract/article.ts'
import type { AnnotationId, ArticleId, CardId } from '#shared/domain/ids.ts'
import { canonicalAddress } from '#shared/text/canonical-address.ts'
import { describeQuote } from '#shared/text/describe-quote.ts'
import type { ServiceContext } from './context.ts'
import type { Origin } from './store-article.ts'
import { stored } from './words.ts'

/** Another text for an article, with where its passages are in it. */
export interface Revision {
  readonly articleId: ArticleId
  readonly title: string
  readonly document: PreparedDocument
  readonly origin: Pick<Origin, 'sha256' | 'name'>
  readonly asked: ReAnchorInput
  readonly found: ReAnchorResult
}

/** Compares a document with the article it is another version of, off this thread. */
export async function prepareRevision(
  { library, worker }: ServiceContext,
  articleId: ArticleId,
  document: PreparedDocument,
  origin: Revision['origin'],
): Promise<Revision> {
  const { title, position } = stored(findArticle(library.read, articleId))
  const before = stored(findArticleText(library.read, articleId))
  const asked = { before, after: document.text, passages: listPassages(library.read, articleId), position }
  return { articleId, title, document, origin, asked, found: await worker.run('reAnchor', asked) }
}

/** Units on each side of a mark that are kept of the old text, for the person to recognise it by. */
const REMEMBERED = 240

/** Gives the article its new text and lets its marks and cards follow. Call within an action that changes text. */
export function storeRevision(db: WriteHandle, revision: Revision, nowMs: number): AnchorCounts {
  const { articleId, document, origin } = revision
  const { url } = stored(findArticle(db, articleId))
  const passages = listPassages(db, articleId)
  const before = stored(findArticleText(db, articleId))
  // What was marked while the texts were compared is looked for now.
  const isFresh = before === revision.asked.before && sameRanges(passages, revision.asked.passages)
  const found = isFresh ? revision.found : reAnchor({ ...revision.asked, before, passages })
  noteEarlierText(db, articleId)
  unindexArticle(db, articleId)
  const fresh = { ...document, originalSha256: origin.sha256, originalName: origin.name, position: found.position }
  putArticleText(db, articleId, fresh, nowMs)
  forgetFound(db, articleId)
  const counts = { placed: 0, moved: 0, unsure: 0, lost: 0 }
  const anchorings = new Map(found.anchorings.map((one) => [one.id, one]))
  for (const passage of passages) {
    const anchoring = stored(anchorings.get(passage.id) ?? null)
    if (passage.kind === 'annotation') counts[anchoring.state]++
    putPassage(db, passage, anchoring, { before, after: document.text }, nowMs)
  }
  indexArticle(db, articleId)
  putPrint(db, articleId, { addressKey: canonicalAddress(url ?? document.url), print: document.print })
  return counts
}

/** Whether passages are where they were. */
export function sameRanges(now: readonly StoredPassage[], then: ReAnchorInput['passages']): boolean {
  return (
    now.length === then.length &&
    now.every(({ id, start, end }, at) => {
      const other = then[at]
      return other?.id === id && other.start === start && other.end === end
    })
  )
}

/** Puts a mark or card where its passage was found, or sets it adrift. */
export function putPassage(
  db: WriteHandle,
  passage: StoredPassage,
  { state, places }: ReAnchorResult['anchorings'][number],
  texts: { readonly before: string; readonly after: string },
  nowMs: number,
): void {
  const [place] = places
  const isSure = (state === 'placed' || state === 'moved') && place !== undefined
  const to = isSure ? { ...place, ...describeQuote(texts.after, place.start, place.end) } : null
  // The query tells the two kinds of id apart by `kind` alone.
  if (passage.kind === 'card') {
    putCardPassage(db, passage.id as CardId, to, nowMs)
    return
  }
  const id = passage.id as AnnotationId
  const { start, end, quote } = passage
  const around = {
    before: start === null ? passage.prefix : texts.before.slice(Math.max(0, start - REMEMBERED), start),
    after: end === null ? passage.suffix : texts.before.slice(end, end + REMEMBERED),
  }
  if (to) {
    // Other words around it change nothing in what it says.
    const score = to.quote === quote ? 1 : to.score
    putAnchor(db, id, to, state, score, nowMs)
    if (state === 'moved' && score < 1) noteMoved(db, id, { ...around, quote })
  } else setAdrift(db, id, state === 'lost' ? 'lost' : 'unsure', { ...around, places }, nowMs)
  indexEntry(db, 'annotation', id)
}
