import type { ArticleId } from '#shared/domain/ids.ts'
import { foldText } from '#shared/text/fold.ts'
import type { ReadHandle } from '../handle.ts'

/** An article that marks from elsewhere may belong to. */
export interface MarkTarget {
  readonly id: ArticleId
  readonly title: string
  /** Whether it was made of such marks itself. */
  readonly isGathered: boolean
}

const TITLE_KEY_CHARS = 80
const MOST_CHAPTERS = 400

const columns = 'a.id, a.title, a.is_gathered AS isGathered'
const toTarget = (row: unknown): MarkTarget => {
  const { isGathered, ...target } = row as Omit<MarkTarget, 'isGathered'> & { isGathered: number }
  return { ...target, isGathered: isGathered === 1 }
}

/** What is known of the text that marks from elsewhere were made in. */
export interface MarkedText {
  /** Its id in the library that the marks come from. */
  readonly articleId?: string | undefined
  readonly addressKey: string | null
  readonly title: string
}

/**
 * Live articles that marks made in a text belong to: the one of its id, else the one at its address, else the one with its title, else the
 * chapters of the book of that title. Several only for a book; none when it can't be told which is meant. `staged`:
 * articles that nothing shows yet and that count too.
 */
export function findMarkTargets(
  db: ReadHandle,
  { articleId, addressKey, title }: MarkedText,
  staged: readonly ArticleId[] = [],
): MarkTarget[] {
  const isThere = '(a.deleted_at_ms IS NULL OR a.id IN (SELECT value FROM json_each(@staged)))'
  const also = { staged: JSON.stringify(staged) }
  const byId = articleId
    ? db.prepare(`SELECT ${columns} FROM article a WHERE a.id = @articleId AND ${isThere}`).all({ articleId, ...also })
    : []
  if (byId.length > 0) return byId.map(toTarget)
  const byAddress = db
    .prepare(
      `SELECT ${columns} FROM article_print p JOIN article a ON a.id = p.article_id
       WHERE p.address_key = @addressKey AND ${isThere} ORDER BY a.is_gathered, a.created_at_ms LIMIT 1`,
    )
    .all({ addressKey, ...also })
  if (byAddress.length > 0) return byAddress.map(toTarget)
  const byTitle = db
    .prepare(
      `SELECT ${columns} FROM article a WHERE ${isThere} AND a.title_key = @key AND fold(a.title) = @title
       ORDER BY a.is_gathered, a.created_at_ms LIMIT 3`,
    )
    .all({ key: foldText(title).slice(0, TITLE_KEY_CHARS), title: foldText(title), ...also })
    .map(toTarget)
  const whole = byTitle.filter(({ isGathered }) => !isGathered)
  if (whole.length === 1) return whole
  const chapters = whole.length > 1 ? [] : listChapters(db, title)
  return chapters.length > 0 ? chapters : byTitle.filter(({ isGathered }) => isGathered).slice(0, 1)
}

function listChapters(db: ReadHandle, title: string): MarkTarget[] {
  return db
    .prepare(
      `SELECT ${columns} FROM book b JOIN article a ON a.book_id = b.id AND a.deleted_at_ms IS NULL
       WHERE fold(b.title) = ? ORDER BY a.book_position LIMIT ${MOST_CHAPTERS}`,
    )
    .all(foldText(title))
    .map(toTarget)
}

/** What is marked in some articles, and the notes on the whole of them: what tells each apart, see `markKeys`. */
export function listMarkedWords(db: ReadHandle, ids: readonly ArticleId[]): Set<string> {
  const rows = db
    .prepare(
      `SELECT id, quote, prefix, suffix, note FROM annotation
       WHERE deleted_at_ms IS NULL AND article_id IN (SELECT value FROM json_each(?))`,
    )
    .all(JSON.stringify(ids)) as Required<ComparedMark>[]
  return new Set(rows.flatMap((row) => [row.id, wordsOf(row), placeOf(row)]))
}

/** What a mark is known by when it comes again. */
interface ComparedMark {
  readonly id?: string
  readonly quote: string
  readonly prefix: string
  readonly suffix: string
  readonly note: string
}

/** Of the words beside a mark so many characters are compared: no program keeps fewer. */
const BESIDE_CHARS = 24

/**
 * What a mark from elsewhere is known by, any of it: its id where the file has one, and its words, with those beside it
 * where the file has those, since the same word may be marked twice. A note on a whole text is known by its own words.
 */
export function markKeys(mark: ComparedMark): string[] {
  const place = mark.prefix === '' && mark.suffix === '' ? wordsOf(mark) : placeOf(mark)
  return mark.id === undefined ? [place] : [mark.id, place]
}

function wordsOf({ quote, note }: ComparedMark): string {
  const words = plainWords(quote)
  return words === '' ? `note ${foldText(note)}` : words
}

function placeOf(mark: ComparedMark): string {
  const beside = [plainWords(mark.prefix).slice(-BESIDE_CHARS), plainWords(mark.suffix).slice(0, BESIDE_CHARS)]
  return [beside[0], wordsOf(mark), beside[1]].join('|')
}

function plainWords(text: string): string {
  return foldText(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
