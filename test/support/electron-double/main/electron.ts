// A double of the `electron` module, main-process side, for a plain Node child of the test. Windows are pages that
// the test opens in Chromium. A name that is not exported here fails the import by name.
import { app, rawApp } from './app.ts'
import { type Arrangement, BrowserWindow, getWindow, listWindows } from './browser-window.ts'
import { ipcMain } from './ipc-main.ts'
import { chooseContextMenu, chooseMenu, describeMenu, Menu } from './menu.ts'
import { MessageChannelMain } from './ports.ts'
import { protocol, rawProtocol } from './protocol.ts'
import { screen } from './screen.ts'
import { rawSession, session } from './session.ts'
import { RefusableEvent } from './strict.ts'
import {
  chooseNotification,
  chosenFolders,
  clipboard,
  dialog,
  Notification,
  nativeImage,
  nativeTheme,
  setSavePath,
  shell,
} from './system.ts'
import { systemLog } from './system-log.ts'
import { testLink } from './test-link.ts'

export {
  app,
  BrowserWindow,
  clipboard,
  dialog,
  ipcMain,
  Menu,
  MessageChannelMain,
  Notification,
  nativeImage,
  nativeTheme,
  protocol,
  screen,
  session,
  shell,
}

/** Where nothing was clicked on. */
const noParams = {
  misspelledWord: '',
  dictionarySuggestions: [],
  isEditable: false,
  editFlags: { canCut: true, canCopy: true, canPaste: true },
  selectionText: '',
  linkURL: '',
}

// What follows the system's conventions can be seen on another. Native packages do not load there.
const { ELECTRON_DOUBLE_PLATFORM: platform } = process.env
if (platform) Object.defineProperty(process, 'platform', { value: platform })

testLink.serve({
  fromPage: (windowId: number, frame: { url: string; isMain: boolean }, encoded: string) =>
    getWindow(windowId).contents.hear(frame, encoded),
  request: (url: string, method: string) => rawProtocol.request(url, method),
  windowOpen: (windowId: number, url: string) => getWindow(windowId).contents.askOpen(url),
  navigate: (windowId: number, url: string, isMainFrame: boolean) =>
    getWindow(windowId).contents.askNavigate(url, isMainFrame),
  requestPermission: (windowId: number, permission: string) =>
    rawSession.request(getWindow(windowId).webContents, permission),
  checkPermission: (windowId: number, permission: string) =>
    rawSession.check(getWindow(windowId).webContents, permission),
  chooseMenu,
  openFile: (path: string) => void rawApp.emit('open-file', new RefusableEvent(), path),
  openUrl: (url: string) => void rawApp.emit('open-url', new RefusableEvent(), url),
  chooseContextMenu,
  chooseNotification,
  chooseNextFolder: (path: string) => void chosenFolders.push(path),
  arrangeWindow: (windowId: number, arrangement: Partial<Arrangement>) => getWindow(windowId).arrange(arrangement),
  openContextMenu: (windowId: number, params: object) =>
    void getWindow(windowId).contents.emit('context-menu', {}, { ...noParams, ...params }),
  crashPage: (windowId: number) =>
    void rawApp.emit('render-process-gone', {}, getWindow(windowId).webContents, { reason: 'crashed', exitCode: 1 }),
  closeByUser: (windowId: number) =>
    listWindows()
      .find((window) => window.id === windowId)
      ?.close(),
  setSavePath,
  setFilePath: (windowId: number, name: string, path: string) =>
    getWindow(windowId).contents.tellPage({ kind: 'file-path', name, path }),
  state: () => ({
    schemes: rawProtocol.schemes,
    ...systemLog,
    menu: describeMenu(),
    openPorts: listWindows().reduce((sum, window) => sum + window.contents.ports.openCount, 0),
    windows: listWindows().map((window) => ({
      id: window.id,
      isVisible: window.isVisible(),
      isFocused: window.isFocused,
      isFullScreen: window.isFullScreen(),
      isMaximized: window.isMaximized(),
      bounds: window.getNormalBounds(),
      url: window.contents.url,
    })),
  }),
  quit: () => rawApp.quit(),
})

if (app.isPackaged) {
  // An installed program is itself the one that is started: no folder is named before its arguments.
  process.argv.splice(1, 1)
} else {
  // Electron says so when it was started as `electron FOLDER`.
  Object.defineProperty(process, 'defaultApp', { value: true })
}

// Electron ends in order on both.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => rawApp.quit())

// What macOS opens a program with is told before it is ready.
const { ELECTRON_DOUBLE_OPEN_FILE: fileOfStart } = process.env
if (fileOfStart) setTimeout(() => rawApp.emit('open-file', new RefusableEvent(), fileOfStart))

// Ready comes after the entry module has run, as in Electron.
setTimeout(() => rawApp.becomeReady(), 20)
