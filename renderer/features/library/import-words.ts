import type { ImportFailure } from '#shared/contract/article.ts'
import { MAX_IMPORT_BYTES } from '#shared/domain/article.ts'

const LARGEST = `${MAX_IMPORT_BYTES / (1024 * 1024)} MB`

/** Why a file was not imported, and what to do; said after its name. */
export const importFailureWords: Readonly<Record<ImportFailure, string>> = {
  EMPTY: 'There is no text in it.',
  BINARY: 'It is not a text file. Save it as plain text first.',
  TOO_LARGE: `It is larger than ${LARGEST}. Split it and import the parts.`,
  UNREADABLE: 'It could not be read. It may have been moved, or another program holds it.',
  UNSUPPORTED: 'Dossier can’t read this kind of file. Plain text and Markdown work.',
  DISK_FULL: 'The disk is full. Make some room and import it again.',
}
