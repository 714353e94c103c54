import { contextBridge, type IpcRendererEvent, ipcRenderer, webUtils } from 'electron'
import {
  type AppCommand,
  COMMAND_CHANNEL,
  type DossierHost,
  PDF_CHANNEL,
  type PdfOutcome,
  PORT_CHANNEL,
} from '#shared/contract/channels.ts'

type CommandListener = (command: AppCommand) => void

const listeners = new Set<CommandListener>()
// The menu can be used before the page has drawn anything; what it asked is kept until someone listens.
const early: AppCommand[] = []

ipcRenderer.on(COMMAND_CHANNEL, (_event: IpcRendererEvent, command: AppCommand) => {
  if (listeners.size === 0) early.push(command)
  for (const listener of listeners) listener(command)
})

function onCommand(listener: CommandListener): () => void {
  // One wrapper a call: the same function given twice gets two subscriptions, and each ends by itself.
  const subscription: CommandListener = (command) => listener(command)
  listeners.add(subscription)
  for (const command of early.splice(0)) subscription(command)
  return () => {
    listeners.delete(subscription)
  }
}

window.addEventListener('message', (event: MessageEvent<unknown>) => {
  // Frames and other windows can post here too; only this page's own message hands over a port.
  if (event.source !== window || event.data !== PORT_CHANNEL) return
  const port = event.ports[0]
  if (port && event.ports.length === 1) ipcRenderer.postMessage(PORT_CHANNEL, null, [port])
})

// Answers come in the order in which they were asked for.
const asked: ((outcome: PdfOutcome) => void)[] = []
ipcRenderer.on(PDF_CHANNEL, (_event: IpcRendererEvent, outcome: PdfOutcome) => asked.shift()?.(outcome))

function savePdf(title: string): Promise<PdfOutcome> {
  return new Promise((answer) => {
    asked.push(answer)
    ipcRenderer.send(PDF_CHANNEL, title)
  })
}

const host: DossierHost = {
  kind: 'electron',
  platform: process.platform,
  onCommand,
  pathForFile: (file) => webUtils.getPathForFile(file),
  savePdf,
}
contextBridge.exposeInMainWorld('dossierHost', host)
