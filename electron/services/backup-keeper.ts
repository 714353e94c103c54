import { createHash } from 'node:crypto'
import { existsSync, rmSync, statSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'
import type { CopyFailure, CopyResult } from '#electron/store/backup-files.ts'
import { listSettings, putSetting, settingKeys } from '#electron/store/queries/settings.ts'
import type { Backup } from '#shared/contract/backup.ts'
import { type BackupReason, backupName, listSuperfluousBackups } from '#shared/domain/thin-backups.ts'
import { createBackupShelf, listBackupNames } from './backup-shelf.ts'
import type { ServiceContext } from './context.ts'
import { foldersTouch } from './folders-touch.ts'

const SECOND_FOLDER = settingKeys.backupFolder
const DAY_MS = 86_400_000
/** After a start the person comes first. */
const START_PAUSE_MS = 4_000
const LOOK_EVERY_MS = 15 * 60_000
/** A start so soon after the last backup makes no other. */
const FRESH_MS = 3_600_000

/** What went wrong with the last backup, and where. */
export interface BackupTrouble {
  readonly code: CopyFailure
  readonly place: 'library' | 'second'
  readonly atMs: number
}

/** Makes copies of the library, by itself and when asked. */
export interface BackupKeeper {
  /** Null in a library in memory, which has no backups. */
  readonly folder: string | null
  /** Begins to make one after the start and each day. */
  follow(): void
  /** Makes one now, unless nothing was done since the newest; for `manual` and `restore` in any case. */
  make(reason: BackupReason): Promise<CopyResult & { readonly id: string }>
  /** The name of one that is made now. */
  newId(reason: BackupReason): string
  list(): Promise<Backup[]>
  /** Where the copies of a backup lie, the library's own folder first. */
  copiesOf(id: string): readonly string[]
  secondFolder(): string | null
  /** LIBRARY: what befalls the library's folder would befall the copies in it. */
  setSecondFolder(folder: string | null): Promise<CopyFailure | 'LIBRARY' | null>
  trouble(): BackupTrouble | null
  /** Waits for what is being copied; nothing is begun after. */
  close(): Promise<void>
}

export function createBackupKeeper(context: ServiceContext): BackupKeeper {
  const { library, changes, clock, onFailure } = context
  const folder = library.dir === ':memory:' ? null : join(library.dir, 'backups')
  const timers = new Set<NodeJS.Timeout>()
  let trouble: BackupTrouble | null = null
  let last: Promise<unknown> = Promise.resolve()
  let isClosed = false

  const secondFolder = (): string | null => {
    const stored = listSettings(library.read)[SECOND_FOLDER]
    return typeof stored === 'string' && stored !== '' ? stored : null
  }
  // Several libraries may share the second place.
  const ownSecond = (): string | null => {
    const second = secondFolder()
    const name = createHash('sha256').update(library.dir).digest('hex').slice(0, 8)
    return second === null ? null : join(second, `Dossier ${name}`)
  }

  /** One after the other: two copies at once would only slow each other down. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = last.then(work)
    last = turn.catch(() => {})
    return turn
  }

  async function inThread<T>(work: (worker: ReturnType<ServiceContext['startWorker']>) => Promise<T>): Promise<T> {
    const worker = context.startWorker()
    try {
      return await work(worker)
    } finally {
      await worker.close()
    }
  }

  const shelf = createBackupShelf(
    () => {
      const second = ownSecond()
      if (folder === null) return []
      return second === null
        ? [['library', folder]]
        : [
            ['library', folder],
            ['second', second],
          ]
    },
    (files) => inThread((worker) => worker.run('readBackups', files)),
  )

  async function copyToSecond(id: string): Promise<CopyFailure | null> {
    const second = ownSecond()
    if (second === null || folder === null) return null
    // A disk that is away is not made up for by a folder where it would be.
    if (!existsSync(join(second, '..'))) return 'FOLDER'
    const given = { file: join(folder, id), target: join(second, id) }
    const result = await inThread((worker) => worker.run('copyBackup', given))
    if (result.kind === 'failed') return result.code
    thin(second)
    return null
  }

  /** Whether the second place takes anything, told when it is chosen and not with the first backup that it lacks. */
  async function trySecond(): Promise<CopyFailure | null> {
    const second = ownSecond()
    const failed = second && (await inThread((worker) => worker.run('tryFolder', second)))
    if (failed) return failed
    for (const { name } of folder === null ? [] : listBackupNames(folder)) {
      const code = await copyToSecond(name)
      // The newest may be damaged: the next is better than none.
      if (code !== 'DAMAGED') return code
    }
    return null
  }

  function thin(place: string): void {
    for (const name of listSuperfluousBackups(listBackupNames(place))) rmSync(join(place, name), { force: true })
  }

  function note(place: BackupTrouble['place'], code: CopyFailure | null): void {
    if (code !== null) trouble = { code, place, atMs: clock() }
    else if (trouble?.place === place) trouble = null
    changes.announce(['backup'])
  }

  const make: BackupKeeper['make'] = (reason) =>
    inTurn(async () => {
      const id = backupName(clock(), reason)
      if (folder === null || isClosed) return { kind: 'failed', code: 'GONE', id }
      const newest = listBackupNames(folder)[0]
      const unlessLike = newest && reason !== 'manual' && reason !== 'restore' ? join(folder, newest.name) : null
      const given = { file: join(library.dir, 'library.db'), target: join(folder, id), unlessLike }
      const result = await inThread((worker) => worker.run('backUp', given))
      if (result.kind === 'same') return { ...result, id: newest?.name ?? id }
      note('library', result.kind === 'failed' ? result.code : null)
      if (result.kind === 'copied') {
        thin(folder)
        if (secondFolder() !== null) note('second', await copyToSecond(id))
      }
      return { ...result, id }
    })

  function look(reason: 'start' | 'daily'): void {
    if (folder === null || isClosed) return
    const newest = listBackupNames(folder)[0]
    const ageMs = clock() - (newest?.atMs ?? Number.NEGATIVE_INFINITY)
    // A newest one of the future was made by a clock that was wrong: it says nothing.
    if (ageMs >= 0 && ageMs < (reason === 'start' ? FRESH_MS : DAY_MS)) return
    // Where nothing was done there is nothing to lose.
    if (library.findUndo() === null && library.findRedo() === null) return
    make(reason).catch(onFailure)
  }

  return {
    folder,
    follow() {
      if (folder === null) return
      const first = setTimeout(() => look('start'), START_PAUSE_MS).unref()
      const each = setInterval(() => look('daily'), LOOK_EVERY_MS).unref()
      timers.add(first).add(each)
    },
    make,
    newId: (reason) => backupName(clock(), reason),
    list: () => shelf.list(),
    copiesOf: (id) => shelf.copiesOf(id),
    secondFolder,
    setSecondFolder: (chosen) =>
      inTurn(async () => {
        if (chosen !== null && (!isAbsolute(chosen) || !statSync(chosen, { throwIfNoEntry: false })?.isDirectory()))
          return 'FOLDER'
        if (chosen !== null && folder !== null && foldersTouch(chosen, library.dir)) return 'LIBRARY'
        const before = secondFolder()
        library.write((db) => putSetting(db, SECOND_FOLDER, chosen ?? '', clock()))
        const code = chosen === null ? null : await trySecond()
        if (code !== null) library.write((db) => putSetting(db, SECOND_FOLDER, before ?? '', clock()))
        note('second', null)
        return code
      }),
    trouble: () => trouble,
    async close() {
      isClosed = true
      for (const timer of timers) clearInterval(timer)
      await last
    },
  }
}
