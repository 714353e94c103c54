import { app } from 'electron'

/**
 * Whether this is the first running program for its user-data folder. If so, `onLaunch` hears the files (absolute
 * paths, perhaps none) of each later start, and those that macOS opens with us; if not, the first program has been
 * told of `files` and this one should quit.
 */
export function holdSingleInstance(files: readonly string[], onLaunch: (files: readonly string[]) => void): boolean {
  if (!app.requestSingleInstanceLock({ files: [...files] })) return false
  // Chromium reorders and adds to the other program's argv, so the files come beside it.
  app.on('second-instance', (_event, _argv, _workingDirectory, data) => onLaunch(filesOf(data)))
  app.on('open-file', (event, path) => {
    event.preventDefault()
    onLaunch([path])
  })
  return true
}

function filesOf(data: unknown): string[] {
  if (typeof data !== 'object' || data === null || !('files' in data) || !Array.isArray(data.files)) return []
  return data.files.filter((file) => typeof file === 'string')
}
