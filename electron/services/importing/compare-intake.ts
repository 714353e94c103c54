import type { ReadHandle } from '#electron/store/handle.ts'
import { findArticleByContent } from '#electron/store/queries/article-versions.ts'
import { findMarkTargets } from '#electron/store/queries/gathered.ts'
import { findNear } from '#electron/store/queries/likeness.ts'
import type { ArticleHead, SpilledCards, SpilledFile, SpilledPart } from '#electron/workers/reading/spilled-file.ts'
import type { IntakeRow } from '#shared/contract/intake.ts'
import type { SavedAddress } from '#shared/domain/imported.ts'
import { canonicalAddress } from '#shared/text/canonical-address.ts'
import { NEAR_FROM } from '#shared/text/text-print.ts'
import { findEarlier } from './find-revision.ts'
import { type CardCounts, compareCards } from './import-cards.ts'
import { compareMarks } from './import-marks.ts'
import type { IntakeSession, Item } from './intake-session.ts'
import type { Read } from './read-source.ts'

/** Adds what a file holds to an intake, in steps; gives its rows, compared with the library and with what came before. */
export function* addToIntake(
  db: ReadHandle,
  session: IntakeSession,
  name: string,
  read: Read,
): Generator<void, IntakeRow[], void> {
  if (read.kind === 'failed') return [session.add(failedRow(name, name, read.code), null)]
  const rows: IntakeRow[] = []
  const titles = new Map<string, string>()
  let position = 0
  for (const part of read.file.parts()) {
    const item = toItem(part, read, name, position)
    if (part.kind === 'article') {
      position++
      rows.push(session.add(articleRow(db, session, name, part.head, read.book?.title), item))
      session.remember(part.head)
      titles.set(canonicalAddress(part.head.url) ?? part.head.title, part.head.title)
    } else if (part.kind === 'marks') rows.push(session.add(yield* marksRow(db, name, part, read.file, titles), item))
    else if (part.kind === 'cards') rows.push(session.add(yield* cardsRow(db, name, read.file, part.cards), item))
    else rows.push(session.add(addressRow(db, name, part.address, titles), item))
    yield
  }
  for (const failed of read.failed) rows.push(session.add(failedRow(name, failed.name || name, failed.code), null))
  return rows
}

function toItem(
  part: SpilledPart,
  { file, origin, book }: Extract<Read, { kind: 'documents' }>,
  name: string,
  position: number,
): Item {
  if (part.kind === 'address') return part
  if (part.kind === 'cards') return { ...part, file }
  if (part.kind === 'marks') return { ...part, file, origin }
  const place = book && { key: `${name}\n${book.title}`, title: book.title, byline: book.byline, position }
  return { kind: 'article', file, document: part.document, origin, book: place }
}

function failedRow(file: string, title: string, code: NonNullable<IntakeRow['code']>): Omit<IntakeRow, 'rowId'> {
  return { file, kind: 'file', title, about: '', state: 'failed', code }
}

function articleRow(
  db: ReadHandle,
  session: IntakeSession,
  file: string,
  document: ArticleHead,
  book: string | undefined,
): Omit<IntakeRow, 'rowId'> {
  const row = {
    file,
    kind: 'article' as const,
    title: document.title,
    about: [document.byline, book ?? document.source, document.publishedOn].filter(Boolean).join(' · '),
    ...(book === undefined ? {} : { book }),
  }
  const same = findArticleByContent(db, document.contentSha256)
  if (same) return { ...row, state: 'same', other: { articleId: same.id, title: same.title, likeness: 1 } }
  const again = session.findSame(document.contentSha256)
  if (again !== null) return { ...row, state: 'same', other: { articleId: null, title: again, likeness: 1 } }
  const near = findNear(db, { addressKey: canonicalAddress(document.url), print: document.print })
  const earlier = findEarlier(db, document, near)
  if (earlier && earlier.likeness >= NEAR_FROM)
    return {
      ...row,
      state: 'changed',
      other: { articleId: earlier.id, title: earlier.title, likeness: earlier.likeness },
    }
  const [likest] = near.filter(({ likeness }) => likeness >= NEAR_FROM)
  if (likest)
    return { ...row, state: 'near', other: { articleId: likest.id, title: likest.title, likeness: likest.likeness } }
  // Chapters of a book repeat themselves, and are no news.
  const inBatch = book === undefined ? session.findNear(document.print) : null
  if (inBatch) return { ...row, state: 'near', other: { articleId: null, ...inBatch } }
  return { ...row, state: 'new' }
}

function* marksRow(
  db: ReadHandle,
  file: string,
  { source, marks }: Extract<SpilledPart, { kind: 'marks' }>,
  spilled: SpilledFile,
  titles: ReadonlyMap<string, string>,
): Generator<void, Omit<IntakeRow, 'rowId'>, void> {
  const { targets, fresh } = yield* compareMarks(db, source, spilled.marks(marks), [])
  const [target] = targets
  const own = titles.get(canonicalAddress(source.url) ?? source.title) ?? null
  const counts = { new: fresh.length, changed: 0, same: marks.count - fresh.length }
  const state = fresh.length === 0 ? ('same' as const) : target ? ('changed' as const) : ('new' as const)
  const about = [source.byline, source.program].filter(Boolean).join(' · ')
  const row = { file, kind: 'marks' as const, title: source.title, about, state, counts }
  if (target) return { ...row, other: { articleId: target.id, title: target.title, likeness: 1 } }
  return own === null ? row : { ...row, other: { articleId: null, title: own, likeness: 1 } }
}

/** The row of cards, as they compare with the library now. */
export function* cardsRow(
  db: ReadHandle,
  file: string,
  spilled: SpilledFile,
  cards: SpilledCards,
): Generator<void, Omit<IntakeRow, 'rowId'>, void> {
  const counts = yield* compareCards(db, spilled.notes(cards))
  const row = { file, kind: 'cards' as const, title: cards.title, about: '', state: stateOf(counts), counts }
  return cards.table === null ? row : { ...row, isTable: true }
}

function stateOf(counts: CardCounts): IntakeRow['state'] {
  if (counts.new + counts.changed === 0) return 'same'
  return counts.changed > 0 || counts.same > 0 ? 'changed' : 'new'
}

function addressRow(
  db: ReadHandle,
  file: string,
  { url, title }: SavedAddress,
  titles: ReadonlyMap<string, string>,
): Omit<IntakeRow, 'rowId'> {
  const row = { file, kind: 'address' as const, title, about: url }
  const addressKey = canonicalAddress(url)
  // A title is no proof here: the address has to be the same.
  const [there] = findMarkTargets(db, { addressKey, title: '' }).filter(({ isGathered }) => !isGathered)
  if (there) return { ...row, state: 'same', other: { articleId: there.id, title: there.title, likeness: 1 } }
  const own = titles.get(addressKey ?? '')
  if (own !== undefined) return { ...row, state: 'same', other: { articleId: null, title: own, likeness: 1 } }
  return { ...row, state: 'new' }
}
