import type { ExportFile } from '#electron/formats/export/export-file.ts'
import { filesToZip } from '#electron/formats/export/library-zip.ts'

/** All that is written part by part, as one text. */
export function wholeText(parts: Iterable<string>): string {
  return [...parts].join('')
}

/** The zip of some files, as one piece. */
export function wholeZip(files: Iterable<ExportFile>, modifiedAtMs: number): Uint8Array {
  const pieces: Uint8Array[] = []
  filesToZip(files, modifiedAtMs, (bytes) => pieces.push(bytes))
  return new Uint8Array(Buffer.concat(pieces))
}
