import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { type CommandLine, helpText, parseCommandLine } from './hosts/command-line.ts'
import { defaultLibraryDir } from './hosts/default-library-dir.ts'
import { failureTrace } from './hosts/failure-trace.ts'
import { explainImports } from './hosts/import-words.ts'
import { type Loopback, startLoopback } from './hosts/loopback.ts'
import { openBrowser, thisSystem } from './hosts/open-browser.ts'
import { findPdfPrinter } from './hosts/print-pdf.ts'
import { explainStart as explainOpening } from './hosts/start-words.ts'
import { type Core, openCore } from './services/core.ts'

/** Tried first when no port is asked for, so that the browser keeps what it knows of this address. */
const USUAL_PORT = 41_741

const built = import.meta.dirname
const places = { platform: process.platform, env: process.env, home: homedir() }
// Standard output carries the one line that scripts wait for.
const say = (line: string) => process.stderr.write(`${line}\n`)
const onFailure = (error: unknown) => say(failureTrace(error))

type RunCommand = Extract<CommandLine, { kind: 'run' }>

function readVersion(): string {
  const { version } = JSON.parse(readFileSync(join(built, '../../package.json'), 'utf8')) as { version: string } // our own file
  return version
}

function openLibraryCore(libraryDir: string): Core {
  const printPdf = findPdfPrinter(places)
  return openCore({
    libraryDir,
    host: 'loopback',
    version: readVersion(),
    workerFile: join(built, 'worker.js'),
    starterDir: join(built, '../../resources/starter'),
    clock: Date.now,
    ...(printPdf && { printPdf }),
    typeDir: join(built, '../renderer'),
    onFailure,
  })
}

async function listen(core: Core, port: number | null): Promise<Loopback> {
  const options = { router: core.router, rendererDir: join(built, '../renderer'), onFailure }
  try {
    return await startLoopback({ ...options, port: port ?? USUAL_PORT })
  } catch (error) {
    if (port !== null || codeOf(error) !== 'EADDRINUSE') throw error
    return startLoopback({ ...options, port: 0 })
  }
}

async function importFiles(core: Core, files: readonly string[]): Promise<void> {
  const results = await core.importPaths(files.map((file) => resolve(file)))
  const words = explainImports(results)
  if (words !== null) say(`Not everything was imported.\n${words}`)
}

async function showWindow(host: Loopback, libraryDir: string, onClosed: () => void): Promise<void> {
  const address = () => `${host.origin}/#code=${host.issueCode()}`
  const opened = await openBrowser({ address, libraryDir, onClosed }, thisSystem(places))
  if (opened === 'none') say('No browser could be opened here. Open the address above in one.')
}

async function run(command: RunCommand): Promise<void> {
  const libraryDir = command.library === null ? defaultLibraryDir(places) : resolve(command.library)
  const core = openLibraryCore(libraryDir)
  const host = await listen(core, command.port).catch(async (error: unknown) => {
    await core.close()
    throw error
  })
  const stop = stopOnce(async () => {
    await host.close()
    await core.close()
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stop)
  process.stdout.write(`Dossier is ready at ${host.origin}/#token=${host.token}\n`)
  if (command.open) void showWindow(host, libraryDir, stop).catch(onFailure)
  if (command.files.length > 0) await importFiles(core, command.files).catch(onFailure)
}

function stopOnce(close: () => Promise<void>): () => void {
  let stopping = false
  return () => {
    if (stopping) return
    stopping = true
    close().then(
      () => process.exit(0),
      (error: unknown) => {
        onFailure(error)
        process.exit(1)
      },
    )
  }
}

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : '')

/** Why Dossier could not start, in one line, or null when it is a bug. */
function explainStart(error: unknown, { port, library, files }: RunCommand): string | null {
  const code = codeOf(error)
  if (code === 'EADDRINUSE') return `Port ${port} is taken. Choose another with --port, or 0 for any free one.`
  if (error instanceof Error && 'syscall' in error && error.syscall === 'listen')
    return `Port ${port ?? USUAL_PORT} can't be listened on (${code}). Choose another with --port.`
  const libraryDir = library ?? defaultLibraryDir(places)
  return explainOpening(error, { libraryDir, elsewhere: 'with --library', fileCount: files.length })
}

async function main(): Promise<void> {
  const command = parseCommandLine(process.argv.slice(2))
  if (command.kind === 'help') process.stdout.write(helpText)
  else if (command.kind === 'version') process.stdout.write(`${readVersion()}\n`)
  else if (command.kind === 'wrong') {
    say(`${command.message} Try --help.`)
    process.exitCode = 2
  } else
    await run(command).catch((error: unknown) => {
      say(explainStart(error, command) ?? `Dossier could not start.\n${failureTrace(error)}`)
      process.exit(1)
    })
}

// Who reads our output may leave at any time: that is no reason to stop.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})
process.on('uncaughtException', (error) => {
  onFailure(error)
  process.exit(1)
})
await main()
