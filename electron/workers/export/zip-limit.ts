import { MOST_FILES } from '#electron/formats/export/stream-zip.ts'

/** An export would have more files than a zip can hold. */
export class TooManyFilesError extends Error {
  override readonly name = 'TooManyFilesError'
}

/** Throws TooManyFilesError when so many files go into no zip. */
export function refuseTooMany(files: number): void {
  if (files > MOST_FILES) throw new TooManyFilesError(`${files} files are more than a zip can hold.`)
}
