import type { ArticleId } from '#shared/domain/ids.ts'
import { foldText } from '#shared/text/fold.ts'
import type { ReadHandle } from '../handle.ts'
import { titleKeyOf } from './articles.ts'

/** An article that marks from elsewhere may belong to. */
export interface MarkTarget {
  readonly id: ArticleId
  readonly title: string
  /** Whether it was made of such marks itself. */
  readonly isGathered: boolean
}

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
    .all({ key: titleKeyOf(title), title: foldText(title), ...also })
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

const MARKS_AT_ONCE = 200

/** What is marked in some articles, and the notes on the whole of them: what tells each apart, see `markKeys`. In steps. */
export function* listMarkedWords(db: ReadHandle, ids: readonly ArticleId[]): Generator<void, Set<string>, void> {
  const words = new Set<string>()
  for (const articleId of ids)
    for (const where of ['start IS NULL AND id > @id', '(start, id) > (@start, @id)']) {
      const page = db.prepare(
        `SELECT start, id, quote, prefix, suffix, note, created_at_ms AS createdAtMs FROM annotation WHERE deleted_at_ms IS NULL AND article_id = @articleId
           AND ${where} ORDER BY start, id LIMIT ${MARKS_AT_ONCE}`,
      )
      let last: { start: number | null; id: string } | undefined = { start: -1, id: '' }
      while (last) {
        const rows = page.all({ articleId, start: last.start, id: last.id }) as MarkedWords[]
        for (const row of rows)
          for (const key of [row.id, wordsOf(row), placeOf(row), ...momentsOf(row)]) words.add(key)
        last = rows.length < MARKS_AT_ONCE ? undefined : rows.at(-1)
        yield
      }
    }
  return words
}

interface MarkedWords extends Required<ComparedMark> {
  readonly start: number | null
}

/** What a mark is known by when it comes again. */
interface ComparedMark {
  readonly id?: string
  readonly quote: string
  readonly prefix: string
  readonly suffix: string
  readonly note: string
  readonly createdAtMs: number | null
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

/** So many words at an end of a mark stay, mostly, when something in it is changed. */
const END_WORDS = 3

/**
 * What a mark that is there is known by when its text was changed since and it has other words: when it was made, with
 * how it begins or ends. It says nothing of two marks of one file, which may have the moment of an earlier import.
 */
export function momentsOf(mark: ComparedMark): string[] {
  if (mark.createdAtMs === null || mark.quote === '') return []
  const words = plainWords(mark.quote).split(' ')
  const ends = [`from ${words.slice(0, END_WORDS).join(' ')}`, `to ${words.slice(-END_WORDS).join(' ')}`]
  return ends.map((end) => `${mark.createdAtMs} ${end}`)
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
