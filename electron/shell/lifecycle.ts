import { app, BrowserWindow, dialog } from 'electron'

/**
 * Follows each platform's habit: macOS keeps running without a window and opens one again from the dock,
 * elsewhere closing the last window ends the program.
 */
export function followWindowHabits(openWindow: () => void): void {
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) openWindow()
  })
}

/** Holds the end of the program until `close` is through; its failure ends it with code 1 after `onFailure`. */
export function closeBeforeQuit(close: () => Promise<void>, onFailure: (error: unknown) => void): void {
  let isClosing = false
  app.on('will-quit', (event) => {
    event.preventDefault()
    if (isClosing) return
    isClosing = true
    close().then(
      () => app.exit(0),
      (error: unknown) => {
        onFailure(error)
        app.exit(1)
      },
    )
  })
}

/** A page that crashes again this soon is not loaded once more. */
const CALM_MS = 10_000

/**
 * Loads a page anew whose process is gone: what was typed in it is kept by the page itself. A fault of the main process
 * that nothing caught is noted and ends the program, in plain words.
 */
export function followCrashes(onFailure: (error: unknown) => void): void {
  const last = new WeakMap<object, number>()
  app.on('render-process-gone', (_event, contents, { reason }) => {
    if (reason === 'clean-exit') return
    onFailure(new PageGoneError(reason))
    const nowMs = Date.now()
    if (nowMs - (last.get(contents) ?? 0) > CALM_MS) contents.reload()
    last.set(contents, nowMs)
  })
  process.on('uncaughtException', (error) => {
    onFailure(error)
    dialog.showErrorBox('Dossier has to close', 'Something is wrong in Dossier itself. Everything you did is saved.')
    app.exit(1)
  })
}

/** The process of a page is gone; the code says why, in Electron's words. */
class PageGoneError extends Error {
  override readonly name = 'PageGoneError'
  readonly code: string
  constructor(reason: string) {
    super('The process of a page is gone.')
    this.code = reason
  }
}
