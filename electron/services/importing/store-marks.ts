import type { ReadHandle, WriteHandle } from '#electron/store/handle.ts'
import { insertAnnotation, isFreeId } from '#electron/store/queries/annotations.ts'
import { findArticleText, findWrittenAt, putArticleText } from '#electron/store/queries/articles.ts'
import { listCategories } from '#electron/store/queries/categories.ts'
import { forgetFound } from '#electron/store/queries/found.ts'
import { putPrint } from '#electron/store/queries/likeness.ts'
import { addLinks, findSoleEntity } from '#electron/store/queries/mark-links.ts'
import { setAdrift } from '#electron/store/queries/repairs.ts'
import { indexArticle, indexEntry, unindexArticle } from '#electron/store/queries/search.ts'
import { putTags } from '#electron/store/queries/tags.ts'
import { type PreparedDocument, prepareDocument } from '#electron/workers/prepare-document.ts'
import { type AnnotationId, type ArticleId, type CategoryId, newId } from '#shared/domain/ids.ts'
import type { ImportedMark } from '#shared/domain/imported.ts'
import { canonicalAddress } from '#shared/text/canonical-address.ts'
import { describeQuote } from '#shared/text/describe-quote.ts'
import type { QuoteFinding } from '#shared/text/find-quote.ts'
import { foldText } from '#shared/text/fold.ts'
import { type Origin, sha256, storeArticle } from '../store-article.ts'
import { stored } from '../words.ts'
import { gatherMarks } from './gathered-article.ts'
import { type PlacedMark, type PreparedMarks, textBefore } from './import-marks.ts'

/** What importing marks came to. */
export interface MarkCounts {
  marks: number
  /** How many of them have no sure place, and wait on the repair bench. */
  adrift: number
  /** The articles that were made of them. */
  readonly articleIds: ArticleId[]
}

type Part = (db: WriteHandle) => void

/** Stores marks, on the articles they belong to or in one of their own, in parts of an action that changes text. */
export function* storeMarks(
  prepared: PreparedMarks,
  origin: Origin,
  nowMs: number,
  counts: MarkCounts,
): Generator<Part, void, void> {
  const { to } = prepared
  const texts = new KnownTexts()
  if (to.kind === 'gathered') yield* storeGathered(prepared, to, texts, origin, nowMs, counts)
  else for (const some of piecesOf(prepared)) yield (db) => storeInTexts(db, to, texts, some, nowMs, counts)
}

/** The texts that marks are stored in: each is read again only when it may be another. */
class KnownTexts {
  readonly #known = new Map<ArticleId, { readonly atMs: number | null; readonly text: string; readonly hash: string }>()

  of(db: ReadHandle, id: ArticleId): { readonly text: string; readonly hash: string } {
    const atMs = findWrittenAt(db, id)
    const known = this.#known.get(id)
    if (known?.atMs === atMs) return known
    const text = stored(findArticleText(db, id))
    const read = { atMs, text, hash: sha256(text) }
    this.#known.set(id, read)
    return read
  }
}

type Texts = Extract<PreparedMarks['to'], { kind: 'texts' }>
type Gathered = Extract<PreparedMarks['to'], { kind: 'gathered' }>

function* piecesOf({ file, marks }: PreparedMarks): Generator<readonly PlacedMark[], void, void> {
  // Written by `prepareMarks` alone.
  for (const piece of file.pieces(marks)) yield piece as readonly PlacedMark[]
}

function storeInTexts(
  db: WriteHandle,
  { targets, hashes }: Texts,
  texts: KnownTexts,
  placed: readonly PlacedMark[],
  nowMs: number,
  counts: MarkCounts,
): void {
  for (const one of placed) {
    const found = 'found' in one ? one.found : LOST
    const at = 'found' in one && targets[one.found.text] ? one.found.text : 0
    const target = targets[at]
    if (!target) continue
    const { text, hash } = texts.of(db, target.id)
    // A place says nothing in a text that has become another meanwhile.
    storeMark(db, { articleId: target.id, text }, one.mark, hash === hashes[at] ? found : LOST, nowMs, counts)
  }
}

/** More marks of a text that is not there come after those that are, so that nothing moves. */
function* storeGathered(
  prepared: PreparedMarks,
  to: Gathered,
  texts: KnownTexts,
  origin: Origin,
  nowMs: number,
  counts: MarkCounts,
): Generator<Part, void, void> {
  const made: { articleId: ArticleId | null; hash: string; placed: Iterable<readonly PlacedMark[]> } = {
    articleId: null,
    hash: '',
    placed: piecesOf(prepared),
  }
  yield (db) => {
    const before = textBefore(db, to.articleId)
    // Others have been added to it since: these come after.
    const again = sha256(before.text) === to.hash ? null : gatherNow(prepared, before)
    if (again) made.placed = again.placed
    const document = again?.document ?? prepared.file.document(to.document)
    made.articleId = putGathered(db, to.articleId, document, before.text, origin, nowMs, counts)
    made.hash = sha256(document.text)
  }
  for (const some of made.placed)
    yield (db) => {
      if (made.articleId === null) return
      const { text, hash } = texts.of(db, made.articleId)
      storeInGathered(db, { articleId: made.articleId, text }, hash === made.hash, some, nowMs, counts)
    }
}

function gatherNow({ source, file, marks }: PreparedMarks, before: ReturnType<typeof textBefore>) {
  const own = [...file.pieces(marks)].flatMap((piece) => (piece as readonly PlacedMark[]).map(({ mark }) => mark))
  const steps = gatherMarks(source, own, before)
  let step = steps.next()
  while (!step.done) step = steps.next()
  return { document: prepareDocument(step.value.document), placed: [step.value.marks] }
}

function putGathered(
  db: WriteHandle,
  articleId: ArticleId | null,
  document: PreparedDocument,
  before: string,
  origin: Origin,
  nowMs: number,
  counts: MarkCounts,
): ArticleId {
  if (articleId === null) {
    const id = storeArticle(db, document, { ...origin, isGathered: true }, nowMs, 'shown')
    counts.articleIds.push(id)
    return id
  }
  if (document.text === before) return articleId
  unindexArticle(db, articleId)
  putArticleText(db, articleId, { ...document, originalSha256: null, originalName: null, position: 0 }, nowMs)
  indexArticle(db, articleId)
  forgetFound(db, articleId)
  putPrint(db, articleId, { addressKey: canonicalAddress(document.url), print: document.print })
  return articleId
}

function storeInGathered(
  db: WriteHandle,
  article: InText,
  /** The person may have given it another text while it came in. */
  isSame: boolean,
  placed: readonly PlacedMark[],
  nowMs: number,
  counts: MarkCounts,
): void {
  for (const one of placed) {
    const range = 'range' in one ? one.range : null
    const found = range && isSame ? { state: 'sure' as const, places: [{ ...range, score: 1 }] } : LOST
    storeMark(db, article, one.mark, found, nowMs, counts)
  }
}

interface InText {
  readonly articleId: ArticleId
  readonly text: string
}

const LOST: QuoteFinding = { state: 'lost', places: [] }

function storeMark(
  db: WriteHandle,
  { articleId, text }: InText,
  mark: ImportedMark,
  { state, places }: QuoteFinding,
  nowMs: number,
  counts: MarkCounts,
): void {
  const atMs = nowMs + counts.marks
  const range = state === 'sure' ? places[0] : undefined
  const id = insertMark(db, articleId, text, mark, range ?? null, atMs)
  counts.marks++
  if (range || mark.quote.trim() === '') return
  counts.adrift++
  const around = { before: mark.prefix, after: mark.suffix, places }
  setAdrift(db, id, state === 'unsure' ? 'unsure' : 'lost', around, atMs)
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
