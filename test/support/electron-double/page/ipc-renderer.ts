import { tellMain } from './page-link.ts'
import { givePort, receivePort } from './page-ports.ts'

type Listener = (event: object, ...args: unknown[]) => void

const listeners = new Map<string, Listener[]>()

/** The double of Electron's ipcRenderer: what can't be cloned is refused before anything is sent. */
export const ipcRenderer = {
  send(channel: string, ...args: unknown[]): void {
    tellMain({ kind: 'ipc', channel, args: structuredClone(args), ports: [] })
  },
  postMessage(channel: string, message: unknown, transfer: MessagePort[] = []): void {
    if (!transfer.every((port) => port instanceof MessagePort))
      throw new TypeError('electron double: only MessagePorts can be transferred to the main process')
    const args = [structuredClone(message)]
    tellMain({ kind: 'ipc', channel, args, ports: transfer.map(givePort) })
  },
  on(channel: string, listener: Listener): object {
    listeners.set(channel, [...(listeners.get(channel) ?? []), listener])
    return ipcRenderer
  },
  removeListener(channel: string, listener: Listener): object {
    listeners.set(
      channel,
      (listeners.get(channel) ?? []).filter((known) => known !== listener),
    )
    return ipcRenderer
  },
}

/** Hands a message of the main process to the listeners of its channel. */
export function emitIpc(channel: string, args: readonly unknown[], ports: readonly string[]): void {
  const event = { sender: ipcRenderer, ports: ports.map(receivePort) }
  for (const listener of listeners.get(channel) ?? []) listener(event, ...args)
}
