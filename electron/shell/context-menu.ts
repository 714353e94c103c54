import { type BrowserWindow, clipboard, Menu, type MenuItemConstructorOptions } from 'electron'

type Item = MenuItemConstructorOptions

/** What a menu at the pointer offers: spellings, what can be done with text, the address of a link. */
export function offerContextMenu(window: BrowserWindow): void {
  const { webContents } = window
  webContents.on('context-menu', (_event, params) => {
    const { misspelledWord, dictionarySuggestions, isEditable, editFlags, selectionText, linkURL } = params
    const spelling: Item[] = misspelledWord
      ? [
          ...dictionarySuggestions.map((word) => ({ label: word, click: () => webContents.replaceMisspelling(word) })),
          ...(dictionarySuggestions.length === 0 ? [{ label: 'No suggestions', enabled: false }] : []),
          {
            label: 'Add to the dictionary',
            click: () => void webContents.session.addWordToSpellCheckerDictionary(misspelledWord),
          },
          { type: 'separator' },
        ]
      : []
    const editing: Item[] = isEditable
      ? [
          { role: 'cut', enabled: editFlags.canCut },
          { role: 'copy', enabled: editFlags.canCopy },
          { role: 'paste', enabled: editFlags.canPaste },
          { type: 'separator' },
          { role: 'selectAll' },
        ]
      : selectionText.trim() !== ''
        ? [{ role: 'copy' }]
        : []
    const isOutside = /^(https?|mailto):/.test(linkURL)
    const link: Item[] = isOutside
      ? [{ label: 'Copy the address of the link', click: () => void clipboard.writeText(linkURL) }]
      : []
    const items = [...spelling, ...editing, ...link]
    if (items.length > 0) Menu.buildFromTemplate(items).popup({ window })
  })
}
