/** What a person is told: what happened; what is safe and what to do next. */
export interface ErrorWords {
  readonly title: string
  readonly advice: string
}

const words: Readonly<Record<string, ErrorWords>> = {
  ARTICLE_MISSING: {
    title: 'This article is not in the library',
    advice: 'It was deleted, perhaps in another window. Undo brings it back.',
  },
  ARTICLE_UNDONE: {
    title: 'This article is not in the library',
    advice: 'What brought it was undone. Redo brings it back.',
  },
  ANNOTATION_MISSING: {
    title: 'This mark is gone',
    advice: 'It was deleted, perhaps in another window. Undo brings it back.',
  },
  CATEGORY_MISSING: { title: 'This category is gone', advice: 'Nothing was changed. Choose another one.' },
  CARD_MISSING: {
    title: 'This card is gone',
    advice: 'It was deleted, perhaps in another window. Undo brings it back.',
  },
  ANSWERED_MEANWHILE: {
    title: 'This card was answered meanwhile',
    advice: 'In another window, perhaps. That answer stands, and yours was not counted.',
  },
  CARD_INCOMPLETE: {
    title: 'The card is not complete yet',
    advice: 'A question needs an answer, and a cloze needs at least one hidden part. Nothing was changed.',
  },
  DECK_MISSING: {
    title: 'This deck is gone',
    advice: 'It was removed, perhaps in another window. Its cards are still there; undo brings it back.',
  },
  RULE_UNKNOWN: {
    title: 'The deck would hold nothing',
    advice: 'Choose a tag, an article, a name, a colour or words. Nothing was changed.',
  },
  NOT_A_PICTURE: {
    title: 'That is no picture Dossier can keep',
    advice: 'PNG, JPEG, GIF and WebP of up to 5 MB are fine. The card is as it was.',
  },
  PICTURE_MISSING: { title: 'The picture is gone', advice: 'The rest of the card is as it was.' },
  ENTITY_MISSING: {
    title: 'This dossier is empty now',
    advice: 'No article in the library names it any more.',
  },
  KEPT_APART: {
    title: 'You keep two of these apart',
    advice: 'Nothing was changed. Take that back first, with Undo or from the corrections.',
  },
  FIGURE_MISSING: { title: 'There is no figure in it', advice: 'Nothing was changed. Select the figure once more.' },
  CORRECTION_MISSING: { title: 'This correction was taken back already', advice: 'Nothing was changed.' },
  SUGGESTION_MISSING: {
    title: 'This suggestion is gone',
    advice: 'The text was read again and it is no longer proposed.',
  },
  PRACTICE_MISSING: {
    title: 'This round is over',
    advice: 'Dossier was started anew meanwhile. Your cards are as they were; begin another round.',
  },
  OUT_OF_RANGE: { title: 'That passage is not in the text', advice: 'Nothing was changed. Select it once more.' },
  NO_PDF: {
    title: 'No PDF can be made here',
    advice: 'That takes Chrome, Chromium or Edge on this computer. Export a web page and print it from your browser.',
  },
  TOO_MANY_FILES: {
    title: 'These are more files than one zip can hold',
    advice: 'Nothing was written. Export fewer at a time, or write an open folder, which holds any number.',
  },
  TEMPLATE_BROKEN: {
    title: 'The layout of the Markdown is broken',
    advice: 'Nothing was written. Settings say in which line, and can put the usual layout back.',
  },
  NO_SUCH_FOLDER: {
    title: 'There is no such folder',
    advice: 'Nothing was written. Name a folder that is there, by its whole path.',
  },
  LOOK_MISSING: {
    title: 'The folder has to be looked into again',
    advice: 'Nothing was imported. Look into it once more.',
  },
  ORIGINAL_MISSING: {
    title: 'The file this came from is not there',
    advice: 'The article and your marks are as they were. Import the file again to keep it.',
  },
  INTAKE_MISSING: {
    title: 'What was read is no longer there',
    advice: 'Nothing was imported. Choose the files once more.',
  },
  NO_CARDS: {
    title: 'These columns give no cards',
    advice: 'A card needs a question and an answer. Choose other columns.',
  },
  FILE_MISSING: { title: 'The file is no longer there', advice: 'Your library is as it was. Export it once more.' },
  EMPTY_TEXT: { title: 'There is no text in it', advice: 'Nothing was imported.' },
  NOT_READ: {
    title: 'That file could not be read as a text',
    advice: 'The article is as it was. Take another file, or paste the text.',
  },
  TOO_LARGE: {
    title: 'It is too large',
    advice: 'Dossier reads texts of up to 32 MB. Nothing was imported; split it and import the parts.',
  },
  ADDRESS_INVALID: { title: 'That is no address of a web page', advice: 'It begins with https:// or http://.' },
  PAGE_UNREACHABLE: {
    title: 'The page could not be reached',
    advice: 'Nothing was imported. Check the address and the connection, or save the page as a file and drop it here.',
  },
  PAGE_REFUSED: {
    title: 'The site did not give the page',
    advice: 'It may need a sign-in or be gone. Save the page as a file in your browser and drop it here.',
  },
  PAGE_UNREADABLE: {
    title: 'There is no article that Dossier can read at this address',
    advice: 'Nothing was imported. Copy the text of the page and paste it instead.',
  },
  DISK_FULL: {
    title: 'The disk is full',
    advice: 'Your library is as it was. Make some room, then try again.',
  },
  BACKUP_DISK_FULL: {
    title: 'There is no room for the backup',
    advice: 'Your library is as it was. Make some room on that disk, then try again.',
  },
  BACKUP_FOLDER: {
    title: 'That folder can’t be reached or written',
    advice: 'Your library is as it was. Give the whole path of a folder that is there.',
  },
  BACKUP_LIBRARY: {
    title: 'Choose a folder apart from the library: what happens to one would happen to both',
    advice: 'Your library is as it was.',
  },
  BACKUP_DAMAGED: {
    title: 'That backup can’t be read',
    advice: 'Your library is as it was. Take another backup.',
  },
  BACKUP_NEWER: {
    title: 'That backup is of a newer Dossier',
    advice: 'Your library is as it was. Update Dossier to restore it, or take another backup.',
  },
  BACKUP_GONE: { title: 'That backup is no longer there', advice: 'Your library is as it was. Take another one.' },
  BACKUP_BUSY: {
    title: 'An import or export is under way',
    advice: 'Nothing was changed. Wait until it is through, or cancel it, then restore the backup again.',
  },
  FOLDER_TOO_LARGE: {
    title: 'The folder is too large for one zip',
    advice: 'It is there, at the path shown. Copy it as it is.',
  },
  LIBRARY_GONE: {
    title: 'The library’s folder is not where it was',
    advice: 'Nothing was written. Put it back in its place, or quit and open the library where it is now.',
  },
  LIBRARY_DAMAGED: {
    title: 'Part of the library’s file is damaged',
    advice: 'Nothing was changed. Restore a backup: Settings, Backups.',
  },
  LIBRARY_READ_ONLY: {
    title: 'The library can’t be written any more',
    advice: 'What you did before is saved. Look whether its disk is there and may be written, then try again.',
  },
  LIBRARY_BUSY: {
    title: 'Another program holds the library',
    advice: 'Nothing was changed. Close it, or wait until it is through, and try again.',
  },
  UNAUTHORIZED: {
    title: 'This page may not open the library any more',
    advice: 'Your library is safe. Open Dossier again from where you started it.',
  },
  BAD_REQUEST: { title: 'That was not understood', advice: 'Nothing was changed.' },
  INTERNAL_SERVER_ERROR: {
    title: 'Something went wrong in Dossier',
    advice: 'What you did before is saved. Try again; if it happens again, restart Dossier.',
  },
}

const unknownError: ErrorWords = {
  title: 'Something went wrong',
  advice: 'What you did before is saved. Try again; if it happens again, restart Dossier.',
}

const noAnswer: ErrorWords = {
  title: 'Dossier does not answer',
  advice: 'What you did before is saved. It is tried again by itself.',
}

/** The code of a declared error, or null for a bug, a broken network or something that is no error. */
export function errorCode(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('code' in error)) return null
  return typeof error.code === 'string' ? error.code : null
}

/** Words for any error that a call can end in. */
export function describeError(error: unknown): ErrorWords {
  // fetch rejects with a TypeError exactly when no answer came.
  if (error instanceof TypeError && /fetch|network|load failed/i.test(error.message)) return noAnswer
  return words[errorCode(error) ?? ''] ?? unknownError
}
