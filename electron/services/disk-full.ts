import { isSqliteError } from '#electron/store/sqlite-error.ts'

/** Whether an error means that there is no room left to write. */
export function isDiskFull(error: unknown): boolean {
  return isSqliteError(error, 'SQLITE_FULL') || (error instanceof Error && 'code' in error && error.code === 'ENOSPC')
}
