import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { WriteHandle } from '#electron/store/handle.ts'
import {
  findArticleByContent,
  findArticleText,
  findEarlierVersion,
  showArticle,
} from '#electron/store/queries/articles.ts'
import type { PreparedDocument } from '#electron/workers/prepare-document.ts'
import { isOutOfMemory, TaskTimeoutError, WorkerClosedError } from '#electron/workers/text-worker.ts'
import type { AnchorCounts, ImportEvent, ImportFailure } from '#shared/contract/article.ts'
import { MAX_IMPORT_BYTES } from '#shared/domain/article.ts'
import type { ArticleId } from '#shared/domain/ids.ts'
import type { ServiceContext } from './context.ts'
import { isDiskFull } from './disk-full.ts'
import type { Extractor } from './extractor.ts'
import { keepOriginal } from './originals.ts'
import { prepareRevision, type Revision, storeRevision } from './revise-article.ts'
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

interface ImportedText {
  readonly articleId: ArticleId
  readonly duplicateOf: ArticleId | null
  /** Where marks are, when it was another text of an article that was there. */
  readonly marks?: AnchorCounts
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
  readonly documents: readonly (Staged | Revised | Settled)[]
  readonly failed: readonly FailedPart[]
}

/** A file that takes longer to read is made to; the thread that reads it is ended. */
const MAX_PARSE_MS = 60_000

/** A file that holds another text of an article that is there. */
type Revised = { readonly kind: 'revised'; readonly revision: Revision; readonly title: string; readonly hash: string }

/** Brings files and texts into the library. */
export interface Importer {
  /** Reads and stores one by one, then shows all as one action; yields progress on the way and one result per file. */
  importFiles(sources: readonly ImportSource[], isStarter: boolean): AsyncGenerator<ImportEvent, void, void>
  /** Stores one document, as another text of an article if it is one, or names the article that says the same. */
  importDocument(document: PreparedDocument): Promise<ImportedText>
  /** Gives an article another text; `marks` is null when it says the same already. */
  revise(articleId: ArticleId, document: PreparedDocument, origin: Revision['origin']): Promise<AnchorCounts | null>
  /** A file's document and where it comes from, or why it can't be read. */
  read(source: ImportSource): Promise<Read>
}

export function createImporter(context: ServiceContext, extractor: Extractor): Importer {
  const { library, changes, clock } = context

  function finish(added: readonly ArticleId[], isChanged = false): void {
    if (added.length === 0) return
    const areas = isChanged
      ? (['article', 'annotation', 'card', 'entity', 'figure', 'suggestion', 'history'] as const)
      : (['article', 'history'] as const)
    changes.announce([...areas], added.length === 1 ? added[0] : null)
    extractor.queue(added)
  }

  function storeChanged(revision: Revision): AnchorCounts {
    const nowMs = clock()
    const { articleId, title } = revision
    const step = { kind: 'article.updateText', label: `New text of “${shorten(title)}”`, articleId, changesText: true }
    const marks = library.act(step, nowMs, (db) => storeRevision(db, revision, nowMs))
    finish([articleId], true)
    return marks
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
      finish(
        outcomes.flatMap(addedBy),
        staged.some(({ documents }) => documents.some(({ kind }) => kind === 'revised')),
      )
      for (const [index, outcome] of outcomes.entries())
        yield { type: 'result', name: sources[index]?.name ?? '', outcome }
      yield { type: 'progress', done: sources.length, total: sources.length, name: '' }
    },
    async importDocument(document) {
      const same = findArticleByContent(library.read, document.contentSha256)
      if (same) return { articleId: same.id, duplicateOf: same.id }
      const revision = await findRevision(context, document, { sha256: null, name: null })
      if (revision) return { articleId: revision.articleId, duplicateOf: null, marks: storeChanged(revision) }
      const nowMs = clock()
      const label = `Import of “${shorten(document.title)}”`
      const articleId = library.act({ kind: 'article.import', label, articleId: null }, nowMs, (db) =>
        storeArticle(db, document, { sha256: null, name: null, isStarter: false }, nowMs, 'shown'),
      )
      finish([articleId])
      return { articleId, duplicateOf: null }
    },
    async revise(articleId, document, origin) {
      const before = findArticleText(library.read, articleId)
      if (before === document.text) return null
      return storeChanged(await prepareRevision(context, articleId, document, origin))
    },
    read: (source) => readSource(context, source, false),
  }
}

/** The articles that an outcome added or gave a new text. */
export function addedBy(outcome: Outcome): readonly ArticleId[] {
  if (outcome.kind === 'imported' || outcome.kind === 'changed') return [outcome.articleId]
  return outcome.kind === 'many' ? outcome.articleIds : []
}

/** Stages the documents of a file; between them others get a turn. */
async function stageFile(context: ServiceContext, read: Read): Promise<StagedFile> {
  if (read.kind === 'failed') return { documents: [read], failed: [] }
  const documents: (Staged | Revised | Settled)[] = []
  for (const document of read.documents) {
    documents.push(await stage(context, document, read.origin))
    if (read.documents.length > 1) await new Promise((resolve) => setImmediate(resolve))
  }
  return { documents, failed: read.failed }
}

/** So much of the text must be the same, 0..1: a column with one title for every week is no article that changes. */
const SAME_ARTICLE = 0.3

/** The document as another text of an article that is there, or null when it is a new article. */
async function findRevision(
  context: ServiceContext,
  document: PreparedDocument,
  origin: Revision['origin'],
): Promise<Revision | null> {
  const earlier = findEarlierVersion(context.library.read, document)
  if (!earlier) return null
  const revision = await prepareRevision(context, earlier.id, document, origin)
  return revision.found.shared >= SAME_ARTICLE ? revision : null
}

/**
 * Stores an article where nothing shows it yet, as if it were deleted. Each is a transaction of its own, for a thousand
 * in one held everything else up for seconds; what shows them all in one is short.
 */
async function stage(
  context: ServiceContext,
  document: PreparedDocument,
  origin: Origin,
): Promise<Staged | Revised | Settled> {
  const { library, clock } = context
  const hash = document.contentSha256
  const same = findArticleByContent(library.read, hash)
  if (same) return { kind: 'duplicate', duplicateOf: same.id, title: same.title }
  const revision = await findRevision(context, document, origin)
  if (revision) return { kind: 'revised', revision, title: revision.title, hash }
  const nowMs = clock()
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
  const titles = [...new Map(all.flatMap((one) => ('hash' in one ? [[one.hash, one.title]] : []))).values()]
  const label = titles.length === 1 ? `Import of “${shorten(titles[0] ?? '')}”` : `Import of ${titles.length} articles`
  const changesText = all.some(({ kind }) => kind === 'revised')
  const nowMs = clock()
  try {
    return library.act({ kind: 'article.import', label, articleId: null, changesText }, nowMs, (db) =>
      files.map((file) =>
        toOutcome(
          file.documents.map((one) => {
            if (one.kind === 'staged') return show(db, one)
            return one.kind === 'revised' ? showChanged(db, one, nowMs) : one
          }),
          file.failed,
        ),
      ),
    )
  } catch (error) {
    if (!isDiskFull(error)) throw error
    return files.map(({ documents, failed }) =>
      toOutcome(
        documents.map((one) => ('hash' in one ? { kind: 'failed', code: 'DISK_FULL' } : one)),
        failed,
      ),
    )
  }
}

type DocumentOutcome = Settled | Extract<Outcome, { kind: 'imported' | 'changed' }>

/** What became of a file, by what became of its documents. */
function toOutcome(documents: readonly DocumentOutcome[], failed: readonly FailedPart[]): Outcome {
  const [first] = documents
  if (first && documents.length === 1 && failed.length === 0) return first
  const imported = documents.filter((one) => one.kind === 'imported' || one.kind === 'changed')
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

function showChanged(db: WriteHandle, { revision, title, hash }: Revised, nowMs: number): DocumentOutcome {
  const same = findArticleByContent(db, hash)
  if (same) return { kind: 'duplicate', duplicateOf: same.id, title: same.title }
  return { kind: 'changed', articleId: revision.articleId, title, marks: storeRevision(db, revision, nowMs) }
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
