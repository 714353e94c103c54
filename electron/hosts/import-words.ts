import type { ImportEvent, ImportFailure } from '#shared/contract/article.ts'
import { MAX_IMPORT_BYTES } from '#shared/domain/article.ts'

// Both hosts say it before there is a window, or where there is none: so the words are here.
const reasons: Readonly<Record<ImportFailure, string>> = {
  EMPTY: 'there is no text in it',
  BINARY: 'it is not a text file',
  TOO_LARGE: `it is larger than ${MAX_IMPORT_BYTES / (1024 * 1024)} MB`,
  NO_CARD: 'it has no question or no answer, so it makes no card',
  SOUND: 'cards have no sound here, so it was left out',
  TOO_SLOW: 'it took too long to read',
  UNREADABLE: 'it can’t be read: it may be damaged, or another program holds it',
  MISSING: 'it is not there',
  ENCRYPTED: 'it is locked by a password or a shop',
  NO_TEXT: 'it holds pictures of pages and no text',
  UNSUPPORTED: 'Dossier does not read files of this kind',
  DISK_FULL: 'the disk is full',
  UNREACHABLE: 'the page could not be fetched',
}

/** One line for each file that was not imported, or null when all were. */
export function explainImports(results: readonly Extract<ImportEvent, { type: 'result' }>[]): string | null {
  const lines = results.flatMap(({ name, outcome }) =>
    outcome.kind === 'failed' ? [`${name}: ${reasons[outcome.code]}.`] : [],
  )
  return lines.length === 0 ? null : lines.join('\n')
}
