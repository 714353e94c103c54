import { type Dirent, existsSync, lstatSync, readdirSync, type Stats, statSync } from 'node:fs'
import { dirname, extname, isAbsolute, join, relative } from 'node:path'
import { type FSWatcher, watch } from 'chokidar'
import { MANIFEST_FILE } from '#electron/formats/open-folder/manifest.ts'
import { listSettings, putSetting, settingKeys } from '#electron/store/queries/settings.ts'
import type { ImportEvent } from '#shared/contract/article.ts'
import type { Arrival, WatchState } from '#shared/contract/watch.ts'
import type { ArticleId } from '#shared/domain/ids.ts'
import type { ServiceContext } from './context.ts'
import { foldersTouch } from './folders-touch.ts'

const { watchedFolder: FOLDER, watchPaused: PAUSED, watchSeen: SEEN } = settingKeys
const MOST_ARRIVALS = 50
const DEEPEST = 4
/** A file that has not changed for so long is whole; what comes within it is imported together, as one step. */
const WHOLE_AFTER_MS = 1_200

/** Articles come as these; whatever else lies in a folder is none of ours. */
const kinds = new Set('.html .htm .xhtml .mhtml .mht .md .markdown .txt .pdf .epub .docx'.split(' '))

type Result = Extract<ImportEvent, { type: 'result' }>
/** Files that were looked at, each with what tells it from another of its name. */
type Seen = Record<string, string>

/** Imports the new files of one folder. */
export interface FolderWatch {
  state(): WatchState
  setFolder(folder: string | null): 'MISSING' | 'LIBRARY' | null
  pause(isPaused: boolean): void
  /** Begins to watch what is to be watched. */
  follow(): void
  close(): Promise<void>
}

/** `importPaths` imports files as one action, one result each. */
export function createFolderWatch(
  context: ServiceContext,
  importPaths: (paths: readonly string[]) => Promise<readonly Result[]>,
): FolderWatch {
  const { library, changes, clock, onFailure } = context
  /** Files that are still being written, perhaps, with how each was when it was last looked at. */
  const waiting = new Map<string, string | null>()
  let arrivals: Arrival[] = []
  let watcher: FSWatcher | null = null
  let isAway = false
  let soon: NodeJS.Timeout | null = null
  let running: Promise<void> = Promise.resolve()

  const settings = () => listSettings(library.read)
  const folder = () => textOf(settings()[FOLDER])
  const isPaused = () => settings()[PAUSED] === true
  const keep = (key: string, value: unknown) => library.write((db) => putSetting(db, key, value, clock()))

  async function takeIn(): Promise<void> {
    const looked = [...waiting].map(([path, before]) => ({ path, before, now: stampOf(path) }))
    waiting.clear()
    // All wait for the last of them, so that what is copied together comes in together.
    if (looked.some(({ before, now }) => before !== now)) {
      for (const { path, now } of looked) waiting.set(path, now)
      return takeInSoon()
    }
    const paths = looked.map(({ path }) => path).filter((path) => isNew(path, seenOf(settings())))
    if (paths.length === 0) return
    const stamps = paths.map((path) => [path, stampOf(path) ?? ''] as const)
    const results = await importPaths(paths)
    // The program is about to end: nothing came in, and all is looked at again at the next start.
    if (results.length < paths.length) return
    // After, so that what a crash left out is looked at again; what was imported is recognised.
    const settled = stamps.filter((_, at) => !lacksRoom(results[at]))
    keep(SEEN, withSeen(seenOf(settings()), settled))
    const fresh = results.map((result) => ({ name: result.name, atMs: clock(), outcome: outcomeOf(result) }))
    arrivals = [...fresh.reverse(), ...arrivals].slice(0, MOST_ARRIVALS)
    changes.announce(['watch'])
  }

  function add(path: string): void {
    const dir = folder()
    if (!kinds.has(extname(path).toLowerCase()) || dir === null || isInOpenFolder(path, dir)) return
    // How it was when it came: each look asks whether it has changed since the one before.
    if (!waiting.has(path)) waiting.set(path, stampOf(path))
    takeInSoon()
  }

  function takeInSoon(): void {
    soon ??= setTimeout(() => {
      soon = null
      running = running.then(takeIn).catch(onFailure)
    }, WHOLE_AFTER_MS)
  }

  async function stop(): Promise<void> {
    if (soon) clearTimeout(soon)
    soon = null
    waiting.clear()
    const ending = watcher
    watcher = null
    await ending?.close()
  }

  function follow(): void {
    const dir = folder()
    if (watcher || dir === null || isPaused()) return
    isAway = !isFolder(dir)
    watcher = watch(dir, {
      depth: DEEPEST,
      followSymlinks: false,
      ignored: (path) => /(^|[\\/])(?:(?:\.|~)[^\\/]*|[^\\/]*\.part)$/.test(relative(dir, path)),
    })
    watcher.on('add', add)
    watcher.on('change', add)
    watcher.on('unlinkDir', (path) => become(path === dir || isAway))
    watcher.on('addDir', (path) => become(path === dir ? false : isAway))
    watcher.on('error', () => become(!isFolder(dir)))
  }

  function become(away: boolean): void {
    if (away === isAway) return
    isAway = away
    changes.announce(['watch'])
  }

  async function restart(): Promise<void> {
    await stop()
    follow()
    changes.announce(['watch'])
  }

  return {
    state: () => ({ folder: folder(), isPaused: isPaused(), isAway: isAway && folder() !== null, arrivals }),
    setFolder(chosen) {
      if (chosen !== null && (!isAbsolute(chosen) || !isFolder(chosen))) return 'MISSING'
      if (chosen !== null && foldersTouch(chosen, library.dir)) return 'LIBRARY'
      keep(FOLDER, chosen ?? '')
      keep(PAUSED, false)
      const there = chosen === null ? [] : listFiles(chosen, DEEPEST)
      keep(
        SEEN,
        withSeen(
          {},
          there.map((path) => [path, stampOf(path) ?? ''] as const),
        ),
      )
      arrivals = []
      restart().catch(onFailure)
      return null
    },
    pause(paused) {
      keep(PAUSED, paused)
      restart().catch(onFailure)
    },
    follow,
    async close() {
      await stop()
      await running
    },
  }
}

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)

// Written by this file alone.
const seenOf = (settings: Record<string, unknown>): Seen => (settings[SEEN] ?? {}) as Seen

function isNew(path: string, seen: Seen): boolean {
  const stamp = stampOf(path)
  return stamp !== null && seen[path] !== stamp
}

/** Whether a file is to be tried again when there is room. */
function lacksRoom(result: Result | undefined): boolean {
  return result?.outcome.kind === 'failed' && result.outcome.code === 'DISK_FULL'
}

function lstatOf(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false })
  } catch {
    return undefined // as below
  }
}

/** Undefined also for what can't be looked at: a folder of another computer that is away, or one that is not ours. */
function statOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false })
  } catch {
    return undefined
  }
}

/** Whether a file is one of a library that went out: that comes in by the import of its folder, not as new articles. */
function isInOpenFolder(path: string, watched: string): boolean {
  for (let dir = dirname(path); dir.length >= watched.length; dir = dirname(dir)) {
    if (existsSync(join(dir, MANIFEST_FILE))) return true
    if (dir === dirname(dir)) break
  }
  return false
}

/** Tells a file from an earlier one of its name; null for what is no file any more, and for a link to one elsewhere. */
function stampOf(path: string): string | null {
  const stat = lstatOf(path)
  return stat?.isFile() ? `${stat.size} ${Math.round(stat.mtimeMs)}` : null
}

function withSeen(seen: Seen, stamps: readonly (readonly [string, string])[]): Seen {
  const all = { ...seen, ...Object.fromEntries(stamps) }
  // Only what is gone is forgotten: a file that is there and forgotten would come in again.
  return Object.fromEntries(Object.entries(all).filter(([path]) => stampOf(path) !== null))
}

function isFolder(dir: string): boolean {
  return statOf(dir)?.isDirectory() === true
}

function listFiles(dir: string, depth: number): string[] {
  return entriesOf(dir).flatMap((entry) => {
    const path = join(dir, entry.name)
    if (entry.isDirectory()) return depth > 0 ? listFiles(path, depth - 1) : []
    return kinds.has(extname(path).toLowerCase()) ? [path] : []
  })
}

function entriesOf(dir: string): Dirent[] {
  try {
    return readdirSync(dir, { withFileTypes: true })
  } catch {
    return []
  }
}

function outcomeOf({ outcome }: Result): Arrival['outcome'] {
  switch (outcome.kind) {
    case 'failed':
      return { kind: 'failed', code: outcome.code }
    case 'duplicate':
      return { kind: 'known' }
    case 'many':
      return { kind: 'imported', title: outcome.title, articleId: (outcome.articleIds[0] as ArticleId) ?? null }
    default:
      return { kind: 'imported', title: outcome.title, articleId: outcome.articleId }
  }
}
