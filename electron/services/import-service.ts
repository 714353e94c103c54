import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import { isSqliteError } from '#electron/store/open.ts'
import { findArticleByContent } from '#electron/store/queries/articles.ts'
import type { ImportEvent, ImportFailure } from '#shared/contract/article.ts'
import { type ImportedDocument, MAX_IMPORT_BYTES } from '#shared/domain/article.ts'
import type { ArticleId } from '#shared/domain/ids.ts'
import type { ServiceContext } from './context.ts'
import type { Extractor } from './extractor.ts'
import { keepOriginal } from './originals.ts'
import { contentHash, type Origin, sha256, storeArticle } from './store-article.ts'
import { shorten } from './words.ts'

/** A file to import; its bytes are asked for when its turn comes. */
export interface ImportSource {
  readonly name: string
  readonly sizeBytes: number
  bytes(): Promise<Uint8Array>
}

type Outcome = Extract<ImportEvent, { type: 'result' }>['outcome']
type Read =
  | { readonly kind: 'document'; readonly name: string; readonly document: ImportedDocument; readonly origin: Origin }
  | { readonly kind: 'failed'; readonly name: string; readonly code: ImportFailure }

/** Brings files and texts into the library. */
export interface Importer {
  /** Reads all, then stores all as one action; yields progress while reading and one result per file. */
  importFiles(sources: readonly ImportSource[], isStarter: boolean): AsyncGenerator<ImportEvent, void, void>
  /** Stores one document, or names the article that already says the same. */
  importDocument(document: ImportedDocument): { articleId: ArticleId; duplicateOf: ArticleId | null }
}

export function createImporter(context: ServiceContext, extractor: Extractor): Importer {
  const { library, changes, clock } = context

  function finish(added: readonly ArticleId[]): void {
    if (added.length === 0) return
    changes.announce(['article', 'history'], added.length === 1 ? added[0] : null)
    extractor.queue(added)
  }

  function store(read: Read, db: Parameters<Parameters<typeof library.write>[0]>[0], nowMs: number): Outcome {
    if (read.kind === 'failed') return { kind: 'failed', code: read.code }
    const same = findArticleByContent(db, contentHash(read.document))
    if (same) return { kind: 'duplicate', duplicateOf: same.id, title: same.title }
    return {
      kind: 'imported',
      articleId: storeArticle(db, read.document, read.origin, nowMs),
      title: read.document.title,
    }
  }

  return {
    async *importFiles(sources, isStarter) {
      const read: Read[] = []
      for (const [index, source] of sources.entries()) {
        yield { type: 'progress', done: index, total: sources.length, name: source.name }
        read.push(await readSource(context, source, isStarter))
      }
      const nowMs = clock()
      const results = storeAll(context, read, (one, db) => store(one, db, nowMs), nowMs)
      finish(results.flatMap(({ outcome }) => (outcome.kind === 'imported' ? [outcome.articleId] : [])))
      for (const { name, outcome } of results) yield { type: 'result', name, outcome }
      yield { type: 'progress', done: sources.length, total: sources.length, name: '' }
    },
    importDocument(document) {
      const nowMs = clock()
      const same = findArticleByContent(library.read, contentHash(document))
      if (same) return { articleId: same.id, duplicateOf: same.id }
      const label = `Import of “${shorten(document.title)}”`
      const articleId = library.act({ kind: 'article.import', label, articleId: null }, nowMs, (db) =>
        storeArticle(db, document, { sha256: null, name: null, isStarter: false }, nowMs),
      )
      finish([articleId])
      return { articleId, duplicateOf: null }
    },
  }
}

/** All files in one action and one transaction; a full disk stores none of them and says so for each. */
function storeAll(
  { library }: ServiceContext,
  read: readonly Read[],
  store: (one: Read, db: Parameters<Parameters<typeof library.write>[0]>[0]) => Outcome,
  nowMs: number,
): { name: string; outcome: Outcome }[] {
  const titles = read.flatMap((one) => (one.kind === 'document' ? [one.document.title] : []))
  const label = titles.length === 1 ? `Import of “${shorten(titles[0] ?? '')}”` : `Import of ${titles.length} articles`
  try {
    return library.act({ kind: 'article.import', label, articleId: null }, nowMs, (db) =>
      read.map((one) => ({ name: one.name, outcome: store(one, db) })),
    )
  } catch (error) {
    if (!isDiskFull(error)) throw error
    return read.map((one) => ({
      name: one.name,
      outcome: { kind: 'failed', code: one.kind === 'failed' ? one.code : 'DISK_FULL' },
    }))
  }
}

/** Whether an error means that there is no room left to write. */
export function isDiskFull(error: unknown): boolean {
  return isSqliteError(error, 'SQLITE_FULL') || (error instanceof Error && 'code' in error && error.code === 'ENOSPC')
}

async function readSource(context: ServiceContext, source: ImportSource, isStarter: boolean): Promise<Read> {
  const { name } = source
  if (source.sizeBytes > MAX_IMPORT_BYTES) return { kind: 'failed', name, code: 'TOO_LARGE' }
  try {
    const bytes = await source.bytes()
    const result = await context.worker.run('parse', { name, bytes })
    if (result.kind === 'failed') return { kind: 'failed', name, code: result.code }
    const hash = sha256(bytes)
    keepOriginal(context.library.dir, hash, name, bytes)
    return { kind: 'document', name, document: result.document, origin: { sha256: hash, name, isStarter } }
  } catch (error) {
    if (isDiskFull(error)) return { kind: 'failed', name, code: 'DISK_FULL' }
    // A file that is gone or locked is the person's to know, not a fault of ours.
    if (!(error instanceof Error && 'errno' in error)) context.onFailure(error)
    return { kind: 'failed', name, code: 'UNREADABLE' }
  }
}

/** A file the renderer handed over. */
export function fileSource(file: File): ImportSource {
  return { name: file.name, sizeBytes: file.size, bytes: async () => new Uint8Array(await file.arrayBuffer()) }
}

/** A file on this machine. A path that can't be read gives a source whose bytes reject. */
export async function pathSource(path: string): Promise<ImportSource> {
  const name = basename(path)
  const size = await withFile(path, async (file) => (await file.stat()).size).catch(() => 0)
  return { name, sizeBytes: size, bytes: () => withFile(path, async (file) => new Uint8Array(await file.readFile())) }
}

async function withFile<T>(path: string, use: (file: Awaited<ReturnType<typeof open>>) => Promise<T>): Promise<T> {
  const file = await open(path, 'r')
  try {
    return await use(file)
  } finally {
    await file.close()
  }
}
