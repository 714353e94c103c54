import { resolve } from 'node:path'
import { loadJson, saveJson } from './json-file.ts'
import type { Move } from './move-library.ts'

/** The libraries of this computer. */
export interface KnownLibraries {
  /** The one that opens without being named; null for the usual place. */
  readonly current: string | null
  /** Absolute folders, the one opened last first. */
  readonly recent: readonly string[]
  /** A library that is to be moved before it is opened next. */
  readonly move: Move | null
}

const MOST_RECENT = 8

/** What `saveLibraries` wrote, or nothing known. */
export function loadLibraries(file: string): KnownLibraries {
  const stored = (loadJson(file) ?? {}) as { [Key in keyof KnownLibraries]?: unknown }
  return {
    current: folderOrNull(stored.current),
    recent: Array.isArray(stored.recent) ? stored.recent.flatMap((dir) => folderOrNull(dir) ?? []) : [],
    move: moveOrNull(stored.move),
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

/** With a library where it was moved to. `usual`: the one that opens when none is chosen. */
export function withMoved(libraries: KnownLibraries, { from, to }: Move, usual: string): KnownLibraries {
  const isFirst = (libraries.current ?? usual) === from
  return {
    current: isFirst ? to : libraries.current,
    recent: libraries.recent.map((dir) => (dir === from ? to : dir)),
    move: null,
  }
}

function moveOrNull(value: unknown): Move | null {
  const { from, to, isCopied } = (value ?? {}) as { [Key in keyof Move]?: unknown }
  const [fromDir, toDir] = [folderOrNull(from), folderOrNull(to)]
  return fromDir && toDir ? { from: fromDir, to: toDir, isCopied: isCopied === true } : null
}

function folderOrNull(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? resolve(value) : null
}
