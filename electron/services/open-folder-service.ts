import { randomUUID } from 'node:crypto'
import { accessSync, constants, existsSync, statSync } from 'node:fs'
import { copyFile, mkdir, mkdtemp, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { isAbsolute, join } from 'node:path'
import { isSameNote } from '#electron/formats/open-folder/article-file.ts'
import { MANIFEST_FILE, readManifest } from '#electron/formats/open-folder/manifest.ts'
import type { WriteHandle } from '#electron/store/handle.ts'
import { attachFolder, detachFolder, type MergedRows, mergeFolder } from '#electron/store/open-folder/merge-folder.ts'
import { findAnnotation, updateAnnotation } from '#electron/store/queries/annotations.ts'
import { listRecordsOf } from '#electron/store/queries/corrections.ts'
import { indexArticle, indexEntry } from '#electron/store/queries/search.ts'
import { createProgress, readProgress, type SharedProgress } from '#electron/workers/open-folder/progress.ts'
import type { FolderContent, NoteEdit } from '#electron/workers/open-folder/read-folder.ts'
import { freeFolder, isOriginal } from '#electron/workers/open-folder/write-folder.ts'
import type { TextWorker } from '#electron/workers/text-worker.ts'
import type { FolderLook, FolderProgress, LookEvent, VerifyEvent } from '#shared/contract/open-folder.ts'
import type { AnnotationId, ArticleId } from '#shared/domain/ids.ts'
import { os, type ServiceContext } from './context.ts'
import type { Extractor } from './extractor.ts'
import { asJob } from './jobs.ts'
import type { MemoryKeeper } from './memory-service.ts'
import { settleCorrections } from './settle-corrections.ts'
import { sha256 } from './store-article.ts'

const TELL_EVERY_MS = 200
const MOST_EDITS = 50

/** A folder that was read into a library of its own, ready to be imported. */
interface Look {
  readonly id: string
  readonly dir: string
  readonly folder: string
  readonly content: FolderContent
}

/** The whole library as an open folder, and such a folder back into the library. */
export function createOpenFolderService(context: ServiceContext, extractor: Extractor, memory: MemoryKeeper) {
  const looks = new LookShelf()
  return {
    list: os.folder.list.handler(() => listFolders(context)),
    choose: os.folder.choose.handler(async () => ({ path: (await context.chooseFolder?.()) ?? null })),
    verify: os.folder.verify.handler(({ input, signal, errors }) => {
      if (input.into !== undefined && !isWritableFolder(input.into)) throw errors.NO_SUCH_FOLDER()
      return asJob(context.jobs, verify(context, input.into ?? folderDir(context), signal))
    }),
    look: os.folder.look.handler(({ input, signal }) => asJob(context.jobs, look(context, looks, input, signal))),
    import: os.folder.import.handler(async ({ input, errors }) => {
      const found = looks.find(input.lookId)
      if (!found) throw errors.LOOK_MISSING()
      const end = context.jobs.begin()
      const result = await importFolder(context, found, input.bringBack).finally(end)
      await looks.drop()
      extractor.resume()
      memory.follow()
      return result
    }),
  }
}

/** Keeps the last look alone: each is a library on disk. */
class LookShelf {
  #look: Look | null = null

  find(id: string): Look | null {
    return this.#look?.id === id ? this.#look : null
  }

  async put(look: Look): Promise<void> {
    await this.drop()
    this.#look = look
  }

  async drop(): Promise<void> {
    const dir = this.#look?.dir
    this.#look = null
    if (dir !== undefined) await rm(dir, { recursive: true, force: true })
  }
}

/** Where folders go unless another place is named. */
function folderDir({ library }: ServiceContext): string {
  return join(library.dir === ':memory:' ? tmpdir() : library.dir, 'exports')
}

async function listFolders(context: ServiceContext) {
  const dir = folderDir(context)
  const names = await readdir(dir).catch(() => [])
  const items = await Promise.all(
    names.map(async (name) => {
      const json = await readFile(join(dir, name, MANIFEST_FILE), 'utf8').catch(() => '')
      const manifest = readManifest(json)
      return manifest ? [{ path: join(dir, name), name, exportedAtMs: manifest.exportedAtMs }] : []
    }),
  )
  return {
    dir,
    canChoose: context.chooseFolder !== null,
    items: items
      .flat()
      .sort((a, b) => b.exportedAtMs - a.exportedAtMs)
      .slice(0, 100),
  }
}

function isWritableFolder(path: string): boolean {
  try {
    accessSync(path, constants.W_OK)
    return isAbsolute(path) && statSync(path).isDirectory()
  } catch {
    return false
  }
}

async function* verify(
  context: ServiceContext,
  into: string,
  signal: AbortSignal | undefined,
): AsyncGenerator<VerifyEvent, void, void> {
  const { library, version } = context
  const nowMs = context.clock()
  const folder = freeFolder(into, nowMs)
  const copyDir = await mkdtemp(join(tmpdir(), 'dossier-verify-'))
  let isDone = false
  try {
    const result = yield* inWorker(context, signal, (worker, progress) =>
      worker.run('exportAndVerify', { libraryDir: library.dir, folder, copyDir, version, nowMs, progress }),
    )
    isDone = true
    yield { type: 'result', path: folder, ...result }
  } finally {
    // A thread that was ended cleans up nothing.
    for (const dir of [copyDir, `${folder}.part`, ...(isDone ? [] : [folder])])
      await rm(dir, { recursive: true, force: true })
  }
}

/** Runs a task in a thread of its own, telling how far it is; whoever goes away ends it. */
async function* inWorker<Result>(
  context: ServiceContext,
  signal: AbortSignal | undefined,
  start: (worker: TextWorker, progress: SharedProgress) => Promise<Result>,
): AsyncGenerator<FolderProgress, Result, void> {
  const worker = context.startWorker()
  const progress = createProgress()
  const abort = () => void worker.close()
  signal?.addEventListener('abort', abort)
  try {
    let isDone = false
    const task = start(worker, progress).finally(() => {
      isDone = true
    })
    task.catch(() => {})
    yield { type: 'progress', ...readProgress(progress) }
    while (!isDone) {
      await Promise.race([task.catch(() => {}), new Promise((resolve) => setTimeout(resolve, TELL_EVERY_MS))])
      yield { type: 'progress', ...readProgress(progress) }
    }
    return await task
  } finally {
    signal?.removeEventListener('abort', abort)
    await worker.close()
  }
}

async function* look(
  context: ServiceContext,
  looks: LookShelf,
  { path, bringBack }: { path: string; bringBack: boolean },
  signal: AbortSignal | undefined,
): AsyncGenerator<LookEvent, void, void> {
  if (!isAbsolute(path)) {
    yield { type: 'trouble', code: 'NOT_A_FOLDER' }
    return
  }
  const dir = await mkdtemp(join(tmpdir(), 'dossier-look-'))
  const nowMs = context.clock()
  let isKept = false
  try {
    const result = yield* inWorker(context, signal, (worker, progress) =>
      worker.run('takeFolder', { folder: path, libraryDir: dir, nowMs, progress }),
    )
    if (result.kind !== 'read') {
      yield { type: 'trouble', code: result.kind }
      return
    }
    const found = { id: randomUUID(), dir, folder: path, content: result.content }
    await looks.put(found)
    isKept = true
    yield { type: 'look', look: describeLook(context, found, bringBack) }
  } finally {
    if (!isKept) await rm(dir, { recursive: true, force: true })
  }
}

class DryRun extends Error {}

/** What an import would do: it is done, and taken back before anybody sees it. */
function describeLook(
  { library, clock }: ServiceContext,
  { id, dir, folder, content }: Look,
  bringBack: boolean,
): FolderLook {
  attachFolder(library.read, join(dir, 'library.db'))
  let merged: MergedRows | null = null
  try {
    library.write((db) => {
      merged = mergeFolder(db, bringBack, clock())
      throw new DryRun()
    })
  } catch (error) {
    if (!(error instanceof DryRun)) throw error
  } finally {
    detachFolder(library.read)
  }
  const { manifest, edits, troubles } = content
  const titles = titlesOf(library.read, dir, edits.slice(0, MOST_EDITS))
  return {
    lookId: id,
    path: folder,
    exportedAtMs: manifest.exportedAtMs,
    version: manifest.version,
    articleCount: manifest.tables['article'] ?? 0,
    tables: changedTables(merged),
    edits: edits.slice(0, MOST_EDITS).map(({ before, after }, index) => ({
      articleTitle: titles[index] ?? '',
      before: before.slice(0, 1000),
      after: after.slice(0, 1000),
    })),
    editCount: edits.length,
    troubles: [...troubles],
  }
}

function titlesOf(db: ServiceContext['library']['read'], dir: string, edits: readonly NoteEdit[]): string[] {
  attachFolder(db, join(dir, 'library.db'))
  try {
    return edits.map(
      ({ annotationId }) =>
        db
          .prepare(
            'SELECT a.title FROM folder.annotation n JOIN folder.article a ON a.id = n.article_id WHERE n.id = ?',
          )
          .pluck()
          .get(annotationId) as string,
    )
  } finally {
    detachFolder(db)
  }
}

function changedTables(merged: MergedRows | null) {
  return (merged?.tables ?? []).filter(({ added, changed, returned }) => added + changed + returned > 0)
}

async function importFolder(context: ServiceContext, { dir, folder, content }: Look, bringBack: boolean) {
  const { library, changes, clock } = context
  await takeOriginals(join(folder, 'originals'), library.dir)
  const nowMs = clock()
  const day = new Date(content.manifest.exportedAtMs).toISOString().slice(0, 10)
  const label = `Import of the open folder of ${day}`
  attachFolder(library.read, join(dir, 'library.db'))
  try {
    let merged: MergedRows | null = null
    const notes = library.act(
      { kind: 'folder.import', label, articleId: null },
      nowMs,
      (db) => {
        merged = mergeFolder(db, bringBack, nowMs)
        return takeEdits(db, content.edits, nowMs)
      },
      (db) => followMerge(db, merged, nowMs),
    )
    changes.announce([
      'article',
      'articleCounts',
      'annotation',
      'category',
      'entity',
      'figure',
      'suggestion',
      'card',
      'deck',
      'review',
      'settings',
      'history',
    ])
    return { tables: changedTables(merged), ...notes }
  } finally {
    detachFolder(library.read)
  }
}

/** A note that was changed outside comes in; one that was changed here too keeps both. */
function takeEdits(db: WriteHandle, edits: readonly NoteEdit[], nowMs: number) {
  let [editCount, conflictCount] = [0, 0]
  for (const { annotationId, before, after } of edits) {
    const found = findAnnotation(db, annotationId as AnnotationId)
    if (!found || isSameNote(found.note, after)) continue
    const isConflict = !isSameNote(found.note, before)
    const note = isConflict ? `${found.note}\n\n---\n\n${after}` : after
    updateAnnotation(db, found.id, { categoryId: found.categoryId, note }, nowMs)
    indexEntry(db, 'annotation', found.id)
    editCount += 1
    if (isConflict) conflictCount += 1
  }
  return { editCount, conflictCount }
}

/** Search, names and corrections follow what came in. */
function followMerge(db: WriteHandle, merged: MergedRows | null, nowMs: number): void {
  if (!merged) return
  for (const id of merged.articleIds) indexArticle(db, id as ArticleId)
  for (const id of merged.entityIds) indexEntry(db, 'entity', id)
  for (const id of merged.annotationIds) indexEntry(db, 'annotation', id)
  for (const id of merged.cardIds) indexEntry(db, 'card', id)
  settleCorrections(db, listRecordsOf(db, merged.corrections), nowMs)
}

/** The files as they were imported; one whose bytes are not those of its name is left. */
async function takeOriginals(from: string, libraryDir: string): Promise<void> {
  if (libraryDir === ':memory:') return
  const to = join(libraryDir, 'originals')
  await mkdir(to, { recursive: true })
  for (const name of await readdir(from).catch(() => [])) {
    const [source, target] = [join(from, name), join(to, name)]
    if (!isOriginal(name) || existsSync(target) || !(await stat(source)).isFile()) continue
    if (sha256(await readFile(source)) !== name.slice(0, 64)) continue
    await copyFile(source, `${target}.part`)
    await rename(`${target}.part`, target)
  }
}
