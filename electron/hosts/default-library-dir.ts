import { posix, win32 } from 'node:path'

/** What decides where a program keeps its data: `process.platform`, `process.env` and `os.homedir()`. */
export interface SystemPlaces {
  readonly platform: NodeJS.Platform
  readonly env: Readonly<Record<string, string | undefined>>
  readonly home: string
}

/**
 * Where the library lies unless the person says otherwise: beside the data of the platform's other programs.
 * Source: XDG Base Directory Specification 0.8; Apple File System Programming Guide; Windows known folder
 * RoamingAppData.
 */
export function defaultLibraryDir({ platform, env, home }: SystemPlaces): string {
  if (platform === 'win32')
    return win32.join(env.APPDATA || win32.join(home, 'AppData', 'Roaming'), 'Dossier', 'Library')
  if (platform === 'darwin') return posix.join(home, 'Library', 'Application Support', 'Dossier', 'Library')
  return posix.join(absoluteOr(env.XDG_DATA_HOME, posix.join(home, '.local', 'share')), 'dossier')
}

/**
 * Where a browser keeps the state of the app window: never inside a library, which people copy and sync.
 * Source: as above, with XDG_STATE_HOME and the known folder LocalAppData.
 */
export function windowStateDir({ platform, env, home }: SystemPlaces): string {
  if (platform === 'win32')
    return win32.join(env.LOCALAPPDATA || win32.join(home, 'AppData', 'Local'), 'Dossier', 'Window')
  if (platform === 'darwin') return posix.join(home, 'Library', 'Application Support', 'Dossier', 'Window')
  return posix.join(absoluteOr(env.XDG_STATE_HOME, posix.join(home, '.local', 'state')), 'dossier', 'window')
}

// The specification has relative paths ignored.
function absoluteOr(path: string | undefined, fallback: string): string {
  return path && posix.isAbsolute(path) ? path : fallback
}
