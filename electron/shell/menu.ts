import { app, type BaseWindow, Menu, type MenuItemConstructorOptions } from 'electron'
import type { AppCommand } from '#shared/contract/channels.ts'
import { articlePath } from '#shared/domain/routes.ts'

type Choose = (command: AppCommand, window: BaseWindow | undefined) => void
type Item = MenuItemConstructorOptions

/** What of the menu follows the library, and what the program itself does. */
export interface MenuContent {
  readonly recent: readonly { readonly id: string; readonly title: string }[]
  /** Libraries beside the open one. */
  readonly libraries: readonly string[]
  readonly openWindow: () => void
  readonly openReview: () => void
  readonly openLibrary: (dir: string | null) => void
  readonly moveLibrary: () => void
  readonly openFolder: (which: 'library' | 'log') => void
}

const separator: Item = { type: 'separator' }

/** Puts the application menu in place; `choose` hears what the person picked for the page of a window to do. */
export function installMenu(choose: Choose, content: MenuContent): void {
  const isMac = process.platform === 'darwin'
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...(isMac ? [applicationMenu(choose)] : []),
      fileMenu(choose, content, isMac),
      editMenu(choose),
      viewMenu(choose),
      goMenu(choose, isMac),
      { role: 'windowMenu' },
      helpMenu(choose, content, isMac),
    ]),
  )
}

// Undo and the like are commands and not roles: they take back what was done to the library, not only typing.
function command(label: string, id: AppCommand, accelerator: string | null, choose: Choose): Item {
  return { label, ...(accelerator === null ? {} : { accelerator }), click: (_item, window) => choose(id, window) }
}

function applicationMenu(choose: Choose): Item {
  return {
    label: app.name,
    submenu: [
      { role: 'about' },
      separator,
      command('Settings…', 'settings', 'Cmd+,', choose),
      separator,
      { role: 'services' },
      separator,
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      separator,
      { role: 'quit' },
    ],
  }
}

function fileMenu(choose: Choose, content: MenuContent, isMac: boolean): Item {
  return {
    label: 'File',
    submenu: [
      { label: 'New window', accelerator: 'CmdOrCtrl+N', click: content.openWindow },
      { label: 'Review in a new window', click: content.openReview },
      separator,
      command('Import…', 'import', 'CmdOrCtrl+O', choose),
      { label: 'Open recent', submenu: recentItems(choose, content) },
      command('Export…', 'export', 'CmdOrCtrl+Shift+E', choose),
      command('Print…', 'print', 'CmdOrCtrl+P', choose),
      separator,
      { label: 'Library', submenu: libraryItems(content) },
      separator,
      ...(isMac ? [] : [command('Settings…', 'settings', 'Ctrl+,', choose), separator]),
      { role: 'close' },
      ...(isMac ? [] : [{ role: 'quit' } as const]),
    ],
  }
}

const LONGEST_TITLE = 60

function recentItems(choose: Choose, { recent }: MenuContent): Item[] {
  if (recent.length === 0) return [{ label: 'Nothing was opened yet', enabled: false }]
  // An ampersand alone would underline the letter that follows.
  return recent.map(({ id, title }) =>
    command(shorten(title).replaceAll('&', '&&'), `go:${articlePath(id)}` as `go:/${string}`, null, choose),
  )
}

function shorten(title: string): string {
  return title.length > LONGEST_TITLE ? `${title.slice(0, LONGEST_TITLE - 1)}…` : title
}

function libraryItems({ libraries, openLibrary, moveLibrary, openFolder }: MenuContent): Item[] {
  return [
    { label: 'Show its folder', click: () => openFolder('library') },
    { label: 'Move it…', click: moveLibrary },
    separator,
    { label: 'Open another…', click: () => openLibrary(null) },
    ...libraries.map((dir) => ({ label: dir.replaceAll('&', '&&'), click: () => openLibrary(dir) })),
  ]
}

function editMenu(choose: Choose): Item {
  return {
    label: 'Edit',
    submenu: [
      command('Undo', 'undo', 'CmdOrCtrl+Z', choose),
      command('Redo', 'redo', process.platform === 'win32' ? 'Ctrl+Y' : 'CmdOrCtrl+Shift+Z', choose),
      separator,
      { role: 'cut' },
      { role: 'copy' },
      { role: 'paste' },
      { role: 'selectAll' },
      separator,
      command('Find in the library…', 'search', 'CmdOrCtrl+K', choose),
    ],
  }
}

function viewMenu(choose: Choose): Item {
  const theme = (label: string, id: AppCommand): Item => command(label, id, null, choose)
  return {
    label: 'View',
    submenu: [
      { role: 'zoomIn' },
      { role: 'zoomOut' },
      { role: 'resetZoom' },
      separator,
      {
        label: 'Theme',
        submenu: [
          theme('Like the system', 'theme-system'),
          theme('Light', 'theme-light'),
          theme('Sepia', 'theme-sepia'),
          theme('Dark', 'theme-dark'),
        ],
      },
      separator,
      { role: 'togglefullscreen' },
      ...(app.isPackaged ? [] : [separator, { role: 'reload' } as const, { role: 'toggleDevTools' } as const]),
    ],
  }
}

function goMenu(choose: Choose, isMac: boolean): Item {
  return {
    label: 'Go',
    submenu: [
      command('Back', 'back', isMac ? 'Cmd+[' : 'Alt+Left', choose),
      command('Forward', 'forward', isMac ? 'Cmd+]' : 'Alt+Right', choose),
      separator,
      command('Library', 'go-library', null, choose),
      command('Dossiers', 'go-dossiers', null, choose),
      command('Figures', 'go-figures', null, choose),
      command('Cards', 'go-cards', null, choose),
      command('Review', 'go-review', null, choose),
      command('Practice', 'go-practice', null, choose),
      command('Marks', 'go-marks', null, choose),
      command('Statistics', 'go-statistics', null, choose),
    ],
  }
}

function helpMenu(choose: Choose, { openFolder }: MenuContent, isMac: boolean): Item {
  return {
    role: 'help',
    submenu: [
      command('Keyboard shortcuts', 'shortcuts', null, choose),
      separator,
      command('Copy diagnostics', 'diagnostics', null, choose),
      { label: 'Show the log', click: () => openFolder('log') },
      ...(isMac ? [] : [separator, { role: 'about' } as const]),
    ],
  }
}
