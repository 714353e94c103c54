import type { PreparedDocument } from '#electron/workers/prepare-document.ts'
import type { ParseResult } from '#electron/workers/tasks.ts'
import { isOutOfMemory, TaskAbortedError, TaskTimeoutError, WorkerClosedError } from '#electron/workers/text-worker.ts'
import type { ImportFailure } from '#shared/contract/article.ts'
import { MAX_IMPORT_BYTES, MAX_PACKAGE_BYTES } from '#shared/domain/article.ts'
import type { ServiceContext } from '../context.ts'
import { isDiskFull } from '../disk-full.ts'
import { keepOriginal } from '../originals.ts'
import { type Origin, sha256 } from '../store-article.ts'
import { type ImportSource, NotAFileError } from './import-source.ts'

type Parsed = Extract<ParseResult, { kind: 'documents' }>

/** A part of a file that gave no article. */
export interface FailedPart {
  readonly name: string
  readonly code: ImportFailure
}

/** What a file holds, and where it comes from; or why it can't be read. */
export type Read =
  | (Parsed & { readonly failed: readonly FailedPart[]; readonly origin: Origin })
  | { readonly kind: 'failed'; readonly code: ImportFailure }

/** What reading may take: a file that takes longer is made to. A large one may take longer than a small one. */
const BASE_MS = 5_000
const PER_MEGABYTE_MS = 2_000

const failed = (code: ImportFailure) => ({ kind: 'failed' as const, code })

/** Packages of cards carry their pictures, and may be larger. */
function boundOf(name: string): number {
  return /\.(?:apkg|colpkg)$/i.test(name) ? MAX_PACKAGE_BYTES : MAX_IMPORT_BYTES
}

/** Reads a file in the thread for files, which is ended when that takes too long or too much, or `signal` aborts. */
export async function readSource(
  context: ServiceContext,
  source: ImportSource,
  options: { readonly isStarter?: boolean; readonly signal?: AbortSignal } = {},
): Promise<Read> {
  const { name } = source
  if (source.sizeBytes > boundOf(name)) return failed('TOO_LARGE')
  try {
    const bytes = await source.bytes()
    if (bytes.length > boundOf(name)) return failed('TOO_LARGE')
    const maxMs = BASE_MS + (PER_MEGABYTE_MS * bytes.length) / (1024 * 1024)
    const result = await context.reader.runWithin(maxMs, 'parse', { name, bytes }, options.signal)
    if (result.kind === 'failed') return failed(result.code)
    const hash = sha256(bytes)
    keepOriginal(context.library.dir, hash, name, bytes)
    const documents = result.documents.map((one) => withAddress(one, source.url))
    const origin = { sha256: hash, name, isStarter: options.isStarter ?? false }
    return { ...result, documents, failed: result.failed ?? [], origin }
  } catch (error) {
    if (error instanceof WorkerClosedError || error instanceof TaskAbortedError) throw error
    if (isDiskFull(error)) return failed('DISK_FULL')
    if (error instanceof TaskTimeoutError) return failed('TOO_SLOW')
    if (isOutOfMemory(error)) return failed('TOO_LARGE')
    // A file that is gone or locked is the person's to know, not a fault of ours.
    if (!(error instanceof NotAFileError || (error instanceof Error && 'errno' in error))) context.onFailure(error)
    return failed('UNREADABLE')
  }
}

/** A page that does not say where it lies is known by where it was fetched. */
function withAddress(document: PreparedDocument, url: string | undefined): PreparedDocument {
  if (url === undefined) return document
  const host = new URL(url).hostname.replace(/^www\./, '')
  return { ...document, url: document.url ?? url, source: document.source ?? host }
}
