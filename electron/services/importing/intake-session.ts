import type { SpillPlace } from '#electron/workers/reading/spill.ts'
import type {
  ArticleHead,
  SourceHead,
  SpilledCards,
  SpilledFile,
  SpilledList,
} from '#electron/workers/reading/spilled-file.ts'
import type { IntakeRow } from '#shared/contract/intake.ts'
import type { SavedAddress } from '#shared/domain/imported.ts'
import { bandsOf, likenessOf, NEAR_FROM, type TextPrint } from '#shared/text/text-print.ts'
import type { Origin } from '../store-article.ts'
import { createSpillFolder, type SpillFolder } from './spill-folder.ts'

/** What a row stands for: what it is, and where the rest of it lies. */
export type Item =
  | {
      readonly kind: 'article'
      readonly file: SpilledFile
      readonly document: SpillPlace
      readonly origin: Origin
      readonly book: {
        readonly key: string
        readonly title: string
        readonly byline: string | null
        readonly position: number
      } | null
    }
  | {
      readonly kind: 'marks'
      readonly file: SpilledFile
      readonly source: SourceHead
      readonly marks: SpilledList
      readonly origin: Origin
    }
  | { readonly kind: 'cards'; readonly file: SpilledFile; readonly cards: SpilledCards }
  | { readonly kind: 'address'; readonly address: SavedAddress }

/** An article read earlier in the same intake. */
export interface Earlier {
  readonly title: string
  readonly likeness: number
}

const MOST_IN_BAND = 40

/** One intake: what was read so far, until it is stored or given up. */
export class IntakeSession {
  readonly rows = new Map<number, IntakeRow>()
  /** What was read lies there. */
  readonly folder: SpillFolder = createSpillFolder()
  readonly #items = new Map<number, Item>()
  readonly #byContent = new Map<string, string>()
  readonly #byBand = new Map<number, { readonly title: string; readonly print: TextPrint }[]>()
  #lastId = 0
  usedAtMs: number
  /** How often it is being read or stored just now. */
  uses = 0

  constructor(nowMs: number) {
    this.usedAtMs = nowMs
  }

  /** Keeps an item, or a file without one, and gives its row a number. */
  add(row: Omit<IntakeRow, 'rowId'>, item: Item | null): IntakeRow {
    const rowId = this.#lastId++
    if (item) this.#items.set(rowId, item)
    const numbered = { ...row, rowId }
    this.rows.set(rowId, numbered)
    return numbered
  }

  /** What a row stands for, or null for one that can't be stored. */
  item(rowId: number): Item | null {
    return this.#items.get(rowId) ?? null
  }

  /** Puts another item, and its row, in the place of one. */
  replace(row: IntakeRow, item: Item): void {
    this.#items.set(row.rowId, item)
    this.rows.set(row.rowId, row)
  }

  /** The title of an article of this intake with that content, or null. */
  findSame(contentSha256: string): string | null {
    return this.#byContent.get(contentSha256) ?? null
  }

  /** The article of this intake that is likest, or null. */
  findNear(print: TextPrint | null): Earlier | null {
    if (!print) return null
    const others = new Set(bandsOf(print).flatMap((band) => this.#byBand.get(band) ?? []))
    let best: Earlier | null = null
    for (const other of others) {
      const likeness = likenessOf(print, other.print)
      if (likeness >= NEAR_FROM && likeness > (best?.likeness ?? 0)) best = { title: other.title, likeness }
    }
    return best
  }

  /** Lets articles that come later be compared with this one. */
  remember({ contentSha256, title, print }: ArticleHead): void {
    this.#byContent.set(contentSha256, title)
    if (!print) return
    const entry = { title, print }
    for (const band of bandsOf(print)) {
      const others = this.#byBand.get(band)
      if (!others) this.#byBand.set(band, [entry])
      // A thousand reports in one form are like each other: each is compared with a few.
      else if (others.push(entry) > MOST_IN_BAND) others.shift()
    }
  }

  close(): void {
    this.folder.close()
    this.#items.clear()
    this.rows.clear()
  }
}
