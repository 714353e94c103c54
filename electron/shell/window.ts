import { join } from 'node:path'
import { app, BrowserWindow, nativeTheme, screen } from 'electron'
import { offerContextMenu } from './context-menu.ts'
import { guardNavigation } from './navigation.ts'
import { pageUrl } from './page-origin.ts'
import { loadWindowState, minimumSize, placeWindow, saveWindowState, type WindowState } from './window-state.ts'

// The page colours of the light and dark themes: what shows before the page has drawn.
const paper = { light: '#FBFAF7', dark: '#171614' }

/** Opens the main window on our page. `preloadFile`: absolute path of the bundled preload. */
export function openMainWindow(preloadFile: string): BrowserWindow {
  return openWindow(preloadFile, 'window.json', pageUrl())
}

/** Opens a window on one place of the app, as the router has it, without the rail. */
export function openSideWindow(preloadFile: string, path: string): BrowserWindow {
  return openWindow(preloadFile, 'side-window.json', `${pageUrl()}?alone#${path}`)
}

function openWindow(preloadFile: string, stateName: string, url: string): BrowserWindow {
  const stateFile = join(app.getPath('userData'), stateName)
  const state = placeWindow(loadWindowState(stateFile), listDisplays(), listPlaces())
  const window = new BrowserWindow({
    ...(state.x === null || state.y === null ? {} : { x: state.x, y: state.y }),
    width: state.width,
    height: state.height,
    minWidth: minimumSize.width,
    minHeight: minimumSize.height,
    title: 'Dossier',
    show: false,
    ...(state.isFullScreen && { fullscreen: true }),
    backgroundColor: nativeTheme.shouldUseDarkColors ? paper.dark : paper.light,
    webPreferences: {
      preload: preloadFile,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      // Whether anything is checked is the session's (electron/shell/spelling.ts): off until the person wants it.
      spellcheck: true,
    },
  })
  guardNavigation(window.webContents)
  offerContextMenu(window)
  window.once('ready-to-show', () => {
    if (state.isMaximized) window.maximize()
    window.show()
  })
  window.on('close', () => saveWindowState(stateFile, currentState(window)))
  window.loadURL(url).catch((error: unknown) => {
    // Who closes a window before it has loaded did nothing wrong.
    if (!window.isDestroyed()) throw error
  })
  return window
}

/** Brings the window to the front, wherever it was. */
export function showWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

function listDisplays() {
  const first = screen.getPrimaryDisplay()
  const others = screen.getAllDisplays().filter(({ id }) => id !== first.id)
  return [first, ...others].map(({ workArea }) => workArea)
}

function listPlaces() {
  return BrowserWindow.getAllWindows().map((window) => window.getNormalBounds())
}

function currentState(window: BrowserWindow): WindowState {
  // As it is when it is neither maximised nor in full screen.
  const { x, y, width, height } = window.getNormalBounds()
  return { x, y, width, height, isMaximized: window.isMaximized(), isFullScreen: window.isFullScreen() }
}
