import { strToU8, type Zippable, zipSync } from 'fflate'
import type { ExportFile } from './library-files.ts'

/** The first and last moments that a zip file can state, in its own field of two-second steps. */
const FIRST_YEAR = 1980
const LAST_YEAR = 2099

/**
 * One zip of many text files. Every file gets the same time, so the same input gives the same bytes on every machine.
 * Throws when a path is absolute, leaves its folder or comes twice: that would be a fault of the caller.
 */
export function filesToZip(files: readonly ExportFile[], modifiedAtMs: number): Uint8Array {
  const entries: Zippable = Object.create(null)
  for (const { path, text } of files) {
    if (path in entries || !isInside(path)) throw new Error(`Not a path for a zip: ${JSON.stringify(path)}`)
    entries[path] = strToU8(text)
  }
  return zipSync(entries, { level: 6, mtime: zipTime(modifiedAtMs) })
}

function isInside(path: string): boolean {
  return path.split('/').every((part) => part !== '' && part !== '.' && part !== '..') && !/[\\:\0]/.test(path)
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
