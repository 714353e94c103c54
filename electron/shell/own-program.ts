import { sep } from 'node:path'

/** What the system knows the program by. The installers give it to what they put in place. */
export const APP_ID = 'net.dossier.Dossier'

/**
 * The file that starts this program once more. An AppImage and a portable program run unpacked in a place that goes away
 * with them; what they were started from is named by the environment, which a program hands on to those it starts.
 * Source: AppImage documentation, "Environment variables"; electron-builder, "Portable".
 */
export function ownProgram(env: Readonly<Record<string, string | undefined>>, execPath: string): string {
  const { APPIMAGE, APPDIR, PORTABLE_EXECUTABLE_FILE } = env
  if (APPIMAGE && APPDIR && execPath.startsWith(APPDIR + sep)) return APPIMAGE
  return PORTABLE_EXECUTABLE_FILE || execPath
}
