import { type ChildProcess, spawn } from 'node:child_process'
import { constants } from 'node:os'
import { join, resolve } from 'node:path'
import { parseCommandLine } from '#electron/hosts/command-line.ts'
import { buildWhenStale } from './build-when-stale.ts'
import { getElectron } from './electron-binary.ts'

const root = join(import.meta.dirname, '..')
/** A desktop that Electron can't run on makes itself known at once; what ends later was used. */
const EARLY_END_MS = 10_000

/** How a program ended. */
interface Ending {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
}

/**
 * Builds Dossier if needed and starts it: the desktop program where Electron runs or can be had, else the loopback
 * host, after one line that says why. Ends with the exit code of what it started.
 */
export async function startDossier(argv: readonly string[]): Promise<void> {
  await buildWhenStale(root)
  const command = parseCommandLine(argv)
  if (command.kind !== 'run') return finish(await runServe(argv))
  const { library, files, port, open } = command
  const args = [...(library === null ? [] : ['--library', fromCaller(library)]), '--', ...files.map(fromCaller)]
  // A port or no window can only mean the loopback host.
  const isLoopback = port !== null || !open
  const reason = isLoopback ? null : await runElectron(args)
  if (!isLoopback && reason === null) return
  if (reason !== null) console.error(`${reason}: Dossier is served to a browser instead.`)
  finish(await runServe([...(port === null ? [] : ['--port', String(port)]), ...(open ? [] : ['--no-open']), ...args]))
}

/** Runs the desktop program to its end and gives null, or the reason why it can't run here. */
async function runElectron(args: readonly string[]): Promise<string | null> {
  const electron = await getElectron(root)
  if (electron.kind === 'unavailable') return electron.reason
  const { ELECTRON_RUN_AS_NODE: _asNode, ...env } = process.env
  const startedAtMs = performance.now()
  const ending = await run(spawn(electron.file, [root, ...args], { stdio: 'inherit', env }))
  const isEarly = performance.now() - startedAtMs < EARLY_END_MS
  if (isEarly && hasCrashed(ending)) return `Electron does not run here (${ending.signal ?? `code ${ending.code}`})`
  finish(ending)
  return null
}

// Missing system libraries give 127, a sandbox that is not set up a trap. A signal that we passed on is no crash.
function hasCrashed({ code, signal }: Ending): boolean {
  if (passedOn) return false
  return signal !== null || code === null || code >= 126
}

function runServe(args: readonly string[]): Promise<Ending> {
  return run(spawn(process.execPath, [join(root, 'out/main/serve.js'), ...args], { stdio: 'inherit' }))
}

let passedOn = false

function run(child: ChildProcess): Promise<Ending> {
  const pass = (signal: NodeJS.Signals): void => {
    passedOn = true
    child.kill(signal)
  }
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  for (const signal of signals) process.on(signal, pass)
  return new Promise((ended) => {
    const end = (ending: Ending): void => {
      for (const signal of signals) process.off(signal, pass)
      ended(ending)
    }
    child.once('error', () => end({ code: 127, signal: null })) // the file can't be run at all
    child.once('exit', (code, signal) => end({ code, signal }))
  })
}

function finish({ code, signal }: Ending): void {
  process.exitCode = code ?? 128 + (signal === null ? 0 : constants.signals[signal])
}

// npm runs scripts in the package's folder; the person's paths begin where npm was called.
function fromCaller(path: string): string {
  const base = process.env.npm_lifecycle_event === undefined ? process.cwd() : (process.env.INIT_CWD ?? process.cwd())
  return resolve(base, path)
}
