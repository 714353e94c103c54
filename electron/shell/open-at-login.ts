import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { app } from 'electron'
import { ownProgram } from './own-program.ts'

/** The switch of a start without a window. */
const HIDDEN_SWITCH = '--hidden'

/** Whether the system lets this program start with it: a build in development has no place of its own. */
export function canOpenAtLogin(): boolean {
  return app.isPackaged
}

/** Has the program start with the computer, without a window, or no more. */
export function setOpenAtLogin(openAtLogin: boolean): void {
  if (!canOpenAtLogin()) return
  if (process.platform === 'linux') writeAutostart(openAtLogin)
  else app.setLoginItemSettings({ openAtLogin, path: ownProgram(process.env, process.execPath), args: [HIDDEN_SWITCH] })
}

/** Whether the system itself started the program: macOS gives it no switch, but says so. */
export function wasOpenedAtLogin(): boolean {
  return process.platform === 'darwin' && app.getLoginItemSettings().wasOpenedAtLogin
}

function writeAutostart(openAtLogin: boolean): void {
  const file = join(app.getPath('appData'), 'autostart', 'dossier.desktop')
  rmSync(file, { force: true })
  if (!openAtLogin) return
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, desktopEntry(ownProgram(process.env, process.execPath)))
}

/** Source: Desktop Entry Specification 1.5, "The Exec key". */
function desktopEntry(program: string): string {
  const quoted = `"${program.replace(/["`$\\]/g, '\\$&').replaceAll('%', '%%')}"`
  return `[Desktop Entry]\nType=Application\nName=Dossier\nExec=${quoted} ${HIDDEN_SWITCH}\nX-GNOME-Autostart-enabled=true\n`
}
