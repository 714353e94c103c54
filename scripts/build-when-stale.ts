import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, statSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { whileAlone } from './while-alone.ts'

const outputs = [
  'out/main/index.js',
  'out/main/serve.js',
  'out/main/worker.js',
  'out/preload/index.cjs',
  'out/renderer/index.html',
]
const sources = ['electron', 'renderer', 'shared', 'electron.vite.config.ts', 'package.json', 'package-lock.json']

/**
 * Builds into `out/` unless what is there is newer than every source; who comes while another builds waits for that
 * build. Throws when the build fails.
 */
export async function buildWhenStale(root: string): Promise<void> {
  if (!isStale(root)) return
  mkdirSync(join(root, 'out'), { recursive: true })
  await whileAlone(join(root, 'out/.building'), async () => {
    if (isStale(root)) await build(root)
  })
}

async function build(root: string): Promise<void> {
  const builder = join(root, 'node_modules/electron-vite/bin/electron-vite.js')
  if (!existsSync(builder)) throw new Error('Dossier is not built and its tools are missing. Run "npm ci" first.')
  console.error('Building Dossier…')
  const begun = new Date()
  const code = await new Promise<number | null>((ended) => {
    // Standard output carries the address of the loopback host and nothing else.
    const child = spawn(process.execPath, [builder, 'build', '--logLevel', 'warn'], {
      cwd: root,
      stdio: ['ignore', 2, 2],
    })
    child.once('exit', ended)
  })
  if (code !== 0) throw new Error('The build failed; see above.')
  // As old as its sources: what was written while it was built is not surely in it.
  utimesSync(join(root, 'out/main/index.js'), begun, begun)
}

/** Whether an output is missing or older than a source. */
export function isStale(root: string): boolean {
  const builtAtMs = Math.min(...outputs.map((file) => changedAtMs(join(root, file)) ?? 0))
  return sources.some((source) => newestMs(join(root, source)) > builtAtMs)
}

function changedAtMs(file: string): number | null {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? null
}

// Folders count too: theirs is the only time that tells of a file that was removed.
function newestMs(path: string): number {
  const own = changedAtMs(path)
  if (own === null) return 0
  if (!statSync(path).isDirectory()) return own
  return readdirSync(path).reduce((newest, name) => Math.max(newest, newestMs(join(path, name))), own)
}
