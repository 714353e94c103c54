import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'

/** A file to import; its bytes are asked for when its turn comes. */
export interface ImportSource {
  readonly name: string
  readonly sizeBytes: number
  /** Where it was fetched, for documents that name no address of their own. */
  readonly url?: string
  bytes(): Promise<Uint8Array>
}

/** A file the renderer handed over. */
export function fileSource(file: File): ImportSource {
  return { name: file.name, sizeBytes: file.size, bytes: async () => new Uint8Array(await file.arrayBuffer()) }
}

/** A file on this machine. A path that can't be read, or names no plain file, gives a source whose bytes reject. */
export async function pathSource(path: string): Promise<ImportSource> {
  const sizeBytes = await stat(path).then(
    ({ size }) => size,
    () => 0,
  )
  return { name: basename(path), sizeBytes, bytes: async () => new Uint8Array(await readPlainFile(path)) }
}

/** A folder can't be read; a pipe or a device would never end. */
async function readPlainFile(path: string): Promise<Uint8Array> {
  if (!(await stat(path)).isFile()) throw new NotAFileError(`${basename(path)} is no file.`)
  return readFile(path)
}

/** A path names something that is no plain file. */
export class NotAFileError extends Error {
  override readonly name = 'NotAFileError'
}
