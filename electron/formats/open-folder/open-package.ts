import { unzipSync } from 'fflate'

/** The collection in an Anki package of ours. Throws when there is none. */
export function openPackageZip(bytes: Uint8Array): Uint8Array {
  const collection = unzipSync(bytes, { filter: ({ name }) => name === 'collection.anki2' })['collection.anki2']
  if (!collection) throw new Error('The package holds no collection.')
  return collection
}
