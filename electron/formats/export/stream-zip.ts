import { Zip, ZipDeflate, ZipPassThrough } from 'fflate'

/** What is packed already, and would only cost time. */
const PACKED = /\.(?:apkg|docx|epub|gif|jpe?g|pdf|png|webp|zip)$/i
/** A zip of the usual form numbers its files in 16 bits. */
export const MOST_FILES = 65_000

/** The first and last moments that a zip file can state, in its own field of two-second steps. */
const FIRST_YEAR = 1980
const LAST_YEAR = 2099

/** A zip that is written while it is made: `write` gets its bytes in order. Every file in it gets the same time. */
export function createZipStream(write: (bytes: Uint8Array) => void, modifiedAtMs: number) {
  const zip = new Zip((error, bytes) => {
    if (error) throw error
    write(bytes)
  })
  const mtime = zipTime(modifiedAtMs)
  return {
    /** Adds a file of any size, by its path in the zip. */
    add(path: string, chunks: Iterable<Uint8Array>): void {
      const entry = PACKED.test(path) ? new ZipPassThrough(path) : new ZipDeflate(path, { level: 6 })
      entry.mtime = mtime
      zip.add(entry)
      for (const chunk of chunks) entry.push(chunk)
      entry.push(new Uint8Array(), true)
    },
    end: () => zip.end(),
  }
}

/** fflate writes the local fields of a date: they are set to the ones of UTC, for the same bytes in every time zone. */
function zipTime(timeMs: number): Date {
  const time = new Date(timeMs)
  const year = Math.min(LAST_YEAR, Math.max(FIRST_YEAR, time.getUTCFullYear()))
  return new Date(
    year,
    time.getUTCMonth(),
    time.getUTCDate(),
    time.getUTCHours(),
    time.getUTCMinutes(),
    time.getUTCSeconds(),
  )
}
