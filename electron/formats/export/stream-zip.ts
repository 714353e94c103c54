import { Zip, ZipDeflate, ZipPassThrough } from 'fflate'

/** What is packed already, and would only cost time. */
const PACKED = /\.(?:apkg|docx|epub|gif|jpe?g|pdf|png|webp|zip)$/i

/** A zip that is written while it is made: `write` gets its bytes in order. */
export function createZipStream(write: (bytes: Uint8Array) => void, modifiedAtMs: number) {
  const zip = new Zip((error, bytes) => {
    if (error) throw error
    write(bytes)
  })
  return {
    /** Adds a file of any size, by its path in the zip. */
    add(path: string, chunks: Iterable<Uint8Array>): void {
      const entry = PACKED.test(path) ? new ZipPassThrough(path) : new ZipDeflate(path, { level: 6 })
      entry.mtime = modifiedAtMs
      zip.add(entry)
      for (const chunk of chunks) entry.push(chunk)
      entry.push(new Uint8Array(), true)
    },
    end: () => zip.end(),
  }
}
