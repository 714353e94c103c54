import { randomUUID } from 'node:crypto'
import { accessSync, constants, statSync } from 'node:fs'
import { readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { isAbsolute, join } from 'node:path'
import { MANIFEST_FILE, readManifest } from '#electron/formats/open-folder/manifest.ts'
import { makeTemporaryFolder } from '#electron/store/temporary-folders.ts'
import { freeFolder } from '#electron/workers/open-folder/write-folder.ts'
import type { FolderImportEvent, LookEvent, VerifyEvent } from '#shared/contract/open-folder.ts'
import { os, type ServiceContext } from './context.ts'
import type { Extractor } from './extractor.ts'
import { importFolder, type Look } from './folder-import.ts'
import { describeLook } from './folder-look.ts'
import { createFolderZip } from './folder-zip.ts'
import { removeHalfWritten } from './half-written.ts'
import { inWorker } from './in-worker.ts'
import { asJob } from './jobs.ts'
import type { MemoryKeeper } from './memory-service.ts'

/** The whole library as an open folder, and such a folder back into the library. */
export function createOpenFolderService(context: ServiceContext, extractor: Extractor, memory: MemoryKeeper) {
  const looks = new LookShelf()
  const zip = createFolderZip(context)
  /** Those of this run, wherever they went. */
  const written = new Set<string>()
  let importing: Promise<unknown> = Promise.resolve()
  // A library in memory writes beside those of others.
  if (context.library.dir !== ':memory:') removeHalfWritten(folderDir(context)).catch(context.onFailure)
  return {
    list: os.folder.list.handler(() => listFolders(context)),
    choose: os.folder.choose.handler(async () => ({ path: (await context.chooseFolder?.()) ?? null })),
    verify: os.folder.verify.handler(({ input, signal, errors }) => {
      // What is not at its place any more must not be made anew there.
      if (!context.library.isThere()) throw errors.LIBRARY_GONE()
      if (input.into !== undefined && !isWritableFolder(input.into)) throw errors.NO_SUCH_FOLDER()
      return asJob(context.jobs, verify(context, input.into ?? folderDir(context), written, signal))
    }),
    pack: os.folder.pack.handler(async ({ input, errors }) => {
      const { items } = await listFolders(context)
      if (!written.has(input.path) && !items.some(({ path }) => path === input.path)) throw errors.NO_SUCH_FOLDER()
      const file = await zip.make(input.path)
      if (!file) throw errors.FOLDER_TOO_LARGE()
      return file
    }),
    look: os.folder.look.handler(({ input, signal }) => asJob(context.jobs, look(context, looks, input, signal))),
    import: os.folder.import.handler(async ({ input, errors, signal }) => {
      // One that was given up gives its look back when all is as it was.
      await importing
      const found = looks.take(input.lookId)
      if (!found) throw errors.LOOK_MISSING()
      return asJob(context.jobs, takeIn(found, input.bringBack, signal))
    }),
  }

  async function* takeIn(found: Look, bringBack: boolean, signal: AbortSignal | undefined) {
    // One after the other: a library takes in one other at a time.
    const before = importing
    const turn = Promise.withResolvers<void>()
    importing = turn.promise
    try {
      yield* importInTurn(before, found, bringBack, signal)
    } finally {
      turn.resolve()
    }
  }

  async function* importInTurn(
    before: Promise<unknown>,
    found: Look,
    bringBack: boolean,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<FolderImportEvent, void, void> {
    let isDone = false
    try {
      await before
      const result = yield* importFolder(context, found, bringBack, signal)
      if (!result) return
      isDone = true
      extractor.resume()
      memory.follow()
      yield { type: 'done', ...result }
    } finally {
      if (isDone) await rm(found.dir, { recursive: true, force: true })
      else await looks.giveBack(found)
    }
  }
}

/** Keeps the last look alone: each is a library on disk. */
class LookShelf {
  #look: Look | null = null

  /** Gives a look away: whoever takes it removes its folder. */
  take(id: string): Look | null {
    const look = this.#look?.id === id ? this.#look : null
    if (look) this.#look = null
    return look
  }

  async put(look: Look): Promise<void> {
    await this.drop()
    this.#look = look
  }

  /** Puts back one that was taken and is as it was, unless there is a newer one. */
  async giveBack(look: Look): Promise<void> {
    if (this.#look === null) this.#look = look
    else await rm(look.dir, { recursive: true, force: true })
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
  written: Set<string>,
  signal: AbortSignal | undefined,
): AsyncGenerator<VerifyEvent, void, void> {
  const { library, version } = context
  const nowMs = context.clock()
  const folder = freeFolder(into, nowMs)
  const copyDir = makeTemporaryFolder('verify')
  let isDone = false
  try {
    const result = yield* inWorker(context, signal, (worker, progress) =>
      worker.run('exportAndVerify', { libraryDir: library.dir, folder, copyDir, version, nowMs, progress }),
    )
    isDone = true
    written.add(folder)
    yield { type: 'result', path: folder, ...result }
  } finally {
    // A thread that was ended cleans up nothing.
    for (const dir of [copyDir, `${folder}.part`, ...(isDone ? [] : [folder])])
      await rm(dir, { recursive: true, force: true })
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
  const dir = makeTemporaryFolder('look')
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
    yield { type: 'progress', stage: 'comparing', done: 0, total: 0 }
    const described = await describeLook(context, found, bringBack)
    await looks.put(found)
    isKept = true
    yield { type: 'look', look: described }
  } finally {
    if (!isKept) await rm(dir, { recursive: true, force: true })
  }
}
