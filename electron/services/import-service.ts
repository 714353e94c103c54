import { setImmediate as nextTurn } from 'node:timers/promises'
import type { WriteHandle } from '#electron/store/handle.ts'
import { findArticleByContent } from '#electron/store/queries/article-versions.ts'
import { findArticleText, showArticle } from '#electron/store/queries/articles.ts'
import type { PreparedDocument } from '#electron/workers/prepare-document.ts'
import type { SpilledCards, SpilledFile } from '#electron/workers/reading/spilled-file.ts'
import type { AnchorCounts, ImportEvent } from '#shared/contract/article.ts'
import type { ArticleId } from '#shared/domain/ids.ts'
import type { ServiceContext } from './context.ts'
import { isDiskFull } from './disk-full.ts'
import type { Extractor } from './extractor.ts'
import { turnFollower } from './follow-turn.ts'
import { findRevision } from './importing/find-revision.ts'
import { storeCards } from './importing/import-cards.ts'
import { type PreparedMarks, prepareMarks } from './importing/import-marks.ts'
import type { ImportSource } from './importing/import-source.ts'
import { type FailedPart, type Read, readSource } from './importing/read-source.ts'
import { createSpillFolder, type SpillFolder } from './importing/spill-folder.ts'
import { forgetStaged } from './importing/store-intake.ts'
import { storeMarks } from './importing/store-marks.ts'
import { prepareRevision, type Revision, storeRevision } from './revise-article.ts'
import { type Origin, storeArticle } from './store-article.ts'
import { shorten } from './words.ts'

interface ImportedText {
  readonly articleId: ArticleId
  readonly duplicateOf: ArticleId | null
  /** Where marks are, when it was another text of an article that was there. */
  readonly marks?: AnchorCounts
}

type Outcome = Extract<ImportEvent, { type: 'result' }>['outcome']
/** What is known of one document before anything is shown. */
type Settled = Extract<Outcome, { kind: 'duplicate' | 'failed' }>
/** A file whose article is stored, but not shown yet; `hash` tells its content. */
type Staged = { readonly kind: 'staged'; readonly articleId: ArticleId; readonly title: string; readonly hash: string }
/** A file that was read: what became of each of its documents, and which of its parts gave none. */
interface StagedFile {
  readonly documents: readonly (Staged | Revised | Settled)[]
  readonly failed: readonly FailedPart[]
  /** What of it was made elsewhere, by the name of the first; null for a file without. */
  readonly title: string | null
  readonly marks: readonly PreparedMarks[]
  readonly cardSets: readonly { readonly file: SpilledFile; readonly cards: SpilledCards }[]
  readonly origin: Origin
}

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
  /** The one document of a file and where it comes from, or why that can't be had. */
  readOne(
    source: ImportSource,
  ): Promise<
    | { readonly kind: 'document'; readonly document: PreparedDocument; readonly origin: Origin }
    | Extract<Read, { kind: 'failed' }>
  >
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
      const folder = createSpillFolder()
      let isShown = false
      try {
        for (const [index, source] of sources.entries()) {
          yield { type: 'progress', done: index, total: sources.length, name: source.name }
          const read = await readSource(context, source, folder, { isStarter })
          staged.push(await stageFile(context, read, folder))
        }
        const outcomes = await showAll(context, staged)
        isShown = true
        finish(
          outcomes.flatMap(addedBy),
          staged.some(({ documents }) => documents.some(({ kind }) => kind === 'revised')),
        )
        for (const [index, outcome] of outcomes.entries())
          yield { type: 'result', name: sources[index]?.name ?? '', outcome }
        yield { type: 'progress', done: sources.length, total: sources.length, name: '' }
      } finally {
        folder.close()
        if (!isShown) await forgetStaged(context, { hidden: staged.flatMap(hiddenOf) })
      }
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
    readOne: (source) => readOne(context, source),
  }
}

/** The articles that an outcome added or gave a new text. */
export function addedBy(outcome: Outcome): readonly ArticleId[] {
  if (outcome.kind === 'imported' || outcome.kind === 'changed') return [outcome.articleId]
  return outcome.kind === 'many' ? outcome.articleIds : []
}

async function readOne(context: ServiceContext, source: ImportSource): ReturnType<Importer['readOne']> {
  const folder = createSpillFolder()
  try {
    const read = await readSource(context, source, folder)
    if (read.kind === 'failed') return read
    const [part, other] = [...read.file.parts()].filter(({ kind }) => kind === 'article')
    if (part?.kind !== 'article' || other) return { kind: 'failed', code: 'UNSUPPORTED' }
    return { kind: 'document', document: read.file.document(part.document), origin: read.origin }
  } finally {
    folder.close()
  }
}

/** Stages the documents of a file; between them others get a turn. */
async function stageFile(context: ServiceContext, read: Read, folder: SpillFolder): Promise<StagedFile> {
  if (read.kind === 'failed')
    return { documents: [read], failed: [], title: null, marks: [], cardSets: [], origin: NO_ORIGIN }
  const { file, failed, origin } = read
  const staged = { documents: [] as StagedFile['documents'][number][], marks: [] as PreparedMarks[] }
  const cardSets: StagedFile['cardSets'][number][] = []
  let title: string | null = null
  for (const part of file.parts()) {
    if (part.kind === 'article') staged.documents.push(await stage(context, file.document(part.document), origin))
    else if (part.kind === 'cards') {
      title ??= part.cards.title
      cardSets.push({ file, cards: part.cards })
    } else if (part.kind === 'marks') {
      title ??= part.source.title
      const own = { source: part.source, marks: file.marks(part.marks) }
      const revisions = staged.documents.flatMap((one) => (one.kind === 'revised' ? [one.revision] : []))
      const marks = await prepareMarks(context, own, { hidden: hiddenOf(staged), revisions }, folder)
      if (marks) staged.marks.push(marks)
    }
    await nextTurn()
  }
  return { ...staged, title, failed, cardSets, origin }
}

/** Those of a file that nothing shows yet. */
function hiddenOf({ documents }: Pick<StagedFile, 'documents'>) {
  return documents.flatMap((one) =>
    one.kind === 'staged' ? [{ id: one.articleId, hash: one.hash, title: one.title }] : [],
  )
}

const NO_ORIGIN: Origin = { sha256: null, name: null, isStarter: false }

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
async function showAll({ library, clock }: ServiceContext, files: readonly StagedFile[]): Promise<Outcome[]> {
  const all = files.flatMap(({ documents }) => documents)
  const titles = [...new Map(all.flatMap((one) => ('hash' in one ? [[one.hash, one.title]] : []))).values()]
  const label = titles.length === 1 ? `Import of “${shorten(titles[0] ?? '')}”` : `Import of ${titles.length} articles`
  const changesText = all.some(({ kind }) => kind === 'revised') || files.some(({ marks }) => marks.length > 0)
  const nowMs = clock()
  try {
    const outcomes: Outcome[] = []
    const step = { kind: 'article.import', label, articleId: null, changesText }
    const parts = partsOfAll(files, outcomes, nowMs)
    for await (const _ of library.actInParts(step, nowMs, parts, turnFollower(clock)));
    return outcomes
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

function* partsOfAll(files: readonly StagedFile[], outcomes: Outcome[], nowMs: number) {
  for (const file of files) yield* partsOf(file, (outcome) => outcomes.push(outcome), nowMs)
}

/** What is to be done to show a file and store its marks and cards; `tell` hears what became of it, last of all. */
function* partsOf(
  file: StagedFile,
  tell: (outcome: Outcome) => void,
  nowMs: number,
): Generator<(db: WriteHandle) => void, void, void> {
  const shown: DocumentOutcome[] = []
  for (const one of file.documents)
    yield (db) => {
      if (one.kind === 'staged') shown.push(show(db, one))
      else shown.push(one.kind === 'revised' ? showChanged(db, one, nowMs) : one)
    }
  const counts = { marks: 0, adrift: 0, articleIds: [] as ArticleId[] }
  for (const prepared of file.marks) yield* storeMarks(prepared, file.origin, nowMs, counts)
  for (const set of file.cardSets) yield* storeCards(set, { new: 0, changed: 0, same: 0 }, nowMs)
  const { title, failed } = file
  yield () => tell(toOutcome(shown, failed, title === null ? null : { title, articleIds: counts.articleIds }))
}

interface StoredParts {
  readonly title: string
  readonly articleIds: readonly ArticleId[]
}

/** What became of a file, by what became of its documents and of what else it held. */
function toOutcome(
  documents: readonly DocumentOutcome[],
  failed: readonly FailedPart[],
  parts: StoredParts | null = null,
): Outcome {
  const [first] = documents
  if (first && documents.length === 1 && failed.length === 0 && !parts) return first
  const imported = documents.filter((one) => one.kind === 'imported' || one.kind === 'changed')
  const broken = documents.filter((one) => one.kind === 'failed')
  if (broken[0] && broken.length === documents.length && !parts) return broken[0]
  const named = documents.find((one) => one.kind !== 'failed')
  return {
    kind: 'many',
    title: named && 'title' in named ? named.title : (parts?.title ?? ''),
    articleIds: [...imported.map(({ articleId }) => articleId), ...(parts?.articleIds ?? [])],
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
