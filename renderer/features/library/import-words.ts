import type { ImportFailure } from '#shared/contract/article.ts'
import { MAX_IMPORT_BYTES } from '#shared/domain/article.ts'

const LARGEST = `${MAX_IMPORT_BYTES / (1024 * 1024)} MB`

/** Why a file was not imported, and what to do; said after its name. */
export const importFailureWords: Readonly<Record<ImportFailure, string>> = {
  EMPTY: 'There is no text in it.',
  BINARY: 'It is a picture, a program or another file without text in it.',
  TOO_LARGE: `It is larger than ${LARGEST}. Split it and import the parts.`,
  NO_CARD: 'It has no question or no answer, so it makes no card. All other cards came.',
  SOUND: 'Cards have no sound here. It was left out; what is written on them came.',
  TOO_SLOW: 'It took too long to read, so Dossier stopped. Nothing else was touched.',
  MISSING: 'It was not there any more when its turn came.',
  UNREADABLE: 'It could not be read. It may be damaged or cut short, or another program holds it.',
  UNSUPPORTED:
    'Dossier can’t read this kind of file. Web pages, PDF, EPUB, Word, Markdown, plain text and exports of reading programs work.',
  ENCRYPTED: 'It is locked by a password or by the shop it came from. Save it without the lock first.',
  NO_TEXT: 'It holds pictures of pages and no text. Run text recognition on it first.',
  UNREACHABLE: 'The page could not be fetched. Try it again later, or save the page and import the file.',
  DISK_FULL: 'The disk is full. Make some room and import it again.',
}
