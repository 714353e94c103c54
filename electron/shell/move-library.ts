import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

/** Why a library was not moved; in each case it is where it was, whole. */
export type MoveFailure = 'NOT_EMPTY' | 'INSIDE' | 'GONE' | 'NO_ROOM' | 'FOLDER'

/**
 * Moves a library, which nobody has open, to a folder that is empty or not there. To another disk it is copied whole
 * before anything is taken away; what was copied halfway is removed again. Gives null when it is done.
 */
export function moveLibrary(from: string, to: string): MoveFailure | null {
  if (!existsSync(join(from, 'library.db'))) return 'GONE'
  if (!relative(from, to).startsWith('..') || !relative(to, from).startsWith('..')) return 'INSIDE'
  if (existsSync(to) && readdirSync(to).length > 0) return 'NOT_EMPTY'
  try {
    mkdirSync(dirname(to), { recursive: true })
    if (existsSync(to)) rmSync(to, { recursive: true })
    renameSync(from, to)
    return null
  } catch (error) {
    return codeOf(error) === 'EXDEV' ? copyLibrary(from, to) : failureOf(error)
  }
}

function copyLibrary(from: string, to: string): MoveFailure | null {
  const part = `${to}.part`
  try {
    cpSync(from, part, { recursive: true, preserveTimestamps: true, errorOnExist: true })
    if (sizeOf(part) !== sizeOf(from)) throw new Error('The copy is not whole.')
    renameSync(part, to)
  } catch (error) {
    rmSync(part, { recursive: true, force: true })
    return failureOf(error)
  }
  // The copy is whole: what can't be taken away here is only left over.
  try {
    rmSync(from, { recursive: true })
  } catch {
    return null
  }
  return null
}

function sizeOf(dir: string): number {
  return readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .map((name) => statSync(join(dir, name)))
    .reduce((sum, stat) => sum + (stat.isFile() ? stat.size : 0), 0)
}

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '')

function failureOf(error: unknown): MoveFailure {
  return codeOf(error) === 'ENOSPC' ? 'NO_ROOM' : 'FOLDER'
}

/** What the person is told of a library that was not moved. */
export const moveWords: Readonly<Record<MoveFailure, string>> = {
  NOT_EMPTY: 'That folder is not empty. The library is where it was. Choose an empty folder.',
  INSIDE: 'That folder is inside of the library or around it. The library is where it was. Choose another folder.',
  GONE: 'There was no library to be moved.',
  NO_ROOM: 'There is no room for the library there. It is where it was.',
  FOLDER: 'That folder can’t be written. The library is where it was. Choose another folder.',
}
