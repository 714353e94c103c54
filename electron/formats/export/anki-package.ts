import { strToU8, zipSync } from 'fflate'

/** An Anki package of a collection without media. Source: Anki's legacy package, version 1. */
export function toAnkiPackage(collection: Uint8Array): Uint8Array {
  return zipSync({ 'collection.anki2': collection, media: strToU8('{}') }, { level: 6 })
}
