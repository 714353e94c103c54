import { type ExportFile, textToBytes } from './export-file.ts'
import { createZipStream } from './stream-zip.ts'

/**
 * One zip of many text files, each made when its turn comes; `write` gets the bytes in order. The same files give the
 * same bytes on every machine.
 * Throws when a path is absolute, leaves its folder or comes twice: that would be a fault of the caller.
 */
export function filesToZip(
  files: Iterable<ExportFile>,
  modifiedAtMs: number,
  write: (bytes: Uint8Array) => void,
): void {
  const zip = createZipStream(write, modifiedAtMs)
  const paths = new Set<string>()
  for (const { path, parts } of files) {
    if (paths.has(path) || !isInside(path)) throw new Error(`Not a path for a zip: ${JSON.stringify(path)}`)
    paths.add(path)
    zip.add(path, textToBytes(parts))
  }
  zip.end()
}

function isInside(path: string): boolean {
  return path.split('/').every((part) => part !== '' && part !== '.' && part !== '..') && !/[\\:\0]/.test(path)
}
