import { EventEmitter } from 'node:events'
import { strict } from './strict.ts'

// Channels are the program's own names, so any may be listened to. Calls that wait for an answer
// (handle, invoke) are not there: the program speaks through its port.
const rawIpcMain = new EventEmitter()

/** The double of Electron's ipcMain. */
export const ipcMain = strict('ipcMain', rawIpcMain, [])

/** Hands a message of a page to the listeners of its channel. */
export function emitIpc(channel: string, event: object, args: readonly unknown[]): void {
  rawIpcMain.emit(channel, event, ...args)
}
