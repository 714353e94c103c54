import { join } from 'node:path'
import { app, BrowserWindow, nativeTheme } from 'electron'
import { guardNavigation } from './navigation.ts'
import { pageUrl } from './page-origin.ts'
import { loadWindowState, minimumSize, saveWindowState } from './window-state.ts'

// The page colours of the light and dark themes: what shows before the page has drawn.
const paper = { light: '#FBFAF7', dark: '#171614' }

/** Opens the window on our page. `preloadFile`: absolute path of the bundled preload. */
export function openMainWindow(preloadFile: string): BrowserWindow {
  const stateFile = join(app.getPath('userData'), 'window.json')
  const state = loadWindowState(stateFile)
  const window = new BrowserWindow({
    width: state.width,
    height: state.height,
    minWidth: minimumSize.width,
    minHeight: minimumSize.height,
    title: 'Dossier',
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? paper.dark : paper.light,
    webPreferences: {
      preload: preloadFile,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      // Elsewhere than on macOS the spell checker fetches its dictionaries from the network.
      spellcheck: process.platform === 'darwin',
    },
  })
  guardNavigation(window.webContents)
  window.once('ready-to-show', () => {
    if (state.isMaximized) window.maximize()
    window.show()
  })
  window.on('close', () => saveWindowState(stateFile, currentState(window)))
  void window.loadURL(pageUrl())
  return window
}

/** Brings the window to the front, wherever it was. */
export function showWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

function currentState(window: BrowserWindow): { width: number; height: number; isMaximized: boolean } {
  const { width, height } = window.getNormalBounds()
  return { width, height, isMaximized: window.isMaximized() }
}
