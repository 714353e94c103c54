import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { makeFolder } from './library-files.ts'
import { migrations } from './migrate.ts'
import { proveOpens } from './open.ts'
import { countContents, fingerprintOf, type LibraryContents, listBrokenRules } from './queries/library-check.ts'

// Run in a worker: each of these reads or writes a whole library.

/** Why a copy could not be made or used. FOLDER: it can't be reached or written. */
export type CopyFailure = 'DISK_FULL' | 'FOLDER' | 'DAMAGED' | 'NEWER' | 'GONE'

/** What a copy holds, or why there is none. */
export type CopyResult =
  | { readonly kind: 'copied'; readonly contents: LibraryContents; readonly sizeBytes: number }
  | { readonly kind: 'same' }
  | { readonly kind: 'failed'; readonly code: CopyFailure }

/**
 * Copies a library that is open into `target`, as it was at one moment, and looks whether the copy opens and is sound.
 * `unlessLike`: an earlier copy; nothing is made when nothing was done since. A copy that is not whole never bears the
 * name of one.
 */
export async function backUp(given: {
  readonly file: string
  readonly target: string
  readonly unlessLike: string | null
}): Promise<CopyResult> {
  const part = `${given.target}.part`
  try {
    if (given.unlessLike !== null && isLike(given.file, given.unlessLike)) return { kind: 'same' }
    makeFolder(dirname(given.target))
    await withDatabase(given.file, true, (db) => db.backup(part, { progress: () => 0x7fffffff }))
    return keep(part, given.target)
  } catch (error) {
    return { kind: 'failed', code: failureOf(error) }
  } finally {
    removeQuietly(part)
  }
}

/** Makes a folder for backups and tries to write to it; null when that can be done. */
export function tryFolder(folder: string): CopyFailure | null {
  const probe = join(folder, 'probe.part')
  try {
    makeFolder(folder)
    writeFileSync(probe, '.')
    return null
  } catch (error) {
    return failureOf(error)
  } finally {
    removeQuietly(probe)
  }
}

/** Copies a backup as it is to another folder. */
export function copyBackup(given: { readonly file: string; readonly target: string }): CopyResult {
  const part = `${given.target}.part`
  try {
    if (!existsSync(given.file)) return { kind: 'failed', code: 'GONE' }
    makeFolder(dirname(given.target))
    copyFileSync(given.file, part)
    return keep(part, given.target)
  } catch (error) {
    return { kind: 'failed', code: failureOf(error) }
  } finally {
    removeQuietly(part)
  }
}

/**
 * Copies a backup to where the library can take it over: brought to the newest format, and opened once as a library is,
 * so that nothing can be found wanting when it has taken the library's place.
 */
export function readyBackup(given: {
  readonly file: string
  readonly target: string
  readonly nowMs: number
}): CopyResult {
  const copied = copyBackup(given)
  if (copied.kind !== 'copied') return copied
  try {
    proveOpens(given.target, given.nowMs)
    return copied
  } catch (error) {
    removeQuietly(given.target)
    // Whatever keeps a sound file from being opened: something that every library has is not in it.
    return { kind: 'failed', code: findFailure(error) ?? 'DAMAGED' }
  }
}

/** What a backup holds, or null when it can't be read. `isKnown`: of no newer format than ours. */
export function readBackup(file: string): (LibraryContents & { readonly isKnown: boolean }) | null {
  try {
    return openAnd(file, true, (db) => ({
      ...countContents(db),
      isKnown: Number(db.pragma('user_version', { simple: true })) <= migrations.length,
    }))
  } catch {
    return null // whatever it is, it is no backup that could be restored
  }
}

/** Damage of a library's file, and rows that break a rule. An empty list when all is well. */
export interface CheckFinding {
  readonly code: 'DAMAGE' | 'REFERENCE' | ReturnType<typeof listBrokenRules>[number]['code']
  readonly count: number
  /** SQLite's own words, where it has some. */
  readonly detail: string | null
}

/** Looks through a library. `isQuick`: for damage alone, without comparing indexes. Cost: reads the whole file. */
export function checkFile(given: { readonly file: string; readonly isQuick: boolean }): CheckFinding[] {
  try {
    return openAnd(given.file, true, (db) => {
      const pragma = given.isQuick ? 'quick_check' : 'integrity_check'
      const damage = (db.pragma(pragma) as Record<string, string>[])
        .map((row) => row[pragma] ?? '')
        .filter((words) => words !== 'ok')
      const damaged = damage.length === 0 ? [] : [findingOf('DAMAGE', damage.length, damage[0] ?? null)]
      if (given.isQuick || damage.length > 0) return damaged
      const loose = db.pragma('foreign_key_check') as { table: string; parent: string }[]
      const [first] = loose
      return [
        ...(first ? [findingOf('REFERENCE', loose.length, `${first.table} → ${first.parent}`)] : []),
        ...listBrokenRules(db).map(({ code, count }) => findingOf(code, count, null)),
      ]
    })
  } catch (error) {
    if (isDamage(error)) return [findingOf('DAMAGE', 1, error instanceof Error ? error.message : null)]
    throw error
  }
}

function findingOf(code: CheckFinding['code'], count: number, detail: string | null): CheckFinding {
  return { code, count, detail }
}

function isLike(file: string, earlier: string): boolean {
  if (!existsSync(earlier) || readBackup(earlier) === null) return false
  const [now, then] = [file, earlier].map((one) => openAnd(one, true, fingerprintOf))
  return now === then
}

/** Looks whether a copy is sound, puts it on the disk for good and gives it its name. */
function keep(part: string, target: string): CopyResult {
  const contents = openAnd(part, false, (db) => {
    if (Number(db.pragma('user_version', { simple: true })) > migrations.length) return 'NEWER'
    // One file without companions: it can be read where nothing may be written.
    db.pragma('journal_mode = DELETE')
    return db.pragma('quick_check', { simple: true }) === 'ok' ? countContents(db) : 'DAMAGED'
  })
  if (typeof contents === 'string') return { kind: 'failed', code: contents }
  const handle = openSync(part, 'r+')
  fsyncSync(handle)
  closeSync(handle)
  renameSync(part, target)
  return { kind: 'copied', contents, sizeBytes: statSync(target).size }
}

function openAnd<T>(file: string, readonly: boolean, use: (db: Database.Database) => T): T {
  const db = new Database(file, { readonly, fileMustExist: true })
  try {
    return use(db)
  } finally {
    db.close()
  }
}

async function withDatabase<T>(file: string, readonly: boolean, use: (db: Database.Database) => Promise<T>) {
  const db = new Database(file, { readonly, fileMustExist: true })
  try {
    return await use(db)
  } finally {
    db.close()
  }
}

function removeQuietly(file: string): void {
  for (const name of [file, `${file}-journal`, `${file}-wal`, `${file}-shm`]) {
    try {
      rmSync(name, { force: true })
    } catch {
      // What can't be removed where nothing can be written is said by the failure itself.
    }
  }
}

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '')

function isDamage(error: unknown): boolean {
  return /^SQLITE_(CORRUPT|NOTADB)/.test(codeOf(error))
}

function failureOf(error: unknown): CopyFailure {
  const failure = findFailure(error)
  if (failure === null) throw error
  return failure
}

function findFailure(error: unknown): CopyFailure | null {
  const code = codeOf(error)
  if (code === 'ENOSPC' || code.startsWith('SQLITE_FULL')) return 'DISK_FULL'
  if (isDamage(error)) return 'DAMAGED'
  if (/^E[A-Z]+$/.test(code) || /^SQLITE_(CANTOPEN|READONLY|IOERR|PERM)/.test(code)) return 'FOLDER'
  return null
}
