import type { TableGuess } from '#shared/domain/card-columns.ts'
import type {
  CardSet,
  ImportedMark,
  ImportedNote,
  ImportedPicture,
  MarkedSource,
  SavedAddress,
} from '#shared/domain/imported.ts'
import type { PreparedDocument } from '../prepare-document.ts'
import { readSpilled, type SpillPlace, type SpillWriter } from './spill.ts'

/** What an article is compared by: all of its document but the text. */
export type ArticleHead = Omit<PreparedDocument, 'text' | 'blocks'>
/** A text that marks were made in, without them. */
export type SourceHead = Omit<MarkedSource, 'marks'>

/** A list that lies in a spill, in pieces. */
export interface SpilledList {
  readonly count: number
  readonly pieces: readonly SpillPlace[]
}

/** The cards of one file, which lie in its spill. */
export interface SpilledCards {
  readonly title: string
  readonly notes: SpilledList
  readonly pictures: SpilledList
  /** The table they were read from: its text, its first rows, and how it is read. */
  readonly table: { readonly text: SpillPlace; readonly sample: string; readonly as: TableGuess } | null
}

/** One thing that a file holds: what it is compared by and where the rest lies. */
export type SpilledPart =
  | { readonly kind: 'article'; readonly head: ArticleHead; readonly document: SpillPlace }
  | { readonly kind: 'marks'; readonly source: SourceHead; readonly marks: SpilledList }
  | { readonly kind: 'cards'; readonly cards: SpilledCards }
  | { readonly kind: 'address'; readonly address: SavedAddress }

/** So many are read, and kept in memory, at once. */
const MARKS_AT_ONCE = 100
const NOTES_AT_ONCE = 40

/** Writes an article; gives where it is found again. */
export function putArticle(spill: SpillWriter, prepared: PreparedDocument): SpillPlace {
  const { text: _, blocks: __, ...head } = prepared
  return putPart(spill, { kind: 'article', head, document: spill.put(prepared) })
}

export function putMarks(spill: SpillWriter, { marks, ...source }: MarkedSource): SpillPlace {
  const pieces = spill.putInPieces(marks, MARKS_AT_ONCE)
  return putPart(spill, { kind: 'marks', source, marks: { count: marks.length, pieces } })
}

export function putCards(
  spill: SpillWriter,
  { title, notes, pictures }: CardSet,
  table: SpilledCards['table'],
): SpillPlace {
  const cards = {
    title,
    notes: { count: notes.length, pieces: spill.putInPieces(notes, NOTES_AT_ONCE) },
    pictures: { count: pictures.length, pieces: spill.putInPieces(pictures, 1) },
    table,
  }
  return putPart(spill, { kind: 'cards', cards })
}

export function putAddress(spill: SpillWriter, address: SavedAddress): SpillPlace {
  return putPart(spill, { kind: 'address', address })
}

const putPart = (spill: SpillWriter, part: SpilledPart) => spill.put(part)

/** What was read of a file and lies in a spill. All it gives was put there by the functions above. */
export class SpilledFile {
  readonly #file: string
  readonly #parts: Iterable<SpillPlace>

  /** `parts`: where its parts begin, in their order. */
  constructor(file: string, parts: Iterable<SpillPlace>) {
    this.#file = file
    this.#parts = parts
  }

  *parts(): Generator<SpilledPart, void, void> {
    for (const at of this.#parts) yield this.#read(at) as SpilledPart
  }

  document(at: SpillPlace): PreparedDocument {
    return this.#read(at) as PreparedDocument
  }

  marks(list: SpilledList): Generator<ImportedMark, void, void> {
    return this.#list(list) as Generator<ImportedMark, void, void>
  }

  notes({ notes }: SpilledCards): Generator<ImportedNote, void, void> {
    return this.#list(notes) as Generator<ImportedNote, void, void>
  }

  pictures({ pictures }: SpilledCards): Generator<ImportedPicture, void, void> {
    return this.#list(pictures) as Generator<ImportedPicture, void, void>
  }

  /** The path, for a thread that reads it too. */
  get path(): string {
    return this.#file
  }

  /** A list as it was put there, a piece at a time. */
  *pieces({ pieces }: SpilledList): Generator<unknown, void, void> {
    for (const at of pieces) yield this.#read(at)
  }

  *#list(list: SpilledList): Generator<unknown, void, void> {
    for (const piece of this.pieces(list)) yield* piece as unknown[]
  }

  #read(at: SpillPlace): unknown {
    return readSpilled(this.#file, at)
  }
}
