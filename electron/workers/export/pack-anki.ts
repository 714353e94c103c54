import { toAnkiPackage } from '#electron/formats/export/anki-package.ts'
import { writeAnkiCollection } from '#electron/store/anki/write-collection.ts'
import type { ReadHandle } from '#electron/store/handle.ts'
import { listCards } from '#electron/store/queries/card-list.ts'
import { cardsToAnkiNotes, mediaOf } from './anki-notes.ts'
import { allOf } from './read-notes.ts'

/** Some cards of a library as an Anki package. `onCard`: hears of each. Cost: a second for 50,000 answers. */
export function packAnki(read: ReadHandle, cardIds: readonly string[], nowMs: number, onCard: () => void): Uint8Array {
  const wanted = new Set(cardIds)
  const all = allOf((cursor) => listCards(read, { state: 'all', limit: 200, cursor }, nowMs))
  const cards = all.filter(({ id }) => wanted.has(id))
  const collection = writeAnkiCollection(cardsToAnkiNotes(read, cards, onCard), nowMs)
  return toAnkiPackage(collection, mediaOf(read, cards))
}
