import { app } from 'electron'

/** What a start asks for: files (absolute paths) and links of our own scheme. */
export interface Asked {
  readonly files: readonly string[]
  readonly links: readonly string[]
}

/**
 * Whether this is the first running program for its user-data folder. If so, `onLaunch` hears what each later start asks
 * for, perhaps nothing, and what macOS opens with us; if not, the first program has been told of `asked` and this one
 * should quit.
 */
export function holdSingleInstance(asked: Asked, onLaunch: (asked: Asked) => void): boolean {
  if (!app.requestSingleInstanceLock({ files: [...asked.files], links: [...asked.links] })) return false
  // Chromium reorders and adds to the other program's argv, so what it asks for comes beside it.
  app.on('second-instance', (_event, _argv, _workingDirectory, data) =>
    onLaunch({ files: textsOf(data, 'files'), links: textsOf(data, 'links') }),
  )
  app.on('open-file', (event, path) => {
    event.preventDefault()
    onLaunch({ files: [path], links: [] })
  })
  app.on('open-url', (event, url) => {
    event.preventDefault()
    onLaunch({ files: [], links: [url] })
  })
  return true
}

function textsOf(data: unknown, key: 'files' | 'links'): string[] {
  const texts = typeof data === 'object' && data !== null ? (data as Record<string, unknown>)[key] : null
  return Array.isArray(texts) ? texts.filter((text) => typeof text === 'string') : []
}
