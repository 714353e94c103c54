import {
  closeSync,
  cpSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  statfsSync,
  statSync,
} from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'

/** Why a library was not moved; in each case it is where it was, whole. */
export type MoveFailure = 'NOT_EMPTY' | 'INSIDE' | 'GONE' | 'IN_USE' | 'NO_ROOM' | 'FOLDER'

/** A library that is to lie elsewhere. Both absolute. */
export interface Move {
  readonly from: string
  readonly to: string
  /** A whole copy was made: where the other folder holds it, all that is left is to change over. */
  readonly isCopied: boolean
}

/** What a move needs of the program. */
export interface MoveSteps {
  /** Keeps everyone else out of a library until the function that it gives is called. Throws when somebody is in. */
  readonly hold: (dir: string) => () => void
  /** Notes, safe from a crash, that the copy is whole. */
  readonly onCopied: () => void
  /** Notes, safe from a crash, that the library is in its new place: that is opened from now on. */
  readonly onArrived: () => void
}

/** Some disks keep times to two seconds. */
const COARSEST_MS = 2_000
const DATABASE = ['library.db', 'library.db-wal', 'library.db-shm', 'library.db-journal']

/**
 * Moves a library to a folder that is empty or not there. To another disk it is copied whole, and the copy is on that
 * disk, before anything is taken away. A move that a crash has stopped goes on when it is asked for again. Gives null
 * when it is done.
 */
export function moveLibrary(move: Move, steps: MoveSteps): MoveFailure | null {
  const { from, to } = move
  if (!isLibrary(from)) return isLibrary(to) ? arrive(move, steps) : 'GONE'
  if (!relative(from, to).startsWith('..') || !relative(to, from).startsWith('..')) return 'INSIDE'
  try {
    steps.hold(from)()
    // A crash came between the change and the note of it.
    if (move.isCopied && holdsSame(from, to)) return arrive(move, steps)
    if (existsSync(to) && readdirSync(to).length > 0) return 'NOT_EMPTY'
    mkdirSync(dirname(to), { recursive: true })
    if (existsSync(to)) rmdirSync(to)
    renameSync(from, to)
  } catch (error) {
    return codeOf(error) === 'EXDEV' ? copyLibrary(move, steps) : failureOf(error)
  }
  return arrive(move, steps)
}

function copyLibrary(move: Move, steps: MoveSteps): MoveFailure | null {
  const { from, to } = move
  const copy = placeOfCopy(to)
  let release = () => {}
  try {
    release = steps.hold(from)
    rmSync(copy, { recursive: true, force: true })
    const { bavail, bsize } = statfsSync(dirname(to))
    if (sizeOf(from) > bavail * bsize) return 'NO_ROOM'
    cpSync(from, copy, { recursive: true, preserveTimestamps: true, filter: (file) => !isLock(file) })
    if (sizeOf(copy) !== sizeOf(from)) throw new Error('The copy is not whole.')
    syncAll(copy)
  } catch (error) {
    rmSync(copy, { recursive: true, force: true })
    return failureOf(error)
  } finally {
    release()
  }
  steps.onCopied()
  renameSync(copy, to)
  syncFolder(dirname(to))
  return arrive(move, steps)
}

/** Whether nobody has written to the one since the other was copied from it. */
function holdsSame(from: string, to: string): boolean {
  return DATABASE.every((name) => {
    const [one, other] = [from, to].map((dir) => statSync(join(dir, name), { throwIfNoEntry: false }))
    return one?.size === other?.size && Math.abs((one?.mtimeMs ?? 0) - (other?.mtimeMs ?? 0)) < COARSEST_MS
  })
}

function arrive({ from }: Move, steps: MoveSteps): null {
  steps.onArrived()
  // The library is whole where it is now: what can't be taken away here is only left over. Without its database first,
  // so that nothing half is ever taken for a library.
  try {
    for (const name of DATABASE) rmSync(join(from, name), { force: true })
    rmSync(from, { recursive: true, force: true })
  } catch {
    return null
  }
  return null
}

/** Beside the new place, on its disk, under a name that no person gives. */
function placeOfCopy(to: string): string {
  return join(dirname(to), `.${basename(to)}.dossier-moving`)
}

const isLibrary = (dir: string): boolean => existsSync(join(dir, 'library.db'))
// Whoever moves the library holds it.
const isLock = (file: string): boolean => basename(file).startsWith('library.lock')

function sizeOf(dir: string): number {
  return filesOf(dir).reduce((sum, file) => sum + statSync(file).size, 0)
}

function filesOf(dir: string): string[] {
  return readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .map((name) => join(dir, name))
    .filter((file) => statSync(file).isFile() && !isLock(file))
}

/** What is only in the computer's memory would go with its power, when the other place is empty already. */
function syncAll(dir: string): void {
  for (const file of filesOf(dir)) sync(file, 'r+')
  syncFolder(dir)
}

function syncFolder(dir: string): void {
  // Windows opens no folders, and keeps names by itself.
  if (process.platform !== 'win32') sync(dir, 'r')
}

function sync(path: string, flags: string): void {
  const handle = openSync(path, flags)
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '')

function failureOf(error: unknown): MoveFailure {
  if (error instanceof Error && error.name === 'LibraryInUseError') return 'IN_USE'
  return codeOf(error) === 'ENOSPC' ? 'NO_ROOM' : 'FOLDER'
}

/** What the person is told of a library that was not moved. */
export const moveWords: Readonly<Record<MoveFailure, string>> = {
  NOT_EMPTY: 'That folder is not empty. The library is where it was. Choose an empty folder.',
  INSIDE: 'That folder is inside of the library or around it. The library is where it was. Choose another folder.',
  GONE: 'There was no library to be moved.',
  IN_USE: 'Another Dossier has the library open. It is where it was. Close that one and move it again.',
  NO_ROOM: 'There is no room for the library there. It is where it was.',
  FOLDER: 'That folder can’t be written. The library is where it was. Choose another folder.',
}
