import { setImmediate as nextTurn } from 'node:timers/promises'
import type { WriteHandle } from '#electron/store/handle.ts'
import { findArticleByContent } from '#electron/store/queries/article-versions.ts'
import { findArticle, forgetHidden, showArticle } from '#electron/store/queries/articles.ts'
import { findBook, insertBook } from '#electron/store/queries/books.ts'
import type { PreparedDocument } from '#electron/workers/prepare-document.ts'
import type { IntakeResult, IntakeStoreEvent } from '#shared/contract/intake.ts'
import { type ArticleId, type BookId, newId } from '#shared/domain/ids.ts'
import { NEAR_FROM } from '#shared/text/text-print.ts'
import type { ServiceContext } from '../context.ts'
import { isDiskFull } from '../disk-full.ts'
import { FetchFailedError, fetchPage } from '../fetch-page.ts'
import { turnFollower } from '../follow-turn.ts'
import { prepareRevision, type Revision, storeRevision } from '../revise-article.ts'
import { type Origin, storeArticle } from '../store-article.ts'
import { shorten } from '../words.ts'
import { findEarlier } from './find-revision.ts'
import { storeCards } from './import-cards.ts'
import { type PreparedMarks, prepareMarks } from './import-marks.ts'
import type { IntakeSession, Item } from './intake-session.ts'
import { readSource } from './read-source.ts'
import { storeMarks } from './store-marks.ts'

type Failure = IntakeResult['failed'][number]

/** What is ready to be stored for good by one short action. */
interface Staged {
  readonly hidden: { readonly id: ArticleId; readonly hash: string; readonly title: string }[]
  readonly revisions: Revision[]
  readonly failed: Failure[]
}

/**
 * Stores rows of an intake as one action, with progress on the way. Articles are stored where nothing shows them first,
 * each in a transaction of its own; when the stream is ended before that is over, they go again.
 */
export async function* storeIntake(
  context: ServiceContext,
  session: IntakeSession,
  rowIds: readonly number[],
  signal: AbortSignal | undefined,
): AsyncGenerator<IntakeStoreEvent, IntakeResult | null, void> {
  const staged: Staged = { hidden: [], revisions: [], failed: [] }
  const rows = rowIds.map((id) => session.rows.get(id)).filter((row) => row !== undefined)
  const [whole, made] = [
    rows.filter(({ kind }) => kind === 'article' || kind === 'address'),
    rows.filter(({ kind }) => kind === 'marks' || kind === 'cards'),
  ]
  const books = new Map<string, BookId>()
  let isStored = false
  try {
    for (const [done, row] of whole.entries()) {
      yield { type: 'progress', done, total: rows.length, name: row.title }
      const item = session.item(row.rowId)
      if (item?.kind === 'article')
        await stageArticle(context, staged, books, row.rowId, { ...item, document: item.file.document(item.document) })
      else if (item?.kind === 'address') await stageAddress(context, staged, session, row.rowId, item, signal)
      await nextTurn()
      if (signal?.aborted) return null
    }
    const sets: Set[] = []
    for (const [at, row] of made.entries()) {
      yield { type: 'progress', done: whole.length + at, total: rows.length, name: row.title }
      const set = await toSet(context, session, row.rowId, staged, signal)
      if (set) sets.push(set)
      await nextTurn()
      if (signal?.aborted) return null
    }
    const result = yield* storeAll(context, staged, sets, rows.length, signal)
    if (!result) return null
    isStored = true
    yield { type: 'done', result }
    return result
  } catch (error) {
    if (signal?.aborted) return null
    throw error
  } finally {
    if (!isStored) await forgetStaged(context, staged)
  }
}

const FORGOTTEN_AT_ONCE = 5

/** What was stored where nothing shows it goes again, with turns for others between. */
export async function forgetStaged({ library }: ServiceContext, { hidden }: Pick<Staged, 'hidden'>): Promise<void> {
  for (let from = 0; from < hidden.length; from += FORGOTTEN_AT_ONCE) {
    const ids = hidden.slice(from, from + FORGOTTEN_AT_ONCE).map(({ id }) => id)
    library.write((db) => forgetHidden(db, ids))
    await nextTurn()
  }
}

/** Marks or cards, ready to be stored. */
type Set =
  | { readonly kind: 'marks'; readonly title: string; readonly marks: PreparedMarks; readonly origin: Origin }
  | ({ readonly kind: 'cards'; readonly title: string } & Pick<Extract<Item, { kind: 'cards' }>, 'file' | 'cards'>)

async function toSet(
  context: ServiceContext,
  session: IntakeSession,
  rowId: number,
  staged: Staged,
  signal: AbortSignal | undefined,
): Promise<Set | null> {
  const item = session.item(rowId)
  if (item?.kind === 'cards') return { ...item, title: item.cards.title }
  if (item?.kind !== 'marks') return null
  const { source, origin, file } = item
  const own = { source, marks: file.marks(item.marks) }
  const marks = await prepareMarks(context, own, staged, session.folder, signal)
  return marks && { kind: 'marks', title: source.title, marks, origin }
}

async function stageArticle(
  context: ServiceContext,
  staged: Staged,
  books: Map<string, BookId>,
  rowId: number,
  { document, origin, book }: Whole,
): Promise<void> {
  const { library, clock } = context
  const earlier = findEarlier(library.read, document)
  if (findArticleByContent(library.read, document.contentSha256)) return
  if (earlier && earlier.likeness >= NEAR_FROM) {
    staged.revisions.push(await prepareRevision(context, earlier.id, document, origin))
    return
  }
  const nowMs = clock()
  try {
    const id = library.write((db) => {
      const bookId = book && getBook(db, books, book, nowMs)
      const chapter = book && bookId ? { bookId, position: book.position } : undefined
      return storeArticle(db, document, { ...origin, chapter }, nowMs, 'hidden')
    })
    staged.hidden.push({ id, hash: document.contentSha256, title: document.title })
  } catch (error) {
    if (!isDiskFull(error)) throw error
    staged.failed.push({ rowId, code: 'DISK_FULL' })
  }
}

/** An article with its text. */
type Whole = Pick<Extract<Item, { kind: 'article' }>, 'origin' | 'book'> & { readonly document: PreparedDocument }

type Book = NonNullable<Extract<Item, { kind: 'article' }>['book']>

/** A book that comes again with more chapters is the same book. */
function getBook(db: WriteHandle, books: Map<string, BookId>, { key, title, byline }: Book, nowMs: number): BookId {
  const known = books.get(key) ?? findBook(db, title, byline)
  const id = known ?? newId<BookId>(nowMs)
  if (!known) insertBook(db, { id, title, byline }, nowMs)
  books.set(key, id)
  return id
}

async function stageAddress(
  context: ServiceContext,
  staged: Staged,
  session: IntakeSession,
  rowId: number,
  { address }: Extract<Item, { kind: 'address' }>,
  signal: AbortSignal | undefined,
): Promise<void> {
  try {
    const page = await fetchPage(address.url, signal)
    const source = { name: page.name, sizeBytes: page.bytes.length, url: page.url, bytes: async () => page.bytes }
    const read = await readSource(context, source, session.folder, signal ? { signal } : {})
    if (read.kind === 'failed') {
      staged.failed.push({ rowId, code: read.code })
      return
    }
    for (const part of read.file.parts()) {
      if (part.kind !== 'article') continue
      const document = read.file.document(part.document)
      await stageArticle(context, staged, new Map(), rowId, { document, origin: read.origin, book: null })
    }
  } catch (error) {
    if (!(error instanceof FetchFailedError)) throw error
    staged.failed.push({ rowId, code: error.code === 'TOO_LARGE' ? 'TOO_LARGE' : 'UNREACHABLE' })
  }
}

/** Null, and nothing is stored, when `signal` has aborted before the end. */
async function* storeAll(
  context: ServiceContext,
  staged: Staged,
  sets: readonly Set[],
  total: number,
  signal: AbortSignal | undefined,
): AsyncGenerator<IntakeStoreEvent, IntakeResult | null, void> {
  const { library, clock } = context
  const nowMs = clock()
  const label = labelOf(staged, sets)
  const step = { kind: 'intake.store', label, articleId: null, changesText: true }
  const result = emptyResult(staged)
  const own = sets.reduce((sum, set) => sum + (set.kind === 'marks' ? set.marks.marks.count : set.cards.notes.count), 0)
  const whole = (function* () {
    yield* showParts(staged, result, nowMs)
    for (const set of sets) if (set.kind === 'marks') yield* storeMarks(set.marks, set.origin, nowMs, result)
    for (const set of sets) if (set.kind === 'cards') yield* storeCards(set, result.cards, nowMs)
  })()
  for await (const _ of library.actInParts(step, nowMs, whole, turnFollower(clock))) {
    const { new: fresh, changed, same } = result.cards
    const done = own === 0 ? total : result.marks + fresh + changed + same
    yield { type: 'progress', done: Math.min(done, Math.max(total, own)), total: Math.max(total, own), name: label }
    if (signal?.aborted) return null
  }
  return result
}

type Counting = Omit<IntakeResult, 'articleIds' | 'cards'> & {
  readonly articleIds: ArticleId[]
  readonly cards: { new: number; changed: number; same: number }
}

function emptyResult({ revisions, failed }: Staged): { -readonly [Name in keyof Counting]: Counting[Name] } {
  const cards = { new: 0, changed: 0, same: 0 }
  return { articleIds: [], changed: revisions.length, marks: 0, adrift: 0, cards, same: 0, failed }
}

type Result = ReturnType<typeof emptyResult>
type Part = (db: WriteHandle) => void

function showParts({ hidden, revisions }: Staged, result: Result, nowMs: number): Part[] {
  return [
    ...hidden.map(
      ({ id, hash }): Part =>
        (db) => {
          if (findArticleByContent(db, hash)) result.same++
          else {
            showArticle(db, id)
            result.articleIds.push(id)
          }
        },
    ),
    ...revisions.map(
      (revision): Part =>
        (db) => {
          if (!findArticle(db, revision.articleId)) return
          const { unsure, lost } = storeRevision(db, revision, nowMs)
          result.adrift += unsure + lost
        },
    ),
  ]
}

function labelOf({ hidden, revisions }: Staged, sets: readonly Set[]): string {
  const titles = [
    ...hidden.map(({ title }) => title),
    ...revisions.map(({ title }) => title),
    ...sets.map(({ title }) => title),
  ]
  const [only] = titles
  return titles.length === 1 && only ? `Import of “${shorten(only)}”` : `Import of ${titles.length} things`
}
