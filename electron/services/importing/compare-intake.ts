import { sampleOf } from '#electron/formats/import/cards/card-table.ts'
import type { ReadHandle } from '#electron/store/handle.ts'
import { findArticleByContent } from '#electron/store/queries/articles.ts'
import { findMarkTargets } from '#electron/store/queries/gathered.ts'
import { findNear } from '#electron/store/queries/likeness.ts'
import type { PreparedDocument } from '#electron/workers/prepare-document.ts'
import type { IntakeRow } from '#shared/contract/intake.ts'
import { guessTable } from '#shared/domain/card-columns.ts'
import type { CardSet, MarkedSource, SavedAddress } from '#shared/domain/imported.ts'
import { canonicalAddress } from '#shared/text/canonical-address.ts'
import { NEAR_FROM } from '#shared/text/text-print.ts'
import { findEarlier } from './find-revision.ts'
import { type CardCounts, compareCards } from './import-cards.ts'
import { compareMarks } from './import-marks.ts'
import type { IntakeSession } from './intake-session.ts'
import type { Read } from './read-source.ts'

/** Adds what a file holds to an intake; gives its rows, compared with the library and with what came before. */
export function addToIntake(db: ReadHandle, session: IntakeSession, file: string, read: Read): IntakeRow[] {
  if (read.kind === 'failed') return [session.add(failedRow(file, file, read.code), null)]
  const rows: IntakeRow[] = []
  const { origin, book } = read
  const place = book ? { key: `${file}\n${book.title}`, title: book.title, byline: book.byline } : null
  for (const [position, document] of read.documents.entries()) {
    const row = articleRow(db, session, file, document, book?.title)
    const item = { kind: 'article' as const, document, origin, book: place && { ...place, position } }
    rows.push(session.add(row, item))
    session.remember(document)
  }
  const titles = new Map(
    read.documents.map((document) => [canonicalAddress(document.url) ?? document.title, document.title]),
  )
  for (const source of read.sources ?? [])
    rows.push(session.add(marksRow(db, file, source, titles), { kind: 'marks', source, origin }))
  for (const set of read.cardSets ?? []) {
    const table = set.table === undefined ? null : guessTable(sampleOf(set.table))
    rows.push(session.add(cardsRow(db, file, set), { kind: 'cards', set, table }))
  }
  for (const address of read.addresses ?? [])
    rows.push(session.add(addressRow(db, file, address, titles), { kind: 'address', address }))
  for (const { name, code } of read.failed) rows.push(session.add(failedRow(file, name || file, code), null))
  return rows
}

function failedRow(file: string, title: string, code: NonNullable<IntakeRow['code']>): Omit<IntakeRow, 'rowId'> {
  return { file, kind: 'file', title, about: '', state: 'failed', code }
}

function articleRow(
  db: ReadHandle,
  session: IntakeSession,
  file: string,
  document: PreparedDocument,
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

function marksRow(
  db: ReadHandle,
  file: string,
  source: MarkedSource,
  titles: ReadonlyMap<string, string>,
): Omit<IntakeRow, 'rowId'> {
  const { targets, marks } = compareMarks(db, source)
  const [target] = targets
  const own = titles.get(canonicalAddress(source.url) ?? source.title) ?? null
  const counts = { new: marks.length, changed: 0, same: source.marks.length - marks.length }
  const state = marks.length === 0 ? ('same' as const) : target ? ('changed' as const) : ('new' as const)
  const about = [source.byline, source.program].filter(Boolean).join(' · ')
  const row = { file, kind: 'marks' as const, title: source.title, about, state, counts }
  if (target) return { ...row, other: { articleId: target.id, title: target.title, likeness: 1 } }
  return own === null ? row : { ...row, other: { articleId: null, title: own, likeness: 1 } }
}

/** The row of cards, as they compare with the library now. */
export function cardsRow(db: ReadHandle, file: string, set: CardSet): Omit<IntakeRow, 'rowId'> {
  const counts = compareCards(db, set)
  const row = { file, kind: 'cards' as const, title: set.title, about: '', state: stateOf(counts), counts }
  return set.table === undefined ? row : { ...row, isTable: true }
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
