import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { WriteHandle } from '#electron/store/handle.ts'
import { findArticleByContent, showArticle } from '#electron/store/queries/articles.ts'
import type { PreparedDocument } from '#electron/workers/prepare-document.ts'
import { isOutOfMemory, TaskTimeoutError, WorkerClosedError } from '#electron/workers/text-worker.ts'
import type { ImportEvent, ImportFailure } from '#shared/contract/article.ts'
import { MAX_IMPORT_BYTES } from '#shared/domain/article.ts'
import type { ArticleId } from '#shared/domain/ids.ts'
import type { ServiceContext } from './context.ts'
import { isDiskFull } from './disk-full.ts'
import type { Extractor } from './extractor.ts'
import { keepOriginal } from './originals.ts'
import { type Origin, sha256, storeArticle } from './store-article.ts'
import { shorten } from './words.ts'

/** A file to import; its bytes are asked for when its turn comes. */
export interface ImportSource {
  readonly name: string
  readonly sizeBytes: number
  /** Where it was fetched, for documents that name no address of their own. */
  readonly url?: string
  bytes(): Promise<Uint8Array>
}

type Outcome = Extract<ImportEvent, { type: 'result' }>['outcome']
type Read =
  | {
      readonly kind: 'documents'
      readonly documents: readonly PreparedDocument[]
      readonly failed: readonly FailedPart[]
      readonly origin: Origin
    }
  | { readonly kind: 'failed'; readonly code: ImportFailure }
/** A part of a file that gave no article. */
type FailedPart = Extract<Outcome, { kind: 'many' }>['failed'][number]
/** What is known of one document before anything is shown. */
type Settled = Extract<Outcome, { kind: 'duplicate' | 'failed' }>
/** A file whose article is stored, but not shown yet; `hash` tells its content. */
type Staged = { readonly kind: 'staged'; readonly articleId: ArticleId; readonly title: string; readonly hash: string }
/** A file that was read: what became of each of its documents, and which of its parts gave none. */
interface StagedFile {
  readonly documents: readonly (Staged | Settled)[]
  readonly failed: readonly FailedPart[]
}

/** A file that takes longer to read is made to; the thread that reads it is ended. */
const MAX_PARSE_MS = 60_000

/** Brings files and texts into the library. */
export interface Importer {
  /** Reads and stores one by one, then shows all as one action; yields progress on the way and one result per file. */
  importFiles(sources: readonly ImportSource[], isStarter: boolean): AsyncGenerator<ImportEvent, void, void>
  /** Stores one document, or names the article that already says the same. */
  importDocument(document: PreparedDocument): { articleId: ArticleId; duplicateOf: ArticleId | null }
}

export function createImporter(context: ServiceContext, extractor: Extractor): Importer {
  const { library, changes, clock } = context

  function finish(added: readonly ArticleId[]): void {
    if (added.length === 0) return
    changes.announce(['article', 'history'], added.length === 1 ? added[0] : null)
    extractor.queue(added)
  }

  return {
    async *importFiles(sources, isStarter) {
      const staged: StagedFile[] = []
      for (const [index, source] of sources.entries()) {
        yield { type: 'progress', done: index, total: sources.length, name: source.name }
        const read = await readSource(context, source, isStarter)
        staged.push(await stageFile(context, read))
      }
      const outcomes = showAll(context, staged)
      finish(outcomes.flatMap(addedBy))
      for (const [index, outcome] of outcomes.entries())
        yield { type: 'result', name: sources[index]?.name ?? '', outcome }
      yield { type: 'progress', done: sources.length, total: sources.length, name: '' }
    },
    importDocument(document) {
      const nowMs = clock()
      const same = findArticleByContent(library.read, document.contentSha256)
      if (same) return { articleId: same.id, duplicateOf: same.id }
      const label = `Import of “${shorten(document.title)}”`
      const articleId = library.act({ kind: 'article.import', label, articleId: null }, nowMs, (db) =>
        storeArticle(db, document, { sha256: null, name: null, isStarter: false }, nowMs, 'shown'),
      )
      finish([articleId])
      return { articleId, duplicateOf: null }
    },
  }
}

/** The articles that an outcome added. */
export function addedBy(outcome: Outcome): readonly ArticleId[] {
  if (outcome.kind === 'imported') return [outcome.articleId]
  return outcome.kind === 'many' ? outcome.articleIds : []
}

/** Stages the documents of a file; between them others get a turn. */
async function stageFile(context: ServiceContext, read: Read): Promise<StagedFile> {
  if (read.kind === 'failed') return { documents: [read], failed: [] }
  const documents: (Staged | Settled)[] = []
  for (const document of read.documents) {
    documents.push(stage(context, document, read.origin))
    if (read.documents.length > 1) await new Promise((resolve) => setImmediate(resolve))
  }
  return { documents, failed: read.failed }
}

/**
 * Stores an article where nothing shows it yet, as if it were deleted. Each is a transaction of its own, for a thousand
 * in one held everything else up for seconds; what shows them all in one is short.
 */
function stage({ library, clock }: ServiceContext, document: PreparedDocument, origin: Origin): Staged | Settled {
  const nowMs = clock()
  const hash = document.contentSha256
  const same = findArticleByContent(library.read, hash)
  if (same) return { kind: 'duplicate', duplicateOf: same.id, title: same.title }
  try {
    const articleId = library.write((db) => storeArticle(db, document, origin, nowMs, 'hidden'))
    return { kind: 'staged', articleId, title: document.title, hash }
  } catch (error) {
    if (!isDiskFull(error)) throw error
    return { kind: 'failed', code: 'DISK_FULL' }
  }
}

/** Shows what was stored, as one action; a full disk shows none of it and says so for each. */
function showAll({ library, clock }: ServiceContext, files: readonly StagedFile[]): Outcome[] {
  const all = files.flatMap(({ documents }) => documents)
  const titles = [...new Map(all.flatMap((one) => (one.kind === 'staged' ? [[one.hash, one.title]] : []))).values()]
  const label = titles.length === 1 ? `Import of “${shorten(titles[0] ?? '')}”` : `Import of ${titles.length} articles`
  try {
    return library.act({ kind: 'article.import', label, articleId: null }, clock(), (db) =>
      files.map((file) =>
        toOutcome(
          file.documents.map((one) => (one.kind === 'staged' ? show(db, one) : one)),
          file.failed,
        ),
      ),
    )
  } catch (error) {
    if (!isDiskFull(error)) throw error
    return files.map(({ documents, failed }) =>
      toOutcome(
        documents.map((one) => (one.kind === 'staged' ? { kind: 'failed', code: 'DISK_FULL' } : one)),
        failed,
      ),
    )
  }
}

type DocumentOutcome = Settled | Extract<Outcome, { kind: 'imported' }>

/** What became of a file, by what became of its documents. */
function toOutcome(documents: readonly DocumentOutcome[], failed: readonly FailedPart[]): Outcome {
  const [first] = documents
  if (first && documents.length === 1 && failed.length === 0) return first
  const imported = documents.filter((one) => one.kind === 'imported')
  const broken = documents.filter((one) => one.kind === 'failed')
  if (broken[0] && broken.length === documents.length) return broken[0]
  const named = documents.find((one) => one.kind !== 'failed')
  return {
    kind: 'many',
    title: named && 'title' in named ? named.title : '',
    articleIds: imported.map(({ articleId }) => articleId),
    duplicates: documents.filter((one) => one.kind === 'duplicate').length,
    failed: [...failed, ...broken.map(({ code }) => ({ name: '', code }))],
  }
}

/** One that says the same may have come with an earlier file, or from another window in the meantime. */
function show(db: WriteHandle, { articleId, title, hash }: Staged): DocumentOutcome {
  const same = findArticleByContent(db, hash)
  if (same) return { kind: 'duplicate', duplicateOf: same.id, title: same.title }
  showArticle(db, articleId)
  return { kind: 'imported', articleId, title }
}

async function readSource(context: ServiceContext, source: ImportSource, isStarter: boolean): Promise<Read> {
  const { name } = source
  if (source.sizeBytes > MAX_IMPORT_BYTES) return { kind: 'failed', code: 'TOO_LARGE' }
  try {
    const bytes = await source.bytes()
    if (bytes.length > MAX_IMPORT_BYTES) return { kind: 'failed', code: 'TOO_LARGE' }
    const result = await context.reader.runWithin(MAX_PARSE_MS, 'parse', { name, bytes })
    if (result.kind === 'failed') return { kind: 'failed', code: result.code }
    const hash = sha256(bytes)
    keepOriginal(context.library.dir, hash, name, bytes)
    const { documents, failed = [] } = result
    return {
      kind: 'documents',
      documents: documents.map((one) => withAddress(one, source.url)),
      failed,
      origin: { sha256: hash, name, isStarter },
    }
  } catch (error) {
    if (error instanceof WorkerClosedError) throw error
    if (isDiskFull(error)) return { kind: 'failed', code: 'DISK_FULL' }
    if (error instanceof TaskTimeoutError) return { kind: 'failed', code: 'TOO_SLOW' }
    if (isOutOfMemory(error)) return { kind: 'failed', code: 'TOO_LARGE' }
    // A file that is gone or locked is the person's to know, not a fault of ours.
    if (!(error instanceof NotAFileError || (error instanceof Error && 'errno' in error))) context.onFailure(error)
    return { kind: 'failed', code: 'UNREADABLE' }
  }
}

/** A page that does not say where it lies is known by where it was fetched. */
function withAddress(document: PreparedDocument, url: string | undefined): PreparedDocument {
  if (url === undefined) return document
  const host = new URL(url).hostname.replace(/^www\./, '')
  return { ...document, url: document.url ?? url, source: document.source ?? host }
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

class NotAFileError extends Error {
  override readonly name = 'NotAFileError'
}
