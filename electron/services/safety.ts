import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { CopyFailure } from '#electron/store/backup-files.ts'
import { ensureCategories } from '#electron/store/queries/categories.ts'
import { countContents } from '#electron/store/queries/library-check.ts'
import {
  listSettings,
  putComputerSettings,
  putSetting,
  readComputerSettings,
  settingKeys,
} from '#electron/store/queries/settings.ts'
import { type TextWorker, WorkerClosedError } from '#electron/workers/text-worker.ts'
import type { LibraryCheck, Rescue } from '#shared/contract/backup.ts'
import { changedArea } from '#shared/contract/library.ts'
import type { BackupKeeper } from './backup-keeper.ts'
import type { ServiceContext } from './context.ts'
import type { Importer } from './import-service.ts'
import { asJob, inJob } from './jobs.ts'
import { RestoreSteps } from './restore-steps.ts'

/** So many files at once are worth a backup before. */
export const MANY_FILES = 20
/** A look through a large file must not hold up the first screens. */
const LOOK_AFTER_MS = 1_500
/** So soon it is noticed that the file was taken away. */
const LOOK_EVERY_MS = 2_000

/** How a restore went. `beforeId`: the backup of how it was; null where there was nothing to keep. */
export type Restored = { readonly beforeId: string | null } | { readonly failed: CopyFailure | 'BUSY' }

/** What is done about damage: looking for it, and going back to a backup. */
export interface Safety {
  readonly backups: BackupKeeper
  rescue(): Rescue | null
  dismissRescue(): void
  writeAgain(): Promise<void>
  /** Reads the file for damage a moment after the start. */
  lookInBackground(): void
  check(): Promise<LibraryCheck>
  /** Puts a backup in the library's place. `beforeId`: the backup of how it was. BUSY: long work is under way. */
  restore(id: string): Promise<Restored>
  /** The backup that undo or redo would restore; null when they act within the library. */
  findRestore(direction: 'undo' | 'redo'): string | null
  close(): Promise<void>
}

/** `begin` takes up what waits in a library that has just been put there. */
export function createSafety(context: ServiceContext, backups: BackupKeeper, begin: () => void): Safety {
  const { library, changes, clock, jobs, onFailure } = context
  const threads = new Set<TextWorker>()
  let damage: string | null = null
  let look: NodeJS.Timeout | null = null
  let watching: NodeJS.Timeout | null = null
  let isGone = false
  const file = join(library.dir, 'library.db')
  const steps = new RestoreSteps(library, (id) => backups.copiesOf(id).length > 0)

  async function inThread<T>(work: (worker: TextWorker) => Promise<T>): Promise<T> {
    const worker = context.startWorker()
    threads.add(worker)
    try {
      return await work(worker)
    } finally {
      threads.delete(worker)
      await worker.close()
    }
  }

  async function lookNow(): Promise<void> {
    const [found] = await inThread((worker) => worker.run('checkFile', { file, isQuick: true }))
    if (!found) return
    damage = found.detail ?? ''
    changes.announce(['library'])
  }

  /** Makes a backup ready to take the library's place: the first of its copies that can. */
  async function ready(id: string, target: string): Promise<CopyFailure | null> {
    let failed: CopyFailure | null = null
    for (const file of backups.copiesOf(id)) {
      const copy = await inThread((worker) => worker.run('readyBackup', { file, target, nowMs: clock() }))
      if (copy.kind !== 'failed') return null
      failed ??= copy.code
    }
    return failed ?? 'GONE'
  }

  async function restoreNow(id: string): Promise<Restored> {
    const target = join(library.dir, 'library.db.restoring')
    const unready = await ready(id, target)
    if (unready !== null) return { failed: unready }
    const before = hasDoneAnything(context) ? await backups.make('restore') : null
    const isDamaged = before?.kind === 'failed' && before.code === 'DAMAGED'
    // What began in the meantime goes on: it would lose what it has done so far.
    const failed = before?.kind === 'failed' && !isDamaged ? before.code : jobs.count() > 1 ? 'BUSY' : null
    if (failed !== null) {
      rmSync(target, { force: true })
      return { failed }
    }
    const ofThisComputer = readComputerSettings(library.read)
    const beforeId = isDamaged ? null : (before?.id ?? (hasDoneAnything(context) ? backups.newId('restore') : null))
    const keep = isDamaged ? 'damaged' : beforeId !== null && backups.folder ? join(backups.folder, beforeId) : null
    library.replace(target, keep, clock())
    library.write((db) => ensureCategories(db, clock()))
    damage = null
    // Where copies go and what is watched is not of the time of the backup.
    library.write((db) => putComputerSettings(db, ofThisComputer, clock()))
    begin()
    changes.announce(changedArea.options)
    return { beforeId }
  }

  return {
    backups,
    rescue() {
      if (isGone) return { kind: 'gone', folder: library.dir }
      // Written by openOrRescue alone.
      const aside = listSettings(library.read)[settingKeys.setAside] as
        | { file: string; atMs: number }
        | null
        | undefined
      if (aside) return { kind: 'set-aside', ...aside }
      return damage === null ? null : { kind: 'damaged', detail: damage }
    },
    async writeAgain() {
      const file = join(library.dir, 'library.db.restoring')
      await library.copyTo(file)
      library.replace(file, null, clock())
      isGone = false
      changes.announce(['library'])
    },
    dismissRescue() {
      damage = null
      library.write((db) => putSetting(db, settingKeys.setAside, null, clock()))
      changes.announce(['library'])
    },
    lookInBackground() {
      if (library.dir === ':memory:') return
      watching = setInterval(() => {
        if (library.isThere() !== isGone) return
        isGone = !isGone
        changes.announce(['library'])
      }, LOOK_EVERY_MS).unref()
      look = setTimeout(() => {
        lookNow().catch((error: unknown) => {
          if (!(error instanceof WorkerClosedError)) onFailure(error)
        })
      }, LOOK_AFTER_MS).unref()
    },
    async check() {
      const beganMs = performance.now()
      // All of it there: on the thread that answers the person the counts of a large library are felt.
      const look =
        library.dir === ':memory:'
          ? { findings: [], contents: null }
          : await inThread((worker) => worker.run('checkLibrary', library.dir))
      const contents = look.contents ?? countContents(library.read)
      return { findings: [...look.findings], ...contents, tookMs: performance.now() - beganMs }
    },
    async restore(id) {
      if (jobs.count() > 0) return { failed: 'BUSY' }
      const was = { undo: steps.find('undo'), redo: steps.find('redo') }
      return inJob(jobs, async () => {
        const restored = await restoreNow(id)
        if ('beforeId' in restored) steps.note(id, restored.beforeId, was)
        return restored
      })
    },
    findRestore: (direction) => steps.find(direction),
    async close() {
      if (look) clearTimeout(look)
      if (watching) clearInterval(watching)
      await Promise.all([...threads].map((worker) => worker.close()))
    },
  }
}

function hasDoneAnything({ library }: ServiceContext): boolean {
  return library.findUndo() !== null || library.findRedo() !== null
}

/** The importer, which makes a backup before it takes in many files at once. */
export function backUpBeforeMany({ jobs }: ServiceContext, importer: Importer, backups: BackupKeeper): Importer {
  return {
    ...importer,
    importFiles: (sources, isStarter) => asJob(jobs, importMany(importer, backups, sources, isStarter)),
  }
}

async function* importMany(
  importer: Importer,
  backups: BackupKeeper,
  ...[sources, isStarter]: Parameters<Importer['importFiles']>
): ReturnType<Importer['importFiles']> {
  // One that can't be made is told of beside the backups; what is imported can be undone all the same.
  if (sources.length >= MANY_FILES && backups.folder !== null) await backups.make('import')
  yield* importer.importFiles(sources, isStarter)
}
