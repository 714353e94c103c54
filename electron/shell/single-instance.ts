import { app } from 'electron'

/** What the program was started with, already read from the command line. */
export interface LaunchRequest {
  /** Absolute paths of the files to import. */
  readonly files: readonly string[]
}

/**
 * Whether this is the first running program for its user-data folder. If so, `onLaunch` hears of each later start
 * and of files that macOS opens with us; if not, the first one has been told and this one should quit.
 */
export function holdSingleInstance(request: LaunchRequest, onLaunch: (request: LaunchRequest) => void): boolean {
  if (!app.requestSingleInstanceLock({ files: [...request.files] })) return false
  // Chromium reorders and adds to the other program's argv, so the files come beside it.
  app.on('second-instance', (_event, _argv, _workingDirectory, data) => onLaunch({ files: filesOf(data) }))
  app.on('open-file', (event, path) => {
    event.preventDefault()
    onLaunch({ files: [path] })
  })
  return true
}

function filesOf(data: unknown): string[] {
  if (typeof data !== 'object' || data === null || !('files' in data) || !Array.isArray(data.files)) return []
  return data.files.filter((file) => typeof file === 'string')
}
