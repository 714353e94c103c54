import type { ReadHandle, WriteHandle } from '#electron/store/handle.ts'
import { insertAnnotation, isFreeId } from '#electron/store/queries/annotations.ts'
import { findArticleText, listBlocks, putArticleText } from '#electron/store/queries/articles.ts'
import { listCategories } from '#electron/store/queries/categories.ts'
import { forgetFound } from '#electron/store/queries/found.ts'
import { findMarkTargets, listMarkedWords, type MarkTarget, markKeys } from '#electron/store/queries/gathered.ts'
import { putPrint } from '#electron/store/queries/likeness.ts'
import { addLinks, findSoleEntity } from '#electron/store/queries/mark-links.ts'
import { setAdrift } from '#electron/store/queries/repairs.ts'
import { indexArticle, indexEntry, unindexArticle } from '#electron/store/queries/search.ts'
import { putTags } from '#electron/store/queries/tags.ts'
import type { AnchoredMark } from '#electron/workers/anchor-marks.ts'
import { type AnnotationId, type ArticleId, type CategoryId, newId } from '#shared/domain/ids.ts'
import type { ImportedMark, MarkedSource } from '#shared/domain/imported.ts'
import { canonicalAddress } from '#shared/text/canonical-address.ts'
import { describeQuote } from '#shared/text/describe-quote.ts'
import { foldText } from '#shared/text/fold.ts'
import type { ServiceContext } from '../context.ts'
import type { Revision } from '../revise-article.ts'
import { type Origin, storeArticle } from '../store-article.ts'
import { stored } from '../words.ts'
import { gatherMarks } from './gathered-article.ts'

/** Marks from elsewhere with the articles they belong to; none: they become an article of their own. */
export interface PreparedMarks {
  readonly source: MarkedSource
  /** Those that are not there yet. */
  readonly marks: readonly ImportedMark[]
  readonly targets: readonly MarkTarget[]
  readonly anchored: readonly AnchoredMark[]
  /** The texts in which those places are. */
  readonly texts: readonly string[]
}

/** What importing marks came to. */
export interface MarkCounts {
  readonly articleId: ArticleId
  readonly added: number
  /** How many of them have no sure place, and wait on the repair bench. */
  readonly adrift: number
  readonly isNewArticle: boolean
}

/** Where marks belong and which of them are new. */
export function compareMarks(
  db: ReadHandle,
  source: MarkedSource,
  staged: readonly ArticleId[] = [],
): { readonly targets: readonly MarkTarget[]; readonly marks: readonly ImportedMark[] } {
  const { articleId, title } = source
  const targets = findMarkTargets(db, { articleId, addressKey: canonicalAddress(source.url), title }, staged)
  const known = listMarkedWords(
    db,
    targets.map(({ id }) => id),
  )
  const marks = source.marks.filter((mark) => {
    const keys = markKeys(mark)
    if (keys.some((key) => known.has(key))) return false
    // Those with an id are told apart by it: two may be on the same words.
    for (const key of mark.id === undefined ? keys : [mark.id]) known.add(key)
    return true
  })
  return { targets, marks }
}

/** What the same import brings: articles that nothing shows yet, and other texts of articles that are there. */
export interface InSameImport {
  readonly hidden: readonly { readonly id: ArticleId }[]
  readonly revisions: readonly Pick<Revision, 'articleId' | 'document'>[]
}

/** Finds the places of marks in the texts they belong to, off this thread. */
export async function prepareMarks(
  { library, worker }: ServiceContext,
  source: MarkedSource,
  { hidden, revisions }: InSameImport,
): Promise<PreparedMarks> {
  const ids = hidden.map(({ id }) => id)
  const { targets, marks } = compareMarks(library.read, source, ids)
  const whole = targets.filter(({ isGathered }) => !isGathered)
  if (whole.length === 0 || marks.length === 0) return { source, targets, marks, anchored: [], texts: [] }
  const texts = whole.map(
    ({ id }) =>
      revisions.findLast(({ articleId }) => articleId === id)?.document.text ??
      stored(findArticleText(library.read, id)),
  )
  const anchored = await worker.run('anchorMarks', { texts, marks })
  return { source, targets: whole, marks, anchored, texts }
}

/** Stores marks, on the articles they belong to or in one of their own. Call within an action that changes text. */
export function storeMarks(db: WriteHandle, prepared: PreparedMarks, origin: Origin, nowMs: number): MarkCounts | null {
  const { source, targets, marks, anchored, texts } = prepared
  if (marks.length === 0) return null
  const [first] = targets
  if (!first) return storeGathered(db, source, marks, origin, nowMs)
  if (first.isGathered) return addGathered(db, first.id, source, marks, nowMs)
  let adrift = 0
  for (const [at, mark] of marks.entries()) {
    const found = anchored[at]
    const target = targets[found?.text ?? 0] ?? first
    const text = stored(findArticleText(db, target.id))
    // A place says nothing in a text that has become another meanwhile.
    const place = found && text === texts[found.text] ? found : undefined
    const range = place?.state === 'sure' ? place.places[0] : undefined
    const id = insertMark(db, target.id, text, mark, range ?? null, nowMs + at)
    if (mark.quote === '' || range) continue
    adrift++
    const around = { before: mark.prefix, after: mark.suffix, places: place?.places ?? [] }
    setAdrift(db, id, place?.state === 'unsure' ? 'unsure' : 'lost', around, nowMs + at)
  }
  return { articleId: first.id, added: marks.length, adrift, isNewArticle: false }
}

function storeGathered(
  db: WriteHandle,
  source: MarkedSource,
  marks: readonly ImportedMark[],
  origin: Origin,
  nowMs: number,
): MarkCounts {
  const gathered = gatherMarks(source, marks)
  const articleId = storeArticle(db, gathered.document, { ...origin, isGathered: true }, nowMs, 'shown')
  for (const [at, { mark, range }] of gathered.marks.entries())
    insertMark(db, articleId, gathered.document.text, mark, range, nowMs + at)
  return { articleId, added: marks.length, adrift: 0, isNewArticle: true }
}

/** More marks of a text that is not there: they come after those that are, so that nothing moves. */
function addGathered(
  db: WriteHandle,
  articleId: ArticleId,
  source: MarkedSource,
  marks: readonly ImportedMark[],
  nowMs: number,
): MarkCounts {
  const before = { text: stored(findArticleText(db, articleId)), blocks: listBlocks(db, articleId) }
  const gathered = gatherMarks(source, marks, before)
  const { document } = gathered
  if (document.text !== before.text) {
    unindexArticle(db, articleId)
    const position = 0
    putArticleText(db, articleId, { ...document, originalSha256: null, originalName: null, position }, nowMs)
    indexArticle(db, articleId)
    forgetFound(db, articleId)
    putPrint(db, articleId, { addressKey: canonicalAddress(source.url), print: document.print })
  }
  for (const [at, { mark, range }] of gathered.marks.entries())
    insertMark(db, articleId, document.text, mark, range, nowMs + at)
  return { articleId, added: marks.length, adrift: 0, isNewArticle: false }
}

function insertMark(
  db: WriteHandle,
  articleId: ArticleId,
  text: string,
  mark: ImportedMark,
  range: { readonly start: number; readonly end: number } | null,
  nowMs: number,
): AnnotationId {
  const { quote, prefix, suffix, note, tags } = mark
  const id = mark.id !== undefined && isFreeId(db, mark.id) ? mark.id : newId<AnnotationId>(nowMs)
  const place = range
    ? { start: range.start, end: range.end, ...describeQuote(text, range.start, range.end) }
    : { start: null, end: null, quote, prefix, suffix }
  // Made when it was made elsewhere: lists by time are then in the order of reading.
  insertAnnotation(
    db,
    { id, articleId, ...place, categoryId: categoryOf(db, mark), note },
    mark.createdAtMs ?? nowMs,
    mark.updatedAtMs,
  )
  putTags(db, 'annotation', id, tags, nowMs)
  addLinks(
    db,
    id,
    (mark.links ?? []).flatMap((name) => findSoleEntity(db, name) ?? []),
  )
  indexEntry(db, 'annotation', id)
  return id
}

/** Colours of other programs that ours have another name for. */
const COLORS: Readonly<Record<string, string>> = {
  pink: 'rose',
  red: 'rose',
  magenta: 'rose',
  purple: 'violet',
  gray: 'grey',
}

/** The one that the person calls so, else the one of that colour, else the first. */
function categoryOf(db: ReadHandle, { category: name, color }: ImportedMark): CategoryId | null {
  const categories = listCategories(db)
  const named = name === undefined ? undefined : categories.find((one) => foldText(one.name) === foldText(name))
  const wanted = color === null ? null : (COLORS[color] ?? color)
  return (named ?? categories.find((one) => one.color === wanted) ?? categories[0])?.id ?? null
}
