import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { LINK_SCHEME } from '#shared/domain/links.ts'

/** What the program was asked to open. */
export interface LaunchRequest {
  /** Absolute; null for the default. */
  readonly libraryDir: string | null
  /** Absolute paths, to be imported. */
  readonly files: readonly string[]
  /** Links of our own scheme, as given. */
  readonly links: readonly string[]
  /** Started with the computer, to show no window. */
  readonly isHidden: boolean
}

// What only the loopback host understands is named too, so that its values are not taken for files.
const options = {
  library: { type: 'string' },
  port: { type: 'string' },
  'no-open': { type: 'boolean' },
  hidden: { type: 'boolean' },
} as const

/**
 * Reads Electron's `process.argv`. Switches that are not ours are Chromium's and ignored. `isDefaultApp`: started as
 * `electron FOLDER ...` and not as a packaged program, so that the first plain argument is the program's own folder.
 */
export function readLaunchRequest(argv: readonly string[], isDefaultApp: boolean, workingDir: string): LaunchRequest {
  const args = argv.slice(isDefaultApp ? argv.findIndex((arg, at) => at > 0 && !arg.startsWith('-')) + 1 : 1)
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true, strict: false })
  const libraryDir = typeof values.library === 'string' && values.library !== '' ? values.library : null
  return {
    libraryDir: libraryDir === null ? null : resolve(workingDir, libraryDir),
    files: positionals.filter((one) => !isLink(one)).map((file) => resolve(workingDir, file)),
    links: positionals.filter(isLink),
    isHidden: values.hidden === true,
  }
}

function isLink(argument: string): boolean {
  return argument.startsWith(`${LINK_SCHEME}:`)
}
