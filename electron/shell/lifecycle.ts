import { app, BrowserWindow } from 'electron'

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
