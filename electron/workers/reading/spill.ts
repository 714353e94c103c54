import { closeSync, openSync, readSync, writeSync } from 'node:fs'
import { deserialize, serialize } from 'node:v8'

/** Where a value begins in a spill, in bytes. */
export type SpillPlace = number

const LENGTH_BYTES = 4

/** Writes values to a file of its own one after the other, so that none has to stay in memory. */
export class SpillWriter {
  readonly #handle: number
  #end = 0

  /** `file`: where there is nothing yet. */
  constructor(file: string) {
    this.#handle = openSync(file, 'wx', 0o600)
  }

  put(value: unknown): SpillPlace {
    const bytes = serialize(value)
    const length = Buffer.alloc(LENGTH_BYTES)
    length.writeUInt32LE(bytes.length)
    const at = this.#end
    this.#write(length)
    this.#write(bytes)
    return at
  }

  /** A list in pieces of `size`; gives where each begins. */
  putInPieces(list: readonly unknown[], size: number): SpillPlace[] {
    const places: SpillPlace[] = []
    for (let from = 0; from < list.length; from += size) places.push(this.put(list.slice(from, from + size)))
    return places
  }

  close(): void {
    closeSync(this.#handle)
  }

  #write(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length; ) at += writeSync(this.#handle, bytes, at)
    this.#end += bytes.length
  }
}

/** The value at a place of a file that a SpillWriter wrote. */
export function readSpilled(file: string, at: SpillPlace): unknown {
  const handle = openSync(file, 'r')
  try {
    const length = readBytes(handle, at, LENGTH_BYTES).readUInt32LE()
    return deserialize(readBytes(handle, at + LENGTH_BYTES, length))
  } finally {
    closeSync(handle)
  }
}

function readBytes(handle: number, from: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafe(length)
  for (let done = 0; done < length; ) {
    const read = readSync(handle, bytes, done, length - done, from + done)
    if (read === 0) throw new Error('A spill ends before its last value.')
    done += read
  }
  return bytes
}
