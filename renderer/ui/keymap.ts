/** Where a key means something. A screen's keys work while the screen is shown, and never inside a text field. */
export type KeyScope =
  | 'everywhere'
  | 'library'
  | 'reader'
  | 'panel'
  | 'dossiers'
  | 'dossier'
  | 'same'
  | 'doubtful'
  | 'corrections'
  | 'split'
  | 'figures'
  | 'cards'
  | 'review'
  | 'practice'
  | 'marks'
  | 'old-marks'
  | 'repair'
  | 'duplicates'

/**
 * One entry of the keymap. `keys` are alternatives: `mod+k` (Ctrl, or Cmd on a Mac), `shift+j`, `?`, or a sequence such
 * as `g l`. `inText` lets it work inside text fields too. `hasPlaces`: each of the keys means something of its own.
 */
export interface KeyBinding {
  readonly id: string
  readonly keys: readonly string[]
  readonly label: string
  readonly scope: KeyScope
  readonly inText?: boolean
  readonly hasPlaces?: boolean
}

/** Every shortcut there is, with the keys it has unless the person gave it others. The `?` dialog lists them so. */
export const keymap = [
  { id: 'search', keys: ['mod+k', '/'], label: 'Search everything', scope: 'everywhere', inText: true },
  { id: 'shortcuts', keys: ['?'], label: 'Show these shortcuts', scope: 'everywhere' },
  { id: 'undo', keys: ['mod+z'], label: 'Undo', scope: 'everywhere' },
  { id: 'redo', keys: ['mod+shift+z', 'mod+y'], label: 'Redo', scope: 'everywhere' },
  { id: 'back', keys: ['alt+arrowleft', 'mod+['], label: 'Back', scope: 'everywhere', inText: true },
  { id: 'forward', keys: ['alt+arrowright', 'mod+]'], label: 'Forward', scope: 'everywhere', inText: true },
  { id: 'import', keys: ['mod+o'], label: 'Import files', scope: 'everywhere', inText: true },
  { id: 'settings', keys: ['mod+,'], label: 'Settings', scope: 'everywhere', inText: true },
  { id: 'go-export', keys: ['g e'], label: 'Go to export', scope: 'everywhere' },
  { id: 'go-library', keys: ['g l'], label: 'Go to the library', scope: 'everywhere' },
  { id: 'go-dossiers', keys: ['g d'], label: 'Go to dossiers', scope: 'everywhere' },
  { id: 'go-figures', keys: ['g f'], label: 'Go to figures', scope: 'everywhere' },
  { id: 'go-cards', keys: ['g c'], label: 'Go to cards', scope: 'everywhere' },
  { id: 'go-review', keys: ['g r'], label: 'Go to review', scope: 'everywhere' },
  { id: 'go-practice', keys: ['g p'], label: 'Go to practice', scope: 'everywhere' },
  { id: 'go-marks', keys: ['g m'], label: 'Go to marks', scope: 'everywhere' },
  { id: 'go-old-marks', keys: ['g o'], label: 'Go to the old marks of today', scope: 'everywhere' },
  { id: 'go-statistics', keys: ['g s'], label: 'Go to statistics', scope: 'everywhere' },

  { id: 'library.next', keys: ['j', 'arrowdown'], label: 'Next article', scope: 'library' },
  { id: 'library.previous', keys: ['k', 'arrowup'], label: 'Previous article', scope: 'library' },
  { id: 'library.first', keys: ['home'], label: 'First article', scope: 'library' },
  { id: 'library.last', keys: ['end'], label: 'Last loaded article', scope: 'library' },
  { id: 'library.open', keys: ['enter'], label: 'Read it', scope: 'library' },
  { id: 'library.edit', keys: ['e'], label: 'Edit its details', scope: 'library' },
  { id: 'library.delete', keys: ['delete', 'mod+backspace'], label: 'Delete it', scope: 'library' },
  { id: 'library.filter', keys: ['f'], label: 'Filter the list', scope: 'library' },

  {
    id: 'reader.mark',
    keys: ['1', '2', '3', '4', '5', '6', '7', '8'],
    label: 'Mark the selection, or the paragraph you are at; change the mark you are at',
    scope: 'reader',
    hasPlaces: true,
  },
  { id: 'reader.note', keys: ['n'], label: 'Note on the selection or mark', scope: 'reader' },
  { id: 'reader.link', keys: ['l'], label: 'Link the selection or mark to a name', scope: 'reader' },
  { id: 'reader.card', keys: ['c'], label: 'Card from the selection or mark', scope: 'reader' },
  { id: 'reader.copy', keys: ['y'], label: 'Copy it with its source', scope: 'reader' },
  { id: 'reader.copy-link', keys: ['shift+y'], label: 'Copy a link to it', scope: 'reader' },
  { id: 'reader.delete', keys: ['delete', 'backspace'], label: 'Delete the mark you are at', scope: 'reader' },
  { id: 'reader.next-mark', keys: [']'], label: 'Next mark', scope: 'reader' },
  { id: 'reader.previous-mark', keys: ['['], label: 'Previous mark', scope: 'reader' },
  { id: 'reader.next-mention', keys: ['.'], label: 'Next name or figure, and who or what that is', scope: 'reader' },
  { id: 'reader.previous-mention', keys: [','], label: 'Name or figure before', scope: 'reader' },
  { id: 'reader.open', keys: ['enter'], label: 'Open the mark, name or figure you are at', scope: 'reader' },
  { id: 'reader.clear', keys: ['escape'], label: 'Let go of selection and mark', scope: 'reader' },
  { id: 'reader.next-paragraph', keys: ['j'], label: 'Next paragraph', scope: 'reader' },
  { id: 'reader.previous-paragraph', keys: ['k'], label: 'Previous paragraph', scope: 'reader' },
  { id: 'reader.next-sentence', keys: ['arrowright'], label: 'Select the next sentence', scope: 'reader' },
  { id: 'reader.previous-sentence', keys: ['arrowleft'], label: 'Select the sentence before', scope: 'reader' },
  { id: 'reader.grow-sentence', keys: ['shift+arrowright'], label: 'Select one sentence more', scope: 'reader' },
  { id: 'reader.shrink-sentence', keys: ['shift+arrowleft'], label: 'Select one sentence less', scope: 'reader' },
  { id: 'reader.grow-word', keys: ['alt+shift+arrowright', 'w'], label: 'Select one word more', scope: 'reader' },
  { id: 'reader.shrink-word', keys: ['alt+shift+arrowleft', 'b'], label: 'Select one word less', scope: 'reader' },
  {
    id: 'reader.start-later',
    keys: ['alt+shift+arrowdown', 'shift+w'],
    label: 'Begin the selection one word later',
    scope: 'reader',
  },
  {
    id: 'reader.start-earlier',
    keys: ['alt+shift+arrowup', 'shift+b'],
    label: 'Begin the selection one word earlier',
    scope: 'reader',
  },
  { id: 'reader.mark-end-later', keys: ['>'], label: 'End the mark you are at one word later', scope: 'reader' },
  { id: 'reader.mark-end-earlier', keys: ['<'], label: 'End the mark you are at one word earlier', scope: 'reader' },
  {
    id: 'reader.mark-start-earlier',
    keys: ['{'],
    label: 'Begin the mark you are at one word earlier',
    scope: 'reader',
  },
  { id: 'reader.mark-start-later', keys: ['}'], label: 'Begin the mark you are at one word later', scope: 'reader' },
  { id: 'reader.merge', keys: ['shift+v'], label: 'Merge the mark you are at with the next one', scope: 'reader' },
  { id: 'reader.split', keys: ['v'], label: 'Split the mark you are at', scope: 'reader' },
  { id: 'reader.names', keys: ['e'], label: 'Show or hide people, groups, places and figures', scope: 'reader' },
  { id: 'reader.memory', keys: ['shift+m'], label: 'Show in the text how well you know each name', scope: 'reader' },
  { id: 'reader.learn', keys: ['m'], label: 'Make cards of the names and figures that are new', scope: 'reader' },
  {
    id: 'reader.identify',
    keys: ['i'],
    label: 'Say who or what the selected words or the name are, or what the figure measures',
    scope: 'reader',
  },
  { id: 'reader.not-name', keys: ['d'], label: 'It is no name', scope: 'reader' },
  { id: 'reader.confirm', keys: ['r'], label: 'The name or figure is right', scope: 'reader' },
  { id: 'reader.panel', keys: ['\\'], label: 'Show or hide the side panel', scope: 'reader' },
  { id: 'reader.article-note', keys: ['shift+n'], label: 'Note on the whole article', scope: 'reader' },
  { id: 'reader.find', keys: ['mod+f'], label: 'Find in the article', scope: 'reader', inText: true },
  { id: 'reader.find-next', keys: ['f3'], label: 'Next place found, ready to be marked', scope: 'reader' },
  { id: 'reader.find-previous', keys: ['shift+f3'], label: 'Place found before', scope: 'reader' },
  { id: 'reader.outline', keys: ['o'], label: 'Outline of the text', scope: 'reader' },
  { id: 'reader.focus', keys: ['z'], label: 'Nothing but the text, or all of it again', scope: 'reader' },
  { id: 'reader.look', keys: ['a'], label: 'How the text looks', scope: 'reader' },
  { id: 'reader.larger', keys: ['+'], label: 'Larger text', scope: 'reader' },
  { id: 'reader.smaller', keys: ['-'], label: 'Smaller text', scope: 'reader' },
  { id: 'reader.beside', keys: ['s'], label: 'Another article beside this one', scope: 'reader' },
  { id: 'reader.other-side', keys: ['x'], label: 'To the other of two articles', scope: 'reader' },
  { id: 'reader.print', keys: ['mod+p'], label: 'Print with marks', scope: 'reader', inText: true },
  { id: 'reader.pdf', keys: ['mod+shift+p'], label: 'Save as PDF with marks', scope: 'reader', inText: true },

  { id: 'panel.next', keys: ['j', 'arrowdown'], label: 'Next row', scope: 'panel' },
  { id: 'panel.previous', keys: ['k', 'arrowup'], label: 'Previous row', scope: 'panel' },
  { id: 'panel.keep', keys: ['a'], label: 'Keep the proposed card', scope: 'panel' },
  { id: 'panel.dismiss', keys: ['d'], label: 'Dismiss the proposed card', scope: 'panel' },
  { id: 'panel.edit', keys: ['e'], label: 'Edit the mark or the proposed card', scope: 'panel' },
  { id: 'panel.delete', keys: ['delete', 'backspace'], label: 'Delete the mark', scope: 'panel' },
  { id: 'panel.dossier', keys: ['o'], label: 'Open the dossier', scope: 'panel' },

  { id: 'dossiers.next', keys: ['j', 'arrowdown'], label: 'Next name', scope: 'dossiers' },
  { id: 'dossiers.previous', keys: ['k', 'arrowup'], label: 'Previous name', scope: 'dossiers' },
  { id: 'dossiers.open', keys: ['enter'], label: 'Open its dossier', scope: 'dossiers' },
  { id: 'dossiers.filter', keys: ['f'], label: 'Find a name', scope: 'dossiers' },
  { id: 'dossiers.select', keys: ['x'], label: 'Select it, or let it go', scope: 'dossiers' },
  { id: 'dossiers.select-to', keys: ['shift+x'], label: 'Select from the last selected to here', scope: 'dossiers' },
  { id: 'dossiers.merge', keys: ['m'], label: 'Merge what is selected', scope: 'dossiers' },
  { id: 'dossiers.same', keys: ['s'], label: 'Go through who may be the same', scope: 'dossiers' },
  { id: 'dossiers.doubtful', keys: ['d'], label: 'Go through doubtful names', scope: 'dossiers' },
  { id: 'dossiers.corrections', keys: ['c'], label: 'Look at your corrections', scope: 'dossiers' },
  { id: 'dossiers.honesty', keys: ['h'], label: 'See how right the finds are', scope: 'dossiers' },

  { id: 'dossier.rename', keys: ['r'], label: 'Rename it', scope: 'dossier' },
  { id: 'dossier.alias', keys: ['a'], label: 'Add another name', scope: 'dossier' },
  { id: 'dossier.merge', keys: ['m'], label: 'Merge it with another', scope: 'dossier' },
  { id: 'dossier.apart', keys: ['v'], label: 'Say whom it is never the same as', scope: 'dossier' },
  { id: 'dossier.split', keys: ['s'], label: 'Split off what is someone else', scope: 'dossier' },

  { id: 'same.yes', keys: ['y'], label: 'They are the same', scope: 'same' },
  { id: 'same.never', keys: ['n'], label: 'They never are', scope: 'same' },
  { id: 'same.skip', keys: ['s'], label: 'Decide later', scope: 'same' },
  { id: 'same.undo', keys: ['u'], label: 'Take the last answer back', scope: 'same' },

  { id: 'doubtful.right', keys: ['y'], label: 'It is right', scope: 'doubtful' },
  { id: 'doubtful.no-name', keys: ['n'], label: 'It is no name', scope: 'doubtful' },
  {
    id: 'doubtful.kind',
    keys: ['1', '2', '3'],
    label: 'It is a person, a group, a place',
    scope: 'doubtful',
    hasPlaces: true,
  },
  { id: 'doubtful.other', keys: ['o'], label: 'It is someone else', scope: 'doubtful' },
  { id: 'doubtful.skip', keys: ['s'], label: 'Decide later', scope: 'doubtful' },
  { id: 'doubtful.undo', keys: ['u'], label: 'Take the last answer back', scope: 'doubtful' },
  { id: 'doubtful.open', keys: ['enter'], label: 'Open its passage', scope: 'doubtful' },

  { id: 'corrections.next', keys: ['j', 'arrowdown'], label: 'Next correction', scope: 'corrections' },
  { id: 'corrections.previous', keys: ['k', 'arrowup'], label: 'Previous correction', scope: 'corrections' },
  { id: 'corrections.open', keys: ['enter'], label: 'Open its passage or dossier', scope: 'corrections' },
  { id: 'corrections.undo', keys: ['u', 'delete'], label: 'Take the correction back', scope: 'corrections' },
  { id: 'corrections.export', keys: ['e'], label: 'Export all to a file', scope: 'corrections' },
  { id: 'corrections.import', keys: ['i'], label: 'Import from a file', scope: 'corrections' },

  { id: 'split.next', keys: ['j', 'arrowdown'], label: 'Next article or sentence', scope: 'split' },
  { id: 'split.previous', keys: ['k', 'arrowup'], label: 'Previous article or sentence', scope: 'split' },
  { id: 'split.select', keys: ['x', 'space'], label: 'Choose it, or let it go', scope: 'split' },
  { id: 'split.select-to', keys: ['shift+x'], label: 'Choose from the last chosen to here', scope: 'split' },
  { id: 'split.name', keys: ['n'], label: 'Name the other one', scope: 'split' },
  { id: 'split.apply', keys: ['mod+enter'], label: 'Split what is chosen', scope: 'split', inText: true },
  { id: 'split.leave', keys: ['escape'], label: 'Back to the dossier', scope: 'split' },

  { id: 'figures.next', keys: ['j', 'arrowdown'], label: 'Next figure', scope: 'figures' },
  { id: 'figures.previous', keys: ['k', 'arrowup'], label: 'Previous figure', scope: 'figures' },
  { id: 'figures.open', keys: ['enter'], label: 'Open its passage', scope: 'figures' },
  { id: 'figures.pairs', keys: ['p'], label: 'Show or hide the pairs of a disagreement', scope: 'figures' },
  { id: 'figures.dismiss', keys: ['x'], label: 'Say that it is no disagreement', scope: 'figures' },
  { id: 'figures.filter', keys: ['f'], label: 'Find a figure', scope: 'figures' },

  { id: 'cards.next', keys: ['j', 'arrowdown'], label: 'Next card', scope: 'cards' },
  { id: 'cards.previous', keys: ['k', 'arrowup'], label: 'Previous card', scope: 'cards' },
  { id: 'cards.new', keys: ['n'], label: 'Write a card', scope: 'cards' },
  { id: 'cards.edit', keys: ['e'], label: 'Edit the card', scope: 'cards' },
  { id: 'cards.suspend', keys: ['s'], label: 'Set the card aside, or take it back', scope: 'cards' },
  { id: 'cards.contrast', keys: ['c'], label: 'Card that tells apart what you confuse', scope: 'cards' },
  { id: 'cards.bury', keys: ['b'], label: 'Hide the card until tomorrow', scope: 'cards' },
  { id: 'cards.delete', keys: ['delete', 'mod+backspace'], label: 'Delete the card', scope: 'cards' },
  { id: 'cards.select', keys: ['x'], label: 'Choose the card of the table, or let it go', scope: 'cards' },
  { id: 'cards.select-all', keys: ['shift+x'], label: 'Choose all cards of the table, or none', scope: 'cards' },
  { id: 'cards.open', keys: ['o'], label: 'Open the card of the table', scope: 'cards' },
  { id: 'cards.filter', keys: ['f'], label: 'Find a card', scope: 'cards' },
  { id: 'suggestions.accept', keys: ['a', 'enter'], label: 'Keep the suggested card', scope: 'cards' },
  { id: 'suggestions.many', keys: ['shift+a'], label: 'Keep several suggestions', scope: 'cards' },
  { id: 'suggestions.dismiss', keys: ['d'], label: 'Dismiss the suggestion', scope: 'cards' },

  { id: 'review.show', keys: ['space', 'enter'], label: 'Show the answer; Space again is Good', scope: 'review' },
  { id: 'review.again', keys: ['1'], label: 'Again', scope: 'review' },
  { id: 'review.hard', keys: ['2'], label: 'Hard', scope: 'review' },
  { id: 'review.good', keys: ['3'], label: 'Good', scope: 'review' },
  { id: 'review.easy', keys: ['4'], label: 'Easy', scope: 'review' },
  { id: 'review.undo', keys: ['u'], label: 'Take the last answer back', scope: 'review' },
  { id: 'review.type', keys: ['t'], label: 'Type the answer before it shows', scope: 'review' },
  { id: 'review.accept', keys: ['a'], label: 'Count what you typed as right', scope: 'review' },
  { id: 'review.passage', keys: ['p'], label: 'Show the passage', scope: 'review' },
  { id: 'review.edit', keys: ['e'], label: 'Edit the card', scope: 'review' },
  { id: 'review.update', keys: ['n'], label: 'Bring the card up to what its source now says', scope: 'review' },
  { id: 'review.history', keys: ['h'], label: 'Keep what the card says as history', scope: 'review' },
  { id: 'review.place', keys: ['l'], label: 'Choose the passage of a card that has lost it', scope: 'review' },
  {
    id: 'review.delete',
    keys: ['delete', 'mod+backspace'],
    label: 'Delete a card that has lost its passage',
    scope: 'review',
  },
  { id: 'review.contrast', keys: ['c'], label: 'Card that tells apart what you confuse', scope: 'review' },
  { id: 'review.bury', keys: ['b'], label: 'Hide the card until tomorrow', scope: 'review' },
  { id: 'review.suspend', keys: ['s', '@'], label: 'Set the card aside', scope: 'review' },

  {
    id: 'practice.choose',
    keys: ['1', '2', '3', '4', '5', '6'],
    label: 'Choose that way to practise, that answer, or that place',
    scope: 'practice',
    hasPlaces: true,
  },
  { id: 'practice.true', keys: ['t'], label: 'True', scope: 'practice' },
  { id: 'practice.false', keys: ['f'], label: 'False', scope: 'practice' },
  { id: 'practice.next', keys: ['enter', 'space'], label: 'Start, check, or go on', scope: 'practice' },
  { id: 'practice.down', keys: ['j', 'arrowdown'], label: 'Next line of a question', scope: 'practice' },
  { id: 'practice.up', keys: ['k', 'arrowup'], label: 'Line before', scope: 'practice' },
  { id: 'practice.move-down', keys: ['shift+j', 'shift+arrowdown'], label: 'Move the line down', scope: 'practice' },
  { id: 'practice.move-up', keys: ['shift+k', 'shift+arrowup'], label: 'Move the line up', scope: 'practice' },
  { id: 'practice.accept', keys: ['a'], label: 'Count what you typed as right', scope: 'practice' },
  { id: 'practice.passage', keys: ['p'], label: 'Show the passage', scope: 'practice' },

  { id: 'marks.next', keys: ['j', 'arrowdown'], label: 'Next mark', scope: 'marks' },
  { id: 'marks.previous', keys: ['k', 'arrowup'], label: 'Previous mark', scope: 'marks' },
  { id: 'marks.open', keys: ['enter'], label: 'Open its passage', scope: 'marks' },
  { id: 'marks.delete', keys: ['delete', 'mod+backspace'], label: 'Delete the mark', scope: 'marks' },
  { id: 'marks.tick', keys: ['space', 'x'], label: 'Tick the mark, or take the tick off', scope: 'marks' },
  { id: 'marks.tick-to', keys: ['shift+space', 'shift+x'], label: 'Tick from the last ticked to here', scope: 'marks' },
  { id: 'marks.change', keys: ['e'], label: 'Change what is ticked', scope: 'marks' },
  { id: 'marks.untick', keys: ['escape'], label: 'Tick nothing', scope: 'marks' },
  { id: 'marks.filter', keys: ['f'], label: 'Find a mark', scope: 'marks' },
  { id: 'marks.repair', keys: ['r'], label: 'Repair marks that lost their place', scope: 'marks' },

  { id: 'old-marks.next', keys: ['j', 'arrowright', 'enter', 'space'], label: 'Next mark', scope: 'old-marks' },
  { id: 'old-marks.previous', keys: ['k', 'arrowleft'], label: 'Previous mark', scope: 'old-marks' },
  { id: 'old-marks.card', keys: ['c'], label: 'Make a card of the mark', scope: 'old-marks' },
  { id: 'old-marks.open', keys: ['o'], label: 'Open its passage', scope: 'old-marks' },
  { id: 'old-marks.done', keys: ['escape'], label: 'Done', scope: 'old-marks' },

  { id: 'repair.next', keys: ['j', 'arrowdown'], label: 'Next mark', scope: 'repair' },
  { id: 'repair.previous', keys: ['k', 'arrowup'], label: 'Previous mark', scope: 'repair' },
  {
    id: 'repair.candidate',
    keys: ['1', '2', '3', '4', '5'],
    label: 'Look at the first to the fifth place',
    scope: 'repair',
    hasPlaces: true,
  },
  { id: 'repair.accept', keys: ['a', 'enter'], label: 'Put the mark there', scope: 'repair' },
  { id: 'repair.choose', keys: ['s'], label: 'Select its place in the text', scope: 'repair' },
  { id: 'repair.detach', keys: ['d'], label: 'Keep it as a quote without a place', scope: 'repair' },

  { id: 'duplicates.next', keys: ['j', 'arrowdown'], label: 'Next pair', scope: 'duplicates' },
  { id: 'duplicates.previous', keys: ['k', 'arrowup'], label: 'Previous pair', scope: 'duplicates' },
  { id: 'duplicates.first', keys: ['1'], label: 'Keep the left one, with the marks of both', scope: 'duplicates' },
  { id: 'duplicates.second', keys: ['2'], label: 'Keep the right one, with the marks of both', scope: 'duplicates' },
  { id: 'duplicates.apart', keys: ['d'], label: 'They are two', scope: 'duplicates' },
] as const satisfies readonly KeyBinding[]

/** The id of a shortcut. */
export type CommandId = (typeof keymap)[number]['id']

/** Headings of the `?` dialog. */
export const scopeNames: Readonly<Record<KeyScope, string>> = {
  everywhere: 'Everywhere',
  library: 'Library',
  reader: 'Reading',
  panel: 'Beside the text',
  dossiers: 'Dossiers',
  dossier: 'A dossier',
  same: 'Who may be the same',
  doubtful: 'Doubtful names',
  corrections: 'Corrections',
  split: 'Splitting a dossier',
  figures: 'Figures',
  cards: 'Cards',
  review: 'Review',
  practice: 'Practice',
  marks: 'Marks',
  'old-marks': 'Old marks of today',
  repair: 'Repairing marks',
  duplicates: 'Articles that are there twice',
}
