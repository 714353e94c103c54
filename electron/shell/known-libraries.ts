import { resolve } from 'node:path'
import { loadJson, saveJson } from './json-file.ts'

/** The libraries of this computer. */
export interface KnownLibraries {
  /** The one that opens without being named; null for the usual place. */
  readonly current: string | null
  /** Absolute folders, the one opened last first. */
  readonly recent: readonly string[]
  /** A library that is to be moved before it is opened next. */
  readonly move: { readonly from: string; readonly to: string } | null
}

const MOST_RECENT = 8

/** What `saveLibraries` wrote, or nothing known. */
export function loadLibraries(file: string): KnownLibraries {
  const stored = (loadJson(file) ?? {}) as { [Key in keyof KnownLibraries]?: unknown }
  const move = stored.move as { from?: unknown; to?: unknown } | null | undefined
  return {
    current: folderOrNull(stored.current),
    recent: Array.isArray(stored.recent) ? stored.recent.flatMap((dir) => folderOrNull(dir) ?? []) : [],
    move:
      move && folderOrNull(move.from) && folderOrNull(move.to)
        ? { from: String(move.from), to: String(move.to) }
        : null,
  }
}

/** Keeps it for the next start. */
export function saveLibraries(file: string, libraries: KnownLibraries): void {
  saveJson(file, libraries)
}

/** With `dir` as the one opened last. */
export function withOpened(libraries: KnownLibraries, dir: string): KnownLibraries {
  return { ...libraries, recent: [dir, ...libraries.recent.filter((one) => one !== dir)].slice(0, MOST_RECENT) }
}

function folderOrNull(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? resolve(value) : null
}
