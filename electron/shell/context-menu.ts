import { type BrowserWindow, type ContextMenuParams, clipboard, Menu, type MenuItemConstructorOptions } from 'electron'
import { isExternal, openExternally } from './navigation.ts'

type Item = MenuItemConstructorOptions

/** What a menu at the pointer offers: spellings, what can be done with text, a link that leads out. */
export function offerContextMenu(window: BrowserWindow): void {
  window.webContents.on('context-menu', (_event, params) => {
    const groups = [spellingItems(window, params), textItems(params), linkItems(params)]
    const items = groups
      .filter((group) => group.length > 0)
      .flatMap((group, at): Item[] => (at === 0 ? group : [{ type: 'separator' }, ...group]))
    if (items.length > 0) Menu.buildFromTemplate(items).popup({ window })
  })
}

function spellingItems({ webContents }: BrowserWindow, params: ContextMenuParams): Item[] {
  const { misspelledWord, dictionarySuggestions } = params
  if (!misspelledWord) return []
  return [
    ...dictionarySuggestions.map((word) => ({ label: word, click: () => webContents.replaceMisspelling(word) })),
    ...(dictionarySuggestions.length === 0 ? [{ label: 'No suggestions', enabled: false }] : []),
    {
      label: 'Add to the dictionary',
      click: () => void webContents.session.addWordToSpellCheckerDictionary(misspelledWord),
    },
  ]
}

function textItems({ isEditable, editFlags, selectionText }: ContextMenuParams): Item[] {
  if (!isEditable) return selectionText.trim() === '' ? [] : [{ role: 'copy' }]
  return [
    { role: 'cut', enabled: editFlags.canCut },
    { role: 'copy', enabled: editFlags.canCopy },
    { role: 'paste', enabled: editFlags.canPaste },
    { type: 'separator' },
    { role: 'selectAll' },
  ]
}

function linkItems({ linkURL }: ContextMenuParams): Item[] {
  if (!isExternal(linkURL)) return []
  return [
    { label: 'Open the link', click: () => openExternally(linkURL) },
    { label: 'Copy the address of the link', click: () => void clipboard.writeText(linkURL) },
  ]
}
