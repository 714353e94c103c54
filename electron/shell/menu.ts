import { app, Menu, type MenuItemConstructorOptions } from 'electron'
import type { AppCommand } from '#shared/contract/channels.ts'

type Choose = (command: AppCommand) => void
type Item = MenuItemConstructorOptions

const separator: Item = { type: 'separator' }

/** Puts the application menu in place; `choose` hears what the person picked for the page to do. */
export function installMenu(choose: Choose): void {
  const isMac = process.platform === 'darwin'
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...(isMac ? [applicationMenu(choose)] : []),
      fileMenu(choose, isMac),
      editMenu(choose),
      viewMenu(choose),
      goMenu(choose, isMac),
      { role: 'windowMenu' },
      helpMenu(choose, isMac),
    ]),
  )
}

// Undo and the like are commands and not roles: they take back what was done to the library, not only typing.
function command(label: string, id: AppCommand, accelerator: string | null, choose: Choose): Item {
  return { label, ...(accelerator === null ? {} : { accelerator }), click: () => choose(id) }
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

function fileMenu(choose: Choose, isMac: boolean): Item {
  return {
    label: 'File',
    submenu: [
      command('Import…', 'import', 'CmdOrCtrl+O', choose),
      command('Export…', 'export', 'CmdOrCtrl+Shift+E', choose),
      separator,
      ...(isMac ? [] : [command('Settings…', 'settings', 'Ctrl+,', choose), separator]),
      { role: 'close' },
      ...(isMac ? [] : [{ role: 'quit' } as const]),
    ],
  }
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

function helpMenu(choose: Choose, isMac: boolean): Item {
  const shortcuts = command('Keyboard shortcuts', 'shortcuts', null, choose)
  return { role: 'help', submenu: isMac ? [shortcuts] : [shortcuts, { role: 'about' }] }
}
