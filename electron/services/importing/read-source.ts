import { SpilledFile } from '#electron/workers/reading/spilled-file.ts'
import { isOutOfMemory, TaskAbortedError, TaskTimeoutError, WorkerClosedError } from '#electron/workers/text-worker.ts'
import type { ImportFailure } from '#shared/contract/article.ts'
import { MAX_IMPORT_BYTES, MAX_PACKAGE_BYTES } from '#shared/domain/article.ts'
import type { ServiceContext } from '../context.ts'
import { isDiskFull } from '../disk-full.ts'
import type { Origin } from '../store-article.ts'
import { type ImportSource, NotAFileError } from './import-source.ts'
import type { SpillFolder } from './spill-folder.ts'

/** A part of a file that gave no article. */
export interface FailedPart {
  readonly name: string
  readonly code: ImportFailure
}

/** What a file holds, and where it comes from; or why it can't be read. */
export type Read =
  | {
      readonly kind: 'documents'
      readonly file: SpilledFile
      readonly book: { readonly title: string; readonly byline: string | null } | null
      readonly failed: readonly FailedPart[]
      readonly origin: Origin
    }
  | { readonly kind: 'failed'; readonly code: ImportFailure }

/** What reading may take: a file that takes longer is made to. A large one may take longer than a small one. */
const BASE_MS = 5_000
const PER_MEGABYTE_MS = 2_000

const failed = (code: ImportFailure) => ({ kind: 'failed' as const, code })

/** Packages of cards carry their pictures, and may be larger. */
function boundOf(name: string): number {
  return /\.(?:apkg|colpkg)$/i.test(name) ? MAX_PACKAGE_BYTES : MAX_IMPORT_BYTES
}

/** How long reading so many bytes may take. */
export function readingMs(bytes: number): number {
  return BASE_MS + (PER_MEGABYTE_MS * bytes) / (1024 * 1024)
}

/**
 * Reads a file in the thread for files, which is ended when that takes too long or too much, or `signal` aborts. What it
 * holds is in `into` then, and there alone.
 */
export async function readSource(
  { reader, library, onFailure }: ServiceContext,
  source: ImportSource,
  into: SpillFolder,
  options: { readonly isStarter?: boolean; readonly signal?: AbortSignal } = {},
): Promise<Read> {
  const { name, url = null } = source
  if (source.sizeBytes > boundOf(name)) return failed('TOO_LARGE')
  try {
    const bytes = await source.bytes()
    if (bytes.length > boundOf(name)) return failed('TOO_LARGE')
    const spill = into.newFile()
    const input = { name, bytes, url, libraryDir: library.dir, spill }
    const maxMs = readingMs(bytes.length)
    const result = await reader.runWithin(maxMs, 'readFile', input, options.signal, ownedBy(bytes))
    if (result.kind === 'failed') return failed(result.code)
    const origin = { sha256: result.sha256, name, isStarter: options.isStarter ?? false }
    const { kind, book = null } = result
    return { kind, book, file: new SpilledFile(spill, result.parts), failed: result.failed ?? [], origin }
  } catch (error) {
    if (error instanceof WorkerClosedError || error instanceof TaskAbortedError) throw error
    if (isDiskFull(error)) return failed('DISK_FULL')
    if (error instanceof TaskTimeoutError) return failed('TOO_SLOW')
    if (isOutOfMemory(error)) return failed('TOO_LARGE')
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return failed('MISSING')
    // A file that is locked is the person's to know, not a fault of ours.
    if (!(error instanceof NotAFileError || (error instanceof Error && 'errno' in error))) onFailure(error)
    return failed('UNREADABLE')
  }
}

/** Small ones lie in a buffer with others. */
function ownedBy({ buffer, byteLength }: Uint8Array): ArrayBuffer[] {
  return buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? [buffer] : []
}
