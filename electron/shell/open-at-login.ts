import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { app } from 'electron'

/** The switch of a start without a window. */
export const HIDDEN_SWITCH = '--hidden'

/** Whether the system lets this program start with it: a build in development has no place of its own. */
export function canOpenAtLogin(): boolean {
  return app.isPackaged
}

/** Has the program start with the computer, without a window, or no more. */
export function setOpenAtLogin(openAtLogin: boolean): void {
  if (!canOpenAtLogin()) return
  if (process.platform === 'linux') writeAutostart(openAtLogin)
  else app.setLoginItemSettings({ openAtLogin, args: [HIDDEN_SWITCH] })
}

function writeAutostart(openAtLogin: boolean): void {
  const file = join(app.getPath('appData'), 'autostart', 'dossier.desktop')
  rmSync(file, { force: true })
  if (!openAtLogin) return
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, desktopEntry(process.env.APPIMAGE ?? process.execPath))
}

/** Source: Desktop Entry Specification 1.5, "The Exec key". */
export function desktopEntry(program: string): string {
  const quoted = `"${program.replace(/["`$\\]/g, '\\$&').replaceAll('%', '%%')}"`
  return `[Desktop Entry]\nType=Application\nName=Dossier\nExec=${quoted} ${HIDDEN_SWITCH}\nX-GNOME-Autostart-enabled=true\n`
}
