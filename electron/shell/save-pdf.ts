import { writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { app, BrowserWindow, dialog, type IpcMainEvent, ipcMain } from 'electron'
import { PDF_CHANNEL, type PdfOutcome } from '#shared/contract/channels.ts'
import { isOwnFrame } from './page-origin.ts'

const LONGEST_NAME = 120

/** Lets our own page save what it would print as a PDF file; the person chooses where. It is answered in any case. */
export function savePdfs(onFailure: (error: unknown) => void): void {
  ipcMain.on(PDF_CHANNEL, (event: IpcMainEvent, title: unknown) => {
    if (!isOwnFrame(event.senderFrame) || typeof title !== 'string') return
    savePdf(event, title)
      .catch((error: unknown): PdfOutcome => {
        onFailure(error)
        return { kind: 'failed' }
      })
      .then((outcome) => event.sender.send(PDF_CHANNEL, outcome))
      .catch(onFailure)
  })
}

async function savePdf({ sender }: IpcMainEvent, title: string): Promise<PdfOutcome> {
  const options = {
    title: 'Save as PDF',
    defaultPath: join(app.getPath('documents'), `${fileStem(title)}.pdf`),
    filters: [{ name: 'PDF', extensions: ['pdf'] }],
  }
  const window = BrowserWindow.fromWebContents(sender)
  const { canceled, filePath } = await (window
    ? dialog.showSaveDialog(window, options)
    : dialog.showSaveDialog(options))
  if (canceled || filePath === '') return { kind: 'cancelled' }
  const bytes = await sender.printToPDF({
    printBackground: true,
    preferCSSPageSize: true,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
  })
  await writeFile(filePath, bytes)
  return { kind: 'saved', name: basename(filePath) }
}

/** A title as a name of a file that every system takes. */
function fileStem(title: string): string {
  const plain = title
    .replace(/[\p{Cc}\p{Cf}<>:"/\\|?*]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/^[. ]+|[. ]+$/g, '')
  return [...plain].slice(0, LONGEST_NAME).join('').trim() || 'Article'
}
