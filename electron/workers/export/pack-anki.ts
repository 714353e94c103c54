import { toAnkiPackage } from '#electron/formats/export/anki-package.ts'
import { writeAnkiCollection } from '#electron/store/anki/write-collection.ts'
import type { ReadHandle } from '#electron/store/handle.ts'
import { openSnapshot } from '#electron/store/open-read-only.ts'
import { listCards } from '#electron/store/queries/card-list.ts'
import { cardsToAnkiNotes, mediaOf } from './anki-notes.ts'
import { allOf } from './read-notes.ts'

/** Some cards of a library as an Anki package. Cost: a second for 50,000 answers. */
export function packAnki(read: ReadHandle, cardIds: readonly string[], nowMs: number): Uint8Array {
  const wanted = new Set(cardIds)
  const cards = allOf((cursor) => listCards(read, { state: 'all', limit: 200, cursor }, nowMs)).filter(({ id }) =>
    wanted.has(id),
  )
  const collection = writeAnkiCollection(cardsToAnkiNotes(read, cards), nowMs)
  return toAnkiPackage(collection, mediaOf(read, cards))
}

/** The same, read from a library on disk as it is now, for a thread of its own. */
export function packAnkiOf(given: {
  readonly libraryDir: string
  readonly cardIds: readonly string[]
  readonly nowMs: number
}): Uint8Array {
  const snapshot = openSnapshot(given.libraryDir)
  try {
    return packAnki(snapshot.read, given.cardIds, given.nowMs)
  } finally {
    snapshot.close()
  }
}
