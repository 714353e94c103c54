import type { Backup, FindingCode } from '#shared/contract/backup.ts'
import { formatCount } from './format.ts'

const reasons: Readonly<Record<Backup['reason'], string>> = {
  start: 'after a start',
  daily: 'of the day',
  manual: 'made by you',
  import: 'before an import',
  restore: 'before a restore',
  format: 'before a change of format',
}

/** `before an import, 12 articles, 40 marks, 7 cards`, or that it can't be read. */
export function backupWords({ reason, contents }: Backup): string {
  if (!contents) return `${reasons[reason]}, can’t be read`
  return `${reasons[reason]}: ${contentsWords(contents)}`
}

/** `12 articles, 40 marks, 7 cards`. */
export function contentsWords({ articles, marks, cards }: NonNullable<Backup['contents']>): string {
  const counted = [
    formatCount(articles, 'article', 'articles'),
    formatCount(marks, 'mark', 'marks'),
    formatCount(cards, 'card', 'cards'),
  ]
  return counted.join(', ')
}

/** A size as people say it: `12.4 MB`. */
export function formatBytes(bytes: number): string {
  if (bytes < 1e6) return `${Math.max(1, Math.round(bytes / 1e3))} KB`
  if (bytes < 1e9) return `${(bytes / 1e6).toFixed(1)} MB`
  return `${(bytes / 1e9).toFixed(1)} GB`
}

/** What went wrong with the last backup; a moment is to follow. */
export function backupTroubleWords({ code, place }: { code: string; place: 'library' | 'second' }): string {
  const where = place === 'second' ? 'The second place' : 'The folder of the backups'
  const failed = place === 'second' ? 'The backup was made, but not copied' : 'No backup could be made'
  if (code === 'DISK_FULL') return `${where} is full: make some room. ${failed}`
  if (code === 'FOLDER') return `${where} can’t be reached or written: look whether its disk is there. ${failed}`
  if (code === 'DAMAGED') return `The library is damaged: check it below. ${failed}`
  return failed
}

/** What a check found, and what it means. */
export const findingWords: Readonly<Record<FindingCode, { found: (count: number) => string; means: string }>> = {
  DAMAGE: {
    found: () => 'The library’s file is damaged.',
    means:
      'A disk that fails or a copy that broke off does that. Restore the newest backup above; the file of now is kept.',
  },
  REFERENCE: {
    found: (count) => `${formatCount(count, 'entry names', 'entries name')} something that is not there.`,
    means: 'Nothing of yours is lost by that. If something looks odd, restore a backup from before it did.',
  },
  TEXT_MISSING: {
    found: (count) => `${formatCount(count, 'article has', 'articles have')} no text.`,
    means: 'Import it again from its file or address; marks find their places by their quotes.',
  },
  BLOCK_OUTSIDE: {
    found: (count) => `${formatCount(count, 'paragraph lies', 'paragraphs lie')} outside of its text.`,
    means: 'The article may show cut short. Import it again, and its marks follow.',
  },
  MARK_OUTSIDE: {
    found: (count) => `${formatCount(count, 'mark lies', 'marks lie')} outside of its text.`,
    means: 'Its quote and note are kept. Give it a new place in the reader.',
  },
  SEARCH_GAP: {
    found: (count) => `${formatCount(count, 'article can', 'articles can')} not be found by search.`,
    means: 'It is there and can be read. Importing it again brings it into the search.',
  },
  UNDO_EMPTY: {
    found: (count) => `${formatCount(count, 'step', 'steps')} of undo would change nothing.`,
    means: 'That does no harm.',
  },
  CARD_WITHOUT_DECK: {
    found: (count) => `${formatCount(count, 'card is', 'cards are')} in no deck.`,
    means: 'Open the settings of decks and save any: cards are put in order again.',
  },
  ORIGINAL_MISSING: {
    found: (count) =>
      `The imported file of ${formatCount(count, 'article is', 'articles is')} no longer beside the library.`,
    means: 'The article itself is whole: only its original can’t be opened any more.',
  },
}
