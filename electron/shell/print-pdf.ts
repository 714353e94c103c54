import { writeFile } from 'node:fs/promises'
import { BrowserWindow } from 'electron'

/** Prints the page in one file as a PDF into another, in a window that nobody sees, where no script runs. */
export async function printPdf(page: string, pdf: string, signal: AbortSignal | undefined): Promise<void> {
  signal?.throwIfAborted()
  const window = new BrowserWindow({
    show: false,
    webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, javascript: false },
  })
  // What is awaited of a window that is gone rejects.
  const giveUp = () => window.destroy()
  signal?.addEventListener('abort', giveUp)
  try {
    await window.loadFile(page)
    await writeFile(pdf, await window.webContents.printToPDF({ printBackground: true, pageSize: 'A4' }))
  } finally {
    signal?.removeEventListener('abort', giveUp)
    if (!window.isDestroyed()) window.destroy()
  }
}
