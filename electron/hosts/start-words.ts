/** What a host knows of a start that failed. */
export interface FailedStart {
  readonly libraryDir: string
  /** How another folder is chosen, for the end of the sentence: `with --library`. */
  readonly elsewhere: string
  /** How many files were to be imported. */
  readonly fileCount: number
}

// By name: hosts know no store.
const explained = ['LibraryInUseError', 'NewerLibraryError', 'DamagedLibraryError']

const importThere = 'Nothing was imported: import the files there.'

/** Why a library could not be opened, in plain words, or null when it is a bug. */
export function explainStart(error: unknown, { libraryDir, elsewhere, fileCount }: FailedStart): string | null {
  if (!(error instanceof Error)) return null
  if (explained.includes(error.name))
    return fileCount > 0 && error.name === 'LibraryInUseError' ? `${error.message} ${importThere}` : error.message
  const code = 'code' in error ? String(error.code) : ''
  if (/^(?:ENOSPC|SQLITE_FULL)/.test(code))
    return `The disk of the library in ${libraryDir} is full. Nothing in it was harmed. Make some room, then start again.`
  if (/^(E[A-Z]+|SQLITE_(CANTOPEN|READONLY|FULL|IOERR|PERM|BUSY)\w*)$/.test(code))
    return `The library in ${libraryDir} can't be opened and written (${code}). Choose another folder ${elsewhere}.`
  return null
}
