import { closeSync, openSync, readdirSync, readSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { createZipStream, MOST_FILES } from '#electron/formats/export/stream-zip.ts'
import { withFile } from '#electron/workers/export/write-file.ts'

const CHUNK_BYTES = 1024 * 1024
/** A zip of the usual form states sizes in 32 bits. */
const MAX_BYTES = 3.9e9

/** Packs a folder into a zip in which it lies under its own name. TOO_LARGE: more than a zip can hold. */
export function zipFolder(given: {
  readonly folder: string
  readonly name: string
  readonly file: string
  readonly nowMs: number
}): 'zipped' | 'TOO_LARGE' {
  const paths = listFiles(given.folder, '')
  const sizes = paths.reduce((sum, path) => sum + statSync(join(given.folder, path)).size, 0)
  if (sizes > MAX_BYTES || paths.length > MOST_FILES) return 'TOO_LARGE'
  withFile(given.file, (write) => {
    const zip = createZipStream(write, given.nowMs)
    for (const path of paths) zip.add(`${given.name}/${path}`, readChunks(join(given.folder, path)))
    zip.end()
  })
  return 'zipped'
}

/** Plain files by their paths with forward slashes; what a link leads to is no part of a folder. */
function listFiles(folder: string, under: string): string[] {
  return readdirSync(join(folder, under), { withFileTypes: true })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = under === '' ? entry.name : `${under}/${entry.name}`
      if (entry.isDirectory()) return listFiles(folder, path)
      return entry.isFile() ? [path] : []
    })
}

function* readChunks(path: string): Generator<Uint8Array, void, void> {
  const source = openSync(path, 'r')
  try {
    for (;;) {
      const chunk = new Uint8Array(CHUNK_BYTES)
      const length = readSync(source, chunk)
      if (length === 0) return
      yield chunk.subarray(0, length)
    }
  } finally {
    closeSync(source)
  }
}
