import { DamagedLibraryError, ForeignLibraryError, type Library, openLibrary, setAside } from '#electron/store/open.ts'
import { ensureCategories } from '#electron/store/queries/categories.ts'
import { putSetting, settingKeys } from '#electron/store/queries/settings.ts'
import { isSqliteError } from '#electron/store/sqlite-error.ts'

/** Under what setting an empty library knows that it stands in for a damaged one. */
const SET_ASIDE = settingKeys.setAside

/**
 * Opens the library. A damaged one is moved into `damaged/` and an empty one takes its place, which knows where the other
 * is. Throws what openLibrary throws where that can't be done, and always for the database of another program.
 */
export function openOrRescue(dir: string, nowMs: number): Library {
  try {
    return openSound(dir, nowMs)
  } catch (error) {
    if (dir === ':memory:' || !(error instanceof DamagedLibraryError) || error instanceof ForeignLibraryError)
      throw error
    const file = setAside(dir, nowMs)
    if (file === null) throw error
    const empty = openSound(dir, nowMs)
    empty.write((db) => putSetting(db, SET_ASIDE, { file, atMs: nowMs }, nowMs))
    return empty
  }
}

/** Damage may show with the first row that is written. */
function openSound(dir: string, nowMs: number): Library {
  const library = openLibrary(dir, nowMs)
  try {
    library.write((db) => ensureCategories(db, nowMs))
    return library
  } catch (cause) {
    library.close()
    if (isSqliteError(cause, 'SQLITE_CORRUPT'))
      throw new DamagedLibraryError(`The library in ${dir} is damaged. It was left as it is.`, { cause })
    throw cause
  }
}
