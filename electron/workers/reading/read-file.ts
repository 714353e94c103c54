import { createHash } from 'node:crypto'
import { sampleOf, tableToNotes } from '#electron/formats/import/cards/card-table.ts'
import { importFile } from '#electron/formats/import/import-file.ts'
import type { ImportedFile, ImportFileFailure } from '#electron/formats/import/import-result.ts'
import { keepOriginal } from '#electron/store/originals.ts'
import type { ImportedDocument } from '#shared/domain/article.ts'
import { guessTable, type TableGuess } from '#shared/domain/card-columns.ts'
import type { CardSet } from '#shared/domain/imported.ts'
import { prepareDocument } from '../prepare-document.ts'
import { readAnkiPackage } from '../read-anki-package.ts'
import { readSpilled, type SpillPlace, SpillWriter } from './spill.ts'
import { putAddress, putArticle, putCards, putMarks } from './spilled-file.ts'

/** A file to read, and where to put what it holds. */
export interface ReadFileInput {
  readonly name: string
  readonly bytes: Uint8Array
  /** Where it was fetched, for documents that name no address of their own. */
  readonly url: string | null
  /** Where its bytes are kept. */
  readonly libraryDir: string
  /** The file for what it holds; nothing is there yet. */
  readonly spill: string
}

/** What a file holds, ready to be stored, or why it can't be read. */
export type ReadFileResult =
  | { readonly kind: 'failed'; readonly code: ImportFileFailure }
  | (Pick<ImportedFile, 'kind' | 'book' | 'failed'> & {
      readonly sha256: string
      /** Where the parts begin in the spill, in their order. */
      readonly parts: Float64Array
    })

/** Reads a file, keeps its bytes and writes what it holds to a spill, so that no other thread is held by its size. */
export async function readFile({ name, bytes, url, libraryDir, spill }: ReadFileInput): Promise<ReadFileResult> {
  const result = await importFile(name, bytes, { ankiPackage: readAnkiPackage })
  if (result.kind === 'failed') return result
  const parts = inSpill(spill, (writer) => Float64Array.from(putAll(writer, result, url)))
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  keepOriginal(libraryDir, sha256, name, bytes)
  const { kind, book, failed } = result
  return { kind, ...(book && { book }), ...(failed && { failed }), sha256, parts }
}

function inSpill<Result>(file: string, work: (writer: SpillWriter) => Result): Result {
  const writer = new SpillWriter(file)
  try {
    return work(writer)
  } finally {
    writer.close()
  }
}

function* putAll(spill: SpillWriter, file: ImportedFile, url: string | null): Generator<SpillPlace, void, void> {
  for (const document of file.documents) yield putArticle(spill, prepareDocument(withAddress(document, url)))
  for (const source of file.sources ?? []) yield putMarks(spill, source)
  for (const set of file.cardSets ?? []) yield putCards(spill, set, putTable(spill, set))
  for (const address of file.addresses ?? []) yield putAddress(spill, address)
}

function putTable(spill: SpillWriter, { table }: CardSet) {
  const as = table === undefined ? null : guessTable(sampleOf(table))
  return table === undefined || as === null ? null : { text: spill.put(table), sample: sampleOf(table), as }
}

/** A page that does not say where it lies is known by where it was fetched. */
function withAddress(document: ImportedDocument, url: string | null): ImportedDocument {
  if (url === null) return document
  const host = new URL(url).hostname.replace(/^www\./, '')
  return { ...document, url: document.url ?? url, source: document.source ?? host }
}

/** Reads the table of a file that was read once more, otherwise; gives where its cards are, or null when it has none. */
export function readTable(given: {
  /** The spill that the table lies in. */
  readonly from: string
  readonly text: SpillPlace
  readonly title: string
  readonly as: TableGuess
  /** The file for the cards; nothing is there yet. */
  readonly spill: string
}): SpillPlace | null {
  // It was put there as a text.
  const table = readSpilled(given.from, given.text) as string
  const notes = tableToNotes(table, given.as)
  if (notes.length === 0) return null
  const { title, as } = given
  return inSpill(given.spill, (writer) =>
    putCards(writer, { title, notes, pictures: [] }, { text: writer.put(table), sample: sampleOf(table), as }),
  )
}
