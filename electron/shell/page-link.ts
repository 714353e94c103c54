import { type BrowserWindow, type IpcMainEvent, ipcMain, type MessagePortMain } from 'electron'
import { type AppCommand, COMMAND_CHANNEL, PORT_CHANNEL } from '#shared/contract/channels.ts'
import { isOwnFrame } from './page-origin.ts'

/**
 * Calls `onPort` with each port that our own page hands over; one from anywhere else is closed unheard.
 * A page that was reloaded hands over a new one.
 */
export function acceptPorts(onPort: (port: MessagePortMain) => void): void {
  ipcMain.on(PORT_CHANNEL, (event: IpcMainEvent) => {
    const [port, ...surplus] = event.ports
    if (port && surplus.length === 0 && isOwnFrame(event.senderFrame)) onPort(port)
    else for (const refused of event.ports) refused.close()
  })
}

/** Sends the page what the person chose in the menu. */
export async function sendCommand(window: BrowserWindow, command: AppCommand): Promise<void> {
  // A choice in the menu is a gesture of the person, which the page can't see. Without one Chromium
  // lets it open no file chooser; the empty script passes the gesture on.
  await window.webContents.executeJavaScript('undefined', true)
  window.webContents.send(COMMAND_CHANNEL, command)
}
