import { strToU8, type Zippable, zipSync } from 'fflate'

/** A picture of a package: its name in the fields, and its bytes. */
export interface AnkiMedia {
  readonly name: string
  readonly bytes: Uint8Array
}

/** An Anki package of a collection: media lie in it by number, and a map says what each is called. Source: Anki's legacy package, version 1. */
export function toAnkiPackage(collection: Uint8Array, media: readonly AnkiMedia[]): Uint8Array {
  const files: Zippable = { 'collection.anki2': collection }
  for (const [number, { bytes }] of media.entries()) files[number] = [bytes, { level: 0 }]
  files['media'] = strToU8(JSON.stringify(Object.fromEntries(media.map(({ name }, number) => [number, name]))))
  return zipSync(files, { level: 6 })
}
