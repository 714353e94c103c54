import { parseArgs } from 'node:util'

/** What a person asked for on the command line; the same words in both hosts. */
export type CommandLine =
  | {
      readonly kind: 'run'
      /** As given; null for the default. */
      readonly library: string | null
      /** 0 means any free port; null that none was asked for. */
      readonly port: number | null
      readonly open: boolean
      /** To be imported, as given. */
      readonly files: readonly string[]
    }
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  /** Not understood; `message` is one line. */
  | { readonly kind: 'wrong'; readonly message: string }

/** What `--help` prints. */
export const helpText = `Usage: npm run serve -- [options] [FILE...]

Serves Dossier to this computer only, in a window of an installed browser.
Files given are imported, and all in folders given.

  --library DIR  the folder with the library (default: your user-data folder)
  --port N       the port to listen on, 0 for any free one
  --no-open      print the address and open no window
  --version      print the version
  --help         print this
`

const options = {
  library: { type: 'string' },
  port: { type: 'string' },
  'no-open': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const

/** Reads the arguments that follow the program's name. */
export function parseCommandLine(argv: readonly string[]): CommandLine {
  const parsed = tryParse(argv)
  if (typeof parsed === 'string') return { kind: 'wrong', message: parsed }
  const { values, positionals } = parsed
  if (values.help) return { kind: 'help' }
  if (values.version) return { kind: 'version' }
  if (values.library === '') return { kind: 'wrong', message: '--library needs a folder.' }
  const port = values.port === undefined ? null : parsePort(values.port)
  if (Number.isNaN(port))
    return { kind: 'wrong', message: `--port needs a number from 0 to 65535, not "${values.port}".` }
  return { kind: 'run', library: values.library ?? null, port, open: !values['no-open'], files: positionals }
}

function tryParse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true, strict: true })
  } catch (error) {
    // parseArgs explains at length how to write a file name that looks like an option: the first sentence will do.
    return `${String(error instanceof Error ? error.message : error).split(/[.\n]/, 1)[0]}.`
  }
}

function parsePort(given: string): number {
  const port = /^\d{1,5}$/.test(given) ? Number(given) : Number.NaN
  return port <= 65_535 ? port : Number.NaN
}
