import type { ArticleId } from '#shared/domain/ids.ts'
import { BANDS, bandsOf, likenessOf, NEAR_FROM, type TextPrint } from '#shared/text/text-print.ts'
import type { ReadHandle, WriteHandle } from '../handle.ts'

/** An article that says much the same as another. */
export interface NearArticle {
  readonly id: ArticleId
  readonly title: string
  readonly source: string | null
  /** 0..1, how much of the shorter text stands in the other. */
  readonly likeness: number
  readonly isSameAddress: boolean
}

interface PrintRow {
  readonly id: ArticleId
  readonly title: string
  readonly source: string | null
  readonly addressKey: string | null
  readonly shingles: number
  readonly signature: Buffer
}

/** What an article is found by when it comes a second time. */
export interface ArticlePrint {
  readonly addressKey: string | null
  /** Null for a text too short to compare. */
  readonly print: TextPrint | null
}

function toBytes(print: TextPrint | null): Buffer {
  if (!print) return Buffer.alloc(0)
  const { buffer, byteOffset, byteLength } = print.signature
  return Buffer.from(buffer, byteOffset, byteLength)
}

function toPrint({ shingles, signature }: Pick<PrintRow, 'shingles' | 'signature'>): TextPrint | null {
  if (signature.length === 0) return null
  // A copy begins where numbers of four bytes may begin.
  return { shingles, signature: new Uint32Array(new Uint8Array(signature).buffer) }
}

/** Stores what an article is compared by, in place of what was stored. */
export function putPrint(db: WriteHandle, id: ArticleId, { addressKey, print }: ArticlePrint): void {
  db.prepare(
    `INSERT INTO article_print (article_id, address_key, shingles, signature) VALUES (?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET address_key = excluded.address_key, shingles = excluded.shingles,
       signature = excluded.signature`,
  ).run(id, addressKey, print?.shingles ?? 0, toBytes(print))
  const seq = db.prepare('SELECT seq FROM article WHERE id = ?').pluck().get(id)
  db.prepare('DELETE FROM article_band WHERE article_seq = ?').run(seq)
  const insert = db.prepare('INSERT INTO article_band (band, article_seq) VALUES (?, ?) ON CONFLICT DO NOTHING')
  if (print) for (const band of bandsOf(print)) insert.run(band, seq)
  putNear(db, id, { addressKey, print })
}

/** Notes which articles an article is near to, so that the list of duplicates is read and not worked out. */
function putNear(db: WriteHandle, id: ArticleId, print: ArticlePrint): void {
  db.prepare('DELETE FROM near_article WHERE first_id = ?').run(id)
  db.prepare('DELETE FROM near_article WHERE second_id = ?').run(id)
  const insert = db.prepare(
    'INSERT INTO near_article (first_id, second_id, likeness, same_address) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
  )
  for (const other of findNear(db, print, id, 'all')) {
    const [first, second] = id < other.id ? [id, other.id] : [other.id, id]
    insert.run(first, second, other.likeness, Number(other.isSameAddress))
  }
}

/** More than so many are no duplicates, but a form letter. */
const MOST_NEAR = 20

/** Of those that share a band so many are looked at, the newest: of a thousand reports in one form all share all of them. */
const MOST_IN_BAND = 40

const inBands = Array.from(
  { length: BANDS },
  (_, at) =>
    `SELECT * FROM (SELECT article_seq AS seq FROM article_band WHERE band = @band${at} ORDER BY seq DESC LIMIT ${MOST_IN_BAND})`,
).join(' UNION ')

/**
 * Live articles that say much the same, the likest first, or lie at the same address. `all` counts deleted ones too: an
 * article that is staged is shown later. Cost: under a millisecond with 5,000 articles.
 */
export function findNear(
  db: ReadHandle,
  { addressKey, print }: ArticlePrint,
  except: ArticleId | null = null,
  which: 'live' | 'all' = 'live',
): NearArticle[] {
  const alive = which === 'live' ? 'AND a.deleted_at_ms IS NULL' : ''
  const rows = db
    .prepare(
      `SELECT a.id, a.title, a.source, p.address_key AS addressKey, p.shingles, p.signature FROM (
         ${inBands}
         UNION SELECT a.seq FROM article_print p JOIN article a ON a.id = p.article_id WHERE p.address_key = @addressKey
       ) found JOIN article a ON a.seq = found.seq JOIN article_print p ON p.article_id = a.id
       WHERE a.id IS NOT @except ${alive}`,
    )
    .all({ ...bandParameters(print), addressKey, except }) as PrintRow[]
  return rows
    .map((row) => {
      const other = toPrint(row)
      const likeness = print && other ? likenessOf(print, other) : 0
      const isSameAddress = addressKey !== null && row.addressKey === addressKey
      return { id: row.id, title: row.title, source: row.source, likeness, isSameAddress }
    })
    .filter(({ likeness, isSameAddress }) => isSameAddress || likeness >= NEAR_FROM)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, MOST_NEAR)
}

function bandParameters(print: TextPrint | null): Record<string, number | null> {
  const bands = print ? bandsOf(print) : []
  return Object.fromEntries(Array.from({ length: BANDS }, (_, at) => [`band${at}`, bands[at] ?? null]))
}

/** Articles that have nothing yet to be compared by, with their texts. */
export function listUnprinted(db: ReadHandle, limit: number): { id: ArticleId; text: string; url: string | null }[] {
  return db
    .prepare(
      `SELECT a.id, t.text, a.url FROM article a JOIN article_text t ON t.article_id = a.id
       WHERE NOT EXISTS (SELECT 1 FROM article_print p WHERE p.article_id = a.id) LIMIT ?`,
    )
    .all(limit) as { id: ArticleId; text: string; url: string | null }[]
}

/** Lets an article be compared anew: its text is another one. */
export function forgetPrint(db: WriteHandle, id: ArticleId): void {
  db.prepare('DELETE FROM article_print WHERE article_id = ?').run(id)
}
