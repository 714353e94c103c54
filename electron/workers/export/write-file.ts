import { closeSync, openSync, writeSync } from 'node:fs'
import { type ExportFile, textToBytes } from '#electron/formats/export/export-file.ts'
import { filesToZip } from '#electron/formats/export/library-zip.ts'

/** Writes a new file, part by part. */
export function writeText(file: string, parts: Iterable<string>): void {
  withFile(file, (write) => {
    for (const bytes of textToBytes(parts)) write(bytes)
  })
}

/** Writes a new zip, file by file. */
export function writeZip(file: string, files: Iterable<ExportFile>, modifiedAtMs: number): void {
  withFile(file, (write) => filesToZip(files, modifiedAtMs, write))
}

/** Opens a new file for `work`, which is given what writes to it. */
export function withFile(file: string, work: (write: (bytes: Uint8Array) => void) => void): void {
  const target = openSync(file, 'wx')
  try {
    work((bytes) => {
      for (let at = 0; at < bytes.length; ) at += writeSync(target, bytes, at)
    })
  } finally {
    closeSync(target)
  }
}
