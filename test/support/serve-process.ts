import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const serveFile = join(import.meta.dirname, '../../out/main/serve.js')

/** The exit code after SIGINT or SIGTERM. Windows has no signals: there a program is simply ended. */
export const ENDED_WELL = process.platform === 'win32' ? null : 0

/** The built loopback host, running as a program of its own. */
export interface ServeProcess {
  /** `http://127.0.0.1:PORT/#token=TOKEN`, as it was printed. */
  readonly url: string
  readonly origin: string
  readonly token: string
  /** The number of its process. */
  readonly pid: number
  /** All lines of standard output and standard error so far. */
  readonly output: { readonly stdout: readonly string[]; readonly stderr: readonly string[] }
  /** Sends a signal and gives the exit code, null when the signal itself ended the program. */
  stop(signal: NodeJS.Signals): Promise<number | null>
}

/** A host that ended before it listened. */
export interface ServeFailure {
  readonly exitCode: number | null
  readonly stdout: readonly string[]
  readonly stderr: readonly string[]
}

/** Starts the built host with these arguments and `--no-open`; gives what it says when it ends before it listens. */
export async function tryServe(args: readonly string[]): Promise<ServeProcess | ServeFailure> {
  const child = spawn(process.execPath, [serveFile, '--no-open', ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  const output = { stdout: [] as string[], stderr: [] as string[] }
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  createInterface(child.stderr).on('line', (line) => output.stderr.push(line))
  const url = new Promise<string>((resolve) => {
    createInterface(child.stdout).on('line', (line) => {
      output.stdout.push(line)
      const address = /^Dossier is ready at (\S+)$/.exec(line)?.[1]
      if (address) resolve(address)
    })
  })
  const first = await Promise.race([url, ended])
  if (typeof first !== 'string') return { exitCode: first, ...output }
  return runningServe(child, first, output, ended)
}

/** Starts the built host on a library, on any free port. Throws what it said when it does not start. */
export async function startServe(libraryDir: string, args: readonly string[] = []): Promise<ServeProcess> {
  const started = await tryServe(['--library', libraryDir, '--port', '0', ...args])
  if ('exitCode' in started) throw new Error(`serve ended with ${started.exitCode}: ${started.stderr.join('\n')}`)
  return started
}

function runningServe(
  child: ChildProcess,
  url: string,
  output: ServeProcess['output'],
  ended: Promise<number | null>,
): ServeProcess {
  const { origin, hash } = new URL(url)
  // A test that throws must leave no host behind.
  const kill = () => child.kill('SIGKILL')
  process.once('exit', kill)
  return {
    url,
    origin,
    token: new URLSearchParams(hash.slice(1)).get('token') ?? '',
    pid: child.pid ?? 0,
    output,
    async stop(signal) {
      child.kill(signal)
      const code = await ended
      process.off('exit', kill)
      return code
    },
  }
}
